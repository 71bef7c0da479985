use super::{names, parse, read};
use crate::vault::mail::fields::is_mailbox;

const HEADER: &str = "From: Support <help@shop.example>\nTo: ana@example.org\nSubject: Votre commande\n\
Date: Tue, 10 Nov 2026 09:12:33 +0100\nMessage-ID: <1@shop.example>\nMIME-Version: 1.0\n";

#[test]
fn quoted_printable_in_utf_8_with_encoded_words_in_the_header() {
    let mail = read(
        "Return-Path: <bounce@shop.example>\n\
         Received: from mx1.example.org (mx1.example.org [192.0.2.1])\n\tby mail.example.org with ESMTPS id 1\n\
         \tfor <ana@example.org>; Tue, 10 Nov 2026 08:13:02 +0000 (UTC)\n\
         Received: from a by b; Tue, 10 Nov 2026 08:12:40 +0000\n\
         From: =?UTF-8?Q?Service_Clients_=E2=80=93_=C3=89lectro?= <Help@Shop.example>\n\
         To: =?ISO-8859-1?B?QW5h6A==?= <Ana@Example.org>, \"Doe, J.\" <j@example.org>\n\
         Cc: undisclosed-recipients:;\n\
         Subject: =?utf-8?Q?R=C3=A9ponse_=C3=A0_votre?=\n =?utf-8?Q?_r=C3=A9clamation?=\n\
         Date: Tue, 10 Nov 2026 09:12:33 +0100 (CET)\n\
         Message-ID: <CA+abc=1@mail.shop.example>\n\
         In-Reply-To: <2@example.org>\n\
         Content-Type: text/plain; charset=\"utf-8\"\n\
         Content-Transfer-Encoding: quoted-printable\n\
         \n\
         Bonjour,\n\nVotre colis n=E2=80=99a pas =C3=A9t=C3=A9 livr=C3=A9=2E Nous vous rem=\nbourserons 34,90 =E2=82=AC=\n.\n\n\
         Le lun. 9 nov. 2026 =C3=A0 10:00, Ana <ana@example.org> a =C3=A9crit :\n> O=C3=B9 est mon colis ?\n",
    );
    let about = &mail.about;
    assert_eq!(
        about.from.as_deref(),
        Some("Service Clients – Électro <Help@Shop.example>")
    );
    assert_eq!(
        about.to.as_deref(),
        Some("Anaè <Ana@Example.org>, Doe, J. <j@example.org>")
    );
    assert_eq!(
        about.subject.as_deref(),
        Some("Réponse à votre réclamation")
    );
    assert_eq!(
        about.sent_at.unwrap().to_rfc3339(),
        "2026-11-10T09:12:33+01:00"
    );
    assert_eq!(
        about.message_id.as_deref(),
        Some("CA+abc=1@mail.shop.example")
    );
    assert_eq!(
        about.extract.as_deref(),
        Some("Bonjour, Votre colis n’a pas été livré. Nous vous rembourserons 34,90 €.")
    );
    assert_eq!(mail.senders, ["help@shop.example"]);
    assert_eq!(mail.recipients, ["ana@example.org", "j@example.org"]);
    assert!(mail.attachments.is_empty());
}

#[test]
fn latin_letters_with_the_euro_sign() {
    let body = b"Nous remboursons 34,90 \xa4. \xbduvre termin\xe9e.";
    let mut bytes = format!(
        "{HEADER}Content-Type: text/plain; charset=ISO-8859-15\nContent-Transfer-Encoding: 8bit\n\n"
    );
    let mail = |head: &str| parse(&[head.as_bytes(), body].concat(), true).unwrap();
    assert_eq!(
        mail(&bytes).about.extract.as_deref(),
        Some("Nous remboursons 34,90 €. œuvre terminée.")
    );
    // What says nothing of its letters is what Windows writes.
    bytes = format!("{HEADER}\n");
    let windows = [bytes.as_bytes(), b"34,90 \x80, pay\xe9"].concat();
    assert_eq!(
        parse(&windows, true).unwrap().about.extract.as_deref(),
        Some("34,90 €, payé")
    );
    let utf_8 = format!("{HEADER}Content-Type: text/plain; charset=us-ascii\n\n34,90 €");
    assert_eq!(read(&utf_8).about.extract.as_deref(), Some("34,90 €"));
    let unknown = format!("{HEADER}Content-Type: text/plain; charset=\"x-martian\"\n\n34,90 €");
    assert_eq!(read(&unknown).about.extract.as_deref(), Some("34,90 €"));
}

#[test]
fn nested_parts_give_the_plain_text_and_the_files() {
    let mail = read(&format!(
        "{HEADER}Content-Type: multipart/mixed; boundary=\"out er\"\n\n\
         This is a multi-part message in MIME format.\n\
         --out er\n\
         Content-Type: multipart/related; boundary=rel\n\n\
         --rel\n\
         Content-Type: multipart/alternative;\n boundary=\"alt=_1\"\n\n\
         --alt=_1\n\
         Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
         <html><head><style>p {{ color: red }}</style></head><body><p>La page</p></body></html>\n\
         --alt=_1\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
         TGUgdGV4dGUgw6ljcml0\n\
         --alt=_1--\n\
         --rel\n\
         Content-Type: image/gif\nContent-ID: <dot>\nContent-Transfer-Encoding: base64\n\nR0lGODlh\n\
         --rel--\n\
         --out er\n\
         Content-Type: application/pdf;\n name*0*=UTF-8''re%C3%A7u%20de;\n name*1*=%20novembre.pdf\n\
         Content-Transfer-Encoding: base64\n\
         Content-Disposition: attachment;\n filename*0*=UTF-8''re%C3%A7u%20de;\n filename*1=\" novembre.pdf\"\n\n\
         JVBERi0xLjQK\n\
         --out er\n\
         Content-Type: image/jpeg; name=\"=?UTF-8?B?cGhvdG8gw6l0w6kuanBn?=\"\nContent-Transfer-Encoding: base64\n\n/9j/\n\
         --out er\n\
         Content-Type: message/rfc822\n\n\
         From: x@y.example\nSubject: inner\n\nthe inner text\n\
         --out er--\n\
         an epilogue\n"
    ));
    assert_eq!(mail.about.extract.as_deref(), Some("Le texte écrit"));
    assert_eq!(
        names(&mail),
        ["reçu de novembre.pdf", "photo été.jpg", "attachment-3.eml"]
    );
    assert_eq!(mail.attachments[0].bytes, b"%PDF-1.4\n");
    assert_eq!(mail.attachments[1].bytes, b"\xff\xd8\xff");
    assert!(mail.attachments[2].bytes.starts_with(b"From: x@y.example"));
}

#[test]
fn an_answer_says_so() {
    let with = |field: &str| read(&format!("From: a@b.example\n{field}\n\nhello")).is_reply;
    for field in [
        "In-Reply-To: <1@a>",
        "References: <1@a>",
        "Subject: Re: x",
        "Subject: RE\u{a0}: x",
        "Subject: AW:x",
    ] {
        assert!(with(field), "{field}");
    }
    for field in [
        "Subject: Rendez-vous : x",
        "Subject: Order 1",
        "Subject: x Re: y",
    ] {
        assert!(!with(field), "{field}");
    }
}

#[test]
fn a_program_that_answers_says_so() {
    let with = |field: &str| read(&format!("From: a@b.example\n{field}\n\nhello")).is_automatic;
    assert!(with("Auto-Submitted: auto-replied"));
    assert!(with("auto-submitted: Auto-Replied (vacation)"));
    for field in [
        "Auto-Submitted: no",
        "Auto-Submitted: auto-generated",
        "X: auto-replied",
    ] {
        assert!(!with(field), "{field}");
    }
}

#[test]
fn a_page_alone_is_read_as_text() {
    let mail = read(&format!(
        "{HEADER}Content-Type: text/html; charset=utf-8\n\n\
         <html><head><title>no</title><style>b{{}}</style></head><body><script>alert(1)</script>\
         <p>Bonjour&nbsp;Ana,</p><p>Rembours&eacute; : 34,90&#8364; &lt;ici&gt;</p>\
         <div class=\"gmail_quote\"><blockquote>What you wrote</blockquote></div></body></html>"
    ));
    assert_eq!(
        mail.about.extract.as_deref(),
        Some("Bonjour\u{a0}Ana, Remboursé : 34,90€ <ici>")
    );
}

#[test]
fn what_is_quoted_and_signed_is_left_out() {
    let extract = |body: &str| read(&format!("{HEADER}\n{body}")).about.extract.unwrap();
    for quotation in [
        "On Mon, 9 Nov 2026 at 10:00, Ana <ana@example.org> wrote:\n> Where is it?",
        "On Mon, 9 Nov 2026 at 10:00, Ana\n<ana@example.org> wrote:\n\n> Where is it?",
        "Le 9 nov. 2026 à 10:00, Ana <ana@example.org> a écrit\u{a0}:\n> Où est-il ?",
        "-----Original Message-----\nFrom: Ana\nWhere is it?",
        "-----Message d'origine-----\nDe : Ana\nOù est-il ?",
        "________________________________\nDe : Ana\nOù est-il ?",
        "-- \nSupport, Shop SA",
        "De : Ana <ana@example.org>\nEnvoyé : lundi 9 novembre 2026\nÀ : Shop\nObjet : x\n\nOù est-il ?",
        "From: Ana <ana@example.org>\nSent: Monday\nTo: Shop\n\nWhere is it?",
    ] {
        assert_eq!(
            extract(&format!("It was sent.\n\n{quotation}\n")),
            "It was sent.",
            "{quotation}"
        );
    }
    assert_eq!(
        extract("> Where is it?\nIt was sent.\n> Thanks"),
        "It was sent."
    );
    assert_eq!(
        extract("From: Monday on it is open.\nBye"),
        "From: Monday on it is open. Bye"
    );
    // Somebody who says nothing of their own is quoted.
    assert_eq!(extract("> Where is it?\n"), "> Where is it?");
    let long = extract(&"mot ".repeat(200));
    assert_eq!(long.chars().count(), 300);
    assert!(long.ends_with("mot mot…"), "{long}");
}

#[test]
fn headers_can_be_missing() {
    let bare = read("Message-ID: <1@a>\n\nhello");
    assert_eq!(bare.about.message_id.as_deref(), Some("1@a"));
    assert_eq!((&bare.about.from, &bare.about.sent_at), (&None, &None));
    assert_eq!(bare.about.extract.as_deref(), Some("hello"));
    assert!(
        read("From: a@b.example\n\nhello")
            .about
            .message_id
            .is_none()
    );
    let date = read("Date: Tue, 10 Nov 2026 09:12:33 +0100\nSubject: x\n\nhello");
    assert!(date.about.sent_at.is_some());
    assert_eq!(
        read("Sender: s@b.example\nFrom:\nDate: x\n\n").senders,
        ["s@b.example"]
    );
    // Nothing but a header.
    assert_eq!(
        read("From: a@b.example\nTo: c@d.example").about.extract,
        None
    );
    assert!(parse(b"Subject: alone\n\nhello", true).is_none());
    assert!(parse(b"hello", true).is_none());
    assert!(parse(b"", true).is_none());
}

#[test]
fn a_note_of_the_user_is_no_mail() {
    for note in [
        "Date: 10 November\nI called them.\n",
        "Date: Tue, 10 Nov 2026 09:12:33 +0100\nFrom: the shop\n\nI called them.\n",
        "From: a@b.example\nDate: yesterday\n\nI called them.\n",
        "From: the shop\n\nI called them.\n",
        "From: the shop\nI called them\nDate: yesterday\n\n",
        "https://shop.example\n",
        "{\"from\": 1}\n",
    ] {
        assert!(parse(note.as_bytes(), false).is_none(), "{note}");
    }
    let mail = "From: a@b.example\nDate: Tue, 10 Nov 2026 09:12:33 +0100\n\nhello";
    assert!(parse(mail.as_bytes(), false).is_some());
}

#[test]
fn a_mail_out_of_a_mailbox_begins_with_a_line_of_its_own() {
    let mail = format!("From ana@example.org Tue Nov 10 09:12:33 2026\n{HEADER}\nhello");
    assert_eq!(read(&mail), read(&format!("{HEADER}\nhello")));
    let marked = format!("\u{feff}{HEADER}\nhello");
    assert_eq!(read(&marked), read(&format!("{HEADER}\nhello")));
}

#[test]
fn several_mails_in_one_file_are_a_mailbox() {
    let line = "From ana@example.org Tue Nov 10 09:12:33 2026\n";
    let two = format!("{line}{HEADER}\nhello\n\n{line}{HEADER}\nhello\n");
    assert!(is_mailbox(two.as_bytes()));
    assert!(is_mailbox(two.replace('\n', "\r\n").as_bytes()));
    for one in [
        format!("{line}{HEADER}\nhello\n\nFrom here on: nothing\nand so on\n"),
        format!("{line}{HEADER}\nhello\nFrom a b\nX: y\n"),
        format!("{HEADER}\nhello\n\n{line}{HEADER}\n"),
        "From ".to_owned(),
        "From a\n\nFrom ".to_owned(),
    ] {
        assert!(!is_mailbox(one.as_bytes()), "{one}");
    }
}

#[test]
fn a_day_is_never_guessed() {
    let sent = |date: &str| {
        read(&format!("From: a@b.example\nDate: {date}\n\n"))
            .about
            .sent_at
    };
    for (date, expected) in [
        (
            "Tue, 10 Nov 2026 09:12:33 +0100",
            "2026-11-10T09:12:33+01:00",
        ),
        ("10 Nov 2026 23:30 -0800", "2026-11-10T23:30:00-08:00"),
        ("Tue, 10 Nov 2026 09:12:33 GMT", "2026-11-10T09:12:33+00:00"),
        ("Tue, 10 Nov 2026 09:12:33 UTC", "2026-11-10T09:12:33+00:00"),
        (
            "Tue, 10 Nov 2026\n 09:12:33 +0530 (IST)",
            "2026-11-10T09:12:33+05:30",
        ),
    ] {
        assert_eq!(
            sent(date).map(|at| at.to_rfc3339()).as_deref(),
            Some(expected),
            "{date}"
        );
    }
    for date in [
        "",
        "Tue, 10 Nov 2026 09:12:33",
        "Tue, 10 Nov 2026 09:12:33 CET",
        // It was a Tuesday.
        "Mon, 10 Nov 2026 09:12:33 +0100",
        "Tue, 31 Feb 2026 09:12:33 +0100",
        "10/11/2026 09:12",
        "mar. 10 nov. 2026 09:12:33 +0100",
        "Fri, 10 Nov 99999 09:12:33 +0100",
        "Tue, 10 Nov 2026 25:12:33 +0100",
        "Tue, 10 Nov 2026 09:12:33 +9999",
    ] {
        assert_eq!(sent(date), None, "{date}");
    }
}
