//! The questions of the wizard in a real terminal. The program that asks is this test binary, run once more.

use std::path::Path;

use claimctl::domain::language::Language;
use claimctl::lang::Lang;
use claimctl::ui::output::{Settings, Ui};
use claimctl::ui::prompt::{
    Choice, Item, Prompter, Prompts, Reply, Review, TextQuestion, YesNo, prompter,
};

use super::pty::{Pty, keys};

/// Names the questions that the child asks, in their order.
const ASK: &str = "PROMPTS_TEST_ASK";

#[track_caller]
fn ask(questions: &str) -> Pty {
    let program = std::env::current_exe().expect("this test binary");
    // With one thread the test runs on the main one, as the program would.
    let args = [
        "--exact",
        "prompts::child",
        "--nocapture",
        "--test-threads=1",
    ];
    Pty::spawn(&program, &args, &[(ASK, questions)], Path::new("/"))
}

/// The program that asks: it goes through its questions, backwards on Escape, and ends with what was answered. Run as an
/// ordinary test it does nothing.
#[test]
#[allow(clippy::disallowed_methods)] // the child of this test is told by its environment what to ask
fn child() {
    let Ok(questions) = std::env::var(ASK) else {
        return;
    };
    let questions: Vec<&str> = questions.split(' ').collect();
    let ui = Ui::standard(Settings::default());
    let lang = Lang::new(Language::French);
    let prompter = prompter(&ui, &lang, Prompts::Auto);
    let mut prompter = prompter.expect("a terminal");
    prompter.heading(1, 4, "Ce qui s’est passé");
    let mut answers: Vec<String> = Vec::new();
    while answers.len() < questions.len() {
        match question(prompter.as_mut(), questions[answers.len()]) {
            Reply::Next(answer) => answers.push(answer),
            Reply::Back => {
                answers.pop();
                ui.status("(retour)");
            }
            Reply::Quit => {
                ui.status(&format!("(gardé : {})", answers.join("|")));
                std::process::exit(130);
            }
        }
    }
    ui.status(&format!("(fini : {})", answers.join("|")));
    std::process::exit(0);
}

fn question(prompter: &mut dyn Prompter, name: &str) -> Reply<String> {
    let not_short = |text: &str| match text.chars().count() {
        0..3 => Err("Trois lettres au moins.".to_owned()),
        _ => Ok(()),
    };
    match name {
        "problem" => said(prompter.choose(&Choice {
            title: "Que s’est-il passé ?".into(),
            short: "Problème".into(),
            options: vec![
                Item::new("Colis jamais reçu").hint("rien n’est arrivé"),
                Item::new("Colis en retard"),
                Item::new("Article abîmé").hint("cassé, taché ou incomplet ".repeat(5)),
            ],
            default: Some(1),
            unknown: Some("Je ne sais pas".into()),
            ..Choice::default()
        })),
        "many" => said(prompter.choose(&Choice {
            title: "Lequel ?".into(),
            options: (0..60).map(|n| Item::new(format!("Choix {n}."))).collect(),
            ..Choice::default()
        })),
        "shop" => said(
            prompter.pick_long(&Choice {
                title: "Sur quel site ?".into(),
                options: ["Amazon", "Électro Dépôt", "Leboncoin", "Électro Plus"]
                    .map(Item::new)
                    .to_vec(),
                ..Choice::default()
            }),
        ),
        "seller" => said(prompter.text(&TextQuestion {
            short: "Vendeur".into(),
            validate: &not_short,
            ..TextQuestion::new("Qui est le vendeur ?")
        })),
        "story" => said(prompter.text(&TextQuestion {
            short: "Récit".into(),
            multiline: true,
            ..TextQuestion::new("Racontez.")
        })),
        "paid" => said(prompter.yes_no(&YesNo {
            title: "Avez-vous payé ?".into(),
            ..YesNo::default()
        })),
        "review" => match prompter.review(
            "Est-ce bien cela ?",
            &[
                ("Problème".into(), "colis en retard".into()),
                ("Date".into(), "3 mai 2026".into()),
            ],
        ) {
            Reply::Next(Review::GoOn) => Reply::Next("continuer".into()),
            Reply::Next(Review::Change(line)) => Reply::Next(format!("changer {line}")),
            Reply::Next(Review::Stop) => Reply::Next("arrêter".into()),
            Reply::Back => Reply::Back,
            Reply::Quit => Reply::Quit,
        },
        "panic" => said(prompter.text(&TextQuestion {
            validate: &|_| panic!("a bug"),
            ..TextQuestion::new("Panique ?")
        })),
        name => panic!("no such question: {name}"),
    }
}

fn said<T: std::fmt::Debug>(reply: Reply<Option<T>>) -> Reply<String> {
    match reply {
        Reply::Next(Some(answer)) => Reply::Next(format!("{answer:?}")),
        Reply::Next(None) => Reply::Next("rien".into()),
        Reply::Back => Reply::Back,
        Reply::Quit => Reply::Quit,
    }
}

#[test]
fn arrows_choose_and_the_question_collapses() {
    let mut pty = ask("problem paid");
    pty.wait_for("❯ Colis en retard");
    assert!(pty.screen().contains("── 1/4 Ce qui s’est passé ───"));
    assert!(pty.screen().contains("↑↓ choisir · Entrée valider"));
    pty.send(keys::UP);
    pty.wait_for("❯ Colis jamais reçu · rien n’est arrivé");
    pty.send(keys::ENTER);
    let screen = pty.wait_for("Avez-vous payé");
    assert!(
        screen.contains("✔ Problème\u{a0}: Colis jamais reçu"),
        "{screen}"
    );
    assert!(!screen.contains("Colis en retard"), "{screen}");
    assert!(!screen.contains("Que s’est-il passé"), "{screen}");
    pty.send("o");
    pty.wait_for("(fini : 0|true)");
    pty.assert_left_clean(0);
}

#[test]
fn a_list_with_long_hints_is_painted_over_cleanly() {
    let mut pty = ask("problem");
    pty.wait_for("❯ Colis en retard");
    for _ in 0..8 {
        pty.send(keys::DOWN);
    }
    pty.send(keys::DOWN);
    pty.send(keys::DOWN);
    let screen = pty.wait_for("❯ Je ne sais pas");
    assert_eq!(screen.matches("Que s’est-il passé").count(), 1, "{screen}");
    assert_eq!(screen.matches("── 1/4").count(), 1, "{screen}");
    assert_eq!(screen.matches("Article abîmé").count(), 1, "{screen}");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : rien)");
}

#[test]
fn a_list_longer_than_the_screen_is_paged() {
    let mut pty = ask("many");
    pty.wait_for("❯ Choix 0.");
    pty.send(keys::UP);
    let screen = pty.wait_for("❯ Choix 59.");
    assert_eq!(screen.matches("Lequel ?").count(), 1, "{screen}");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : 59)");
}

#[test]
fn escape_goes_back_in_every_question() {
    let mut pty = ask("problem paid shop seller story review");
    pty.wait_for("❯ Colis en retard");
    pty.send(keys::ENTER);
    pty.wait_for("❯ Oui");
    pty.send("n");
    pty.wait_for("Sur quel site");
    pty.send(keys::ENTER);
    pty.wait_for("Qui est le vendeur");
    pty.send("Dupont\r");
    pty.wait_for("Racontez.");
    pty.send("Rien.\r\r");
    pty.wait_for("❯ Continuer");
    for seen in [
        "Racontez.",
        "Qui est le vendeur",
        "❯ Amazon",
        "❯ Oui",
        "❯ Colis en retard",
    ] {
        pty.send(keys::ESCAPE);
        pty.wait_for(seen);
    }
    pty.send(keys::CTRL_C);
    pty.wait_for("(gardé : )");
    pty.assert_left_clean(130);
}

#[test]
fn ctrl_c_quits_every_question_and_leaves_the_terminal_clean() {
    for (question, seen) in [
        ("problem", "❯ Colis en retard"),
        ("paid", "❯ Oui"),
        ("shop", "❯ Amazon"),
        ("seller", "Qui est le vendeur"),
        ("story", "Racontez."),
        ("review", "❯ Continuer"),
    ] {
        let mut pty = ask(&format!("seller {question}"));
        pty.wait_for("Qui est le vendeur");
        pty.send("Dupont\r");
        pty.wait_for("✔ Vendeur");
        pty.wait_for(seen);
        pty.send(keys::CTRL_C);
        pty.wait_for("(gardé : \"Dupont\")");
        pty.assert_left_clean(130);
    }
}

#[test]
fn signals_restore_the_terminal() {
    for (question, seen) in [
        ("problem", "❯ Colis en retard"),
        ("seller", "Entrée valider"),
    ] {
        for signal in ["TERM", "HUP", "INT"] {
            let mut pty = ask(question);
            pty.wait_for(seen);
            pty.signal(signal);
            pty.assert_left_clean(130);
        }
    }
}

#[test]
fn a_panic_restores_the_terminal() {
    let mut pty = ask("panic");
    pty.wait_for("Panique ?");
    pty.send("x\r");
    pty.assert_left_clean(101);
}

#[test]
fn being_killed_ends_it() {
    let mut pty = ask("seller");
    pty.wait_for("Entrée valider");
    pty.signal("KILL");
    assert!(pty.wait_exit().signal().is_some());
}

#[test]
fn a_terminal_that_is_gone_ends_it() {
    let program = std::env::current_exe().expect("this test binary");
    let program = program.to_str().expect("a path in UTF-8");
    // The terminal hangs up when the shell that leads its session dies; the shell's child is left behind.
    let script =
        r#"echo shell; "$0" --exact prompts::child --nocapture & echo "pid $! ."; fg; wait"#;
    let args = ["-m", "-c", script, program];
    let mut pty = Pty::spawn(
        Path::new("/bin/sh"),
        &args,
        &[(ASK, "seller")],
        Path::new("/"),
    );
    let screen = pty.wait_for("Entrée valider");
    let pid = screen
        .split("pid ")
        .nth(1)
        .and_then(|rest| rest.split(' ').next());
    let pid = pid.expect("a process id").to_owned();
    assert!(is_running(&pid));
    pty.signal("KILL");
    let _ = pty.wait_exit();
    let limit = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while is_running(&pid) {
        assert!(std::time::Instant::now() < limit, "process {pid} goes on");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}

/// Tells whether a process runs; a zombie does not.
fn is_running(pid: &str) -> bool {
    let ps = std::process::Command::new("ps")
        .args(["-o", "stat=", "-p", pid])
        .output()
        .expect("ps");
    let state = String::from_utf8_lossy(&ps.stdout).trim().to_owned();
    !state.is_empty() && !state.starts_with('Z')
}

#[test]
fn end_of_input_quits_on_an_empty_line_only() {
    let mut pty = ask("seller");
    pty.wait_for("Entrée valider");
    pty.send("ab");
    pty.send(keys::CTRL_D);
    pty.send(keys::CTRL_U);
    pty.send(keys::CTRL_D);
    pty.wait_for("(gardé : )");
    pty.assert_left_clean(130);
}

#[test]
fn a_pasted_second_line_answers_no_question() {
    let mut pty = ask("seller story paid");
    pty.wait_for("Entrée valider");
    assert!(pty.marks_pastes());
    pty.send(&keys::paste("Dupont\nn\n"));
    pty.wait_for("› Dupont n");
    pty.send(keys::ENTER);
    pty.wait_for("Racontez.");
    pty.send(&keys::paste("Bonjour,\n\nrien reçu.\n"));
    pty.wait_for("rien reçu.");
    assert!(!pty.screen().contains("Avez-vous payé"));
    pty.send(keys::ENTER);
    pty.wait_for("Avez-vous payé");
    pty.send(&keys::paste("oui\n"));
    pty.send("n");
    pty.wait_for("(fini : \"Dupont n\"|\"Bonjour,\\n\\nrien reçu.\"|false)");
}

#[test]
fn a_paste_without_marks_answers_one_question_at_most() {
    let mut pty = ask("seller paid");
    pty.wait_for("Entrée valider");
    pty.send("Dupont\rn\r");
    pty.wait_for("❯ Oui");
    pty.send("o");
    pty.wait_for("(fini : \"Dupont\"|true)");
}

#[test]
fn accents_are_typed_moved_over_and_deleted() {
    let mut pty = ask("seller");
    pty.wait_for("Entrée valider");
    pty.send("Céramiques Dô 📦é");
    pty.wait_for("› Céramiques Dô 📦é");
    pty.send(keys::BACKSPACE);
    pty.send(keys::LEFT);
    pty.send(keys::DELETE);
    pty.send(keys::HOME);
    pty.send(keys::RIGHT);
    pty.send(keys::DELETE);
    pty.send("è");
    pty.wait_for("› Cèramiques Dô");
    pty.send(keys::END);
    pty.send("x");
    pty.send(keys::CTRL_W);
    pty.send("fils");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : \"Cèramiques Dô fils\")");
    pty.assert_left_clean(0);
}

#[test]
fn a_line_longer_than_the_terminal_stays_whole() {
    let mut pty = ask("seller");
    pty.wait_for("Entrée valider");
    let long = "é".repeat(100);
    pty.send(&long);
    pty.send("fin");
    let screen = pty.wait_for("fin");
    assert_eq!(screen.matches('é').count() - pty_help_accents(&screen), 100);
    pty.send(keys::HOME);
    pty.send("début ");
    pty.wait_for("› début é");
    pty.send(keys::CTRL_U);
    pty.wait_for("› é");
    assert_eq!(pty.screen().matches("Qui est le vendeur").count(), 1);
    pty.send(keys::ENTER);
    pty.wait_for("(fini : ");
    assert!(
        pty.screen()
            .replace('\n', "")
            .contains(&format!("{long}fin\")"))
    );
}

/// Counts the accents that are on the screen beside those typed.
fn pty_help_accents(screen: &str) -> usize {
    let other = screen.lines().filter(|line| !line.contains("éé"));
    other.map(|line| line.matches('é').count()).sum()
}

#[test]
fn a_wrong_answer_is_told_and_kept() {
    let mut pty = ask("seller");
    pty.wait_for("Entrée valider");
    pty.send("ab\r");
    let screen = pty.wait_for("Trois lettres au moins.");
    assert!(screen.contains("› ab"), "{screen}");
    pty.send("c");
    pty.wait_gone("Trois lettres au moins.");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : \"abc\")");
}

#[test]
fn a_long_list_is_searched_without_accents() {
    let mut pty = ask("shop");
    pty.wait_for("❯ Amazon");
    pty.send("ELEC");
    pty.wait_for("❯ Électro Dépôt");
    pty.wait_gone("Amazon");
    pty.send(keys::DOWN);
    pty.wait_for("❯ Électro Plus");
    pty.send("zzz");
    pty.wait_for("Rien ne correspond.");
    pty.send(keys::ENTER);
    pty.send(keys::CTRL_U);
    pty.send("plus");
    pty.wait_for("❯ Électro Plus");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : 3)");
}

#[test]
fn a_review_changes_a_line_or_goes_on() {
    let mut pty = ask("review review");
    let screen = pty.wait_for("  S’arrêter ici");
    assert!(screen.contains("❯ Continuer\n"), "{screen}");
    assert!(screen.contains("  Problème  colis en retard\n"), "{screen}");
    assert!(screen.contains("  Date      3 mai 2026\n"), "{screen}");
    pty.send(keys::DOWN);
    pty.wait_for("❯ Problème");
    pty.send(keys::DOWN);
    pty.wait_for("❯ Date");
    pty.send(keys::ENTER);
    pty.wait_for("❯ Continuer");
    pty.send(keys::UP);
    pty.wait_for("❯ S’arrêter ici");
    pty.send(keys::ENTER);
    pty.wait_for("(fini : changer 1|arrêter)");
    pty.assert_left_clean(0);
}

#[test]
fn the_cursor_is_hidden_only_where_there_is_nothing_to_type() {
    let mut pty = ask("paid seller");
    pty.wait_for("❯ Oui");
    assert!(!pty.cursor_is_visible());
    assert!(!pty.is_cooked());
    pty.send("o");
    pty.wait_for("Entrée valider · Échap");
    pty.wait_for("Qui est le vendeur");
    pty.send("x");
    pty.wait_for("› x");
    pty.send("yz\r");
    pty.wait_for("(fini :");
    pty.assert_left_clean(0);
}
