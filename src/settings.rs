//! The user's settings: `config.toml` in the settings folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::domain::message::Message;
use crate::domain::nearest::nearest;
use crate::domain::party::Consumer;

/// The names of the settings.
const KEYS: &[&str] = &["address", "mail", "name", "phone"];

/// The largest file that is read.
const MOST_BYTES: u64 = 1024 * 1024;

/// The longest line of a postal address, in characters, and the most lines: what goes on an envelope.
const LONGEST_LINE: usize = 100;
const MOST_LINES: usize = 8;

/// What the user has set. Everything is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The user's own addresses, in small letters: what comes from them was sent, what comes from others was received.
    pub mail: Vec<String>,
    /// First and last name, as letters are signed.
    pub name: Option<String>,
    /// The lines of the postal address, without the name.
    pub address: Vec<String>,
    pub phone: Option<String>,
}

impl Settings {
    /// Returns the user as letters name them. Answers are asked to the first of the mail addresses.
    #[must_use]
    pub fn consumer(&self) -> Consumer {
        Consumer {
            name: self.name.clone(),
            address: self.address.clone(),
            email: self.mail.first().cloned(),
            phone: self.phone.clone(),
        }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the settings in {path} do not hold")]
pub struct SettingsError {
    path: PathBuf,
    why: Why,
}

#[derive(Debug)]
enum Why {
    Unreadable(io::Error),
    TooLarge,
    /// The line.
    NotToml(usize),
    /// The line and the key.
    UnknownKey(usize, String),
    /// The line: what stands there is no list of addresses.
    NotAddresses(usize),
    /// The line and the key: what stands there is no text.
    NotText(usize, &'static str),
}

/// Reads the settings; where there is no file, none is set.
///
/// # Errors
/// When the file cannot be read, is no TOML, or sets what is no setting.
pub fn read(path: &Path) -> Result<Settings, SettingsError> {
    let fail = |why| SettingsError {
        path: path.to_owned(),
        why,
    };
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
        Ok(about) if about.len() > MOST_BYTES => return Err(fail(Why::TooLarge)),
        _ => {}
    }
    let text = fs::read_to_string(path).map_err(|error| fail(Why::Unreadable(error)))?;
    parse(&text).map_err(fail)
}

fn parse(text: &str) -> Result<Settings, Why> {
    let line = |at: usize| {
        text.get(..at)
            .map_or(1, |above| above.matches('\n').count() + 1)
    };
    let table = DeTable::parse(text.trim_start_matches('\u{feff}'))
        .map_err(|error| Why::NotToml(line(error.span().map_or(0, |span| span.start))))?;
    let mut settings = Settings::default();
    for (key, value) in table.get_ref() {
        let at = line(key.span().start);
        match key.get_ref().as_ref() {
            "mail" => settings.mail = addresses(value.get_ref()).ok_or(Why::NotAddresses(at))?,
            "name" => settings.name = one_line(value.get_ref()).ok_or(Why::NotText(at, "name"))?,
            "phone" => {
                settings.phone = one_line(value.get_ref()).ok_or(Why::NotText(at, "phone"))?;
            }
            "address" => {
                settings.address = lines(value.get_ref()).ok_or(Why::NotText(at, "address"))?;
            }
            other => return Err(Why::UnknownKey(at, other.to_owned())),
        }
    }
    Ok(settings)
}

/// A text on one line; `None` within for an empty one.
fn one_line(value: &DeValue<'_>) -> Option<Option<String>> {
    let lines = lines(value)?;
    match lines.as_slice() {
        [] => Some(None),
        [one] => Some(Some(one.clone())),
        _ => None,
    }
}

/// The lines of a text, or a list of lines; none of them empty.
fn lines(value: &DeValue<'_>) -> Option<Vec<String>> {
    let texts: Vec<&str> = match value {
        DeValue::String(text) => vec![text],
        DeValue::Array(list) => list
            .iter()
            .map(|one| match one.get_ref() {
                DeValue::String(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect::<Option<_>>()?,
        _ => return None,
    };
    let lines = texts.into_iter().flat_map(str::lines).map(str::trim);
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    let fits =
        |line: &String| line.chars().count() <= LONGEST_LINE && !line.contains(char::is_control);
    (lines.len() <= MOST_LINES && lines.iter().all(fits)).then_some(lines)
}

/// One address, or a list of them.
fn addresses(value: &DeValue<'_>) -> Option<Vec<String>> {
    match value {
        DeValue::String(text) => Some(vec![address(text)?]),
        DeValue::Array(list) => list
            .iter()
            .map(|one| match one.get_ref() {
                DeValue::String(text) => address(text),
                _ => None,
            })
            .collect(),
        _ => None,
    }
}

/// Reads the address of a mailbox, in small letters; `None` when it is none.
pub(crate) fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let (name, host) = text.rsplit_once('@')?;
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '<' | '>' | ',');
    (!name.is_empty() && !host.is_empty() && text.chars().all(plain)).then(|| text.to_lowercase())
}

impl SettingsError {
    /// Returns what went wrong.
    #[must_use]
    pub fn message(&self) -> Message {
        Message::new("error-settings").with("path", self.path.display().to_string())
    }

    /// Returns why.
    #[must_use]
    pub fn cause(&self) -> Message {
        let at = |key: &str, line: usize| Message::new(key).with("line", line.to_string());
        match &self.why {
            Why::Unreadable(error) => crate::error::system_cause(error),
            Why::TooLarge => Message::new("error-settings-too-large"),
            Why::NotToml(line) => at("error-settings-not-toml", *line),
            Why::UnknownKey(line, key) => {
                at("error-settings-unknown", *line).with("key", key.as_str())
            }
            Why::NotAddresses(line) => at("error-settings-mail", *line),
            Why::NotText(line, key) => at("error-settings-text", *line).with("key", *key),
        }
    }

    /// Returns what to do next.
    #[must_use]
    pub fn hint(&self) -> Option<Message> {
        match &self.why {
            Why::Unreadable(_) | Why::TooLarge => None,
            Why::UnknownKey(_, key) => Some(match nearest(key, KEYS.iter().copied()) {
                Some(near) => Message::new("error-did-you-mean").with("text", near),
                None => Message::new("error-one-of").with("list", KEYS.join(", ")),
            }),
            Why::NotToml(_) | Why::NotAddresses(_) => Some(Message::new("error-settings-hint")),
            Why::NotText(..) => Some(Message::new("error-settings-text-hint")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(text: &str) -> String {
        let error = SettingsError {
            path: PathBuf::from("config.toml"),
            why: parse(text).unwrap_err(),
        };
        format!("{:?} {:?}", error.cause().key, error.cause().args)
    }

    #[test]
    fn addresses_are_one_or_a_list() {
        let mail = |text: &str| parse(text).unwrap().mail;
        assert_eq!(mail(""), Vec::<String>::new());
        assert_eq!(mail("mail = \"Ana@Example.org\""), ["ana@example.org"]);
        assert_eq!(
            mail("# mine\nmail = [\n  \"a@b.example\",\n  \"c+d@é.example\",\n]\n"),
            ["a@b.example", "c+d@é.example"]
        );
    }

    #[test]
    fn the_user_has_a_name_and_an_address_of_some_lines() {
        let text = "name = ' Ana Morel '\nphone = '06 00 00 00 00'\nmail = ['a@b.example', 'c@d.example']\n";
        let one = parse(&format!(
            "{text}address = \"\"\"\n12 rue des Lilas\n\n75011 Paris\n\"\"\""
        ))
        .unwrap();
        let other = parse(&format!(
            "{text}address = ['12 rue des Lilas', '75011 Paris']"
        ))
        .unwrap();
        assert_eq!(one, other);
        assert_eq!(
            one.consumer(),
            Consumer {
                name: Some("Ana Morel".to_owned()),
                address: vec!["12 rue des Lilas".to_owned(), "75011 Paris".to_owned()],
                email: Some("a@b.example".to_owned()),
                phone: Some("06 00 00 00 00".to_owned()),
            }
        );
        assert_eq!(parse("name = ''").unwrap().consumer(), Consumer::default());
        for text in [
            "name = 3",
            "name = 'a\tb'",
            "phone = ['1', '2']",
            "address = [3]",
            "name = \"a\\u001bb\"",
        ] {
            assert!(
                cause(text).contains("settings-text") || cause(text).contains("not-toml"),
                "{text}"
            );
        }
        let long = format!("address = '{}'", "a".repeat(LONGEST_LINE + 1));
        let many = format!("address = \"{}\"", "a\\n".repeat(MOST_LINES + 1));
        assert!(cause(&long).contains("settings-text") && cause(&many).contains("settings-text"));
    }

    #[test]
    fn what_does_not_hold_is_named_with_its_line() {
        assert!(cause("\nmial = \"a@b\"").contains("unknown\" [(\"line\", Text(\"2\"))"));
        assert!(cause("mail = [\"a@b\"").contains("not-toml"));
        assert!(cause("mail = \"a@b\"\nmail = \"a@b\"").contains("not-toml"));
        for value in [
            "3",
            "\"ana\"",
            "[\"a@b\", 3]",
            "\"@b\"",
            "\"a@\"",
            "\"A <a@b>\"",
            "{ a = 1 }",
        ] {
            assert!(
                cause(&format!("mail = {value}")).contains("settings-mail"),
                "{value}"
            );
        }
    }

    #[test]
    fn no_file_sets_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let settings = read(&folder.path().join("config.toml")).unwrap();
        assert_eq!(settings, Settings::default());
        let error = read(folder.path()).unwrap_err();
        assert_eq!(error.message().key, "error-settings");
    }
}
