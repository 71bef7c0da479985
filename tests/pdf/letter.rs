//! Letters on paper.

use chrono::NaiveDate;
use claimctl::domain::language::Language;
use claimctl::pdf::{self, LetterPage, Pdf};

use crate::keep;
use crate::reader::{Read, read};

const FRENCH: &str = "Madame, Monsieur,

Le 3 novembre 2026, j’ai commandé sur votre site un vélo d’enfant au prix de 1\u{202f}234,50\u{a0}€ \
(commande n°\u{a0}402-7781). La livraison devait avoir lieu au plus tard le 12 novembre 2026\u{a0}; à ce jour, \
je n’ai rien reçu, bien que vous m’ayez annoncé le contraire à plusieurs reprises.

Conformément à l’article L216-6 du code de la consommation, je vous mets en demeure de livrer dans un délai de \
quinze jours. À défaut, je considérerai le contrat comme résolu et vous demanderai le remboursement intégral des sommes \
versées\u{a0}:

- 1\u{202f}229,50\u{a0}€ pour le vélo
- 5\u{a0}€ pour la livraison, comme l’indique la confirmation de commande que vous m’avez adressée le jour même

Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.

Zoé Lefèvre

Pièces jointes\u{a0}: 1 facture, 2 captures d’écran";

pub(crate) fn page() -> LetterPage {
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    LetterPage {
        language: Language::French,
        sender: lines("Zoé Lefèvre\n12 rue de l’Église\n35000 Rennes\nzoe@example.org"),
        addressee: lines("Vélo & Cie\nService clients\n3 rue des Tanneurs\n69002 LYON"),
        date: "Le 20 novembre 2026".to_owned(),
        mention: Some("Lettre recommandée avec avis de réception".to_owned()),
        subject: "Mise en demeure de livrer".to_owned(),
        subject_line: "Objet\u{a0}: Mise en demeure de livrer".to_owned(),
        body: FRENCH.to_owned(),
        on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
    }
}

#[track_caller]
fn set(page: &LetterPage) -> (Pdf, Read) {
    let pdf = pdf::letter(page).unwrap();
    let read = read(&pdf.bytes);
    keep(&pdf.bytes);
    (pdf, read)
}

/// A letter of so many times the same words, as somebody else's file.
pub(crate) fn a_letter(times: usize) -> Vec<u8> {
    let mut page = page();
    page.body = vec![FRENCH; times].join("\n\n");
    pdf::letter(&page).unwrap().bytes
}

#[test]
fn a_letter_is_one_page_with_every_word_of_it() {
    let (pdf, read) = set(&page());
    assert_eq!(read.pages(), 1);
    assert!(pdf.unprintable.is_empty());
    assert_eq!(read.document.version, "1.7");
    let text = read.text(1);
    for words in [
        "Zoé Lefèvre",
        "12 rue de l’Église",
        "Vélo & Cie",
        "Objet\u{a0}: Mise en demeure",
        "1\u{202f}234,50\u{a0}€",
        "12 novembre 2026\u{a0};",
    ] {
        assert!(text.contains(words), "{words:?} is not in {text:?}");
    }
    assert!(!text.contains('/'), "one page needs no number: {text:?}");
    read.embeds_its_fonts();
    read.is_tagged();
}

#[test]
fn the_same_letter_is_the_same_bytes() {
    assert_eq!(pdf::letter(&page()).unwrap(), pdf::letter(&page()).unwrap());
}

#[test]
fn a_long_letter_says_which_page_it_is() {
    let mut long = page();
    long.body = [FRENCH; 7].join("\n\n");
    let (_, read) = set(&long);
    assert_eq!(read.pages(), 3);
    for page in 1..=3 {
        let number = format!("{page}\u{a0}/\u{a0}3");
        assert!(read.text(page).contains(&number), "{}", read.text(page));
    }
}

#[test]
fn text_that_looks_like_markup_comes_out_as_it_is() {
    let hostile = "#import \"x\"; $ * _ @ < \\ // `a` = b ~ -- [c] {d} 'e' /* f */";
    let mut page = page();
    page.subject = hostile.to_owned();
    page.subject_line = hostile.to_owned();
    page.body = format!("{hostile}\n\n= {hostile}\n\n- {hostile}\n/ {hostile}\n+ {hostile}");
    page.sender = vec![hostile.to_owned()];
    page.addressee = vec!["#sys.version".to_owned(), hostile.to_owned()];
    let (pdf, read) = set(&page);
    assert!(pdf.unprintable.is_empty());
    let text = read.text(1);
    assert!(
        text.matches("#import \"x\"; $ * _ @ <").count() >= 5,
        "{text}"
    );
    assert!(text.contains("#sys.version"), "{text}");
}

#[test]
fn whatever_was_typed_makes_a_letter() {
    let empty = LetterPage {
        sender: Vec::new(),
        addressee: Vec::new(),
        date: String::new(),
        mention: None,
        subject: String::new(),
        subject_line: String::new(),
        body: String::new(),
        ..page()
    };
    assert_eq!(set(&empty).1.pages(), 1);

    let mut page = page();
    page.addressee = vec!["深圳 电子\u{202e}\u{200d}🛒".to_owned(); 12];
    page.sender = vec!["x".repeat(3000); 3];
    page.body = format!(
        "{}\u{0}\u{7}\u{1b}[31m\u{e001}\n\nمرحبا שלום",
        "word".repeat(2000)
    );
    let (pdf, read) = set(&page);
    assert!(read.pages() > 1);
    assert!(pdf.unprintable.contains(&'深'), "{:?}", pdf.unprintable);
}

#[test]
fn an_english_letter_has_its_address_on_the_left() {
    let english = LetterPage {
        language: Language::English,
        date: "20 November 2026".to_owned(),
        mention: None,
        subject: "Formal notice".to_owned(),
        subject_line: "Subject: Formal notice".to_owned(),
        body: "Dear Sir or Madam,\n\nI ordered a bicycle that has not come.\n\nYours faithfully,\n\nZoé Lefèvre".to_owned(),
        ..page()
    };
    let (_, read) = set(&english);
    assert!(read.text(1).contains("Subject: Formal notice"));
}
