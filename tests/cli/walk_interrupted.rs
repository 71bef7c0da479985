//! A walk that is cut off goes on at the question that was on screen.

use super::home::Home;
use super::pty::{Pty, keys};
use super::walk::{NEVER_CAME, answer};

/// How a walk is cut off, and the exit code that follows; none where the program cannot say goodbye.
const CUTS: [(&str, Option<u32>); 4] = [
    ("Ctrl-C", Some(130)),
    ("TERM", Some(130)),
    ("HUP", Some(130)),
    ("KILL", None),
];

#[track_caller]
fn cut_off(pty: &mut Pty, (cut, code): (&str, Option<u32>)) {
    match cut {
        "Ctrl-C" => pty.send(keys::CTRL_C),
        signal => pty.signal(signal),
    }
    match code {
        Some(code) => pty.assert_left_clean(code),
        None => assert!(pty.wait_exit().signal().is_some()),
    }
}

#[test]
fn in_the_first_step_it_goes_on_at_the_same_question() {
    for cut in CUTS {
        let home = Home::new("fr");
        let mut pty = home.terminal(&["new"]);
        for (question, keys) in &NEVER_CAME[..5] {
            answer(&mut pty, question, keys);
        }
        pty.wait_for("? Qu’avez-vous acheté");
        pty.send("Guirl");
        pty.wait_for("› Guirl");
        cut_off(&mut pty, cut);
        let mut pty = home.terminal(&["next"]);
        let screen = pty.wait_for("? Qu’avez-vous acheté");
        assert!(screen.contains("Reprise du dossier 1"), "{cut:?}\n{screen}");
        pty.send("Guirlande\r");
        // The answer before is kept, and is the one preselected.
        answer(&mut pty, "? Quelle somme est en jeu", keys::ESCAPE);
        pty.wait_for("› Guirlande");
        pty.send(keys::ESCAPE);
        answer(&mut pty, "? Dans quel pays", keys::ESCAPE);
        pty.wait_for("› Bright Home Store");
    }
}

#[test]
fn a_draft_is_listed_and_not_exported() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer(&mut pty, "? Que se passe-t-il", keys::ENTER);
    answer(&mut pty, "? Que voulez-vous obtenir", keys::CTRL_C);
    pty.assert_left_clean(130);
    assert!(pty.screen().contains("claimctl next 1"), "{}", pty.screen());
    assert_eq!(home.claims(), serde_json::json!([]));
    let left = home.run(&["list"], "");
    assert_eq!(left.code, Some(0), "{}", left.err);
    assert!(left.out.contains('1'), "{}", left.out);
}

#[test]
fn a_walk_left_at_its_very_first_question_stores_nothing() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer(&mut pty, "? Que se passe-t-il", keys::CTRL_C);
    pty.assert_left_clean(130);
    assert_eq!(home.run(&["next"], "").code, Some(3));
}

/// The steps in which the walk is cut off: what is on screen then, and again when it goes on.
#[test]
fn in_every_later_step_it_goes_on_there() {
    let go_on: [(&str, &str); 6] = [
        ("? Est-ce bien cela", keys::ENTER),
        ("a-t-il expédié la commande", "05/10/2026\r"),
        ("Entrée pour la suite (1/2)", keys::ENTER),
        ("? Tout cela vous semble-t-il juste", keys::ENTER),
        ("── 4/4", ""),
        ("Entrée pour la suite (1/2)", keys::ENTER),
    ];
    let stops = [
        (1, "a-t-il expédié la commande", "── 2/4"),
        (3, "? Tout cela vous semble-t-il juste", "── 2/4"),
        (6, "? L’avez-vous fait", "── 4/4"),
    ];
    for cut in [("Ctrl-C", Some(130)), ("KILL", None)] {
        for (answered, seen, step) in stops {
            let home = Home::new("fr");
            let mut pty = home.terminal(&["new"]);
            for (question, keys) in NEVER_CAME.iter().chain(&go_on[..answered]) {
                answer(&mut pty, question, keys);
            }
            pty.wait_for(seen);
            cut_off(&mut pty, cut);
            let mut pty = home.terminal(&["next"]);
            let screen = pty.wait_for(step);
            assert!(!screen.contains("── 1/4"), "{cut:?} {seen}\n{screen}");
            if seen == "? Tout cela vous semble-t-il juste" || answered == 6 {
                answer(&mut pty, "Entrée pour la suite (1/2)", keys::ENTER);
            }
            pty.wait_for(seen);
        }
    }
}

#[test]
fn a_message_to_the_seller_that_was_not_sent_yet_comes_again() {
    let home = Home::new("en");
    let left = home.run(&["new", "--answers", "-"], super::walk_later::DAMAGED);
    assert_eq!(left.code, Some(0), "{}", left.err);
    let mut pty = home.terminal(&["next"]);
    super::walk_later::up_to(&mut pty, "? Have you done it");
    pty.send(keys::CTRL_C);
    pty.assert_left_clean(130);
    let mut pty = home.terminal(&["next"]);
    super::walk_later::up_to(&mut pty, "? Have you done it");
    pty.send(keys::ENTER);
    answer(&mut pty, "? By which channel", keys::ENTER);
    pty.wait_for("Next:");
    pty.assert_left_clean(0);
    assert_eq!(home.log().last().map(String::as_str), Some("contacted"));
}
