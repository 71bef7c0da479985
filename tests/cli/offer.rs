//! `claimctl offer`: how an offer weighs, and its answer: the letter, the event, and what follows.

use super::sandbox::Sandbox;

/// A parcel that never came, and 20 EUR offered for it by telephone.
fn offered(desk: Sandbox) -> (Sandbox, String) {
    let id = desk.new_from("amazon-not-received.toml");
    log(
        &desk,
        &id,
        &[
            "answered",
            "--kind",
            "offered",
            "--amount",
            "20",
            "--remedy",
            "partial-refund",
            "--by",
            "2026-12-01",
            "--who",
            "Mme Roy",
            "--channel",
            "phone",
            "--note",
            "you keep the parcel if it comes",
        ],
    );
    (desk, id)
}

#[track_caller]
fn log(desk: &Sandbox, id: &str, args: &[&str]) {
    desk.done(&[&["log", id], args].concat());
}

fn kinds(desk: &Sandbox, id: &str) -> Vec<String> {
    let claim = desk.exported(id);
    let events = claim["events"].as_array().unwrap();
    events
        .iter()
        .map(|e| e["kind"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn an_offer_is_weighed_against_what_is_owed_and_what_else_can_be_done() {
    let (desk, id) = offered(Sandbox::english());
    insta::assert_snapshot!("weighed_en", desk.run(&["offer", &id]));
    let (desk, id) = offered(Sandbox::french());
    insta::assert_snapshot!("weighed_fr", desk.run(&["offer", &id]));
}

#[test]
fn the_surcharge_counts_with_what_is_owed() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    log(
        &desk,
        &id,
        &[
            "formal-notice-sent",
            "--on",
            "2026-11-10",
            "--channel",
            "registered-letter",
            "--by",
            "2026-11-15",
        ],
    );
    log(
        &desk,
        &id,
        &[
            "terminated",
            "--on",
            "2026-11-18",
            "--channel",
            "registered-letter",
        ],
    );
    desk.on("2026-12-20");
    log(&desk, &id, &["offered", "--amount", "80 EUR"]);
    let text = desk.done(&["offer", &id]);
    let sums: Vec<&str> = text
        .lines()
        .filter(|l| l.starts_with("- "))
        .take(4)
        .collect();
    insta::assert_snapshot!(sums.join("\n"), @"
    - You ask for: refund, €74.99
    - Owed today: €89.99, of which €15.00 added for delay
    - Offered: €80.00
    - Missing: €9.99
    ");
    let json = desk.json(&["offer", &id, "--format", "json"]);
    insta::assert_snapshot!(
        ["asked", "outstanding", "surcharge", "owed", "short_by"].map(|key| format!("{key} {}", json[key])).join("\n"),
        @r#"
    asked {"currency":"EUR","value":"74.99"}
    outstanding {"currency":"EUR","value":"74.99"}
    surcharge {"currency":"EUR","value":"15.00"}
    owed {"currency":"EUR","value":"89.99"}
    short_by {"currency":"EUR","value":"9.99"}
    "#
    );
}

#[test]
fn the_json_has_everything() {
    let (desk, id) = offered(Sandbox::english());
    let mut json = desk.json(&["offer", &id, "--format", "json"]);
    let routes = json["routes"].as_array_mut().unwrap();
    assert!(routes.len() > 4);
    routes.truncate(1);
    insta::assert_snapshot!(serde_json::to_string_pretty(&json).unwrap(), @r#"
    {
      "amount": {
        "currency": "EUR",
        "value": "20.00"
      },
      "asked": {
        "currency": "EUR",
        "value": "74.99"
      },
      "by": "2026-12-01",
      "closes": [
        "A-to-z Guarantee",
        "Appeal against the A-to-z refusal",
        "Formal notice to deliver",
        "Ending the contract",
        "Formal notice to refund",
        "Card chargeback",
        "Consumer mediator",
        "Conciliateur de justice",
        "Tribunal judiciaire"
      ],
      "ended_on": null,
      "letter": null,
      "no": 5,
      "on": "2026-11-20",
      "outstanding": {
        "currency": "EUR",
        "value": "74.99"
      },
      "owed": {
        "currency": "EUR",
        "value": "74.99"
      },
      "received": null,
      "remedy": "partial-refund",
      "routes": [
        {
          "brings": "price",
          "closes_on": "2027-02-03",
          "held": null,
          "opens_on": "2026-11-12",
          "reason": "open",
          "route": "platform/amazon#a-to-z",
          "state": "open",
          "taken_on": null,
          "title": "A-to-z Guarantee",
          "up_to": {
            "currency": "EUR",
            "value": "74.99"
          }
        }
      ],
      "said_by": "Mme Roy",
      "schema": "claimctl/offer/1",
      "short_by": {
        "currency": "EUR",
        "value": "54.99"
      },
      "state": "open",
      "surcharge": null,
      "terms": "you keep the parcel if it comes",
      "wanted": "refund"
    }
    "#);
}

#[test]
fn accepting_writes_the_letter_logs_it_and_waits_for_what_was_agreed() {
    let (mut desk, id) = offered(Sandbox::english());
    insta::assert_snapshot!(desk.run(&["offer", &id, "--accept", "--channel", "email"]), @"
    Subject: Order 405-0000000-0000000: your offer of 20 November 2026

    Hello,

    Thank you for your offer of 20 November 2026 about my order 405-0000000-0000000 of 19 October 2026: a partial refund of €20.00. Its terms, as I understand them: you keep the parcel if it comes.

    I accept it on these terms.

    Please carry it out by 4 December 2026 and confirm this to me in writing. Failing that, I reserve the right to go back to my original request.

    Kind regards,

    Order: 405-0000000-0000000
    Item: Casque audio sans fil
    Amount: €74.99
    [stderr]
    Logged: Offer accepted, 20 November 2026.
    By 4 December 2026, the seller: do what was agreed.
    Next: Wait until 4 December 2026: the seller must do what was agreed (overdue since 6 November 2026: deliver the order)
    Command: claimctl show 1
    Acceptance of an offer: the text is to be sent, and kept as evidence. Not sent? claimctl undo
    ");
    assert_eq!(kinds(&desk, &id).last().unwrap(), "offer-accepted");
    // The text that was sent is kept.
    let evidence = desk.exported(&id)["evidence"].clone();
    assert_eq!(evidence[0]["name"], "offer-accepted-2026-11-20.txt");
    insta::assert_snapshot!(desk.run(&["offer", &id, "--refuse"]), @"
    [stderr]
    error: there is nothing left to answer to this offer: accepted on 20 November 2026
    hint: claimctl log 1 undone --corrects NUMBER
    [exit 2]
    ");
    insta::assert_snapshot!(desk.done(&["offer", &id]).lines().take(3).collect::<Vec<_>>().join("\n"), @"
    Offer of 20 November 2026 (Mme Roy, phone): €20.00, partial refund
    Terms: you keep the parcel if it comes
    It was accepted on 20 November 2026.
    ");
    // What comes ends the claim.
    desk.on("2026-11-30");
    log(&desk, &id, &["refunded", "--amount", "20 EUR"]);
    insta::assert_snapshot!(desk.done(&["next", &id]), @"
    Claim 1, Casque audio sans fil, NordSon Audio: You have a part of your refund: if that suits you, you can close the claim
    claimctl close 1 --outcome partly-refunded
    ");
}

#[test]
fn what_was_agreed_and_does_not_come_is_late() {
    let (mut desk, id) = offered(Sandbox::english());
    desk.done(&["offer", &id, "--accept", "--by", "2026-11-30"]);
    desk.on("2026-12-01");
    insta::assert_snapshot!(desk.done(&["next", &id]), @"
    Claim 1, Casque audio sans fil, NordSon Audio: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
    claimctl letter 1 platform-dispute
    ");
}

#[test]
fn refusing_keeps_the_claim_going() {
    let (desk, id) = offered(Sandbox::french());
    insta::assert_snapshot!(desk.run(&["offer", &id, "--refuse", "--on", "20/11/2026"]), @"
    Objet : Commande n° 405-0000000-0000000 : votre proposition du 20 novembre 2026

    Madame, Monsieur,

    J’ai bien reçu votre proposition du 20 novembre 2026 au sujet de ma commande n° 405-0000000-0000000 du 19 octobre 2026 : un remboursement partiel de 20,00 €. Je vous en remercie, mais elle ne répond pas à ma demande et je ne l’accepte pas.

    Je maintiens celle-ci et vous demande le remboursement de 74,99 € au plus tard le 28 novembre 2026.

    Je vous remercie par avance de votre réponse.

    Cordialement,

    Commande : 405-0000000-0000000
    Achat : Casque audio sans fil
    Montant : 74,99 €
    [stderr]
    Noté : Offre refusée, 20 novembre 2026.
    Au plus tard le 28 novembre 2026, le vendeur : répondre à votre message.
    À faire : Attendez jusqu’au 28 novembre 2026 : le vendeur doit répondre à votre message (en retard depuis le 6 novembre 2026 : livrer la commande)
    À taper : claimctl show 1
    Refus d’une offre : le texte est à envoyer et gardé comme preuve. Pas envoyé ? claimctl undo
    ");
    insta::assert_snapshot!(desk.run(&["offer", &id, "--refuse"]), @"
    [stderr]
    erreur : il n’y a plus rien à répondre à cette offre : refusée le 20 novembre 2026
    conseil : claimctl log 1 undone --corrects NUMÉRO
    [exit 2]
    ");
}

#[test]
fn a_counter_offer_is_one_event_and_undone_in_one_step() {
    let (desk, id) = offered(Sandbox::english());
    let before = desk.exported(&id);
    insta::assert_snapshot!(desk.run(&["offer", &id, "--counter", "50", "--by", "2026-12-05"]), @"
    Subject: Order 405-0000000-0000000: my counter-offer

    Hello,

    Thank you for your offer of 20 November 2026 about my order 405-0000000-0000000 of 19 October 2026: a partial refund of €20.00. I cannot accept it as it stands.

    To settle this amicably, I propose a partial refund of €50.00 instead. If you agree, please say so in writing by 5 December 2026.

    Without your agreement by that day, my counter-offer ends and my original request stands: a refund of €74.99.

    Kind regards,

    Order: 405-0000000-0000000
    Item: Casque audio sans fil
    Amount: €74.99
    [stderr]
    Logged: Offer refused, 20 November 2026.
    By 5 December 2026, the seller: answer your message.
    Next: Wait until 5 December 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order)
    Command: claimctl show 1
    Counter-offer: the text is to be sent, and kept as evidence. Not sent? claimctl undo
    ");
    let event = desk.exported(&id)["events"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(event["kind"], "offer-refused");
    assert_eq!(event["amount"]["value"], "50.00");
    assert_eq!(event["remedy"], "partial-refund");
    assert_eq!(event["by"], "2026-12-05");
    desk.done(&["undo"]);
    let after = desk.exported(&id);
    assert_eq!(after["events"], before["events"]);
    // The same letter once more, from the log.
    desk.done(&[
        "offer",
        &id,
        "--counter",
        "replacement",
        "--channel",
        "email",
    ]);
    let letter = desk.done(&["letter", &id, "counter-offer"]);
    assert!(
        letter.contains("I propose a replacement for the item instead."),
        "{letter}"
    );
    let again = desk.done(&["letter", &id, "reminder"]);
    assert!(
        again.contains("I declined your offer and asked for a replacement for the item."),
        "{again}"
    );
}

#[test]
fn an_answer_with_its_letter_can_be_read_by_a_program() {
    let (desk, id) = offered(Sandbox::english());
    let json = desk.json(&["offer", &id, "--refuse", "--format", "json"]);
    assert_eq!(json["schema"], "claimctl/offer/1");
    assert_eq!(json["state"], "refused");
    assert_eq!(json["letter"]["kind"], "offer-refused");
    assert!(
        json["letter"]["body"]
            .as_str()
            .unwrap()
            .contains("I do not accept it")
    );
}

#[test]
fn what_cannot_be_answered_is_refused_with_what_to_type() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    let mut said = desk.run(&["offer", &id]).to_string();
    said += &desk.run(&["offer", &id, "--accept"]).to_string();
    let (desk, id) = offered(Sandbox::english());
    for args in [
        &["--counter", "15"][..],
        &["--counter", "20 EUR"],
        &["--counter", "0"],
        &["--counter", "more"],
        &["--accept", "--refuse"],
        &["--by", "2026-12-01"],
        &["--accept", "--by", "2026-11-01"],
        &["--accept", "--on", "2026-12-24"],
        &["--accept", "--on", "2026-11-19"],
        &["--refuse", "--channel", "pigeon"],
    ] {
        said += &desk.run(&[&["offer", &id], args].concat()).to_string();
    }
    assert_eq!(kinds(&desk, &id).last().unwrap(), "offered");
    insta::assert_snapshot!(said, @"
    [stderr]
    error: no offer is noted in this claim
    hint: claimctl log 1 answered --kind offered --amount AMOUNT --by DATE
    [exit 1]
    [stderr]
    error: no offer is noted in this claim
    hint: claimctl log 1 answered --kind offered --amount AMOUNT --by DATE
    [exit 1]
    [stderr]
    error: €15.00 is no more than the €20.00 on offer
    hint: claimctl offer 1 --accept
    [exit 2]
    [stderr]
    error: €20.00 is no more than the €20.00 on offer
    hint: claimctl offer 1 --accept
    [exit 2]
    [stderr]
    error: €0.00 is no more than the €20.00 on offer
    hint: claimctl offer 1 --accept
    [exit 2]
    [stderr]
    error: `more` is not an amount
    hint: write the amount like this: `34.90 EUR`
    [exit 2]
    [stderr]
    error: `--accept` does not go with another option that was given
    hint: claimctl offer --help
    [exit 2]
    [stderr]
    error: missing: <--accept|--refuse|--counter <ASKED>>
    hint: claimctl offer --help
    [exit 2]
    [stderr]
    error: the day given with --by is before the event
    [exit 2]
    [stderr]
    error: the event “Offer accepted” was not logged
    caused by: this day (24 December 2026) is in the future; what is logged has already happened
    [exit 2]
    [stderr]
    error: the offer is of 20 November 2026: the answer cannot come before it
    [exit 2]
    [stderr]
    error: `pigeon` is not a known channel
    hint: one of: platform, chat, email, form, phone, letter, registered-letter, in-person
    [exit 2]
    ");
}

#[test]
fn an_offer_that_lapsed_can_be_answered_late() {
    let (mut desk, id) = offered(Sandbox::english());
    desk.on("2026-12-03");
    let weighed = desk.done(&["offer", &id]);
    assert!(
        weighed.contains("It was to be answered by 1 December 2026: it may no longer stand."),
        "{weighed}"
    );
    let next = desk.done(&["next", &id]);
    assert!(!next.contains("offer"), "{next}");
    let output = desk.run(&["offer", &id, "--accept"]);
    assert_eq!(output.code, 0);
    insta::assert_snapshot!(output.stderr, @"
    warning: The offer was to be answered by 1 December 2026.
    Logged: Offer accepted, 3 December 2026.
    By 17 December 2026, the seller: do what was agreed.
    Next: Wait until 17 December 2026: the seller must do what was agreed (overdue since 6 November 2026: deliver the order)
    Command: claimctl show 1
    Acceptance of an offer: the text is to be sent, and kept as evidence. Not sent? claimctl undo
    ");
}

#[test]
fn what_the_other_side_wrote_commands_no_terminal() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    log(
        &desk,
        &id,
        &[
            "offered",
            "--note",
            "20\u{1b}[2J EUR\u{202e}",
            "--who",
            "Roy\u{7}\n$(rm)",
        ],
    );
    for args in [
        &["offer", &id][..],
        &["offer", &id, "--refuse"],
        &["show", &id],
        &["letter", &id, "offer-refused"],
    ] {
        let output = desk.run(args);
        let text = format!("{}{}", output.stdout, output.stderr);
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{text:?}");
    }
}
