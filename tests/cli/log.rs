//! `claimctl log`: what happened, and what it changes.

use claimctl::domain::event::EventKind;

use super::sandbox::Sandbox;

#[test]
fn every_kind_of_event_is_logged_or_refused_with_what_to_type() {
    // A claim whose only event before today is its order.
    let answers = r#"
problem = "defective"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90 €"
ordered_on = 2026-11-02
"#;
    let mut refused = String::new();
    for kind in EventKind::ALL {
        let desk = Sandbox::english();
        let id = desk.new_with(answers);
        let output = desk.run(&["log", &id, kind.id(), "--on", "2026-11-19"]);
        if output.code == 0 {
            assert!(output.stdout.is_empty(), "{kind}: {output}");
            assert!(output.stderr.starts_with("Logged: "), "{kind}: {output}");
            let claim = desk.exported(&id);
            let events = claim["events"].as_array().unwrap();
            let logged = events.iter().any(|e| e["kind"] == kind.id());
            assert!(logged, "{kind}: {events:?}");
        } else {
            refused += &format!("{kind}\n{output}");
        }
    }
    insta::assert_snapshot!(refused, @"
    extended
    [stderr]
    error: say which deadline is moved: --rule PLAYBOOK#RULE, or the end of its name
    hint: claimctl why 1
    [exit 2]
    paused
    [stderr]
    error: say which deadline is moved: --rule PLAYBOOK#RULE, or the end of its name
    hint: claimctl why 1
    [exit 2]
    resumed
    [stderr]
    error: no deadline of this claim is paused on that day
    hint: claimctl show 1
    [exit 2]
    own-date
    [stderr]
    error: say which deadline is moved: --rule PLAYBOOK#RULE, or the end of its name
    hint: claimctl why 1
    [exit 2]
    closed
    [stderr]
    error: a claim is closed with the command close
    hint: claimctl close 1
    [exit 2]
    reopened
    [stderr]
    error: this claim is not closed
    [exit 2]
    undone
    [stderr]
    error: say which event is taken back
    hint: claimctl log 1 undone --corrects NUMBER
    [exit 2]
    ");
}

#[test]
fn a_message_says_how_long_the_seller_has_and_when_the_dispute_opens() {
    let desk = Sandbox::english();
    let answers = std::fs::read_to_string(super::sandbox::example_file("amazon-not-received.toml"));
    let answers = answers.unwrap();
    let answers: Vec<&str> = answers
        .lines()
        .filter(|l| !l.starts_with("contacted") && !l.starts_with("answered"))
        .collect();
    let id = desk.new_with(&answers.join("\n"));
    let output = desk.run(&["log", &id, "contacted", "--channel", "platform"]);
    insta::assert_snapshot!(output, @"
    [stderr]
    Logged: Message sent, 20 November 2026.
    By 23 November 2026, the seller: answer your message.
    By 20 November 2027, you: go to the mediator.
    Open from now on: Formal notice to deliver.
    Open from now on: Card chargeback.
    Opens on 23 November 2026: A-to-z Guarantee.
    Opens on 21 January 2027: Consumer mediator.
    Next: Wait until 23 November 2026: the seller must answer your message (overdue since 6 November 2026: deliver the order)
    Command: claimctl show 1
    ");
    let desk = Sandbox::french();
    let id = desk.new_with(&answers.join("\n"));
    let output = desk.run(&["log", &id, "contacted", "--channel", "platform"]);
    insta::assert_snapshot!(output, @"
    [stderr]
    Noté : Message envoyé, 20 novembre 2026.
    Au plus tard le 23 novembre 2026, le vendeur : répondre à votre message.
    Au plus tard le 20 novembre 2027, vous : saisir le médiateur.
    Ouvert dès maintenant : Mise en demeure de livrer.
    Ouvert dès maintenant : Rétrofacturation de la carte.
    S’ouvre le 23 novembre 2026 : Garantie A à Z.
    S’ouvre le 21 janvier 2027 : Médiateur de la consommation.
    À faire : Attendez jusqu’au 23 novembre 2026 : le vendeur doit répondre à votre message (en retard depuis le 6 novembre 2026 : livrer la commande)
    À taper : claimctl show 1
    ");
}

#[test]
fn an_event_is_no_day_that_lies_ahead_nor_before_the_order() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "2026-11-21"]), @"
    [stderr]
    error: the event “Message sent” was not logged
    caused by: this day (21 November 2026) is in the future; what is logged has already happened
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "2026-10-20"]), @r#"
    [stderr]
    error: the event “Message sent” was not logged
    caused by: this day (20 October 2026) is before the order (21 October 2026)
    [exit 2]
    "#);
    desk.done(&["log", &id, "contacted", "--on", "2026-10-21"]);
    // What concerns the person may lie before the purchase.
    desk.done(&["log", &id, "life-event", "--on", "2026-01-05"]);
    let desk = Sandbox::french();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--on", "demain"]), @r#"
    [stderr]
    erreur : l’événement « Message envoyé » n’a pas été noté
    cause : cette date (21 novembre 2026) est à venir ; un événement est déjà arrivé
    [exit 2]
    "#);
}

#[test]
fn an_unknown_word_is_refused_with_the_nearest() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["log", &id, "contcated"]), @r#"
    [stderr]
    error: `contcated` is not a known event
    hint: did you mean `contacted`?
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["log", &id, "contacted", "--channel", "pigeon"]), @r#"
    [stderr]
    error: `pigeon` is not a known channel
    hint: one of: platform, chat, email, form, phone, letter, registered-letter, in-person
    [exit 2]
    "#);
    let output = desk.run(&[
        "log",
        &id,
        "contacted",
        "--about",
        "platform/aliexpress#disputes",
    ]);
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: this claim has no rule and no route `platform/aliexpress#disputes`
    hint: did you mean `platform/aliexpress#dispute`?
    [exit 2]
    "#);
    let output = desk.run(&[
        "log",
        &id,
        "contacted",
        "--on",
        "hier",
        "--at",
        "hier 18:00",
    ]);
    insta::assert_snapshot!(output, @r#"
    [stderr]
    error: `--on <DATE>` does not go with another option that was given
    hint: claimctl log --help
    [exit 2]
    "#);
}

#[test]
fn a_promise_is_tracked_and_overdue_after_its_day() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("refund-ticket.toml");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--on",
        "2026-11-13",
        "--channel",
        "form",
    ]);
    let output = desk.run(&[
        "log",
        &id,
        "promised",
        "--by",
        "2026-11-24",
        "--note",
        "7 to 14 days",
    ]);
    insta::assert_snapshot!(output, @"
    [stderr]
    Logged: Promise received, 20 November 2026.
    By 24 November 2026, the seller: keep their promise: “7 to 14 days”.
    Next: Today, ask your bank in writing for a chargeback of the charge (last day: 1 January 2027)
    Command: claimctl letter 1 chargeback
    ");
    let seen = |desk: &Sandbox| {
        let claim = desk.exported(&id);
        let all = claim["deadlines"].as_array().unwrap();
        let promise = all
            .iter()
            .find(|d| d["source"]["basis"] == "yours")
            .unwrap();
        format!(
            "{} {} {}",
            promise["who"], promise["due_on"], promise["state"]
        )
    };
    let mut days = Vec::new();
    for day in ["2026-11-23", "2026-11-24", "2026-11-25"] {
        desk.on(day);
        days.push(format!("{day}: {}", seen(&desk)));
    }
    insta::assert_snapshot!(days.join("\n"), @r#"
    2026-11-23: "trader" "2026-11-24" "open"
    2026-11-24: "trader" "2026-11-24" "open"
    2026-11-25: "trader" "2026-11-24" "missed"
    "#);
    desk.done(&["log", &id, "refunded", "--on", "2026-11-24"]);
    insta::assert_snapshot!(seen(&desk), @r#""trader" "2026-11-24" "met""#);
}

#[test]
fn our_reminder_takes_the_claim_off_what_is_due() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("refund-special-circumstances.toml");
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "form",
        "--by",
        "2026-11-27",
    ]);
    desk.on("2026-11-28");
    let before = desk.run(&["list", "--overdue"]);
    desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "form",
        "--by",
        "2026-12-05",
    ]);
    let after = desk.run(&["list", "--overdue"]);
    insta::assert_snapshot!(format!("{before}---\n{after}"), @"
    No  Due         Status   Claim                                                                  Next
     1  2026-11-27  waiting  Stage intensif d'italien, du 2 au 6 novembre, École de langues Parola  Wait until 4 December 2026: the seller must handle the refund request
    ---
    [stderr]
    Nothing is due in that time.
    ");
}

#[test]
fn an_amount_counts_in_the_account() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    desk.done(&["log", &id, "refunded", "--amount", "12,00 €"]);
    insta::assert_snapshot!(desk.exported(&id)["money"], @r#"{"asked":{"currency":"EUR","value":"46.20"},"outstanding":{"currency":"EUR","value":"34.20"},"received":{"currency":"EUR","value":"12.00"},"surcharge":null,"surcharge_days_late":null,"surcharge_percent":null,"surcharge_reason":"not-late"}"#);
}

#[test]
fn a_proof_is_kept_with_its_event() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let file = desk.write("ack.txt", "received");
    desk.done(&[
        "log",
        &id,
        "withdrawn",
        "--channel",
        "form",
        "--file",
        &file,
    ]);
    let claim = desk.exported(&id);
    let event = claim["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(event["evidence"], serde_json::json!(["E1"]));
    insta::assert_snapshot!(desk.run(&["log", &id, "answered", "--file", "nope.pdf"]), @r#"
    [stderr]
    error: there is no file `nope.pdf`
    hint: a name with spaces goes in quotes: `"my receipt.pdf"`
    [exit 1]
    "#);
    let events = desk.exported(&id)["events"].as_array().unwrap().len();
    assert_eq!(
        events, 3,
        "nothing was logged with a proof that is not there"
    );
}

#[test]
fn a_closed_claim_takes_no_event_until_it_is_reopened() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["close", &id, "--outcome", "cancelled"]);
    insta::assert_snapshot!(desk.run(&["log", &id, "refunded"]), @r#"
    [stderr]
    error: this claim is closed
    hint: claimctl log 1 reopened
    [exit 2]
    "#);
    desk.done(&["log", &id, "reopened"]);
    desk.done(&["log", &id, "refunded"]);
    assert_eq!(desk.exported(&id)["closed_on"], serde_json::Value::Null);
}

#[test]
fn what_a_kind_says_nothing_of_is_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    let mut said = String::new();
    for [event, option] in [
        ["delivered", "--by=2026-12-01"],
        ["delivered", "--amount=10 EUR"],
        ["shipped", "--channel=email"],
        ["answered", "--received=2026-11-20"],
        ["refused", "--by=2026-12-01"],
    ] {
        said += &desk.run(&["log", &id, event, option]).to_string();
    }
    insta::assert_snapshot!(said, @"
    [stderr]
    error: `delivered` says nothing of --by
    hint: claimctl log 1 note --by DATE --note TEXT
    [exit 2]
    [stderr]
    error: `delivered` says nothing of --amount
    hint: claimctl log 1 delivered --note TEXT
    [exit 2]
    [stderr]
    error: `shipped` says nothing of --channel
    hint: claimctl log 1 shipped --note TEXT
    [exit 2]
    [stderr]
    error: `answered` says nothing of --received
    hint: claimctl log 1 answered --note TEXT
    [exit 2]
    [stderr]
    error: `refused` says nothing of --by
    hint: claimctl log 1 note --by DATE --note TEXT
    [exit 2]
    ");
    // The day by which a thing is to be sent back is one to keep.
    desk.done(&["log", &id, "return-agreed", "--by", "2026-12-04"]);
    let claim = desk.exported(&id);
    let deadlines = claim["deadlines"].as_array().unwrap();
    assert!(
        deadlines
            .iter()
            .any(|d| d["rule"] == "yours#5" && d["due_on"] == "2026-12-04"),
        "{deadlines:?}"
    );
}

#[test]
fn a_reminder_sent_before_the_day_of_the_answer_does_not_put_it_off() {
    let mut desk = Sandbox::english();
    let id = desk.new_with(
        r#"
problem = "not-received"
wanted = "refund"
country = "FR"
seller = "Porcelaines du Nord"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "46.20 EUR"
ordered_on = 2026-10-12
latest_delivery_on = 2026-11-05
"#,
    );
    let next = |desk: &Sandbox| desk.exported(&id)["next"]["due_on"].clone();
    desk.done(&["log", &id, "contacted", "--channel", "email"]);
    assert_eq!(next(&desk), "2026-11-28");
    desk.on("2026-11-27");
    let output = desk.run(&["log", &id, "contacted", "--channel", "email"]);
    assert!(!output.stderr.contains("suggests"), "{output}");
    assert_eq!(next(&desk), "2026-11-28");
    // Another day is the user's own to give.
    desk.done(&["log", &id, "contacted", "--by", "2026-12-04"]);
    assert_eq!(next(&desk), "2026-12-04");
    // Once it has passed, a reminder is given its own time.
    desk.on("2026-12-05");
    desk.done(&["log", &id, "contacted", "--channel", "email"]);
    assert_eq!(next(&desk), "2026-12-13");
}

#[test]
fn a_sum_without_a_currency_is_in_that_of_the_claim() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["log", &id, "refunded", "--amount", "10,50"]);
    let event = desk.exported(&id)["events"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(event["amount"]["value"], "10.50");
    assert_eq!(event["amount"]["currency"], "EUR");
    insta::assert_snapshot!(desk.run(&["log", &id, "refunded", "--amount", "dix"]), @"
    [stderr]
    erreur : `dix` n’est pas un montant
    conseil : écrivez le montant ainsi : `34,90 EUR`
    [exit 2]
    ");
    desk.done(&["edit", &id, "amount="]);
    insta::assert_snapshot!(desk.run(&["log", &id, "refunded", "--amount", "10,50"]), @"
    [stderr]
    erreur : `10,50` n’a pas de devise
    conseil : écrivez le montant ainsi : `34,90 EUR`
    [exit 2]
    ");
}
