//! Reads a PDF as somebody else's program would.

use lopdf::{Dictionary, Document, Object, decode_text_string};

/// A PDF that was read.
pub(crate) struct Read {
    pub(crate) document: Document,
}

#[track_caller]
pub(crate) fn read(bytes: &[u8]) -> Read {
    let document = Document::load_mem(bytes).unwrap();
    Read { document }
}

impl Read {
    pub(crate) fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// The words of a page, counted from 1, with single spaces between them.
    #[track_caller]
    pub(crate) fn text(&self, page: u32) -> String {
        let text = self.document.extract_text(&[page]).unwrap();
        text.split([' ', '\n'])
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The words of every page.
    pub(crate) fn all(&self) -> String {
        let pages = self.document.get_pages();
        let pages: Vec<String> = pages.keys().map(|page| self.text(*page)).collect();
        pages.join("\n")
    }

    /// What the document says of itself (XMP).
    pub(crate) fn about(&self) -> String {
        let about = self
            .catalog()
            .get(b"Metadata")
            .unwrap()
            .as_reference()
            .unwrap();
        let about = self
            .document
            .get_object(about)
            .unwrap()
            .as_stream()
            .unwrap();
        let bytes = about
            .decompressed_content()
            .unwrap_or_else(|_| about.content.clone());
        String::from_utf8(bytes).unwrap()
    }

    /// The pictures' widths and heights, in pixels.
    pub(crate) fn sizes(&self) -> Vec<(i64, i64)> {
        let pictures = self
            .document
            .objects
            .values()
            .filter_map(|o| o.as_stream().ok());
        let pictures = pictures.filter(|s| {
            s.dict
                .get(b"Subtype")
                .is_ok_and(|kind| kind.as_name().is_ok_and(|n| n == b"Image"))
        });
        let size = |s: &lopdf::Stream, key: &[u8]| s.dict.get(key).unwrap().as_i64().unwrap();
        pictures
            .map(|s| (size(s, b"Width"), size(s, b"Height")))
            .collect()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// The dictionaries that have this `Type`, whatever they are part of.
    pub(crate) fn of_type(&self, name: &str) -> Vec<&Dictionary> {
        let dictionaries = self
            .document
            .objects
            .values()
            .filter_map(|object| match object {
                Object::Dictionary(dictionary) => Some(dictionary),
                Object::Stream(stream) => Some(&stream.dict),
                _ => None,
            });
        dictionaries
            .filter(|d| d.has_type(name.as_bytes()))
            .collect()
    }

    /// The attached files: their names and what is in them, in the order of the names.
    pub(crate) fn attached(&self) -> Vec<(String, Vec<u8>)> {
        let files = self.of_type("Filespec").into_iter().map(|file| {
            let name = decode_text_string(file.get(b"UF").unwrap()).unwrap();
            let held = file.get(b"EF").unwrap().as_dict().unwrap();
            let held = held.get(b"F").unwrap().as_reference().unwrap();
            let held = self.document.get_object(held).unwrap().as_stream().unwrap();
            let bytes = held
                .decompressed_content()
                .unwrap_or_else(|_| held.content.clone());
            (name, bytes)
        });
        let mut files: Vec<(String, Vec<u8>)> = files.collect();
        files.sort();
        files
    }

    /// The fonts' files are in the document.
    #[track_caller]
    pub(crate) fn embeds_its_fonts(&self) {
        let descriptors = self.of_type("FontDescriptor");
        assert!(!descriptors.is_empty());
        for font in descriptors {
            let embedded = ["FontFile", "FontFile2", "FontFile3"];
            assert!(
                embedded.iter().any(|key| font.has(key.as_bytes())),
                "{font:?}"
            );
        }
    }

    #[track_caller]
    pub(crate) fn is_tagged(&self) {
        let mark = self.catalog().get(b"MarkInfo").unwrap().as_dict().unwrap();
        assert!(mark.get(b"Marked").unwrap().as_bool().unwrap());
        assert!(self.catalog().has(b"StructTreeRoot"));
    }
}
