//! `claimctl why`: how each date was computed.

use super::sandbox::Sandbox;

#[test]
fn every_date_can_be_recomputed_by_hand() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id]), @"
    Seller: Deliver the order, by 10 November 2026
      law/fr/delivery#deliver-by
      Delivery announced by: 10 November 2026
      On the agreed date, or else 30 days after the contract. What the carrier’s tracking says is not a delivery into your hands.
      Takes the place of the common rule “Deliver the order” (law/eu/delivery#deliver-by).
      Code de la consommation, art. L216-1 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    Seller: Answer your message, by 16 November 2026
      platform/aliexpress#seller-reply
      Message sent, on 13 November 2026 (no. 4 in the log)
      + 48 hours → 15 November 2026
      15 November 2026 is a Sunday → next day
      legal last day, moved to 16 November 2026
      It is a custom (24 to 48 hours), not a duty. Without an answer, open the dispute without waiting longer.
      Advice to consumers: disputes on AliExpress (advice, nobody’s rule; indirect source, checked on 20 September 2023): to be checked before you rely on it
      The source itself dates from 2023-09-20.

    You: Open the AliExpress dispute, by 25 November 2026
      platform/aliexpress#window-not-received
      Delivery announced by: 10 November 2026
      + 15 days, the first day not counted → 25 November 2026
      AliExpress counts in Pacific time: keep a day in hand. The countdown on the order page wins over this date. Do not cancel a dispute on a promise: it cannot be reopened.
      AliExpress, Buyer Help: late or missing orders (read on a copy) (a company’s promise, which can change; indirect source, checked on 1 December 2021): checked more than 12 months ago, to be checked again
      The source itself dates from 2021-12.
      https://customerservice.aliexpress.com/

    You: Ask the bank for the chargeback, by 10 March 2027
      payment/card#not-received-by
      Delivery announced by: 10 November 2026
      + 120 days, the first day not counted → 10 March 2027
      Reminder from 9 January 2027, 60 days before (our choice).
      120 days after the last announced delivery date, or after the payment if there was none, and never more than 540 days after the payment (Visa’s limit, kept for Mastercard to be safe). Card of an unknown scheme: 120 days after the payment, as with American Express; say whether it is Visa or Mastercard. The limit binds the bank: write at the latest 60 days before.
      Visa 13.1, Mastercard 4853 (Quavo) (a payment scheme’s rule, which can change; text read, checked on 20 November 2026)

    You: Go to the mediator, by 13 November 2027
      law/fr/mediation#mediator-by
      Message sent, on 13 November 2026 (no. 4 in the log)
      + 1 year → 13 November 2027
      Reminder from 14 October 2027, 30 days before (our choice).
      One year after your first written complaint (a call does not count). After that the conciliator and the court remain.
      Takes the place of the common rule “Go to the dispute body” (law/eu/mediation#mediator-by).
      Code de la consommation, art. L612-2 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    You: Go to court before the claim is time-barred, by 10 November 2031
      law/fr/mediation#limitation
      Delivery announced by: 10 November 2026
      End of the time for “Delivery expected”: 10 November 2026
      + 5 years → 10 November 2031
      Reminder from 12 August 2031, 90 days before (our choice).
      Five years from the day you knew the facts or should have known them; against a telecom operator one year from the payment; insurance, two years. The last day never moves, and a letter does not stop this time.
      Code civil, art. 2224, 2228 et 2229 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721

    Wait for the dispute to open: possible from 16 October 2026
      platform/aliexpress#dispute-opens
      Parcel shipped, on 5 October 2026 (no. 3 in the log)
      + 10 days, the first day not counted → 15 October 2026
      the earliest of the dates at stake, “Wait for the dispute button to open” → 15 October 2026
      Opens: AliExpress dispute
      While the parcel moves normally within the period shown, a dispute is usually refused.
      AliExpress, Buyer Help: late or missing orders (read on a copy) (a company’s promise, which can change; indirect source, checked on 1 December 2021): checked more than 12 months ago, to be checked again
      The source itself dates from 2021-12.
      https://customerservice.aliexpress.com/

    Wait until the delivery date has passed: possible from 11 November 2026
      payment/card#not-received-opens
      Delivery announced by: 10 November 2026
      Opens: Card chargeback
      Visa 13.1, Mastercard 4853 (Quavo) (a payment scheme’s rule, which can change; text read, checked on 20 November 2026)

    Wait two months, or for a refusal, before the mediator: possible from 14 January 2027
      law/fr/mediation#mediator-opens
      Message sent, on 13 November 2026 (no. 4 in the log)
      + 2 months → 13 January 2027
      the latest of the dates at stake, “Wait two months, or for a refusal” → 13 January 2027
      Opens: The mediator that the seller has named, if any
      The two months are the custom of mediators, not the law; after a refusal the mediator is open at once.
      Consumer mediation, economie.gouv.fr (advice, nobody’s rule; indirect source, checked on 20 November 2026)
      https://www.economie.gouv.fr/mediation-conso/vous-etes-consommateur

    A late refund is increased by 10 %, 20 %, then 50 %
      law/fr/delivery#late-refund-increase
      10 % up to 14 days late, 20 % up to 30 days, 50 % beyond, for contracts made from 1 January 2022 on. Many pages still show the former bands of 30 and 60 days.
      Code de la consommation, art. L241-4 (text read, checked on 20 November 2026)
      The source itself dates from 2022-01.
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    Loss or damage on the way is the seller’s until you hold the goods
      law/fr/delivery#risk-in-transit
      Signing for a parcel without reserves does not remove the guarantee of conformity.
      Code de la consommation, art. L216-2 et L216-5 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    You may hold back payment as long as nothing is delivered
      law/fr/delivery#suspend-payment
      Code de la consommation, art. L216-6 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    Going to the tribunal judiciaire costs 50 EUR, unless you have legal aid
      law/fr/mediation#court-fee
      Some procedures are exempt. If it is missing, the court registry allows one month to pay it. Sources disagree on the start (1 March or 1 May 2026).
      Code général des impôts, art. 1635 bis Q (loi n° 2026-103, art. 128) (indirect source, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069577

    A sum due carries legal interest from the formal notice on
      law/fr/mediation#legal-interest
      The rate changes every half-year: look up the current one.
      Code civil, art. 1231-6 et 1344 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721

    A mediation or conciliation that both accept stops limitation
      law/fr/mediation#mediation-pause
      It takes the agreement of both parties or the first meeting; after its end at least six months remain. A letter, even a registered one, or a report stops nothing.
      Code civil, art. 2238 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721

    The mediator tells you of a rejection within 3 weeks
      law/fr/mediation#mediator-rejection
      Code de la consommation, art. L612-2 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565

    Up to 5,000 EUR an attempt to settle is compulsory before court
      law/fr/mediation#prior-attempt
      Conciliation, mediation or a participatory procedure, or the claim is inadmissible. Excused: urgency, a failed small-claims collection, or no conciliator within three months.
      Code de procédure civile, art. 750-1 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070716

    Up to 5,000 EUR a simple request will do; no lawyer up to 10,000 EUR
      law/fr/mediation#small-claims
      Up to 5,000 EUR there is no appeal. You may choose the court of your own home (Code de la consommation, art. R631-3).
      Code de procédure civile, art. 761 et 818 (C. org. jud., art. R211-3-24) (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070716

    The merchant may contest: a provisional credit may be taken back
      payment/card#may-be-taken-back
      It has 30 days with Visa, 45 with Mastercard, 20 with American Express. Keep all the proof until then.
      Visa, Mastercard, American Express (Chargeflow) (a payment scheme’s rule, which can change; text read, checked on 20 November 2026)

    A chargeback is a practice of the card schemes, not a right: asking is free, the outcome is not guaranteed
      payment/card#no-right
      The time limits bind the bank: write well before. The schemes do not publish these rules: they are read from the payment companies named. A payment by Apple Pay is a card payment: it is disputed with the bank that issued the card.
      Visa 13.1, Mastercard 4853 (Quavo) (a payment scheme’s rule, which can change; text read, checked on 20 November 2026)

    AliExpress has undertaken to recognise the 14-day withdrawal, the legal guarantee and the court of your home
      platform/aliexpress#eu-commitments
      AliExpress, commitments obtained by the Dutch authority ACM (read in the press) (a company’s promise, which can change; indirect source, checked on 20 November 2026)
      The source itself dates from 2021.

    While the parcel travels, the seller can extend the order’s protection; only the seller grants it
      platform/aliexpress#extension
      Read in old guides only. A promise to extend is not enough: check that the countdown has changed, otherwise open the dispute before it ends.
      Guides about extending the order protection (advice, nobody’s rule; indirect source, checked on 20 November 2026): to be checked before you rely on it
    ");
}

#[test]
fn one_deadline_is_named_by_the_end_of_its_id_and_explained_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id, "window-not-received"]), @"
    Vous : Ouvrir le litige AliExpress, au plus tard le 25 novembre 2026
      platform/aliexpress#window-not-received
      Livraison annoncée au plus tard : 10 novembre 2026
      + 15 jours, jour de départ non compté → 25 novembre 2026
      AliExpress compte à l’heure du Pacifique : gardez un jour de marge. Le compte à rebours de la page de la commande l’emporte sur cette date. N’annulez pas un litige sur une promesse : il ne se rouvre pas.
      AliExpress, aide aux acheteurs : commandes en retard ou perdues (lu sur une copie) (promesse d’une entreprise, qui peut changer ; source indirecte, vérifiée le 1er décembre 2021) : vérification vieille de plus de 12 mois, à refaire
      La source elle-même date de 2021-12.
      https://customerservice.aliexpress.com/
    ");
}

#[test]
fn a_weekend_and_a_holiday_are_said() {
    let desk = Sandbox::english();
    // Received on Monday 23 March 2026: 14 days later is Easter Monday, so the law's last day is Tuesday 7 April.
    let id = desk.new_with(
        r#"
problem = "change-of-mind"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "89,90 €"
ordered_on = 2026-03-20
delivered_on = 2026-03-23
"#,
    );
    let mut desk = desk;
    desk.on("2026-03-25");
    insta::assert_snapshot!(desk.run(&["why", &id, "withdraw-by"]), @"
    You: Send your withdrawal, by 6 April 2026
      law/fr/withdrawal#withdraw-by
      Parcel received, on 23 March 2026 (no. 2 in the log)
      End of the time for “Receive the last item of the order”: 23 March 2026
      + 14 days, the first day not counted → 6 April 2026
      6 April 2026 is a public holiday (Easter Monday) → next day
      legal last day, moved to 7 April 2026
      Safe day: 6 April 2026. Legal last day: 7 April 2026, because the rule moves a last day that is not a working day; you are reminded of the first.
      Sending it before the end of the last day is enough; keep the proof. If the seller did not tell you of this right, you have twelve months more.
      Takes the place of the common rule “Send your withdrawal” (law/eu/withdrawal#withdraw-by).
      Code de la consommation, art. L221-18 et L221-19 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565
    ");
}

#[test]
fn a_right_without_a_date_is_named_by_its_id_with_what_to_heed() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    insta::assert_snapshot!(desk.run(&["why", &id, "court-fee"]), @"
    Going to the tribunal judiciaire costs 50 EUR, unless you have legal aid
      law/fr/mediation#court-fee
      Some procedures are exempt. If it is missing, the court registry allows one month to pay it. Sources disagree on the start (1 March or 1 May 2026).
      Code général des impôts, art. 1635 bis Q (loi n° 2026-103, art. 128) (indirect source, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069577
    ");
}

#[test]
fn what_is_no_deadline_of_the_claim_is_exit_3() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id, "nothing"]), @"
    [stderr]
    error: this claim has no deadline `nothing`
    hint: one of: law/fr/delivery#deliver-by, platform/aliexpress#seller-reply, platform/aliexpress#window-not-received, payment/card#not-received-by, law/fr/mediation#mediator-by, law/fr/mediation#limitation, platform/aliexpress#dispute-opens, payment/card#not-received-opens, law/fr/mediation#mediator-opens
    [exit 3]
    ");
    let id = desk.new_from("refund-special-circumstances.toml");
    insta::assert_snapshot!(desk.run(&["why", &id]), @"
    [stderr]
    error: this claim has no deadline
    [exit 3]
    ");
    insta::assert_snapshot!(desk.run(&["why", "9"]), @r#"
    [stderr]
    error: there is no claim 9
    hint: claimctl list --all
    [exit 3]
    "#);
}

#[test]
fn what_is_added_for_delay_is_explained_also_while_it_is_nothing() {
    let mut desk = Sandbox::english();
    let id = desk.new_with(
        r#"
problem = "change-of-mind"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "4.00 EUR"
ordered_on = 2026-10-20
delivered_on = 2026-10-28
"#,
    );
    let mut said = desk.run(&["why", &id, "surcharge"]).to_string();
    desk.done(&["log", &id, "withdrawn", "--on", "2026-10-29"]);
    desk.done(&["log", &id, "returned", "--on", "2026-10-30"]);
    desk.on("2026-11-12");
    said += &desk.run(&["why", &id, "money"]).to_string();
    desk.on("2026-11-24");
    for amount in ["0.10 EUR", "0.10 EUR", "0.10 USD"] {
        desk.done(&["log", &id, "refunded", "--amount", amount]);
    }
    said += &desk.run(&["why", &id, "surcharge"]).to_string();
    let warned = desk.done(&["show", &id]);
    assert!(
        warned.contains("is not in the currency of the claim"),
        "{warned}"
    );
    insta::assert_snapshot!(said, @"
    Added for delay: nothing today; the time for “Refund everything, standard delivery included” is not running (law/fr/withdrawal#refund-by)
    Added for delay: nothing today. Refund everything, standard delivery included: by 12 November 2026 (law/fr/withdrawal#refund-by). What comes later grows, from 13 November 2026 on
    Added for delay: €0.20
      Refund due by 12 November 2026 at the latest: “Refund everything, standard delivery included”
      €0.10 received on 24 November 2026, 12 days late
      €0.10 received on 24 November 2026, 12 days late
      €3.80 still owed, 12 days late
      5% of €4.00 → €0.20
      Code de la consommation, art. L242-4 (text read, checked on 20 November 2026)
      https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565
    ");
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["why", &id, "money"]), @"Majoration pour retard : rien, car ce dossier ne demande pas d’argent");
}

#[test]
fn what_show_prints_can_be_asked_for() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    // The day on which the mediator opened has passed: it still has its paragraph.
    desk.on("2027-01-12");
    let why = desk.done(&["why", &id]);
    assert!(why.contains("law/fr/mediation#mediator-opens"), "{why}");
    let claim = desk.exported(&id);
    for list in ["routes", "deadlines"] {
        for entry in claim[list].as_array().unwrap() {
            let name = entry.get("route").or(entry.get("rule")).unwrap();
            desk.done(&["why", &id, name.as_str().unwrap()]);
        }
    }
    // What does not run yet says what is missing.
    insta::assert_snapshot!(desk.run(&["why", &id, "law/fr/delivery#refund-by"]), @"
    [stderr]
    error: the time of `law/fr/delivery#refund-by` does not run yet: the day of the termination is missing
    hint: claimctl log 1 terminated --on DATE
    [exit 3]
    ");
}
