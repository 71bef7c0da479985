use proptest::prelude::*;

use super::{names, parse, read};
use crate::vault::mail::names::safe;

const HEADER: &str = "From: a@b.example\nDate: Tue, 10 Nov 2026 09:12:33 +0100\n";

fn attached(disposition: &str) -> String {
    format!(
        "{HEADER}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pdf\n\
         Content-Disposition: attachment; {disposition}\n\n%PDF\n--b--\n"
    )
}

#[test]
fn a_name_leads_nowhere_and_hides_nothing() {
    for (name, expected) in [
        ("../../evil.pdf", "evil.pdf"),
        ("..\\..\\evil.pdf", "evil.pdf"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\evil.exe", "evil.exe"),
        ("C:evil.exe", "C_evil.exe"),
        ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
        ("a\u{200b}b\u{feff}.pdf", "ab.pdf"),
        ("\u{1b}[2Jred.pdf", "_[2Jred.pdf"),
        ("a\nb\r\0c.pdf", "a_b__c.pdf"),
        (".hidden", "hidden"),
        ("..", "attachment-1.pdf"),
        ("  ", "attachment-1.pdf"),
        ("", "attachment-1.pdf"),
        ("reçu – 3 €.pdf", "reçu – 3 €.pdf"),
    ] {
        assert_eq!(safe(name, 1, ".pdf"), expected, "{name:?}");
    }
    let long = safe(&("x".repeat(5000) + ".pdf"), 1, "");
    assert_eq!(long.chars().count(), 120);
    assert!(long.ends_with("xx.pdf"), "{long}");
    assert_eq!(
        names(&read(&attached("filename=\"../../evil.pdf\""))),
        ["evil.pdf"]
    );
    let reversed = attached("filename*=UTF-8''invoice%E2%80%AEfdp.exe");
    assert_eq!(names(&read(&reversed)), ["invoicefdp.exe"]);
    let folder = attached("filename*=UTF-8''..%2F..%2Fevil%0A.pdf");
    assert_eq!(names(&read(&folder)), ["evil_.pdf"]);
}

#[test]
fn what_a_header_says_commands_no_terminal() {
    let mail = read(
        "From: \"\u{1b}[31mShop\u{202e}\" <a@b.example>\nSubject: =?utf-8?Q?a=1B=5B2Jb=07=E2=80=AEc=0A=0Dd?=\n\
         Message-ID: <1\u{1b}@a>\n\n\u{1b}]0;owned\u{7}text\u{202e}",
    );
    let about = &mail.about;
    for text in [
        &about.from,
        &about.subject,
        &about.message_id,
        &about.extract,
    ] {
        let text = text.as_deref().unwrap();
        assert!(
            text.chars().all(|c| !c.is_control() && c != '\u{202e}'),
            "{text:?}"
        );
    }
    assert_eq!(about.subject.as_deref(), Some("a [2Jb c d"));
}

#[test]
fn parts_nest_only_so_deep() {
    let mut mail = HEADER.to_owned();
    for depth in 0..5_000 {
        mail += &format!("Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
    }
    mail += "Content-Type: text/plain\n\nthe deepest\n";
    let read = parse(mail.as_bytes(), true).unwrap();
    assert_eq!((read.about.extract, read.attachments.len()), (None, 0));
    let mut messages = HEADER.to_owned();
    for _ in 0..50_000 {
        messages += "Content-Type: message/rfc822\n\n";
    }
    assert_eq!(
        parse(messages.as_bytes(), true).unwrap().attachments.len(),
        1
    );
    let mut digests = HEADER.to_owned();
    for depth in 0..5_000 {
        digests += &format!("Content-Type: multipart/digest; boundary=b{depth}\n\n--b{depth}\n");
    }
    assert!(parse(digests.as_bytes(), true).is_some());
    // One boundary for all.
    let same =
        HEADER.to_owned() + &"Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(20_000);
    assert!(parse(same.as_bytes(), true).is_some());
}

#[test]
fn parts_and_headers_are_counted() {
    let part = "--b\nContent-Type: application/pdf; name=same.pdf\n\n%PDF\n";
    let many = format!(
        "{HEADER}Content-Type: multipart/mixed; boundary=b\n\n{}--b--\n",
        part.repeat(10_000)
    );
    let mail = read(&many);
    assert_eq!((mail.attachments.len(), mail.left), (100, 9_900));
    assert!(names(&mail).iter().all(|name| *name == "same.pdf"));
    let endless = format!("{HEADER}X: {}\n\nhello", "x".repeat(300_000));
    assert!(parse(endless.as_bytes(), true).is_none());
    let folded = format!("{HEADER}Subject: a\n{}\n\nhello", " b\n".repeat(20_000));
    let subject = read(&folded).about.subject.unwrap();
    assert_eq!(subject.chars().count(), 200);
    let crowd = format!("{HEADER}To: {}\n\nhello", "a@b.example, ".repeat(15_000));
    assert_eq!(read(&crowd).recipients.len(), 100);
    let comments = format!("From: {}\nMessage-ID: <1@a>\n\n", "(".repeat(200_000));
    assert!(parse(comments.as_bytes(), true).is_some());
    let attributes: String = (0..5_000).map(|n| format!("; a{n}*0*=x")).collect();
    let typed = format!("{HEADER}Content-Type: text/plain{attributes}\n\nhello");
    assert_eq!(read(&typed).about.extract.as_deref(), Some("hello"));
}

#[test]
fn broken_parts_are_read_as_far_as_they_go() {
    let open = format!(
        "{HEADER}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: image/png; name=a.png\n\nxyz"
    );
    let mail = read(&open);
    assert_eq!(mail.about.extract.as_deref(), Some("hello"));
    assert_eq!(mail.attachments[0].bytes, b"xyz");
    let nothing = format!("{HEADER}Content-Type: multipart/mixed; boundary=b\n\nhello");
    assert_eq!(read(&nothing).about.extract, None);
    let no_boundary = format!("{HEADER}Content-Type: multipart/mixed\n\nhello");
    assert_eq!(read(&no_boundary).attachments, []);
    let noise = format!(
        "{HEADER}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nJVBE!!Ri0x\n_list_\n"
    );
    assert!(read(&noise).attachments[0].bytes.starts_with(b"%PDF-1"));
    let not_base64 = format!(
        "{HEADER}Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n100 =ZZ % ="
    );
    assert!(read(&not_base64).about.extract.is_some());
    // Only the beginning of a long text is decoded.
    let long = format!(
        "{HEADER}Content-Transfer-Encoding: base64\n\n{}",
        "aGVsbG8g".repeat(100_000)
    );
    assert!(
        read(&long)
            .about
            .extract
            .unwrap()
            .starts_with("hello hello")
    );
}

/// What mails are made of, in an order that no program would write.
fn pieces() -> impl Strategy<Value = Vec<u8>> {
    let words = prop::sample::select(vec![
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Content-Type",
        "Content-Disposition",
        "Received",
        "Content-Transfer-Encoding",
        ": ",
        ":",
        "\n",
        "\r\n",
        "\n\n",
        "\n ",
        "\t",
        "multipart/mixed",
        "multipart/digest",
        "text/plain",
        "text/html",
        "message/rfc822",
        "; boundary=b",
        "; boundary=\"b\"",
        "--b",
        "--b--",
        "; name=",
        "; name*0*=",
        "; name*1=",
        "UTF-8''%C3%A9",
        "; charset=",
        "utf-8",
        "iso-8859-15",
        "utf-7",
        "utf-16",
        "base64",
        "quoted-printable",
        "attachment",
        "; filename=\"",
        "\"",
        "\\",
        "=?utf-8?Q?",
        "=?utf-8?B?",
        "?=",
        "=C3",
        "=\n",
        "=",
        "(",
        ")",
        "<",
        ">",
        ",",
        ";",
        "@",
        "a@b.example",
        "Tue, 10 Nov 2026 09:12:33 +0100",
        "99999999999999999999",
        "-",
        "<p>",
        "<blockquote",
        "&#x;",
        "&eacute;",
        "&",
        "<!--",
        "<script>",
        "é",
        "€",
        "\u{202e}",
        "\0",
        "'",
        "''",
        "*",
        "%",
        "%zz",
        "[",
        "]",
    ]);
    let word = words.prop_map(|word| word.as_bytes().to_vec());
    let bytes = prop::collection::vec(any::<u8>(), 0..4);
    let one = prop_oneof![8 => word, 1 => bytes];
    prop::collection::vec(one, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_no_mail(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(parse(&bytes, true).is_none());
    }

    #[test]
    fn no_pieces_make_it_panic(head in pieces(), kind in pieces(), body in pieces()) {
        let _ = parse(&head, true);
        let fields = [HEADER.as_bytes(), b"Content-Type: ", &kind, b"\n", &head, b"\n\n", &body].concat();
        let _ = parse(&fields, true);
        let mixed = [HEADER.as_bytes(), b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", &head, b"\n--b\nContent-Type: text/html\n\n", &body].concat();
        let mail = parse(&mixed, true).unwrap();
        for name in names(&mail) {
            prop_assert!(!name.contains(['/', '\\', '\n', '\0', '\u{202e}']), "{name:?}");
        }
    }
}
