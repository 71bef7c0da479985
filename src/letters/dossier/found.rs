//! What a piece of evidence was found to be, and whether its bytes are a picture that can be shown.

use std::sync::Arc;

/// The largest picture that is shown in a dossier, in bytes.
pub const LARGEST_PICTURE: u64 = 8 * 1024 * 1024;

/// The longest text that is shown in a dossier, in bytes.
pub const LONGEST_TEXT: u64 = 64 * 1024;

/// What became of the file of a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It is there, byte for byte.
    Whole,
    /// It is there, byte for byte, and pages of the dossier show what can be shown of it.
    Paged,
    /// It is there, and a picture.
    Picture(Picture),
    /// It is there, and a text.
    Text(String),
    /// It is there, is called a picture, and is none.
    NoPicture,
    Missing,
    Altered,
    Unreadable,
}

impl Found {
    /// Whether there is a file, whatever it is.
    pub(super) const fn is_there(&self) -> bool {
        !matches!(self, Found::Missing | Found::Altered | Found::Unreadable)
    }

    /// Whether it is what it says that it is.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self, Found::Whole | Found::Picture(_) | Found::Text(_))
    }
}

/// A picture that every browser shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub media_type: &'static str,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    pub(super) bytes: Arc<[u8]>,
}

/// Whether the name of a file says that it is a picture of a kind that can be shown.
#[must_use]
pub fn looks_like_a_picture(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    let ending = ending.to_ascii_lowercase();
    matches!(
        ending.as_str(),
        "jpg" | "jpeg" | "jpe" | "jfif" | "png" | "gif" | "webp"
    )
}

/// Recognises a JPEG, PNG, GIF or WebP picture that is whole: it begins as one, ends as one, and says its size.
#[must_use]
pub fn picture(bytes: Vec<u8>) -> Option<Picture> {
    let (media_type, size) = match bytes.as_slice() {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => ("image/png", png(&bytes)?),
        [0xff, 0xd8, 0xff, ..] => ("image/jpeg", jpeg(&bytes)?),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => ("image/gif", gif(&bytes)?),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => ("image/webp", webp(&bytes)?),
        _ => return None,
    };
    let (width, height) = size;
    (width > 0 && height > 0).then(|| Picture {
        media_type,
        width,
        height,
        bytes: bytes.into(),
    })
}

type Size = (u32, u32);

fn big(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(count)?)?;
    Some(part.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

fn small(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(count)?)?;
    let backwards = part.iter().rev();
    Some(backwards.fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
}

fn png(bytes: &[u8]) -> Option<Size> {
    let begins = bytes.get(12..16)? == b"IHDR";
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    let ends = tail.windows(4).any(|part| part == b"IEND");
    (begins && ends).then_some((big(bytes, 16, 4)?, big(bytes, 20, 4)?))
}

fn gif(bytes: &[u8]) -> Option<Size> {
    let tail = &bytes[bytes.len().saturating_sub(64)..];
    tail.contains(&0x3b)
        .then_some((small(bytes, 6, 2)?, small(bytes, 8, 2)?))
}

fn webp(bytes: &[u8]) -> Option<Size> {
    let is_whole = bytes.len() as u64 >= u64::from(small(bytes, 4, 4)?) + 8;
    let size = match bytes.get(12..16)? {
        b"VP8X" => (small(bytes, 24, 3)? + 1, small(bytes, 27, 3)? + 1),
        b"VP8L" => {
            let bits = small(bytes, 21, 4)?;
            ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        }
        b"VP8 " => (small(bytes, 26, 2)? & 0x3fff, small(bytes, 28, 2)? & 0x3fff),
        _ => return None,
    };
    is_whole.then_some(size)
}

/// The size stands in the frame header, after any number of other segments; the picture ends with a mark of its own,
/// behind which cameras may put more.
fn jpeg(bytes: &[u8]) -> Option<Size> {
    let mut at = 2;
    let size = loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                break (big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?);
            }
            0xd9 | 0xda => return None,
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?.max(2),
        }
    };
    let ends = bytes[at..].windows(2).any(|part| part == [0xff, 0xd9]);
    ends.then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x02\0\0\0\0\0\0\0IEND\xaeB`\x82";
    const JPEG: &[u8] = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0\xff\xda\0\x02xx\xff\xd9";

    fn size(bytes: &[u8]) -> Option<Size> {
        picture(bytes.to_vec()).map(|picture| (picture.width, picture.height))
    }

    #[test]
    fn a_whole_picture_says_its_size() {
        assert_eq!(size(PNG), Some((3, 2)));
        assert_eq!(size(JPEG), Some((3, 2)));
        assert_eq!(size(b"GIF89a\x03\0\x02\0\0\0\0;"), Some((3, 2)));
        let webp = b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x02\0\0\x01\0\0";
        assert_eq!(size(webp), Some((3, 2)));
    }

    #[test]
    fn what_is_cut_short_or_no_picture_is_none() {
        for whole in [PNG, JPEG] {
            for end in 0..whole.len() - 2 {
                if whole == PNG && end >= whole.len() - 4 {
                    continue;
                }
                assert_eq!(size(&whole[..end]), None, "{end}");
            }
        }
        assert_eq!(size(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
        assert_eq!(size(b"RIFF\xff\xff\xff\xffWEBPVP8X"), None);
        assert_eq!(size(b"GIF89a"), None);
        assert_eq!(size(b""), None);
    }

    #[test]
    fn the_name_tells_what_a_file_wants_to_be() {
        assert!(looks_like_a_picture("Photo.JPG"));
        assert!(!looks_like_a_picture("facture.pdf"));
        assert!(!looks_like_a_picture("jpg/"));
    }
}
