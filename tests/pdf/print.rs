//! The pages as they come out of a printer, made by a program that is not ours.
//!
//! `CLAIMCTL_PDFTOPPM` names that of Poppler. Without it there is nothing to look with, and the test passes by; the checks
//! of every change name it.

#![allow(clippy::disallowed_methods)]

use std::fs;
use std::process::Command;

use claimctl::domain::language::Language;
use claimctl::pdf;
use image::GrayImage;

use crate::letter::page;

/// Dots to the millimetre on the printed page.
const DOTS: f64 = 4.0;

/// Prints the first page; none where there is nothing to print with.
fn printed(bytes: &[u8]) -> Option<GrayImage> {
    let program = std::env::var_os("CLAIMCTL_PDFTOPPM")?;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    fs::write(&file, bytes).unwrap();
    let page = folder.path().join("page");
    let dots_per_inch = (DOTS * 25.4).to_string();
    let status = Command::new(program)
        .args(["-r", &dots_per_inch, "-gray", "-png", "-singlefile"])
        .args([&file, &page])
        .status();
    assert!(status.unwrap().success());
    Some(
        image::open(page.with_extension("png"))
            .unwrap()
            .into_luma8(),
    )
}

/// Whether there is ink between these millimetres from the left and from the top.
fn has_ink(page: &GrayImage, x: (f64, f64), y: (f64, f64)) -> bool {
    page.enumerate_pixels().any(|(left, top, dot)| {
        let (left, top) = (f64::from(left) / DOTS, f64::from(top) / DOTS);
        dot.0[0] < 128 && x.0 <= left && left < x.1 && y.0 <= top && top < y.1
    })
}

#[test]
fn an_address_lies_where_every_window_shows_it() {
    for (language, left) in [(Language::French, 110.0), (Language::English, 25.0)] {
        for lines in 1..=5 {
            let mut letter = page();
            letter.language = language;
            letter.addressee = (1..=lines).map(|n| format!("Ligne {n}, Âgé")).collect();
            let bytes = pdf::letter(&letter).unwrap().bytes;
            let Some(page) = printed(&bytes) else { return };
            let column = (left - 1.0, left + 80.0);
            assert!(has_ink(&page, column, (55.0, 79.0)), "{language} {lines}");
            // Nothing else shows, and nothing of it is hidden.
            assert!(!has_ink(&page, column, (45.0, 54.9)), "{language} {lines}");
            assert!(!has_ink(&page, column, (79.1, 84.0)), "{language} {lines}");
            assert!(
                !has_ink(&page, (0.0, 20.0), (0.0, 297.0)),
                "{language} {lines}"
            );
        }
    }
}
