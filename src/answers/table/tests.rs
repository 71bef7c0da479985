//! Rows keep their lines however they are written, and nothing that is read can stop the program.

use proptest::prelude::*;

use super::sheet::{Sheet, Unclosed, separator};
use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn read(bytes: &[u8]) -> Option<Result<Table, TableError>> {
    let with = BTreeMap::from([("country".to_owned(), "FR".to_owned())]);
    let around = Around {
        library: &Library::default(),
        today: day("2026-11-20"),
        now: "2026-11-20T08:00:00Z".parse().expect("an instant"),
        language: Language::English,
        with: &with,
        day: &|_| None,
        moment: &|_| None,
    };
    table_text(bytes).map(|text| read_table(&text, &around))
}

/// The line and the first cell of each row.
fn rows(text: &str) -> Vec<Result<(usize, String), Unclosed>> {
    let rows = Sheet::new(text, b',').map(|row| row.map(|row| (row.line, row.cells[0].to_owned())));
    rows.collect()
}

#[test]
fn lines_are_those_of_the_file() {
    let row = |line, cell: &str| Ok((line, cell.to_owned()));
    assert_eq!(
        rows("\n\na,b\r\n\r\n\"c\r\n\nd\",e\r\n , \r\nf,g\rh"),
        [row(3, "a"), row(5, "c\r\n\nd"), row(9, "f"), row(10, "h"),]
    );
    assert_eq!(
        rows("a,b\nc,\"d\ne,f\ng,h\n"),
        [row(1, "a"), Err(Unclosed { line: 2 })]
    );
    assert_eq!(rows("a\nb\"c\nd\n")[1], Err(Unclosed { line: 2 }));
}

#[test]
fn the_separator_is_that_of_the_header() {
    assert_eq!(separator("a;b;c,d\n1,2,3,4,5,6"), Some(b';'));
    assert_eq!(separator("\r\n\"a;b;c\",d\n"), Some(b','));
    assert_eq!(separator("a\tb"), Some(b'\t'));
    assert_eq!(separator("a b\n1,2"), None);
    assert_eq!(separator(""), None);
}

#[test]
fn text_is_read_as_spreadsheets_save_it() {
    let text = |bytes: &[u8]| table_text(bytes);
    let is = |expected: &str| Some(expected.to_owned());
    assert_eq!(text(b"\xef\xbb\xbfa\xe2\x82\xac"), is("a€"));
    assert_eq!(text(b"\x80 \x92 \xe9"), is("€ ’ é"));
    assert_eq!(text(b"\xfe\xff\0a\x20\xac"), is("a€"));
    assert_eq!(text(b"\xff\xfea\0\xac\x20"), is("a€"));
    assert_eq!(text(b"\xff\xfea\0\xac"), None);
    assert_eq!(text(b"\xff\xfe\0\xd8"), None);
    assert_eq!(text(b"a\0b"), None);
    assert_eq!(text(b"a\x81\n"), None);
    assert_eq!(text(b""), is(""));
}

#[test]
fn the_id_of_a_row_never_changes() {
    // Whoever imports the file that was imported a year ago must not have every claim twice.
    let table = "problem,wanted,seller,seller_kind,sale,item_kind,ordered_on,amount\n\
                 late,refund,Shop,trader,online,goods,2026-10-20,12 EUR\n\
                 late,refund,Shop,trader,online,goods,2026-10-20,12 EUR\n";
    let Some(Ok(table)) = read(table.as_bytes()) else {
        panic!("it holds");
    };
    let ids: Vec<&str> = table.claims.iter().map(|claim| &*claim.uid).collect();
    assert_eq!(
        ids,
        [
            "088e8ee7-2a70-813d-b4c2-ac42aef62a47",
            "d962d939-c551-8b28-8661-f03608089815"
        ]
    );
    assert_eq!(
        table.claims[0].replica.log[0].uid,
        "02e80475-71f8-8172-a006-6fe196916edc"
    );
}

proptest! {
    #[test]
    fn whatever_is_read_nothing_stops(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }

    #[test]
    fn whatever_stands_in_cells_nothing_stops(rows in "[a-c0-9,;\"'=\r\n\t \u{e9}-]{0,120}") {
        let _ = read(format!("seller,problem,amount,ordered_on,uid,closed_on\n{rows}").as_bytes());
    }

    #[test]
    fn rows_keep_their_lines(
        cells in proptest::collection::vec(("[a-z]", "[a-z\"\n]{0,4}", "(\r|\n|\r\n){1,3}"), 1..9),
    ) {
        let (mut text, mut expected, mut line) = (String::new(), Vec::new(), 1);
        for (first, second, end) in cells {
            expected.push(Ok((line, first.clone())));
            let row = format!("{first},\"{}\"{end}", second.replace('"', "\"\""));
            line += row.replace("\r\n", "\n").matches(['\r', '\n']).count();
            text += &row;
        }
        prop_assert_eq!(rows(&text), expected);
    }
}
