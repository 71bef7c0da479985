//! The bytes of a table to text, as spreadsheets save it.

use super::sheet::first_line;

/// What Windows-1252 has at 0x80 to 0x9F; a replacement character where it has nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// Returns the text of a table: UTF-8, UTF-16 with its mark, else Windows-1252; `None` where it is no text.
#[must_use]
pub fn table_text(bytes: &[u8]) -> Option<String> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes[2..].as_chunks::<2>();
        let units = pairs.iter().map(|pair| unit(*pair));
        let text = char::decode_utf16(units).collect::<Result<String, _>>();
        text.ok().filter(|_| rest.is_empty())
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => windows_1252(bytes),
        },
    };
    let header = first_line(&text);
    let is_strange = |c: char| c.is_control() && c != '\t' || c == '\u{fffd}';
    let is_text = !header.contains(is_strange);
    is_text.then_some(text)
}

fn windows_1252(bytes: &[u8]) -> String {
    let decoded = bytes.iter().map(|&byte| match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        byte => char::from(byte),
    });
    decoded.collect()
}
