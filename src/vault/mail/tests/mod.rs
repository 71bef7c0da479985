//! Mails as they come: in every encoding, broken, and hostile.

mod hostile;
mod real;

use super::{MailFile, parse};

/// A mail whose name ends in `.eml`, its lines ended as mail ends them.
fn read(mail: &str) -> MailFile {
    let with_returns = mail.replace('\n', "\r\n");
    let read = parse(with_returns.as_bytes(), true).unwrap();
    let without = parse(mail.as_bytes(), true).unwrap();
    assert_eq!(without.about, read.about, "without returns");
    assert_eq!(names(&without), names(&read), "without returns");
    read
}

fn names(mail: &MailFile) -> Vec<&str> {
    mail.attachments.iter().map(|a| a.name.as_str()).collect()
}
