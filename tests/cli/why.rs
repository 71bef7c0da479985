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

    Wait two months, or for a refusal, before the mediator: possible from 14 January 2027
      law/fr/mediation#mediator-opens
      Message sent, on 13 November 2026 (no. 4 in the log)
      + 2 months → 13 January 2027
      the latest of the dates at stake, “Wait two months, or for a refusal” → 13 January 2027
      Opens: The mediator that the seller has named, if any
      The two months are the custom of mediators, not the law; after a refusal the mediator is open at once.
      Consumer mediation, economie.gouv.fr (advice, nobody’s rule; indirect source, checked on 20 November 2026)
      https://www.economie.gouv.fr/mediation-conso/vous-etes-consommateur
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
fn what_is_no_deadline_of_the_claim_is_exit_3() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["why", &id, "nothing"]), @"
    [stderr]
    error: this claim has no deadline `nothing`
    hint: one of: law/fr/delivery#deliver-by, platform/aliexpress#seller-reply, platform/aliexpress#window-not-received, payment/card#not-received-by, law/fr/mediation#mediator-by, platform/aliexpress#dispute-opens, payment/card#not-received-opens, law/fr/mediation#mediator-opens
    [exit 3]
    ");
    let id = desk.new_from("refund-special-circumstances.toml");
    insta::assert_snapshot!(desk.run(&["why", &id]), @r#"
    [stderr]
    error: this claim has no deadline
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["why", "9"]), @r#"
    [stderr]
    error: there is no claim 9
    hint: claimctl list --all
    [exit 3]
    "#);
}
