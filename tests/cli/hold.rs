//! Steps that are held back for a proof: the mediator, who asks for the written complaint.

use std::fs;

use super::home::Home;
use super::pty::keys;
use super::sandbox::Sandbox;

/// A table that never came; the contract was ended, the refund asked for in vain: the mediator is next.
const TABLE: &str = r#"
problem = "not-received"
wanted = "refund"
country = "FR"
seller = "Nord Meuble"
seller_kind = "trader"
seller_country = "FR"
sale = "online"
item = "Table basse"
item_kind = "goods"
order_ref = "NM-1"
amount = "120 EUR"
payment = "transfer"
description = "La table n'est jamais arrivée."
ordered_on = 2026-06-01
latest_delivery_on = 2026-06-20
contacted_on = 2026-07-01
formal_notice_sent_on = 2026-08-01
terminated_on = 2026-08-25
refused_on = 2026-10-25
"#;

const MEDIATOR: &str = "law/fr/mediation#mediator";

fn at_the_mediator(desk: &Sandbox) -> String {
    let id = desk.new_with(TABLE);
    let notice = "law/fr/delivery#formal-notice-refund";
    desk.done(&[
        "log",
        &id,
        "formal-notice-sent",
        "--on",
        "2026-10-16",
        "--about",
        notice,
    ]);
    id
}

/// Why the mediator is held back, as the export says it.
fn held(desk: &Sandbox) -> Option<String> {
    let claim = desk.exported("1");
    let routes = claim["routes"].as_array().unwrap();
    let mediator = routes
        .iter()
        .find(|route| route["route"] == MEDIATOR)
        .unwrap();
    assert_eq!(mediator["state"], "open");
    mediator["held"].as_str().map(str::to_owned)
}

#[test]
fn the_step_says_what_it_waits_for_and_goes_on_when_it_is_there() {
    let desk = Sandbox::english();
    at_the_mediator(&desk);
    let next = desk.run(&["next", "1"]);
    assert_eq!(next.code, 0);
    insta::assert_snapshot!(next, @"
    Claim 1, Table basse, Nord Meuble: Add your written complaint to the claim, then go to the mediator that the seller has named (by 1 July 2027 at the latest)
    claimctl next 1
    [stderr]
    This step is held back: The mediator turns a dispute away unless the consumer shows that the seller was written to first (Code de la consommation, art. L612-2).
    To add it: claimctl evidence add 1 FILE --kind message
    To go on without: claimctl next 1 --force
    ");
    assert!(held(&desk).unwrap().contains("art. L612-2"));
    let complaint = desk.write("complaint.txt", "I want my money back");
    // A photo proves something else.
    let photo = desk.write("photo.txt", "a photo");
    desk.done(&["evidence", "add", "1", &photo, "--kind", "photo"]);
    assert!(held(&desk).is_some());
    desk.done(&["evidence", "add", "1", &complaint, "--kind", "message"]);
    assert_eq!(held(&desk), None);
    assert!(
        desk.done(&["next", "1"])
            .contains("Go to the mediator that the seller has named")
    );
    // What is taken out proves nothing any more.
    desk.done(&["evidence", "remove", "1", "E2"]);
    assert!(held(&desk).is_some());
    desk.done(&["undo"]);
    assert_eq!(held(&desk), None);
    desk.done(&["evidence", "purge", "1", "E2", "--force", "--yes"]);
    assert!(held(&desk).is_some());
}

#[test]
fn a_file_kept_with_the_complaint_is_the_complaint() {
    let desk = Sandbox::english();
    at_the_mediator(&desk);
    // A call is no written complaint, whatever is kept of it.
    let file = desk.write("call.txt", "what was said");
    desk.done(&[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-10-02",
        "--channel",
        "phone",
        "--file",
        &file,
    ]);
    assert!(held(&desk).is_some());
    let file = desk.write("letter.txt", "my complaint");
    desk.done(&[
        "log",
        "1",
        "contacted",
        "--on",
        "2026-10-01",
        "--channel",
        "letter",
        "--file",
        &file,
    ]);
    assert_eq!(held(&desk), None);
}

#[test]
fn whoever_goes_on_without_is_let_and_the_log_says_so() {
    let desk = Sandbox::french();
    at_the_mediator(&desk);
    let forced = desk.run(&["next", "1", "--force"]);
    insta::assert_snapshot!(forced, @"
    Dossier 1, Table basse, Nord Meuble : Saisissez le médiateur que le vendeur a désigné (au plus tard le 1er juillet 2027)
    claimctl letter 1 mediator-request
    [stderr]
    On continue sans la preuve ; le journal le note.
    ");
    assert_eq!(held(&desk), None);
    let log = desk.done(&["show", "1"]);
    let note = log.lines().find(|line| line.contains("Poursuivi")).unwrap();
    insta::assert_snapshot!(note, @"- 7  20/11/2026  Note – Poursuivi sans votre réclamation écrite : saisissez le médiateur que le vendeur a désigné");
    let again = desk.run(&["next", "1", "--force"]);
    assert!(
        again.stderr.contains("Aucune étape n’attend de preuve."),
        "{again}"
    );
    desk.done(&["undo"]);
    assert!(held(&desk).is_some());
}

#[test]
fn what_has_happened_is_logged_and_the_proof_asked_for() {
    let desk = Sandbox::english();
    at_the_mediator(&desk);
    let logged = desk.run(&["log", "1", "mediator-contacted", "--on", "2026-11-19"]);
    assert_eq!(logged.code, 0);
    insta::assert_snapshot!(logged, @"
    [stderr]
    Logged: Mediator contacted, 19 November 2026.
    An answer is expected by 10 December 2026 (a delay that claimctl suggests, not the law).
    warning: The mediator turns a dispute away unless the consumer shows that the seller was written to first (Code de la consommation, art. L612-2).
    To add it: claimctl evidence add 1 FILE --kind message
    By 10 December 2026, the mediator: answer your request.
    Done: go to the mediator.
    Next: Wait until 10 December 2026: the mediator must answer your request
    Command: claimctl show 1
    ");
}

#[test]
fn what_the_next_step_needs_is_listed_with_what_is_there() {
    let desk = Sandbox::english();
    at_the_mediator(&desk);
    let receipt = desk.write("receipt.txt", "posted on 16 October");
    desk.done(&[
        "evidence",
        "add",
        "1",
        &receipt,
        "--kind",
        "proof-of-sending",
        "--confidential",
    ]);
    let shown = desk.done(&["show", "1"]);
    let needs = shown.split("\nWhat the next step needs\n").nth(1).unwrap();
    insta::assert_snapshot!(needs.split("\n\n").next().unwrap(), @"
    - Proof that the formal notice was sent and received: there (E1)
    - Your written complaint and the proof that you sent it: there (E1)
    ");
    let needs =
        |options: &[&str]| desk.exported_with("1", options)["needs"][0]["evidence"].to_string();
    assert_eq!(needs(&["--include-confidential"]), "[\"E1\"]");
    assert_eq!(needs(&[]), "[]");
}

#[test]
fn the_walk_takes_the_proof_in() {
    let home = Home::new("en");
    home.run(&["new", "--answers", "-"], TABLE);
    let notice = "law/fr/delivery#formal-notice-refund";
    home.run(
        &[
            "log",
            "1",
            "formal-notice-sent",
            "--on",
            "2026-10-16",
            "--about",
            notice,
        ],
        "",
    );
    fs::write(home.path("complaint.txt"), "I want my money back").unwrap();
    let mut pty = home.terminal(&["next", "1"]);
    let screen = pty.wait_for("The proof is missing");
    assert!(screen.contains("This step is held back"), "{screen}");
    pty.send(keys::ENTER);
    pty.wait_for("? The file");
    pty.send("nothing.txt\r");
    pty.wait_for("there is no file");
    pty.wait_for("Enter accept");
    pty.send(keys::ENTER);
    pty.wait_for("? The file");
    pty.send("complaint.txt\r");
    let screen = pty.wait_for("Esc show all");
    assert!(screen.contains("What the next step needs"), "{screen}");
    assert!(screen.contains("there (E1)"), "{screen}");
    assert!(screen.contains("Request for mediation"), "{screen}");
    pty.send(keys::ESCAPE);
    pty.wait_for("Have you done it?");
}
