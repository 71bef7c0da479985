//! `claimctl import` of our own JSON export.

use serde_json::{Value, json};

use super::backup::desk;
use super::exchange::{claims, take};
use super::restore::piped;
use super::sandbox::Sandbox;

/// A desk with a claim that has something of everything that a JSON export says.
fn full_desk() -> Sandbox {
    let desk = desk();
    desk.done(&[
        "log",
        "1",
        "contacted",
        "--at",
        "2026-11-18T10:30",
        "--channel",
        "email",
        "--note",
        "hello",
    ]);
    desk.done(&[
        "log",
        "1",
        "promised",
        "--who",
        "Mme Roy",
        "--remedy",
        "replacement",
        "--on",
        "2026-11-19",
        "--by",
        "2026-11-28",
        "--amount",
        "10 EUR",
    ]);
    desk.done(&["log", "1", "note", "--note", "wrong"]);
    desk.done(&["undo"]);
    desk.done(&["edit", "1", "region=FR-67", "notice_period=P1M"]);
    desk.done(&[
        "evidence",
        "note",
        "1",
        "E2",
        "the receipt",
        "--kind",
        "receipt",
    ]);
    let mail = "From: shop@example.org\r\nTo: me@example.org\r\nSubject: Your order\r\nDate: Wed, 18 Nov 2026 \
                08:00:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\nIt is on its way.\r\n";
    let mail = desk.write("mail.eml", mail);
    desk.done(&["evidence", "add", "1", &mail, "--received"]);
    desk
}

#[test]
fn an_export_in_json_comes_back_but_for_its_files() {
    let (here, there) = (full_desk(), Sandbox::english());
    let file = there.write(
        "claims.json",
        here.done(&["export", "--include-confidential"]),
    );
    let taken = there.run(&["import", &file]);
    assert_eq!((taken.code, taken.stdout.as_str()), (0, "1\n"), "{taken}");
    let mut expected = claims(&here);
    for piece in expected[0]["evidence"].as_array_mut().unwrap() {
        piece["stored"] = json!(false);
    }
    // What was taken back is not in the export, and leaves no gap in the numbers.
    let mut came = claims(&there);
    for event in [&mut expected, &mut came]
        .into_iter()
        .flat_map(|all| all[0]["events"].as_array_mut().unwrap())
    {
        event["no"] = json!(null);
    }
    assert!(came == expected);
    // Once more, and where it came from: nothing changes.
    for desk in [&there, &here] {
        let before = claims(desk);
        let again = desk.run(&[
            "import",
            &there.path("home/claims.json").display().to_string(),
        ]);
        assert_eq!(
            again.stderr,
            "0 new claims, 0 with something new, 1 already the same.\n"
        );
        assert!(claims(desk) == before);
    }
    // What was written since stays, and that is said; what was logged since does not go away.
    there.done(&["edit", "1", "order_ref=405-9"]);
    there.done(&["log", "1", "note", "--note", "since"]);
    let before = claims(&there);
    let again = there.run(&["import", &file]);
    insta::assert_snapshot!(again.stderr, @"
    warning: claim 1: order_ref=AL-2026-11873 in the file is order_ref=405-9 here, and stays so; a JSON export does not say which is newer, a bundle does
    0 new claims, 0 with something new, 1 already the same.
    ");
    assert!(claims(&there) == before);
    // The files come with a bundle.
    take(&there, &here, &[]);
    there.done(&["evidence", "verify", "--all"]);
}

#[test]
fn an_export_of_an_older_version_is_taken_in_as_well() {
    let (here, there) = (full_desk(), Sandbox::french());
    let mut exported = here.json(&["export"]);
    let claim = &mut exported["claims"][0];
    claim.as_object_mut().unwrap().remove("facts");
    for event in claim["events"].as_array_mut().unwrap() {
        for key in [
            "no",
            "uid",
            "received_on",
            "by",
            "about",
            "remedy",
            "said_by",
        ] {
            event.as_object_mut().unwrap().remove(key);
        }
    }
    let text = exported.to_string();
    let taken = piped(&there, &["import", "-"], text.as_bytes());
    assert_eq!((taken.code, taken.stdout.as_str()), (0, "1\n"), "{taken}");
    let new = &claims(&there)[0];
    let old = &claims(&here)[0];
    for key in ["title", "problem", "country", "seller", "purchase"] {
        assert_eq!(new[key], old[key], "{key}");
    }
    let kinds = |claim: &Value| -> Vec<Value> {
        let events = claim["events"].as_array().unwrap();
        events.iter().map(|event| event["kind"].clone()).collect()
    };
    assert_eq!(kinds(new), kinds(old));
    for desk in [&there, &here] {
        let before = claims(desk);
        let again = piped(desk, &["import", "-"], text.as_bytes());
        assert!(again.stderr.contains('1') && again.code == 0, "{again}");
        assert!(claims(desk) == before);
    }
}

#[test]
fn an_export_that_does_not_hold_is_refused_whole() {
    let desk = full_desk();
    let good = desk.json(&["export"]);
    let before = claims(&desk);
    let mut all = String::new();
    let edits: [(&str, Value); 12] = [
        ("/schema", json!("claimctl/rights/1")),
        ("/claims/0/uid", json!("../../etc")),
        ("/claims/0/facts/amount", json!("ten euros")),
        ("/claims/0/facts/problem", json!("bad-mood")),
        ("/claims/0/created_at", json!("yesterday")),
        ("/claims/0/events/0/kind", json!("exploded")),
        ("/claims/0/events/0/on", json!("2026-02-30")),
        ("/claims/0/events/0/uid", json!("\u{1b}[31m")),
        ("/claims/0/events/1/evidence", json!(["E99"])),
        ("/claims/0/evidence/0/sha256", json!("../../../etc/passwd")),
        ("/claims/0/evidence/1/no", json!(1)),
        ("/claims/0/events", json!("none")),
    ];
    for (place, value) in edits {
        let mut bad = good.clone();
        *bad.pointer_mut(place).unwrap() = value;
        let refused = piped(&desk, &["import", "-"], bad.to_string().as_bytes());
        assert_eq!(refused.code, 2, "{place}: {refused}");
        all += &format!("{place}\n{}", refused.stderr);
    }
    let text = good.to_string();
    for cut in [1, 20, text.len() / 2, text.len() - 1] {
        let refused = piped(&desk, &["import", "-"], &text.as_bytes()[..cut]);
        assert_eq!(refused.code, 2, "{cut}: {refused}");
    }
    insta::assert_snapshot!(all, @"
    /schema
    error: the file `-` has a problem
    caused by: it is no JSON export of claims (to write one: claimctl export --format json --out FILE)
    hint: nothing was stored; correct the file and run the command again
    /claims/0/uid
    error: the file `-` has a problem
    caused by: claim number 1 of the file: uid cannot be `../../etc`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/facts/amount
    error: the file `-` has a problem
    caused by: claim number 1 of the file: amount cannot be `ten euros`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/facts/problem
    error: the file `-` has a problem
    caused by: claim number 1 of the file: problem cannot be `bad-mood`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/created_at
    error: the file `-` has a problem
    caused by: claim number 1 of the file: created_at cannot be `yesterday`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/events/0/kind
    error: the file `-` has a problem
    caused by: claim number 1 of the file: kind cannot be `exploded`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/events/0/on
    error: the file `-` has a problem
    caused by: claim number 1 of the file: on cannot be `2026-02-30`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/events/0/uid
    error: the file `-` has a problem
    caused by: claim number 1 of the file: uid cannot be `�[31m`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/events/1/evidence
    error: the file `-` has a problem
    caused by: claim number 1 of the file: evidence cannot be `E99`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/evidence/0/sha256
    error: the file `-` has a problem
    caused by: claim number 1 of the file: sha256 cannot be `../../../etc/passwd`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/evidence/1/no
    error: the file `-` has a problem
    caused by: claim number 1 of the file: evidence cannot be `E1`
    hint: nothing was stored; correct the file and run the command again
    /claims/0/events
    error: the file `-` has a problem
    caused by: claim number 1 of the file: uid cannot be `?`
    hint: nothing was stored; correct the file and run the command again
    ");
    assert!(claims(&desk) == before);
}

#[test]
fn that_the_files_did_not_come_is_said_by_all_who_look() {
    let (here, there) = (desk(), Sandbox::english());
    let file = there.write("claims.json", here.done(&["export"]));
    for options in [&["import", "--dry-run", &file][..], &["import", &file]] {
        let taken = there.run(options);
        assert_eq!(taken.code, 0, "{taken}");
        assert!(taken.stderr.contains("did not come"), "{taken}");
    }
    let verified = there.run(&["evidence", "verify", "--all"]);
    insta::assert_snapshot!(verified, @"
    claim 1, E1 (one.txt): the file is on the desk that it came from; a bundle brings it: claimctl export --format bundle --out FILE
    claim 1, E2 (two.txt): the file is on the desk that it came from; a bundle brings it: claimctl export --format bundle --out FILE
    [stderr]
    2 files checked, 2 problems.
    [exit 1]
    ");
    let checked = there.run(&["doctor"]);
    assert_eq!(checked.code, verified.code, "{checked}");
    for line in verified.stdout.lines() {
        assert!(checked.stdout.contains(line), "{checked}");
    }
    // A bundle brings them.
    take(&there, &here, &[]);
    there.done(&["doctor"]);
    there.done(&["evidence", "verify", "--all"]);
}
