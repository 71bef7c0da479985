//! What a camera wrote into a picture.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use chrono::NaiveDate;
use exif::{In, Tag, Value};

/// Returns the day on which a picture was taken, as its camera says (EXIF, `DateTimeOriginal`); `None` where it says nothing.
#[must_use]
pub fn picture_day(file: &Path) -> Option<NaiveDate> {
    let mut file = BufReader::new(File::open(file).ok()?);
    let about = exif::Reader::new().read_from_container(&mut file).ok()?;
    let field = about.get_field(Tag::DateTimeOriginal, In::PRIMARY)?;
    let Value::Ascii(lines) = &field.value else {
        return None;
    };
    let day = std::str::from_utf8(lines.first()?.get(..10)?).ok()?;
    NaiveDate::parse_from_str(day, "%Y:%m:%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG of nothing but the two bytes of its start, and what a camera wrote.
    fn picture(taken_at: &str) -> Vec<u8> {
        let mut tiff = b"MM\0\x2a\0\0\0\x08".to_vec();
        // One entry in the first list: where the list of the camera is.
        tiff.extend(b"\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0");
        // One entry in that: an ASCII text, and where it is.
        tiff.extend(b"\0\x01\x90\x03\0\x02\0\0\0\x14\0\0\0\x2c\0\0\0\0");
        tiff.extend(taken_at.as_bytes());
        tiff.push(0);
        let mut jpeg = b"\xff\xd8\xff\xe1".to_vec();
        let size = u16::try_from(tiff.len() + 8).unwrap();
        jpeg.extend(size.to_be_bytes());
        jpeg.extend(b"Exif\0\0");
        jpeg.extend(tiff);
        jpeg.extend(b"\xff\xd9");
        jpeg
    }

    fn day_of(content: &[u8]) -> Option<NaiveDate> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.jpg");
        std::fs::write(&path, content).unwrap();
        picture_day(&path)
    }

    #[test]
    fn a_camera_says_the_day_and_other_files_say_none() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 12);
        assert_eq!(day_of(&picture("2026:11:12 09:30:00")), day);
        assert_eq!(day_of(&picture("0000:00:00 00:00:00")), None);
        assert_eq!(day_of(&picture("                   ")), None);
        assert_eq!(day_of(b"\xff\xd8\xff\xe1\xff\xff"), None);
        assert_eq!(day_of(b"hello"), None);
        assert_eq!(day_of(b""), None);
    }
}
