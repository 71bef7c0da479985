//! `claimctl import` of spreadsheets.

use super::restore::piped;
use super::sandbox::{Output, Sandbox};

/// What the tables here have no column for.
const WITH: &[&str] = &[
    "--with",
    "wanted=refund",
    "--with",
    "country=FR",
    "--with",
    "seller_kind=trader",
    "--with",
    "sale=online",
    "--with",
    "item_kind=goods",
];

fn import(desk: &Sandbox, table: impl AsRef<[u8]>, options: &[&str]) -> Output {
    let file = desk.write("table.csv", table);
    desk.run(&[&["import", &file], options, WITH].concat())
}

/// What is wrong with a table.
#[track_caller]
fn wrong(desk: &Sandbox, table: impl AsRef<[u8]>) -> String {
    let output = import(desk, table, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{output}");
    output.stderr
}

/// The facts and days of every claim, in the order of their numbers.
fn facts(desk: &Sandbox) -> Vec<String> {
    let exported = desk.json(&["export"]);
    let claims = exported["claims"].as_array().unwrap().iter();
    let claims = claims.map(|claim| {
        let events = claim["events"].as_array().unwrap().iter();
        let events = events.map(|event| {
            let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
            format!("{} {} {}", text("kind"), text("on"), text("at"))
        });
        let amount = &claim["purchase"]["amount"];
        format!(
            "{} | {} | {} {} | {}",
            claim["seller"]["name"].as_str().unwrap(),
            claim["purchase"]["order_ref"],
            amount["value"],
            amount["currency"],
            events.collect::<Vec<_>>().join(", ")
        )
    });
    claims.collect()
}

#[test]
fn a_french_spreadsheet_moves_in_once() {
    let desk = Sandbox::french();
    let table = "Order Ref;SELLER;ordered-on;Amount;Currency;problem;delivered_at;;\r\n\
                 A-1;Ch\u{e2}teau d\u{92}Eau;20/10/2026;34,90 \u{80};;not-received;;;\r\n\
                 \r\n\
                 A-2;Maison;1er octobre 2026;\"1 249,90\";EUR;damaged;5/10/2026 14h30;;\r\n\
                 A-2;Maison;2026-10-01;1249.90 EUR;;damaged;2026-10-05T14:30;;\r\n\
                 ;;;;;;;;\r\n\
                 \r\n";
    // As Windows-1252 has it.
    let table: Vec<u8> = table.chars().map(|c| u8::try_from(c).unwrap()).collect();
    insta::assert_snapshot!(import(&desk, &table, &["--dry-run"]), @"
    Nouveau : Château d’Eau (1 événement, aucune preuve)
    Nouveau : Maison (2 événements, aucune preuve)
    Nouveau : Maison (2 événements, aucune preuve)
    [stderr]
    Il y aurait 3 nouveaux dossiers, 0 déjà là.
    Rien n’a été importé.
    ");
    assert!(!desk.db().exists());
    insta::assert_snapshot!(import(&desk, &table, &[]), @"
    1
    2
    3
    [stderr]
    3 nouveaux dossiers, 0 déjà là.
    Pour voir la suite à donner : claimctl list
    ");
    insta::assert_snapshot!(facts(&desk).join("\n"), @r#"
    Château d’Eau | "A-1" | "34.90" "EUR" | ordered 2026-10-20 
    Maison | "A-2" | "1249.90" "EUR" | ordered 2026-10-01 , delivered 2026-10-05 2026-10-05T14:30:00
    Maison | "A-2" | "1249.90" "EUR" | ordered 2026-10-01 , delivered 2026-10-05 2026-10-05T14:30:00
    "#);
    // The same rows, written in another way, by themselves and in another order.
    let again = "\u{feff}seller\tproblem\tdelivered_at\tordered_on\tamount\torder_ref\n\
                 Maison\tdamaged\t2026-10-05T14:30\t2026-10-01\t1249.90 EUR\tA-2\n\
                 Ch\u{e2}teau d\u{2019}Eau\tnot-received\t\t2026-10-20\t34.90 EUR\tA-1\n\
                 Maison\tdamaged\t2026-10-05T14:30\t2026-10-01\t1249.90 EUR\tA-2\n\
                 Maison\tdamaged\t2026-10-05T14:30\t2026-10-01\t1249.90 EUR\tA-2\n";
    let wide: Vec<u8> = again.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.done(&["forget", "1", "--yes"]);
    insta::assert_snapshot!(import(&desk, wide, &[]), @"
    4
    [stderr]
    1 dossier oublié ici est laissé de côté.
    1 nouveau dossier, 2 déjà là.
    Pour voir la suite à donner : claimctl list
    ");
    insta::assert_snapshot!(import(&desk, again, &[]), @"
    [stderr]
    1 dossier oublié ici est laissé de côté.
    0 nouveau dossier, 3 déjà là.
    ");
    // Each of them can be taken back.
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    [stderr]
    Annulé dans le dossier 4 : ouverture, Maison.
    Le dossier 4 est clos comme abandonné. Pour le supprimer entièrement : claimctl forget 4
    ");
    desk.done(&["doctor"]);
}

#[test]
fn what_is_wrong_is_said_by_line_and_nothing_comes() {
    let desk = Sandbox::english();
    let table = "order_ref,seller,problem,ordered_on,delivered_on,amount,currency,description\n\
                 A-1,Shop,late,2026-10-20,,12,EUR,\"two\r\nlines\"\n\n\n\
                 A-2,Shop,lat,03/04/2026,,\"1,249\",EUR,\n\
                 A-3,,late,yesterday,2026-13-01,12,,\n\
                 A-4,Shop,late,20 October,2026-10-01,12 EUR,USD,\n\
                 A-5,Shop,late,2026-10-20,2026-10-01,12,3 EUR,\n\
                 A-6,Shop,late,2026-12-20,,,,,,x\n\
                 A-7,Shop,late\n\
                 A-8,Shop,late,,,,,\"lost\n";
    insta::assert_snapshot!(wrong(&desk, table), @r#"
    error: the file `table.csv` has 14 problems
    caused by: line 6: `lat` is not a value of `problem` (did you mean `late`? The values are: not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    caused by: line 6: `03/04/2026` could be two different days (write `2026-04-03` or `2026-03-04`)
    caused by: line 6: `1,249 EUR` could be two different amounts (write an amount such as `34.90 EUR`)
    caused by: line 7: `yesterday` is not a day written as year-month-day (write `2026-11-20`)
    caused by: line 7: `2026-13-01` is not a day of the calendar
    caused by: line 7: the amount `12` has no currency (write it behind the amount, in a column `currency`, or for every row: --with currency=EUR)
    caused by: line 7: `seller` is missing (give it in a column `seller`, or for every row: --with seller=VALUE)
    caused by: line 8: `20 October` is not a day written as year-month-day (write `2026-11-20`)
    caused by: line 8: `USD` is not the currency of `12 EUR`
    caused by: line 9: the currency in `3 EUR` is not in ISO 4217
    caused by: line 9: `delivered_on` (1 October 2026) lies before the order or contract (20 October 2026)
    caused by: line 10: the row has 10 cells where the header has 8 (write a text with separators or quotation marks in quotation marks, and each of its own twice: "a ""b"", c")
    caused by: line 11: the row has 3 cells where the header has 8 (write a text with separators or quotation marks in quotation marks, and each of its own twice: "a ""b"", c")
    caused by: line 12: a quotation mark is not closed, or not doubled (write a text with separators or quotation marks in quotation marks, and each of its own twice: "a ""b"", c")
    hint: nothing was stored; correct the file and run the command again
    "#);
    insta::assert_snapshot!(wrong(&desk, "vendor,problem,foo,seller ,Seller,closed_on,undone_on\n"), @"
    error: the file `table.csv` has 4 problems
    caused by: line 1: `vendor` is no column of a table (did you mean `seller`?)
    caused by: line 1: `foo` is no column of a table (keys are `problem`, `wanted`, `country`, `seller`, `item`, `amount`, …, an event with `_on` such as `ordered_on`, and the playbooks’ own questions)
    caused by: line 1: columns 4 and 5 are both `Seller`
    caused by: line 1: `undone_on` does not belong in an answers file: it needs a claim that exists (create the claim first, then use `claimctl log ID EVENT`)
    hint: nothing was stored; correct the file and run the command again
    ");
    // What no row has is said once.
    let file = desk.write("table.csv", "seller,amount\nA,1\nB,2\nC,3\n");
    insta::assert_snapshot!(desk.run(&["import", &file, "--with", "wanted=refund"]), @"
    [stderr]
    error: the file `table.csv` has 6 problems
    caused by: line 2: the amount `1` has no currency (write it behind the amount, in a column `currency`, or for every row: --with currency=EUR)
    caused by: `country` is missing (give it in a column `country`, or for every row: --with country=VALUE)
    caused by: `item_kind` is missing (give it in a column `item_kind`, or for every row: --with item_kind=VALUE, one of goods, second-hand-goods, service, digital, subscription)
    caused by: `problem` is missing (give it in a column `problem`, or for every row: --with problem=VALUE, one of not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    caused by: `sale` is missing (give it in a column `sale`, or for every row: --with sale=VALUE, one of online, phone, home-visit, store)
    caused by: `seller_kind` is missing (give it in a column `seller_kind`, or for every row: --with seller_kind=VALUE, one of trader, private)
    hint: nothing was stored; correct the file and run the command again
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["import", &file, "--with", "wanted=refnd", "--with", "sellr=A", "--with", "currency=euri"]), @"
    [stderr]
    error: the file `table.csv` has 3 problems
    caused by: the currency in `euri` is not in ISO 4217
    caused by: `sellr` is not a key of an answers file (did you mean `seller`?)
    caused by: `refnd` is not a value of `wanted` (did you mean `refund`? The values are: refund, partial-refund, replacement, repair, delivery, cancellation, price-reduction)
    hint: nothing was stored; correct the file and run the command again
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["import", &file, "--with", "wanted"]), @"
    [stderr]
    error: `wanted` is not of the form KEY=VALUE
    hint: claimctl import FILE --with country=FR
    [exit 2]
    ");
    let many = format!("seller,problem\n{}", "A,lat\n".repeat(1000));
    assert_eq!(wrong(&desk, many).matches("\ncaused by: ").count(), 201);
    assert!(!desk.db().exists());
}

#[test]
fn our_own_table_comes_back() {
    let (here, there) = (Sandbox::english(), Sandbox::english());
    let table = "order_ref,seller,problem,ordered_on,amount,item\n\
                 A-1,'=Shop,late,2026-10-20,12 EUR,'+33 6\n\
                 A-2,\"Shop \"\"x\"\"\",damaged,2026-10-21,,\n";
    assert_eq!(import(&here, table, &[]).stdout, "1\n2\n");
    here.done(&["close", "2", "--outcome", "replaced"]);
    let table = here.done(&["export", "--format", "csv"]);
    insta::assert_snapshot!(import(&here, &table, &[]), @"
    [stderr]
    Left out, as claimctl works it out itself: id, status, step, asked, received, outstanding, next, command, due_on, legal_on.
    0 new claims, 2 already here.
    ");
    insta::assert_snapshot!(import(&there, &table, &[]), @"
    1
    2
    [stderr]
    Left out, as claimctl works it out itself: id, status, step, asked, received, outstanding, next, command, due_on, legal_on.
    2 new claims, 0 already here.
    To see what to do next: claimctl list
    ");
    insta::assert_snapshot!(facts(&there).join("\n"), @r#"
    =Shop | "A-1" | "12.00" "EUR" | ordered 2026-10-20 
    Shop "x" | "A-2" | null null | ordered 2026-10-21 , closed 2026-11-20
    "#);
    assert_eq!(facts(&there), facts(&here));
    let list = here.done(&["list", "--all", "--format", "csv"]);
    insta::assert_snapshot!(wrong(&there, list), @"
    error: the file `table.csv` has a problem
    caused by: line 1: it is a list of claimctl without the column `uid`: its claims would come a second time (claimctl export --format csv writes a table that can come back)
    hint: nothing was stored; correct the file and run the command again
    ");
    let ends = "seller,problem,status,closed_on,outcome\n\
                A,late,closed,,\n\
                A,late,closed,2026-11-01,\n\
                A,late,closed,2027-11-01,done\n\
                A,late,waiting,,\n";
    insta::assert_snapshot!(wrong(&there, ends), @"
    error: the file `table.csv` has 4 problems
    caused by: line 2: `closed_on` is missing (a claim that has ended needs `closed_on` and `outcome`; leave both empty, and `status` too, for one that goes on)
    caused by: line 3: `outcome` is missing (a claim that has ended needs `closed_on` and `outcome`; leave both empty, and `status` too, for one that goes on)
    caused by: line 4: `closed_on` lies ahead: 1 November 2027 comes after today, 20 November 2026
    caused by: line 4: `done` is not a value of `outcome` (write one of: refunded, partly-refunded, replaced, repaired, cancelled, refused, abandoned)
    hint: nothing was stored; correct the file and run the command again
    ");
    let ids = "seller,problem,uid\n\
               A,late,12\n\
               A,late,0193a2b4-0000-7000-8000-00000000000A\n\
               A,late,0193a2b4-0000-7000-8000-00000000000a\n";
    insta::assert_snapshot!(wrong(&there, ids), @"
    error: the file `table.csv` has 2 problems
    caused by: line 2: `12` is not a UUID, the id of a claim between machines (leave `uid` empty for a claim that does not come from claimctl)
    caused by: line 4: `0193a2b4-0000-7000-8000-00000000000a` is the id of line 3 already
    hint: nothing was stored; correct the file and run the command again
    ");
}

#[test]
fn what_is_no_table_is_refused() {
    let desk = Sandbox::english();
    let wide = (0..100_000).map(|n| format!("c{n},")).collect::<String>();
    let cut: &[u8] = b"\xff\xfes\0e";
    let cases: &[(&str, &[u8])] = &[
        ("some text", b"some text\nand more\n"),
        ("blank", b"\n\r\n \n"),
        ("gzip", b"\x1f\x8b\x08\0\0abc,def"),
        ("NUL in the header", b"seller,problem\0\nA,late\n"),
        ("half of UTF-16", cut),
        ("a list", b"[1, 2]"),
        ("NUL in a cell", b"seller,problem\nA\0B,late\n"),
        ("a quote in the header", b"seller,\"problem\nA,late\n"),
        ("only a header", b"seller,problem\r\n"),
        ("old Macs", b"seller,problem\rA,late\r\rB,lat\r"),
        ("a cell too many", b"seller,problem,\nA,late,x\n"),
        ("wide", wide.as_bytes()),
    ];
    let mut said = String::new();
    for (name, bytes) in cases {
        let output = piped(&desk, &[&["import", "-"], WITH].concat(), bytes);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{name}");
        said += &format!("{name}\n{}", output.stderr);
    }
    insta::assert_snapshot!(said, @r#"
    some text
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    blank
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    gzip
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    NUL in the header
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    half of UTF-16
    error: nothing was imported from `-`
    caused by: it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
    hint: to write what can be imported: claimctl export --format bundle --out FILE
    a list
    error: `--with wanted=refund` is for a table (CSV): this file says itself what its claims are
    NUL in a cell
    error: the file `-` has a problem
    caused by: line 2: `seller` holds a control character (U+0000)
    hint: nothing was stored; correct the file and run the command again
    a quote in the header
    error: the file `-` has a problem
    caused by: line 1: a quotation mark is not closed, or not doubled (write a text with separators or quotation marks in quotation marks, and each of its own twice: "a ""b"", c")
    hint: nothing was stored; correct the file and run the command again
    only a header
    error: the file `-` has a problem
    caused by: line 1: there is no row below the header
    hint: nothing was stored; correct the file and run the command again
    old Macs
    error: the file `-` has a problem
    caused by: line 4: `lat` is not a value of `problem` (did you mean `late`? The values are: not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances)
    hint: nothing was stored; correct the file and run the command again
    a cell too many
    error: the file `-` has a problem
    caused by: line 2: the cell `x` stands in a column without a name
    hint: nothing was stored; correct the file and run the command again
    wide
    error: the file `-` has a problem
    caused by: line 1: the table has more than 500 columns
    hint: nothing was stored; correct the file and run the command again
    "#);
    assert!(!desk.db().exists());
}
