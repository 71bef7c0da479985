//! The text of a table to rows of cells, each with the line of the file on which it begins.

use csv::{Reader, ReaderBuilder, StringRecord};

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// The line of the file on which it begins, from 1.
    pub(super) line: usize,
    pub(super) cells: StringRecord,
}

/// The rows of a table, the header first. Empty ones are left out.
pub(super) struct Sheet<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// How far the lines are counted: a byte, and the line on which it stands.
    at: (usize, usize),
    is_over: bool,
}

/// A quotation mark that is not closed: nothing can be read behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unclosed {
    pub(super) line: usize,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(text: &'a str, separator: u8) -> Sheet<'a> {
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Sheet {
            text,
            reader,
            at: (0, 1),
            is_over: false,
        }
    }

    fn reached(&self) -> usize {
        let byte = usize::try_from(self.reader.position().byte());
        byte.unwrap_or(usize::MAX).min(self.text.len())
    }

    /// Counts the lines up to a byte. The reader's own count is wrong behind CR LF and empty lines.
    fn line(&mut self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let (from, line) = self.at;
        let line = line + (from..byte).filter(ends).count();
        self.at = (byte, line);
        line
    }
}

impl Iterator for Sheet<'_> {
    type Item = Result<Row, Unclosed>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            let before = self.reached();
            let mut cells = StringRecord::new();
            // The text is UTF-8 and rows may be of any length: nothing else can go wrong.
            if !self.reader.read_record(&mut cells).unwrap_or(false) {
                break;
            }
            let record = &self.text.as_bytes()[before..self.reached()];
            let empty = record.iter().take_while(|b| matches!(b, b'\r' | b'\n'));
            let line = self.line(before + empty.count());
            // One that is not closed takes all the rows behind it for its own.
            if record.iter().filter(|byte| **byte == b'"').count() % 2 == 1 {
                self.is_over = true;
                return Some(Err(Unclosed { line }));
            }
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Some(Ok(Row { line, cells }));
            }
        }
        None
    }
}

/// Returns what stands between the cells of the header most often; `None` when it is a single cell.
pub(super) fn separator(text: &str) -> Option<u8> {
    let header = first_line(text);
    // Every second piece between quotation marks is inside of them.
    let outside = || header.split('"').step_by(2);
    let count = |separator: u8| {
        let is_it = |byte: &u8| *byte == separator;
        let pieces = outside().map(|piece| piece.bytes().filter(is_it).count());
        (pieces.sum::<usize>(), separator)
    };
    let most = [b',', b';', b'\t'].map(count).into_iter().max();
    most.and_then(|(count, separator)| (count > 0).then_some(separator))
}

/// The first line that is not empty.
pub(super) fn first_line(text: &str) -> &str {
    let ends = ['\r', '\n'];
    let text = text.trim_start_matches(ends);
    text.split(ends).next().unwrap_or(text)
}
