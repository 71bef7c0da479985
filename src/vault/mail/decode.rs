//! Single fields and bodies, decoded.

use chrono::{DateTime, Datelike, FixedOffset};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::charsets::map::charset_decoder;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Address, HeaderName, Message, MessageParser};

use super::fields::Block;
use super::text::{one_line, shortened};

/// The longest field that is decoded: what comes after it is not read.
const LONGEST_FIELD: usize = 16 * 1024;

/// How many addresses are read.
const MOST_ADDRESSES: usize = 100;

/// How many of them are named.
const NAMED: usize = 5;

/// Who wrote or was written to: the name and the address.
pub(super) type Person = (Option<String>, Option<String>);

/// What the header of a mail says.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) message_id: Option<String>,
    pub(super) from: Vec<Person>,
    pub(super) to: Vec<Person>,
    pub(super) subject: Option<String>,
}

/// What the header of a part says of it.
#[derive(Debug, Default)]
pub(super) struct Mime {
    /// `text`, `multipart`, ...; text where nothing is said.
    pub(super) main: String,
    pub(super) sub: String,
    pub(super) boundary: Option<String>,
    pub(super) charset: Option<String>,
    pub(super) name: Option<String>,
    pub(super) is_attachment: bool,
    encoding: String,
}

/// Decodes the header of a mail.
pub(super) fn header(block: &Block<'_>) -> Header {
    let names = ["message-id", "from", "sender", "to", "cc", "subject"];
    let fields = chosen(block, &names);
    let parser = MessageParser::new()
        .header_id(HeaderName::MessageId)
        .header_address(HeaderName::From)
        .header_address(HeaderName::Sender)
        .header_address(HeaderName::To)
        .header_address(HeaderName::Cc)
        .header_text(HeaderName::Subject)
        .default_header_ignore();
    let Some(read) = parser.parse_headers(&fields) else {
        return Header::default();
    };
    let mut from = people(read.from());
    if from.is_empty() {
        from = people(read.sender());
    }
    let mut to = people(read.to());
    to.extend(people(read.cc()));
    to.truncate(MOST_ADDRESSES);
    Header {
        message_id: said(read.message_id(), 998),
        subject: said(read.subject(), 200),
        from,
        to,
    }
}

/// Decodes the header of a part.
pub(super) fn mime(block: &Block<'_>) -> Mime {
    let names = [
        "content-type",
        "content-disposition",
        "content-transfer-encoding",
    ];
    let fields = chosen(block, &names);
    let parser = MessageParser::new().with_mime_headers();
    let read = parser.parse_headers(&fields);
    let field = |name: HeaderName<'static>| {
        let value = read
            .as_ref()
            .and_then(|read: &Message<'_>| read.header(name));
        value.and_then(|value| value.as_content_type())
    };
    let kind = field(HeaderName::ContentType);
    let placed = field(HeaderName::ContentDisposition);
    let attribute = |name: &str| {
        let value = kind.and_then(|kind| kind.attribute(name));
        value.filter(|v| !v.is_empty()).map(str::to_owned)
    };
    let name = placed
        .and_then(|placed| placed.attribute("filename"))
        .map(str::to_owned)
        .or_else(|| attribute("name"));
    let encoding = read
        .as_ref()
        .and_then(|read| read.header(HeaderName::ContentTransferEncoding))
        .and_then(|value| value.as_text());
    Mime {
        main: kind
            .map_or("text", |kind| kind.ctype())
            .to_ascii_lowercase(),
        sub: match kind {
            Some(kind) => kind.subtype().unwrap_or_default().to_ascii_lowercase(),
            None => "plain".to_owned(),
        },
        boundary: attribute("boundary"),
        charset: attribute("charset"),
        name: name.filter(|name| !name.trim().is_empty()),
        is_attachment: placed.is_some_and(|placed| placed.is_attachment()),
        encoding: encoding.unwrap_or_default().trim().to_ascii_lowercase(),
    }
}

/// What is known of a part without a header: it is text.
pub(super) fn mime_of_nothing() -> Mime {
    Mime {
        main: "text".to_owned(),
        sub: "plain".to_owned(),
        ..Mime::default()
    }
}

impl Mime {
    /// Returns the bytes of a body. What does not hold to its encoding is left as it stands.
    pub(super) fn bytes(&self, body: &[u8]) -> Vec<u8> {
        let decoded = match self.encoding.as_str() {
            "base64" => base64_decode(body).or_else(|| {
                // Line noise and what a mailing list wrote below it.
                let figure = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
                let clean: Vec<u8> = body.iter().copied().filter(figure).collect();
                base64_decode(&clean)
            }),
            "quoted-printable" => quoted_printable_decode(body),
            _ => None,
        };
        decoded.unwrap_or_else(|| body.to_vec())
    }

    /// Returns a body as text.
    pub(super) fn text(&self, body: &[u8]) -> String {
        let bytes = self.bytes(body);
        let charset = self.charset.as_deref().unwrap_or_default();
        // Many a mail that says nothing, or ASCII, is UTF-8 or what Windows writes.
        let vague = matches!(charset, "" | "us-ascii" | "US-ASCII" | "ascii");
        let decoder = charset_decoder(charset.as_bytes()).filter(|_| !vague);
        match (decoder, String::from_utf8(bytes)) {
            (Some(decode), Ok(text)) => decode(text.as_bytes()),
            (Some(decode), Err(other)) => decode(other.as_bytes()),
            (None, Ok(text)) => text,
            (None, Err(other)) => match charset_decoder(b"windows-1252") {
                Some(decode) if vague => decode(other.as_bytes()),
                _ => String::from_utf8_lossy(other.as_bytes()).into_owned(),
            },
        }
    }
}

/// The addresses of people, in small letters.
pub(super) fn addresses(people: &[Person]) -> Vec<String> {
    let addresses = people.iter().filter_map(|(_, address)| address.as_deref());
    let addresses = addresses.filter(|address| address.contains('@'));
    addresses.map(str::to_lowercase).collect()
}

/// People on one line: `Name <address>, address`.
pub(super) fn named(people: &[Person]) -> Option<String> {
    let mut names: Vec<String> = people
        .iter()
        .take(NAMED)
        .map(|person| match person {
            (Some(name), Some(address)) => format!("{name} <{address}>"),
            (Some(text), None) | (None, Some(text)) => text.clone(),
            (None, None) => String::new(),
        })
        .filter(|text| !text.is_empty())
        .collect();
    if people.len() > NAMED {
        names.push("…".to_owned());
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Reads the instant of a field `Date`. `None` where it is none, or its zone is not known: the day would be guessed.
pub(super) fn instant(value: &[u8]) -> Option<DateTime<FixedOffset>> {
    let text = one_line(&String::from_utf8_lossy(&value[..value.len().min(200)]));
    let zone = text.split('(').next()?.trim().rsplit(' ').next()?;
    let known = match zone.strip_prefix(['+', '-']) {
        Some(figures) => figures.len() == 4 && figures.bytes().all(|b| b.is_ascii_digit()),
        None => ["GMT", "UT", "UTC", "Z"].contains(&zone),
    };
    let text = match zone {
        // What the standard of old does not know.
        "UTC" | "Z" => text.replace(zone, "GMT"),
        _ => text,
    };
    let instant = DateTime::parse_from_rfc2822(&text).ok().filter(|_| known)?;
    (1970..=2200).contains(&instant.year()).then_some(instant)
}

/// Whether a subject begins as that of an answer does.
pub(super) fn answers(subject: &str) -> bool {
    let (mark, _) = subject.split_once(':').unwrap_or_default();
    let mark = mark.trim().to_lowercase();
    ["re", "ré", "rép", "aw", "sv"].contains(&mark.as_str())
}

/// Whether a field `Auto-Submitted` says that a program answered. What a program merely sent, a person may have written.
pub(super) fn is_automatic(value: &[u8]) -> bool {
    let value = value.trim_ascii();
    let mark = b"auto-replied";
    value.len() >= mark.len() && value[..mark.len()].eq_ignore_ascii_case(mark)
}

/// The fields of these names alone, the first of each, shortened.
fn chosen(block: &Block<'_>, names: &[&str]) -> Vec<u8> {
    let mut fields = Vec::new();
    for name in names {
        if let Some(value) = block.get(name) {
            let value = &value[..value.len().min(LONGEST_FIELD)];
            fields.extend(name.as_bytes());
            fields.push(b':');
            fields.extend(value.trim_ascii_end());
            fields.extend(b"\r\n");
        }
    }
    fields.extend(b"\r\n");
    fields
}

fn people(addresses: Option<&Address<'_>>) -> Vec<Person> {
    let all = addresses.into_iter().flat_map(|list| list.iter());
    all.take(MOST_ADDRESSES)
        .map(|one| (said(one.name(), 100), said(one.address(), 254)))
        .filter(|person| *person != (None, None))
        .collect()
}

fn said(text: Option<&str>, most: usize) -> Option<String> {
    let text = shortened(&one_line(text?), most);
    (!text.is_empty()).then_some(text)
}
