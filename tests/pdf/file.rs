//! Documents with exhibits.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use claimctl::domain::language::Language;
use claimctl::pdf::{self, Block, Edition, Exhibit, FilePages, Pdf, Section, Table};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::keep;
use crate::letter::a_letter;
use crate::reader::{Read, read};

/// Files of evidence in a folder of their own.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Files {
        Files(tempfile::tempdir().unwrap())
    }

    fn exhibit(&self, no: usize, name: &str, kind: &str, bytes: &[u8]) -> Exhibit {
        let file = self.0.path().join(format!("{no}"));
        fs::write(&file, bytes).unwrap();
        exhibit(no, name, kind, Some(file))
    }
}

fn exhibit(no: usize, name: &str, kind: &str, file: Option<PathBuf>) -> Exhibit {
    Exhibit {
        label: format!("E{no}"),
        title: format!("Photo, {no} novembre 2026"),
        lines: vec![
            "Le carton éventré, comme il a été remis".to_owned(),
            format!("SHA-256\u{a0}: {}", "0123456789abcdef".repeat(4)),
        ],
        name: name.to_owned(),
        media_type: Some(kind.to_owned()),
        file,
    }
}

fn photo(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let part = |n: u32| u8::try_from(n % 256).unwrap();
        Rgb([part(x / 8), part(y / 8), part((x / 100) * (y / 100) * 40)])
    });
    let mut bytes = Vec::new();
    let image = DynamicImage::ImageRgb8(image);
    image
        .write_to(&mut Cursor::new(&mut bytes), format)
        .unwrap();
    bytes
}

/// A PDF that somebody else made.
fn blank_pages(count: usize) -> Vec<u8> {
    let mut document = Document::with_version("1.4");
    let root = document.new_object_id();
    let pages: Vec<Object> = (0..count)
        .map(|_| {
            let content = Stream::new(Dictionary::new(), b"0 0 200 200 re f".to_vec());
            let content = document.add_object(content);
            let page = dictionary! {
                "Type" => "Page",
                "Parent" => root,
                "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
                "Contents" => content,
            };
            document.add_object(page).into()
        })
        .collect();
    let tree = dictionary! {
        "Type" => "Pages",
        "Count" => u32::try_from(count).unwrap(),
        "Kids" => pages,
    };
    document.objects.insert(root, tree.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn pages(exhibits: Vec<Exhibit>) -> FilePages {
    let text = |text: &str| text.to_owned();
    FilePages {
        language: Language::French,
        title: text("Dossier pour le médiateur – vélo d’enfant jamais livré"),
        author: Some(text("Zoé Lefèvre")),
        gaps: vec![text("L’adresse du vendeur n’est pas connue.")],
        sections: vec![
            Section {
                title: text("En résumé"),
                blocks: vec![
                    Block::Paragraph(text(
                        "Zoé Lefèvre a commandé un vélo d’enfant le 3 novembre 2026. Il n’est jamais arrivé.\n\nElle demande le remboursement de 1\u{202f}234,50\u{a0}€.",
                    )),
                    Block::Facts(vec![
                        (
                            text("Vendeur"),
                            text("Vélo & Cie\n3 rue des Tanneurs\n69002 Lyon"),
                        ),
                        (text("Commande"), text("402-7781")),
                    ]),
                ],
            },
            Section {
                title: text("L’argent"),
                blocks: vec![
                    Block::Table(Table {
                        head: vec![text("Poste"), text("Montant")],
                        right: vec![false, true],
                        rows: vec![
                            vec![text("Vélo"), text("1\u{202f}229,50\u{a0}€")],
                            vec![text("Livraison"), text("5,00\u{a0}€")],
                        ],
                    }),
                    Block::List(vec![
                        text("Article L216-6 du code de la consommation"),
                        text("#import \"x\"; *gras* $x$"),
                    ]),
                    Block::Quote(text(
                        "Bonjour,\n\nvotre colis est perdu.\nNous ne rembourserons pas.",
                    )),
                ],
            },
        ],
        exhibits,
        on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
    }
}

#[track_caller]
fn set(pages: &FilePages, edition: Edition) -> (Pdf, Read) {
    let pdf = pdf::file(pages, edition).unwrap();
    keep(&pdf.bytes);
    let read = read(&pdf.bytes);
    (pdf, read)
}

fn mixed(files: &Files) -> Vec<Exhibit> {
    let upright = photo(800, 3000, ImageFormat::Png);
    vec![
        files.exhibit(
            1,
            "carton.jpg",
            "image/jpeg",
            &photo(4000, 3000, ImageFormat::Jpeg),
        ),
        files.exhibit(2, "écran.png", "image/png", &upright),
        files.exhibit(3, "facture.pdf", "application/pdf", &a_letter(7)),
        exhibit(4, "disparu.jpg", "image/jpeg", None),
        exhibit(
            5,
            "disparu aussi.jpg",
            "image/jpeg",
            Some(Path::new("/nowhere/at/all").to_owned()),
        ),
        files.exhibit(
            6,
            "../faux.jpg",
            "image/jpeg",
            b"\xff\xd8\xff\xe0 no picture at all",
        ),
        files.exhibit(7, "faux.pdf", "application/pdf", b"%PDF-1.4 no PDF at all"),
        files.exhibit(8, "film.mp4", "video/mp4", b"...."),
        files.exhibit(
            9,
            "étiquette.webp",
            "image/webp",
            &photo(300, 200, ImageFormat::WebP),
        ),
    ]
}

#[test]
fn a_reading_copy_shows_what_can_be_shown_and_names_the_rest_on_page_one() {
    let files = Files::new();
    let (pdf, read) = set(&pages(mixed(&files)), Edition::Reading);
    assert_eq!(read.document.version, "1.7");
    assert!(pdf.unprintable.is_empty());
    let first = read.text(1);
    for gap in [
        "L’adresse du vendeur",
        "E4\u{a0}: Le fichier ne peut pas être lu",
        "E5\u{a0}: Le fichier ne peut pas être lu",
        "E6\u{a0}: Le fichier n’est pas une image",
        "E7\u{a0}: Le fichier est un PDF qui ne s’ouvre pas",
        "E8\u{a0}: Un fichier de ce type",
    ] {
        assert!(first.contains(gap), "{gap:?} is not in {first}");
    }
    let all: Vec<String> = (1..=read.pages())
        .map(|n| read.text(u32::try_from(n).unwrap()))
        .collect();
    let all = all.join("\n");
    assert!(all.contains("E3 · 2\u{a0}/\u{a0}3"), "{all}");
    assert!(!all.contains("E4 ·"), "{all}");
    read.embeds_its_fonts();
    read.is_tagged();
}

#[test]
fn an_archive_copy_holds_the_files_themselves() {
    let files = Files::new();
    let exhibits = mixed(&files);
    let original = fs::read(exhibits[0].file.as_ref().unwrap()).unwrap();
    let (_, read) = set(&pages(exhibits), Edition::Archive);
    let xmp = read.of_type("Metadata");
    assert_eq!(xmp.len(), 1);
    let names: Vec<String> = read.attached().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "E1-carton.jpg",
            "E2-écran.png",
            "E3-facture.pdf",
            "E6-.._faux.jpg",
            "E7-faux.pdf",
            "E8-film.mp4",
            "E9-étiquette.webp"
        ]
    );
    assert_eq!(read.attached()[0].1, original);
    assert_eq!(read.of_type("OutputIntent").len(), 1);
    read.embeds_its_fonts();
    read.is_tagged();
}

#[test]
fn the_same_document_is_the_same_bytes() {
    let files = Files::new();
    let pages = pages(mixed(&files));
    for edition in [Edition::Reading, Edition::Archive] {
        assert!(pdf::file(&pages, edition).unwrap() == pdf::file(&pages, edition).unwrap());
    }
}

#[test]
fn of_a_long_exhibit_the_first_pages_are_shown() {
    let files = Files::new();
    let long = blank_pages(200);
    let exhibits = vec![files.exhibit(1, "contrat.pdf", "application/pdf", &long)];
    let (_, read) = set(&pages(exhibits), Edition::Reading);
    assert!(
        read.text(1).contains("Seules 50 pages sur 200"),
        "{}",
        read.text(1)
    );
    assert_eq!(read.pages(), 51);
}

#[test]
fn a_pdf_that_is_too_new_to_be_embedded_is_painted() {
    let files = Files::new();
    let mut new = a_letter(1);
    new[5..8].copy_from_slice(b"2.0");
    let exhibits = vec![files.exhibit(1, "facture.pdf", "application/pdf", &new)];
    let (_, read) = set(&pages(exhibits), Edition::Reading);
    assert!(read.text(1).contains("Ce qui manque"));
    assert!(!read.text(1).contains("E1\u{a0}:"), "{}", read.text(1));
}

#[test]
fn a_document_without_anything_is_a_page() {
    let empty = FilePages {
        title: String::new(),
        author: None,
        gaps: Vec::new(),
        sections: Vec::new(),
        ..pages(Vec::new())
    };
    for edition in [Edition::Reading, Edition::Archive] {
        assert_eq!(set(&empty, edition).1.pages(), 1);
    }
}

#[test]
#[ignore = "measures"]
fn forty_photos_of_twelve_megapixels() {
    let files = Files::new();
    let photo = photo(4032, 3024, ImageFormat::Jpeg);
    let exhibits = (1..=40).map(|no| files.exhibit(no, "photo.jpg", "image/jpeg", &photo));
    let pages = pages(exhibits.collect());
    for edition in [Edition::Reading, Edition::Archive] {
        let start = std::time::Instant::now();
        let bytes = pdf::file(&pages, edition).unwrap().bytes.len();
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find(|l| l.starts_with("VmHWM")).unwrap();
        println!("{edition:?}: {:?}, {bytes} bytes, {peak}", start.elapsed());
    }
}
