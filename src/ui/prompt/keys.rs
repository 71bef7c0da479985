//! Keys as the questions understand them, from those of the console crate.

use std::io;

use console::{Key, Term};

/// One press of a key, or a text that was pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Press {
    Char(char),
    Enter,
    Escape,
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Tab,
    Backspace,
    Delete,
    /// Ctrl-U.
    KillBefore,
    /// Ctrl-K.
    KillBehind,
    /// Ctrl-W.
    KillWord,
    /// Ctrl-D.
    EndOfInput,
    /// Ctrl-C, or a signal.
    Quit,
    Paste(String),
    Other,
}

/// Reads the next press. An error means that the terminal is gone.
pub(super) fn read(term: &Term) -> io::Result<Press> {
    decode(&mut || term.read_key_raw())
}

fn decode(next: &mut dyn FnMut() -> io::Result<Key>) -> io::Result<Press> {
    Ok(match next()? {
        Key::Char(c) => control(c),
        Key::Enter => Press::Enter,
        Key::Escape => Press::Escape,
        Key::ArrowLeft => Press::Left,
        Key::ArrowRight => Press::Right,
        Key::ArrowUp | Key::BackTab => Press::Up,
        Key::ArrowDown => Press::Down,
        Key::PageUp => Press::PageUp,
        Key::PageDown => Press::PageDown,
        Key::Home => Press::Home,
        Key::End => Press::End,
        Key::Tab => Press::Tab,
        Key::Backspace => Press::Backspace,
        Key::Del => Press::Delete,
        Key::CtrlC => Press::Quit,
        Key::UnknownEscSeq(sequence) => escape(&sequence, next)?,
        _ => Press::Other,
    })
}

fn control(c: char) -> Press {
    match c {
        '\u{2}' => Press::Left,
        '\u{4}' => Press::EndOfInput,
        '\u{6}' => Press::Right,
        '\u{b}' => Press::KillBehind,
        '\u{e}' => Press::Down,
        '\u{10}' => Press::Up,
        '\u{15}' => Press::KillBefore,
        '\u{17}' => Press::KillWord,
        c if c.is_control() => Press::Other,
        c => Press::Char(c),
    }
}

/// Reads on where the console crate stops: it takes no more than three characters of a sequence.
fn escape(sequence: &[char], next: &mut dyn FnMut() -> io::Result<Key>) -> io::Result<Press> {
    match sequence {
        // Escape twice at once.
        ['\u{1b}'] => Ok(Press::Escape),
        ['b'] => Ok(Press::WordLeft),
        ['f'] => Ok(Press::WordRight),
        ['O'] => Ok(match next()? {
            Key::Char('A') => Press::Up,
            Key::Char('B') => Press::Down,
            Key::Char('C') => Press::Right,
            Key::Char('D') => Press::Left,
            Key::Char('F') => Press::End,
            Key::Char('H') => Press::Home,
            _ => Press::Other,
        }),
        ['[', rest @ ..] => {
            let mut whole: String = rest.iter().collect();
            while !whole.ends_with(is_final) {
                match next()? {
                    Key::Char(c) => whole.push(c),
                    _ => return Ok(Press::Other),
                }
            }
            match whole.as_str() {
                "200~" => pasted(next),
                "1;5C" | "1;3C" => Ok(Press::WordRight),
                "1;5D" | "1;3D" => Ok(Press::WordLeft),
                _ => Ok(Press::Other),
            }
        }
        _ => Ok(Press::Other),
    }
}

fn is_final(c: char) -> bool {
    matches!(c, '\u{40}'..='\u{7e}')
}

fn pasted(next: &mut dyn FnMut() -> io::Result<Key>) -> io::Result<Press> {
    const END: &str = "\u{1b}[201~";
    let mut text = String::new();
    loop {
        match next()? {
            Key::Char(c) => text.push(c),
            Key::Enter => text.push('\n'),
            Key::Tab => text.push(' '),
            Key::UnknownEscSeq(sequence) => {
                text.push('\u{1b}');
                text.extend(sequence);
            }
            // A Ctrl-C in a paste is a character like any other; the end of the paste must still be found.
            _ => {}
        }
        if let Some(text) = text.strip_suffix(END) {
            return Ok(Press::Paste(text.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn presses(keys: Vec<Key>) -> Vec<Press> {
        let mut keys = keys.into_iter();
        let mut next = || keys.next().ok_or(io::ErrorKind::UnexpectedEof.into());
        let mut presses = Vec::new();
        while let Ok(press) = decode(&mut next) {
            presses.push(press);
        }
        presses
    }

    fn sequence(text: &str) -> Key {
        Key::UnknownEscSeq(text.chars().collect())
    }

    #[test]
    fn a_paste_is_one_press_whatever_is_in_it() {
        let mut keys = vec![sequence("[20"), Key::Char('0'), Key::Char('~')];
        keys.extend([Key::Char('é'), Key::Enter, Key::Char('b'), Key::Tab]);
        keys.extend([sequence("[31"), Key::Char('m')]);
        keys.extend([sequence("[20"), Key::Char('1'), Key::Char('~'), Key::Enter]);
        assert_eq!(
            presses(keys),
            [Press::Paste("é\nb \u{1b}[31m".into()), Press::Enter]
        );
    }

    #[test]
    fn long_sequences_are_swallowed_whole() {
        let keys = vec![
            sequence("[1;"),
            Key::Char('5'),
            Key::Char('C'),
            sequence("[15"),
            Key::Char('~'),
            Key::Char('x'),
        ];
        assert_eq!(
            presses(keys),
            [Press::WordRight, Press::Other, Press::Char('x')]
        );
    }

    #[test]
    fn control_keys_are_named() {
        let keys = "\u{4}\u{15}\u{17}\u{b}\u{1}".chars().map(Key::Char);
        assert_eq!(
            presses(keys.collect()),
            [
                Press::EndOfInput,
                Press::KillBefore,
                Press::KillWord,
                Press::KillBehind,
                Press::Other
            ]
        );
    }
}
