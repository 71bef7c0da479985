//! Dossiers with exhibits.

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;

use chrono::NaiveDate;
use claimctl::domain::addressee::Addressee;
use claimctl::domain::language::Language;
use claimctl::domain::message::Message;
use claimctl::letters::dossier::{
    Block, Cell, Check, Dossier, Exhibit, Fact, Gap, Letter, Report, Section, Source, Table,
};
use claimctl::pdf::{self, Edition, Original, Originals, Pdf};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use crate::keep;
use crate::letter::a_letter;
use crate::reader::{Read, read};

/// Files of evidence in a folder of their own, all of one claim.
struct Files {
    folder: tempfile::TempDir,
    originals: Originals,
}

impl Files {
    fn new() -> Files {
        Files {
            folder: tempfile::tempdir().unwrap(),
            originals: Originals::new(),
        }
    }

    fn add(&mut self, name: &str, kind: &str, bytes: &[u8]) {
        let file = self.folder.path().join(format!("{}", self.originals.len()));
        fs::write(&file, bytes).unwrap();
        self.add_file(name, kind, file);
    }

    fn add_file(&mut self, name: &str, kind: &str, file: PathBuf) {
        let no = u32::try_from(self.originals.len() + 1).unwrap();
        let original = Original {
            name: name.to_owned(),
            media_type: Some(kind.to_owned()),
            file,
        };
        self.originals.insert((CLAIM, no), original);
    }
}

const CLAIM: i64 = 7;

fn fact(label: &str, lines: &[&str]) -> Fact {
    Fact {
        label: label.to_owned(),
        lines: lines.iter().map(|line| (*line).to_owned()).collect(),
    }
}

fn exhibit(no: u32, name: &str) -> Exhibit {
    Exhibit {
        no,
        heading: format!("E{no} – Photo"),
        facts: vec![
            fact(
                "Ce qu’elle montre",
                &["Le carton éventré, comme il a été remis"],
            ),
            fact("Fichier", &[name]),
        ],
        sha256: "0123456789abcdef".repeat(4),
        bytes: 1,
        file: None,
        picture: None,
        described: format!("Pièce E{no}\u{a0}: le carton éventré"),
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

fn section(id: &'static str, title: &str, blocks: Vec<Block>) -> Section {
    Section {
        id,
        title: title.to_owned(),
        blocks,
    }
}

fn dossier(files: &Files) -> Dossier {
    let text = |text: &str| text.to_owned();
    let cell = |text: &str| Cell::Text(text.to_owned());
    let said = |text: &str| Gap {
        text: text.to_owned(),
        message: Message::new("unused"),
        hint: None,
    };
    let source = Source {
        name: text("Code de la consommation, L216-6"),
        url: Some(text(
            "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044142655",
        )),
    };
    let exhibits = files.originals.iter();
    let exhibits = exhibits.map(|((_, no), of)| Block::Exhibit(exhibit(*no, &of.name)));
    Dossier {
        no: CLAIM,
        title: text("Vélo d’enfant jamais livré"),
        subtitle: text("Pour le médiateur · établi le 20 novembre 2026 · dossier 7"),
        language: Language::French,
        addressee: Addressee::Mediator,
        made_on: day(),
        gaps_title: text("Ce qui manque"),
        gaps: vec![said("L’adresse du vendeur n’est pas connue.")],
        apart: vec![said("Laissée de côté\u{a0}: une pièce confidentielle.")],
        summary: section(
            "summary",
            "L’essentiel",
            vec![Block::Facts(vec![
                fact(
                    "Qui réclame",
                    &["Zoé Lefèvre", "12 rue de l’Église", "35000 Rennes"],
                ),
                fact(
                    "Ce qui est demandé",
                    &["Remboursement\u{a0}: 1\u{202f}234,50\u{a0}€"],
                ),
            ])],
        ),
        sections: vec![
            section(
                "asks",
                "Ce que demande le médiateur",
                vec![Block::Checklist(vec![
                    Check {
                        done: true,
                        state: text("au dossier"),
                        text: text("Une réclamation écrite"),
                        detail: None,
                    },
                    Check {
                        done: false,
                        state: text("manque"),
                        text: text("La preuve de sa date"),
                        detail: Some(text("récépissé")),
                    },
                ])],
            ),
            section(
                "money",
                "L’argent",
                vec![
                    Block::Table(Table {
                        caption: text("L’argent"),
                        columns: vec![
                            text("Poste"),
                            text("Source"),
                            text("Pièces"),
                            text("Montant"),
                        ],
                        numbers: vec![3],
                        rows: vec![
                            vec![
                                cell("Vélo"),
                                Cell::Source(source),
                                Cell::Exhibits(vec![1, 3]),
                                cell("1\u{202f}229,50\u{a0}€"),
                            ],
                            vec![
                                cell("Dû aujourd’hui"),
                                cell(""),
                                cell(""),
                                cell("1\u{202f}234,50\u{a0}€"),
                            ],
                        ],
                        sums_up: true,
                    }),
                    Block::Paragraph(text("#import \"x\"; *gras* $x$ <b> @E1 // fin")),
                    Block::List(vec![text("= titre"), text("- tiret")]),
                ],
            ),
            section(
                "letters",
                "Ce qui a été envoyé",
                vec![Block::Letter(Letter {
                    heading: text("Mise en demeure, 12 novembre 2026"),
                    facts: vec![fact("Envoyé par", &["lettre recommandée"])],
                    body: Some(vec![
                        text("Bonjour,"),
                        String::new(),
                        text("rien n’est arrivé."),
                    ]),
                })],
            ),
            section("exhibits", "Les pièces", exhibits.collect()),
        ],
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()
}

fn report(dossiers: Vec<Dossier>) -> Report {
    let row = |one: &Dossier| vec![Cell::Dossier(one.no, format!("{}. {}", one.no, one.title))];
    Report {
        title: "Deux dossiers, 20 novembre 2026".to_owned(),
        language: Language::French,
        made_on: day(),
        contents: Table {
            caption: "Sommaire".to_owned(),
            columns: vec!["Dossier".to_owned()],
            numbers: Vec::new(),
            rows: dossiers.iter().map(row).collect(),
            sums_up: false,
        },
        dossiers,
    }
}

#[track_caller]
fn set(files: &Files, edition: Edition) -> (Pdf, Read) {
    let pdf = pdf::report(&report(vec![dossier(files)]), &files.originals, edition).unwrap();
    keep(&pdf.bytes);
    let read = read(&pdf.bytes);
    (pdf, read)
}

fn mixed() -> Files {
    let mut files = Files::new();
    files.add(
        "carton.jpg",
        "image/jpeg",
        &photo(4000, 3000, ImageFormat::Jpeg),
    );
    files.add(
        "écran.png",
        "image/png",
        &photo(800, 3000, ImageFormat::Png),
    );
    files.add("facture.pdf", "application/pdf", &a_letter(7));
    files.add_file("disparu.jpg", "image/jpeg", "/nowhere/at/all".into());
    files.add(
        "../faux.jpg",
        "image/jpeg",
        b"\xff\xd8\xff\xe0 no picture at all",
    );
    files.add("faux.pdf", "application/pdf", b"%PDF-1.4 no PDF at all");
    files.add("film.mp4", "video/mp4", b"....");
    files.add(
        "mot.txt",
        "text/plain",
        "Bonjour,\n\n#panic(\"*\")".as_bytes(),
    );
    files.add(
        "étiquette.webp",
        "image/webp",
        &photo(300, 200, ImageFormat::WebP),
    );
    files
}

#[test]
fn a_reading_copy_shows_what_can_be_shown_and_names_the_rest_on_page_one() {
    let (pdf, read) = set(&mixed(), Edition::Reading);
    assert_eq!(read.document.version, "1.7");
    assert!(pdf.unprintable.is_empty());
    let first = read.text(1);
    for words in [
        "L’adresse du vendeur",
        "E4\u{a0}: Le fichier ne peut pas être lu",
        "E5\u{a0}: Le fichier n’est pas une image",
        "E6\u{a0}: Le fichier est un PDF qui ne s’ouvre pas",
        "E7\u{a0}: Un fichier de ce type",
        "une pièce confidentielle",
        "12 rue de l’Église",
    ] {
        assert!(first.contains(words), "{words:?} is not in {first}");
    }
    let all = read.all();
    for words in [
        "manque La preuve de sa date (récépissé)",
        "#import \"x\"; *gras* $x$ <b> @E1 // fin",
        "= titre",
        "#panic(\"*\")",
        "E3 · 2\u{a0}/\u{a0}3",
        &"0123456789abcdef".repeat(4),
    ] {
        assert!(all.contains(words), "{words:?} is not in {all}");
    }
    assert!(!all.contains("E4 ·"), "{all}");
    read.embeds_its_fonts();
    read.is_tagged();
}

#[test]
fn an_archive_copy_holds_the_files_themselves() {
    let files = mixed();
    let (_, read) = set(&files, Edition::Archive);
    let names: Vec<String> = read.attached().into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "E1-carton.jpg",
            "E2-écran.png",
            "E3-facture.pdf",
            "E5-.._faux.jpg",
            "E6-faux.pdf",
            "E7-film.mp4",
            "E8-mot.txt",
            "E9-étiquette.webp"
        ]
    );
    let original = fs::read(&files.originals[&(CLAIM, 1)].file).unwrap();
    assert_eq!(read.attached()[0].1, original);
    let intents = read.of_type("OutputIntent");
    assert_eq!(intents.len(), 1);
    let about = read.about();
    for words in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
    ] {
        assert!(about.contains(words), "{words} is not in {about}");
    }
    // What cannot be shown is not missing: it is there.
    assert!(read.text(1).contains("E7\u{a0}: Un fichier de ce type"));
    read.embeds_its_fonts();
    read.is_tagged();
}

#[test]
fn the_same_dossier_is_the_same_bytes() {
    let files = mixed();
    for edition in [Edition::Reading, Edition::Archive] {
        assert!(set(&files, edition).0 == set(&files, edition).0);
    }
}

#[test]
fn several_dossiers_begin_with_their_contents() {
    let mut files = Files::new();
    files.add(
        "étiquette.webp",
        "image/webp",
        &photo(300, 200, ImageFormat::WebP),
    );
    let (one, mut other) = (dossier(&files), dossier(&files));
    other.no = 8;
    other.title = "Billet jamais remboursé".to_owned();
    let original = files.originals[&(CLAIM, 1)].clone();
    files.originals.insert((8, 1), original);
    for edition in [Edition::Reading, Edition::Archive] {
        let bytes = pdf::report(
            &report(vec![one.clone(), other.clone()]),
            &files.originals,
            edition,
        )
        .unwrap()
        .bytes;
        keep(&bytes);
        let read = read(&bytes);
        let first = read.text(1);
        assert!(first.contains("Deux dossiers"), "{first}");
        assert!(first.contains("8. Billet jamais remboursé · 4"), "{first}");
        assert!(
            read.text(4).contains("Billet jamais remboursé"),
            "{}",
            read.text(4)
        );
    }
    let empty = pdf::report(&report(Vec::new()), &Originals::new(), Edition::Archive).unwrap();
    assert_eq!(read(&empty.bytes).pages(), 1);
}

#[test]
fn of_a_long_exhibit_the_first_pages_are_shown() {
    let mut files = Files::new();
    files.add("contrat.pdf", "application/pdf", &blank_pages(200));
    let (_, read) = set(&files, Edition::Reading);
    let first = read.text(1);
    assert!(first.contains("Seules 50 pages sur 200"), "{first}");
    assert!((51..55).contains(&read.pages()), "{}", read.pages());
}

#[test]
fn a_pdf_that_is_too_new_to_be_embedded_is_painted() {
    let mut files = Files::new();
    let mut new = a_letter(1);
    new[5..8].copy_from_slice(b"2.0");
    files.add("facture.pdf", "application/pdf", &new);
    let (_, read) = set(&files, Edition::Reading);
    assert!(!read.text(1).contains("E1\u{a0}:"), "{}", read.text(1));
    assert_eq!(read.sizes().len(), 1);
}

#[test]
fn a_photo_is_shrunk_turned_upright_and_tells_no_place() {
    let mut files = Files::new();
    files.add(
        "photo.jpg",
        "image/jpeg",
        &turned(photo(4000, 3000, ImageFormat::Jpeg)),
    );
    let (pdf, read) = set(&files, Edition::Reading);
    assert_eq!(read.sizes(), [(1200, 1600)]);
    let place = b"Exif";
    assert!(!pdf.bytes.windows(place.len()).any(|part| part == place));
}

/// Says in a JPEG that the camera was held upright.
fn turned(mut jpeg: Vec<u8>) -> Vec<u8> {
    let exif =
        b"\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    jpeg.splice(2..2, exif.iter().copied());
    jpeg
}

/// The originals in the archive are all that may grow with what the telephone makes.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes, and measures the whole process"]
fn forty_photos_of_twelve_megapixels_fit_into_half_a_gigabyte() {
    let mut files = Files::new();
    let photo = photo(4032, 3024, ImageFormat::Jpeg);
    for _ in 0..40 {
        files.add("photo.jpg", "image/jpeg", &photo);
    }
    for edition in [Edition::Reading, Edition::Archive] {
        set(&files, edition);
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.unwrap().trim().trim_end_matches(" kB");
        assert!(kilobytes.parse::<u64>().unwrap() < 500_000, "{kilobytes}");
    }
}
