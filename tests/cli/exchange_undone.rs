//! Taking back an import: it is the business of the desk that imported, and nothing is lost on any.

use super::exchange::{bundle, claims, take};
use super::sandbox::Sandbox;

/// Two desks with one claim; the second one has entries of its own.
fn two() -> (Sandbox, Sandbox) {
    let (one, two) = (Sandbox::english(), Sandbox::english());
    one.new_from("cancel-order.toml");
    take(&two, &one, &[]);
    two.done(&[
        "log",
        "1",
        "refunded",
        "--on",
        "2026-11-19",
        "--amount",
        "20",
    ]);
    let file = two.write("slip.txt", "20 EUR");
    two.done(&["evidence", "add", "1", &file]);
    two.done(&["edit", "1", "order_ref=403-9"]);
    (one, two)
}

#[test]
fn the_other_desk_keeps_its_entries_when_an_import_of_them_is_taken_back() {
    let (one, two) = two();
    let before = claims(&two);
    take(&one, &two, &[]);
    assert!(claims(&one) == before);
    let undone = one.run(&["undo"]);
    insta::assert_snapshot!(undone.stderr, @"
    Taken back in claim 1: Refund received, 19 November 2026 · the order number · E1 added.
    This is so on this desk alone; importing it again brings it back.
    Next: Send your withdrawal to the seller
    Command: claimctl letter 1 withdrawal
    ");
    let shown = one.exported("1");
    assert_eq!(shown["purchase"]["order_ref"], "AL-2026-11873");
    let listed = one.done(&["evidence", "list", "1"]);
    assert!(!listed.contains("slip.txt"), "{listed}");
    // Whatever the form of the file: the other desk keeps everything.
    let said = take(&two, &one, &[]);
    assert_eq!(
        said,
        "0 new claims, 0 with something new, 1 already the same.\n"
    );
    let export = one.path("export.json").display().to_string();
    one.done(&["export", "--include-confidential", "--out", &export]);
    two.done(&["import", &export]);
    assert!(claims(&two) == before);
    // A third one has what both know.
    let third = Sandbox::english();
    take(&third, &one, &[]);
    assert!(claims(&third) == before);
    third.done(&["evidence", "verify", "--all"]);
    // And the desk that took it back gets it again, and can take it back again.
    for _ in 0..2 {
        let file = bundle(&two, &["--include-confidential"]);
        let shown = one.run(&["import", "--dry-run", &file]);
        let again = take(&one, &two, &[]);
        assert_eq!(shown.stdout, again.split_inclusive('\n').next().unwrap());
        insta::allow_duplicates! {
            insta::assert_snapshot!(again, @"
            Claim 1, Lampe commandée en double: 1 event that was taken back here counts again · E1 back again · order_ref=403-9
            0 new claims, 1 with something new, 0 already the same.
            ");
        }
        assert!(claims(&one) == before);
        one.done(&["undo"]);
        assert!(claims(&one) != before);
    }
    one.done(&["doctor"]);
}

#[test]
fn what_the_other_desk_takes_back_of_its_own_is_said_by_name() {
    let (one, two) = two();
    take(&one, &two, &[]);
    for _ in 0..3 {
        two.done(&["undo"]);
    }
    let file = bundle(&two, &[]);
    let shown = one.run(&["import", "--dry-run", &file]);
    let said = take(&one, &two, &[]);
    insta::assert_snapshot!(said, @"
    Claim 1, Lampe commandée en double: takes back no. 3 (Refund received, 19 November 2026) · removes E1 · order_ref=AL-2026-11873
    0 new claims, 1 with something new, 0 already the same.
    ");
    assert_eq!(shown.stdout, said.split_inclusive('\n').next().unwrap());
    assert!(claims(&one) == claims(&two));
    // Taken back in its turn, it counts here and stays taken back there.
    let before = claims(&two);
    one.done(&["undo"]);
    assert_eq!(one.exported("1")["purchase"]["order_ref"], "403-9");
    take(&two, &one, &[]);
    assert!(claims(&two) == before);
}

#[test]
fn a_claim_that_was_imported_and_taken_back_comes_again_with_the_next_import() {
    let (here, there) = (Sandbox::english(), Sandbox::english());
    here.new_from("cancel-order.toml");
    let before = claims(&here);
    take(&there, &here, &[]);
    insta::assert_snapshot!(there.run(&["undo"]).stderr, @"
    Taken back in claim 1: opened, Lampe commandée en double.
    This is so on this desk alone; importing it again brings it back.
    Claim 1 is closed as abandoned. To remove it completely: claimctl forget 1
    ");
    assert_eq!(there.exported("1")["outcome"], "abandoned");
    // The desk that it came from does not close it.
    take(&here, &there, &[]);
    assert!(claims(&here) == before);
    insta::assert_snapshot!(take(&there, &here, &[]), @"
    Claim 1, Lampe commandée en double: open again
    0 new claims, 1 with something new, 0 already the same.
    ");
    assert!(claims(&there) == before);
    // Once more: it is a change like any other.
    there.done(&["undo"]);
    assert_eq!(there.exported("1")["outcome"], "abandoned");
    take(&here, &there, &[]);
    assert!(claims(&here) == before);
    // A look-alike: what was closed after the import stays closed.
    take(&there, &here, &[]);
    there.done(&["close", "1", "--outcome", "refused"]);
    take(&there, &here, &[]);
    assert_eq!(there.exported("1")["outcome"], "refused");
}

#[test]
fn a_row_whose_claim_was_taken_back_names_the_command_that_opens_it() {
    let desk = Sandbox::english();
    let table = desk.write(
        "claims.csv",
        "title,problem,seller,seller_kind,item_kind,sale,wanted,country\n\
         Lamp,not-received,Maison Verne,trader,goods,online,refund,FR\n",
    );
    desk.done(&["import", &table]);
    desk.done(&["undo"]);
    let again = desk.run(&["import", &table]);
    assert_eq!(again.code, 0, "{again}");
    insta::assert_snapshot!(again.stderr, @"
    warning: claim 1 is here already, closed as abandoned; to open it again: claimctl log 1 reopened
    0 new claims, 1 already here.
    ");
    desk.done(&["log", "1", "reopened"]);
    let again = desk.run(&["import", &table]);
    assert!(!again.stderr.contains("abandoned"), "{again}");
}

#[test]
fn two_notes_on_one_piece_of_evidence_are_told_and_can_be_taken_back() {
    let (one, two) = two();
    take(&one, &two, &[]);
    one.done(&["evidence", "note", "1", "E1", "the hinge"]);
    two.done(&["evidence", "note", "1", "E1", "the lid"]);
    insta::assert_snapshot!(take(&one, &two, &[]), @"
    Claim 1, Lampe commandée en double: noted on E1
    warning: claim 1: of E1, “the hinge” (2026-11-20) and “the lid” (2026-11-20) were written apart; the later one counts. To choose the other one: claimctl evidence note 1 E1 'the hinge'
    0 new claims, 1 with something new, 0 already the same.
    ");
    let told = |desk: &Sandbox| {
        let shown = desk.done(&["show", "1"]);
        let mut lines = shown.lines().filter(|line| line.contains("apart"));
        lines.next().unwrap_or_default().to_owned()
    };
    insta::assert_snapshot!(told(&one), @"- of E1, “the hinge” (2026-11-20) was written apart from “the lid” (2026-11-20), which counts");
    // What is taken back is that import, and nothing before it.
    one.done(&["undo"]);
    let listed = one.done(&["evidence", "list", "1"]);
    assert!(listed.contains("the hinge"), "{listed}");
    take(&two, &one, &[]);
    assert_eq!(told(&two), told(&one));
    assert!(two.done(&["evidence", "list", "1"]).contains("the lid"));
    // Of what is purged, no note is left.
    one.done(&["evidence", "purge", "1", "E1", "--force", "--yes"]);
    assert_eq!(told(&one), "");
    let bytes = std::fs::read(one.db()).unwrap();
    for note in ["the hinge", "the lid"] {
        assert!(!bytes.windows(note.len()).any(|w| w == note.as_bytes()));
    }
}
