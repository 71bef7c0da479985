//! The walk through the four steps in a real terminal.

use super::home::Home;
use super::pty::{Pty, keys};

/// Waits for a question and answers it.
#[track_caller]
pub(crate) fn answer(pty: &mut Pty, question: &str, keys: &str) {
    pty.wait_for(question);
    pty.send(keys);
}

#[track_caller]
fn answer_all(pty: &mut Pty, walk: &[(&str, &str)]) {
    for (question, keys) in walk {
        answer(pty, question, keys);
    }
}

/// The questions about a parcel from AliExpress that never came, up to the review.
pub(crate) const NEVER_CAME: [(&str, &str); 11] = [
    ("? Que se passe-t-il", keys::ENTER),
    ("? Que voulez-vous obtenir", keys::ENTER),
    ("? Où avez-vous acheté", "aliexpress\r"),
    ("? Qui est le vendeur", "Bright Home Store\r"),
    ("? Dans quel pays vivez-vous", keys::ENTER),
    ("? Qu’avez-vous acheté", "Guirlande 10 m\r"),
    ("? Quelle somme est en jeu", "18,49 €\r"),
    ("? Comment avez-vous payé", keys::ENTER),
    ("? Quand avez-vous commandé", "2 octobre 2026\r"),
    (
        "? Quel est le dernier jour de livraison affiché",
        "10/11/2026\r",
    ),
    ("? Numéro de commande", "3000000000000001\r"),
];

#[track_caller]
fn up_to_policy(pty: &mut Pty) {
    answer_all(pty, &NEVER_CAME);
    answer(pty, "? Est-ce bien cela", keys::ENTER);
    answer(pty, "a-t-il expédié la commande", "05/10/2026\r");
    answer(pty, "Entrée pour la suite (1/2)", keys::ENTER);
    pty.wait_for("? Tout cela vous semble-t-il juste");
}

#[test]
fn a_parcel_that_never_came_takes_twelve_questions_to_its_message() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer_all(&mut pty, &NEVER_CAME);
    let review = pty.wait_for("  S’arrêter ici");
    for line in [
        "Problème                   Colis jamais arrivé",
        "Montant                    18,49 €",
        "Commandé le                2 octobre 2026",
        "Type de vendeur            Professionnel",
    ] {
        let plain = review.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(plain.contains(line), "{line} is not in\n{review}");
    }
    pty.send(keys::ENTER);
    let twelfth = ("a-t-il expédié la commande", "05/10/2026\r");
    assert_eq!(NEVER_CAME.len() + [twelfth].len(), 12);
    answer(&mut pty, twelfth.0, twelfth.1);
    // The table is longer than the screen: it waits until its first part is read.
    let first = pty.wait_for("Entrée pour la suite (1/2)");
    assert!(first.contains("Les échéances"), "{first}");
    assert!(first.contains("du 16/10/2026 au 25/11/2026"), "{first}");
    pty.send(keys::ENTER);
    pty.wait_for("? Tout cela vous semble-t-il juste");
    pty.send(keys::ENTER);
    let how = pty.wait_for("Entrée pour la suite (1/2)");
    assert!(
        how.contains("Pas de message au vendeur à ce stade"),
        "{how}"
    );
    assert!(how.contains("Votre message"), "{how}");
    pty.send(keys::ENTER);
    let letter = pty.wait_for("? L’avez-vous fait");
    assert!(letter.contains("Au 20 novembre 2026, le colis ne m’est pas parvenu."));
    pty.send(keys::ENTER);
    answer(&mut pty, "? Par quel moyen", keys::ENTER);
    pty.wait_for("Dossier 1 enregistré.");
    pty.assert_left_clean(0);
    assert_eq!(
        pty.screen().matches("claimctl show 1").count(),
        1,
        "{}",
        pty.screen()
    );
    let claim = &home.claims()[0];
    assert_eq!(claim["problem"], "not-received");
    assert_eq!(claim["wanted"], "refund");
    assert_eq!(claim["seller"]["platform"], "aliexpress");
    assert_eq!(claim["seller"]["kind"], "trader");
    assert_eq!(claim["purchase"]["amount"]["value"], "18.49");
    assert_eq!(claim["purchase"]["latest_delivery_on"], "2026-11-10");
    assert_eq!(home.log(), ["ordered", "shipped", "dispute-opened"]);
    assert_eq!(claim["events"][2]["on"], "2026-11-20");
    assert_eq!(claim["events"][2]["channel"], "platform");
}

#[test]
fn escape_goes_one_question_back_with_its_answer() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer_all(&mut pty, &NEVER_CAME[..4]);
    answer(&mut pty, "? Dans quel pays", keys::ESCAPE);
    pty.wait_for("› Bright Home Store");
    pty.send(keys::ESCAPE);
    pty.wait_for("❯ AliExpress");
    pty.send(keys::ESCAPE);
    answer(&mut pty, "? Que voulez-vous obtenir", keys::DOWN);
    answer(&mut pty, "❯ Livraison", keys::ENTER);
    // What was answered behind it stays answered.
    pty.wait_for("? Dans quel pays");
    for _ in 0..3 {
        pty.send(keys::ESCAPE);
        std::thread::sleep(std::time::Duration::from_millis(150));
    }
    pty.wait_for("❯ Livraison");
    pty.send(keys::CTRL_C);
    pty.assert_left_clean(130);
}

#[test]
fn a_review_changes_an_answer_and_is_shown_again() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer_all(&mut pty, &NEVER_CAME);
    pty.wait_for("? Est-ce bien cela");
    for line in ["❯ Problème", "❯ Vous demandez", "❯ Plateforme", "❯ Vendeur"] {
        pty.send(keys::DOWN);
        pty.wait_for(line);
    }
    pty.send(keys::ENTER);
    pty.wait_for("› Bright Home Store");
    // Typing at once would replace the answer: moving in it first keeps it.
    pty.send(keys::END);
    pty.send(" Ltd\r");
    pty.wait_for("? Est-ce bien cela");
    pty.wait_for("Vendeur                    Bright Home Store Ltd");
    // A day of the log is corrected by another event: nothing is overwritten.
    for _ in 0..9 {
        pty.send(keys::DOWN);
    }
    pty.wait_for("❯ Commandé le");
    pty.send(keys::ENTER);
    pty.wait_for("› 02/10/2026");
    pty.send(keys::CTRL_U);
    pty.send("1/10/2026\r");
    pty.wait_for("Commandé le                1");
    pty.send(keys::UP);
    answer(&mut pty, "❯ S’arrêter ici", keys::ENTER);
    let screen = pty.wait_for("claimctl next 1");
    assert!(screen.contains("Tout est gardé"), "{screen}");
    pty.assert_left_clean(0);
    let mut pty = home.terminal(&["next"]);
    pty.wait_for("Bright Home Store Ltd");
    answer(&mut pty, "  S’arrêter ici", keys::ENTER);
    answer(&mut pty, "a-t-il expédié la commande", keys::CTRL_C);
    pty.assert_left_clean(130);
    assert_eq!(home.claims()[0]["purchase"]["ordered_on"], "2026-10-01");
}

#[test]
fn a_wrong_answer_is_refused_on_the_spot_with_the_reason() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    answer_all(&mut pty, &NEVER_CAME[..6]);
    answer(&mut pty, "? Quelle somme est en jeu", "18,49 XYZ\r");
    pty.wait_for("cette devise n’existe pas");
    pty.send(keys::CTRL_U);
    // Where one lives says which money is meant.
    pty.send("18,49\r");
    pty.wait_for("18,49\u{a0}€");
    answer(&mut pty, "? Comment avez-vous payé", keys::ENTER);
    answer(&mut pty, "? Quand avez-vous commandé", "21/11/2026\r");
    pty.wait_for("cette date (21 novembre 2026) est à venir");
    pty.send(keys::CTRL_U);
    pty.send("2 octobre\r");
    pty.wait_for("il manque l’année");
    pty.send(" 2026\r");
    answer(&mut pty, "dernier jour de livraison", "30/09/2026\r");
    pty.wait_for("précède la commande (2 octobre 2026)");
    pty.send(keys::CTRL_C);
    pty.assert_left_clean(130);
}

#[test]
fn a_date_of_the_own_order_page_moves_a_deadline() {
    let home = Home::new("fr");
    let mut pty = home.terminal(&["new"]);
    up_to_policy(&mut pty);
    pty.send(keys::DOWN);
    answer(&mut pty, "❯ Corriger une date", keys::ENTER);
    pty.wait_for("? Quelle date corriger");
    pty.wait_for("❯ Ouvrir le litige AliExpress (25/11/2026)");
    pty.send(keys::ENTER);
    answer(
        &mut pty,
        "? Quelle est la date affichée",
        "2 décembre 2026\r",
    );
    answer(&mut pty, "Entrée pour la suite (1/2)", keys::ENTER);
    let screen = pty.wait_for("? Tout cela vous semble-t-il juste");
    assert!(screen.contains("au 02/12/2026"), "{screen}");
    pty.send(keys::CTRL_C);
    pty.assert_left_clean(130);
    assert_eq!(home.log(), ["ordered", "shipped", "own-date"]);
    let deadlines = home.claims()[0]["deadlines"].clone();
    let due: Vec<_> = deadlines.as_array().expect("deadlines").iter().collect();
    let opened = due
        .iter()
        .find(|d| d["rule"].as_str().is_some_and(|r| r.contains("aliexpress")))
        .expect("AliExpress");
    assert_eq!(opened["due_on"], "2026-12-02");
}

#[test]
fn a_paid_order_is_cancelled_in_english() {
    let home = Home::new("en");
    let mut pty = home.terminal(&["new"]);
    pty.wait_for("? What went wrong");
    for _ in 0..9 {
        pty.send(keys::DOWN);
    }
    answer(&mut pty, "❯ Order to cancel", keys::ENTER);
    answer(&mut pty, "? Where did you buy it", "elsewhere\r");
    answer(&mut pty, "? Who is the seller", "Meubles du Rhin\r");
    answer(&mut pty, "? Which country", keys::ENTER);
    answer(&mut pty, "? What kind of purchase", keys::ENTER);
    answer(&mut pty, "? How did you order", keys::ENTER);
    answer(&mut pty, "? What did you buy", "Sofa\r");
    answer(&mut pty, "? How much is at stake", "499 EUR\r");
    answer(&mut pty, "? How did you pay", keys::ENTER);
    answer(&mut pty, "? When did you order", "yesterday\r");
    answer(&mut pty, "? What is the latest delivery date", keys::ENTER);
    answer(&mut pty, "? Order number", "R-100\r");
    let screen = pty.wait_for("  Stop here");
    assert!(screen.contains("19 November 2026"), "{screen}");
    pty.send(keys::ENTER);
    // "I don't know" is preselected, and an empty line says the same.
    super::walk_later::up_to(&mut pty, "? Does all this look right");
    pty.send(keys::ENTER);
    pty.wait_gone("? Does all this look right");
    super::walk_later::up_to(&mut pty, "? Have you done it");
    let letter = pty.screen();
    assert!(letter.contains("R-100"), "{letter}");
    pty.send(keys::DOWN);
    answer(&mut pty, "❯ Yes, on another day", keys::ENTER);
    answer(&mut pty, "? On which day", "2026-11-21\r");
    pty.wait_for("is in the future");
    pty.send(keys::CTRL_U);
    pty.send("2026-11-19\r");
    answer(&mut pty, "? By which channel", keys::ENTER);
    pty.wait_for("Claim 1 is saved.");
    pty.assert_left_clean(0);
    let claim = &home.claims()[0];
    assert_eq!(claim["problem"], "cancel-order");
    assert_eq!(claim["wanted"], "refund");
    let events = claim["events"].as_array().expect("events");
    let last = events.last().expect("an event");
    assert_eq!(last["on"], "2026-11-19");
    assert_eq!(last["channel"], "email");
}
