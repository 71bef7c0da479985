//! `claimctl letter`: the words for the step.

use super::sandbox::Sandbox;

#[test]
fn without_a_kind_it_writes_the_one_that_the_step_needs_in_the_language_of_the_claim() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id]), @"
    Objet : Rétractation – Commande n° AL-2026-11873

    À l’attention du service client d’Atelier Lumen

    Le 20 novembre 2026

    Madame, Monsieur,

    Je vous notifie par la présente ma rétractation du contrat portant sur ma commande n° AL-2026-11873 du 17 novembre 2026.

    J’exerce ce droit dans le délai prévu à l’article L221-18 du Code de la consommation, par la présente déclaration (article L221-21).

    Merci de me rembourser toutes les sommes versées, soit 89,90 €, frais de livraison standard compris, au plus tard quatorze jours après la réception de ce message (article L221-24), par le moyen de paiement utilisé pour l’achat.

    Merci d’arrêter l’envoi s’il n’a pas eu lieu et de m’accuser réception de cette rétractation.

    Cordialement,

    Commande : AL-2026-11873
    Achat : Lampe de bureau articulée
    Montant : 89,90 €
    [stderr]
    Avant l’envoi, ajoutez vos nom et adresse (ou réglez `name` et `address` dans config.toml), et signez si c’est un courrier.
    ");
}

#[test]
fn the_language_that_is_asked_for_goes_before_that_of_the_claim() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "withdrawal", "--lang", "en"]), @"
    Subject: Withdrawal – Order AL-2026-11873

    To: Atelier Lumen

    20 November 2026

    To whom it may concern,

    I hereby give notice that I withdraw from the contract for my order AL-2026-11873 of 17 November 2026.

    I am exercising this right within the period set by article L221-18 of the French Consumer Code, by this statement (article L221-21).

    Please refund all sums paid, that is €89.90, standard delivery included, within fourteen days of receiving this message (article L221-24), to the means of payment used for the purchase.

    Please stop the item from being sent if it has not been, and acknowledge receipt of this withdrawal.

    Kind regards,

    Order: AL-2026-11873
    Item: Lampe de bureau articulée
    Amount: €89.90
    [stderr]
    Add your name and address before you send it (or set `name` and `address` in config.toml), and sign it if it goes by post.
    ");
}

#[test]
fn the_list_says_which_letters_fit_and_why_the_others_do_not() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "--list"]), @"
    first-message      First message – fits now
    reminder           Reminder – First write to the seller, and log it.
    formal-notice      Formal notice – First write to the seller, and log it.
    cancellation       Cancellation request – No route open to this claim needs it.
    withdrawal         Withdrawal – The known facts give no right of withdrawal.
    termination        Termination – fits now
    platform-dispute   Platform dispute – No platform guarantee covers this claim.
    refund-ticket      Refund request – fits now
    offer-accepted     Acceptance of an offer – No offer is noted in the log.
    offer-refused      Refusal of an offer – No offer is noted in the log.
    counter-offer      Counter-offer – No offer is noted in the log.
    confirmation       Confirmation of a conversation – Nothing said by phone or in person is noted in the log.
    special-request    Request in special circumstances – There is no such letter for this problem.
    escalation         Escalation to the platform – No platform guarantee covers this claim.
    mediator-request   Request to a mediator or conciliator – A written complaint to the seller must come first
    chargeback         Payment disputed with the bank – The known facts open no way through the bank.
    sepa-refund        Direct debit to be refunded by the bank – Cancel or write first
    authority-report   Report to the authority – fits now
    court-summary      Summary for the court – fits now
    ");
    let listed = desk.json(&["letter", &id, "--list", "--format", "json"]);
    assert_eq!(listed["schema"], "claimctl/letters/1");
    let letters = listed["letters"].as_array().unwrap();
    for letter in letters {
        assert_eq!(
            letter["available"].as_bool().unwrap(),
            letter["reason"].is_null(),
            "{letter}"
        );
    }
}

#[test]
fn every_letter_that_is_available_can_be_written() {
    let desk = Sandbox::english();
    for example in super::sandbox::EXAMPLES {
        let id = desk.new_from(example);
        let listed = desk.json(&["letter", &id, "--list", "--format", "json"]);
        for letter in listed["letters"].as_array().unwrap() {
            let kind = letter["kind"].as_str().unwrap();
            if letter["available"] == true {
                let text = desk.done(&["letter", &id, kind]);
                assert!(text.starts_with("Subject"), "{example} {kind}\n{text}");
                assert!(!text.contains("{{") && !text.contains("None"), "{text}");
            }
        }
    }
}

#[test]
fn as_json_it_is_one_document() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let letter = desk.json(&["letter", &id, "--format", "json"]);
    assert_eq!(letter["schema"], "claimctl/letter/1");
    assert_eq!(letter["kind"], "withdrawal");
    let body = letter["body"].as_str().unwrap();
    assert!(body.contains("AL-2026-11873"), "{body}");
}

#[test]
fn a_day_to_answer_by_is_written_as_it_was_given() {
    let desk = Sandbox::english();
    let id = desk.new_from("refund-ticket.toml");
    let text = desk.done(&["letter", &id, "--by", "2026-12-04"]);
    assert!(text.contains("4 December 2026"), "{text}");
}

#[test]
fn a_letter_that_does_not_fit_is_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["letter", &id, "termination"]), @"
    Subject: End of the contract – Order 3000000000000002: damaged item

    To whom it may concern,

    This letter is about my order 3000000000000002 of 21 October 2026, delivered on 14 November 2026: the item arrived damaged.

    I am hereby ending the contract, as article L217-14 of the French Consumer Code allows.

    The item is at your disposal; please tell me how to send it back to you free of charge.

    I ask for the refund of €46.20 as soon as you receive the item or the proof that it was sent, and no later than fourteen days after that (article L217-17 of the same code).

    Yours faithfully,

    Order: 3000000000000002
    Item: Service à thé, 6 tasses
    Amount: €46.20
    [stderr]
    warning: Ask for repair or replacement first
    Add your name and address before you send it (or set `name` and `address` in config.toml), and sign it if it goes by post.
    ");
    insta::assert_snapshot!(desk.run(&["letter", &id, "formal-notise"]), @r#"
    [stderr]
    error: `formal-notise` is not a known kind of letter
    hint: did you mean `formal-notice`?
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["letter", "8"]), @r#"
    [stderr]
    error: there is no claim 8
    hint: claimctl list --all
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["letter", &id, "first-message", "--list"]), @r#"
    [stderr]
    error: `[KIND]` does not go with another option that was given
    hint: claimctl letter --help
    [exit 2]
    "#);
}

#[test]
fn no_answer_is_asked_for_on_a_public_holiday() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    // Eight days later is Christmas Day, a Friday.
    desk.on("2026-12-17");
    let letter = desk.run(&["letter", &id, "first-message"]).to_string();
    assert!(
        !letter.contains("25 December 2026") && letter.contains("28 December 2026"),
        "{letter}"
    );
}
