//! The header of a mail or of a part of it: fields, and where the body begins.

/// A header and what comes after it.
#[derive(Debug)]
pub(super) struct Block<'a> {
    /// Names in small letters; values as they stand, folds and all.
    fields: Vec<(String, &'a [u8])>,
    pub(super) body: &'a [u8],
    /// Whether there is nothing in the header but fields.
    clean: bool,
}

impl<'a> Block<'a> {
    /// Reads a header of at most so many bytes; `None` when it is longer, or there is no field in it.
    pub(super) fn read(bytes: &'a [u8], longest: usize) -> Option<Block<'a>> {
        let mut fields: Vec<(String, &[u8])> = Vec::new();
        let mut clean = true;
        let mut at = 0;
        // Where the value of the last field begins.
        let mut begun = 0;
        while at < bytes.len() {
            if at > longest {
                return None;
            }
            let end = end_of_line(bytes, at);
            let line = &bytes[at..end];
            if line.trim_ascii().is_empty() {
                at = end;
                break;
            }
            match (line[0], name_of(line)) {
                (b' ' | b'\t', _) => match fields.last_mut() {
                    Some((_, value)) => *value = &bytes[begun..end],
                    None => clean = false,
                },
                (_, Some(name)) => {
                    begun = at + name.len() + 1;
                    let small = name.trim_ascii_end().to_ascii_lowercase();
                    fields.push((String::from_utf8_lossy(&small).into(), &bytes[begun..end]));
                }
                (_, None) => clean = false,
            }
            at = end;
        }
        (!fields.is_empty() && at <= longest).then_some(Block {
            fields,
            body: &bytes[at..],
            clean,
        })
    }

    pub(super) const fn is_clean(&self) -> bool {
        self.clean
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Returns the value of the first field of this name.
    pub(super) fn get(&self, name: &str) -> Option<&'a [u8]> {
        let found = self.fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| *value)
    }
}

/// What stands before the colon of a line, with the blanks that some programs leave there.
fn name_of(line: &[u8]) -> Option<&[u8]> {
    let colon = line.iter().position(|b| *b == b':')?;
    let name = &line[..colon];
    let visible = name.trim_ascii_end();
    (!visible.is_empty() && visible.iter().all(u8::is_ascii_graphic)).then_some(name)
}

/// The index after the end of the line that begins here.
pub(super) fn end_of_line(bytes: &[u8], from: usize) -> usize {
    let end = bytes[from..].iter().position(|b| *b == b'\n');
    end.map_or(bytes.len(), |at| from + at + 1)
}

/// What comes after the line by which mailboxes separate their mails, and the mark of UTF-8 that some programs write.
pub(super) fn after_mbox_line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match bytes.starts_with(b"From ") || bytes.starts_with(b">From ") {
        true => &bytes[end_of_line(bytes, 0)..],
        false => bytes,
    }
}

/// Whether a file holds more mails than one: each begins with a line of its own, after an empty one.
pub(super) fn is_mailbox(bytes: &[u8]) -> bool {
    let mark = b"\nFrom ";
    let begins = |at: usize| {
        let before = bytes[..at].strip_suffix(b"\r").unwrap_or(&bytes[..at]);
        let next = end_of_line(bytes, at + 1);
        before.ends_with(b"\n") && name_of(&bytes[next..end_of_line(bytes, next)]).is_some()
    };
    bytes.starts_with(b"From ")
        && bytes
            .windows(mark.len())
            .enumerate()
            .any(|(at, window)| window == mark && begins(at))
}

/// Whether a file that begins like this can be a mail.
pub(super) fn begins_one(first: &[u8]) -> bool {
    let first = after_mbox_line(first);
    name_of(&first[..end_of_line(first, 0)]).is_some()
}
