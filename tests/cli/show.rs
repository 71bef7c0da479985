//! `claimctl show`: the whole of a claim.

use super::home::Home;
use super::sandbox::{Sandbox, example_file};

#[test]
fn the_whole_of_a_claim_in_english() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    insta::assert_snapshot!(desk.run(&["show", &id]), @"
    Claim 1 – Guirlande lumineuse 10 m, Bright Home Store
    overdue · 3. Contact the seller
    Next: Today, open the dispute in your AliExpress order (last day: 25 November 2026)
    Command: claimctl letter 1 platform-dispute

    Problem                    Parcel never arrived
    You ask for                Refund
    Platform                   AliExpress
    Seller                     Bright Home Store
    Country                    France
    Purchase                   Guirlande lumineuse 10 m
    Amount                     €18.49
    Payment                    Visa card
    Ordered on                 2 October 2026
    Delivery at the latest on  10 November 2026
    Order number               3000000000000001
    Kind of seller             Business
    Kind of purchase           New goods
    How it was ordered         Online
    Description                Colis annoncé pour le 10 novembre, jamais reçu.

    Deadlines
    Who     What                                         At the latest              State
    ────────────────────────────────────────────────────────────────────────────────────────────────
    Seller  Deliver the order                            2026-11-10                 missed
    Seller  Answer your message                          16 November 2026 at 18:20  missed
    You     Open the AliExpress dispute                  2026-11-25                 running
    You     Ask the bank for the chargeback              2027-03-10                 running
    You     Go to the mediator                           2027-11-13                 by another route
    You     Go to court before the claim is time-barred  2031-11-10                 by another route

    Where these dates come from (in full: claimctl why 1)
    - Open the AliExpress dispute: Delivery announced by: 10 November 2026, + 15 days (AliExpress, Buyer Help: late or missing orders (read on a copy), indirect source)
    - Ask the bank for the chargeback: Delivery announced by: 10 November 2026, + 120 days (Visa 13.1, Mastercard 4853 (Quavo))

    Routes
    Route                                               State                     Window
    ──────────────────────────────────────────────────────────────────────────────────────────────────────
    Message to the AliExpress seller                    done on 13 November 2026  no limit known
    AliExpress dispute                                  closing soon              2026-10-16 to 2026-11-25
    Appeal against the decision                         blocked                   after another step
    AliExpress stepping in                              blocked                   after another step
    Formal notice to deliver                            open                      from 2026-11-11
    Ending the contract                                 blocked                   after another step
    Formal notice to refund                             blocked                   after another step
    Card chargeback                                     open                      2026-11-11 to 2027-03-10
    Extension of the protection                         open                      no limit known
    Withdrawal without a reason                         open                      limit to be worked out
    The mediator that the seller has named, if any      not open yet              2027-01-14 to 2027-11-13
    SignalConso                                         open                      no limit known
    Tribunal judiciaire, without a hold on this seller  open                      until 2031-11-10
    - Appeal against the decision: AliExpress must have decided the dispute first
    - AliExpress stepping in: The dispute must be open first
    - Ending the contract: Send the formal notice to deliver first
    - Formal notice to refund: The contract must have been ended first
    - The mediator that the seller has named, if any: opens on 14 January 2027

    Doors that lead nowhere
    - French mediator, conciliateur and court: The seller is established outside of the European Union: in practice they have no hold on it, and the European Consumer Centre does not deal with it. Go through the platform, the bank that issued the card or PayPal first, without letting their time limits pass.
    - European online dispute resolution platform (ODR): It no longer exists: it has taken no complaint since 20 March 2025 and closed on 20 July 2025. Many terms still point to it. Go to the mediator that the seller has named, or to the European Consumer Centre if the seller is in another country.
    - European Consumer Centre: It is not competent for a seller established in China. Open the AliExpress dispute, then see PayPal or the bank of your card.

    Your rights (in full: claimctl why 1)
    - A late refund is increased by 10 %, 20 %, then 50 %. 10 % up to 14 days late, 20 % up to 30 days, 50 % beyond, for contracts made from 1 January 2022 on. Many pages still show the former bands of 30 and 60 days.
    - Loss or damage on the way is the seller’s until you hold the goods. Signing for a parcel without reserves does not remove the guarantee of conformity.
    - You may hold back payment as long as nothing is delivered
    - Going to the tribunal judiciaire costs 50 EUR, unless you have legal aid (indirect source). Some procedures are exempt. […]
    - A sum due carries legal interest from the formal notice on. The rate changes every half-year: look up the current one.
    - A mediation or conciliation that both accept stops limitation. It takes the agreement of both parties or the first meeting; after its end at least six months remain. […]
    - The mediator tells you of a rejection within 3 weeks
    - Up to 5,000 EUR an attempt to settle is compulsory before court. Conciliation, mediation or a participatory procedure, or the claim is inadmissible. […]
    - Up to 5,000 EUR a simple request will do; no lawyer up to 10,000 EUR. Up to 5,000 EUR there is no appeal. […]
    - The merchant may contest: a provisional credit may be taken back. It has 30 days with Visa, 45 with Mastercard, 20 with American Express. […]
    - A chargeback is a practice of the card schemes, not a right: asking is free, the outcome is not guaranteed. The time limits bind the bank: write well before. […]
    - AliExpress has undertaken to recognise the 14-day withdrawal, the legal guarantee and the court of your home (indirect source)
    - While the parcel travels, the seller can extend the order’s protection; only the seller grants it (from memory: to be checked). Read in old guides only. […]

    Log
    - 1  2026-10-02  Order placed
    - 2  2026-10-02  Payment made
    - 3  2026-10-05  Parcel shipped
    - 4  2026-11-13 18:20  Message sent (platform messages)

    Money
    - Asked: €18.49

    What the next step needs
    - Proof that the formal notice was sent and received: lacking (--kind proof-of-sending)
    - Your written complaint and the proof that you sent it: lacking (--kind message)
    - The line of the card statement, the rest masked: lacking (--kind statement)
    - The message to the merchant and the answer: lacking (--kind message)
    - Screenshots of the messages with the seller: lacking (--kind message)
    - The proof of payment: lacking (--kind receipt)
    - The tracking as it stands, with its last place and date: lacking (--kind tracking)
    - To add one: claimctl evidence add 1 FILE --kind KIND

    Good to know
    - “Open the AliExpress dispute”: source last checked on 1 December 2021, more than 12 months ago; check it again
    - Promises that a company or a scheme can change: “AliExpress”, “Payment card”

    Whom to contact
    - SignalConso: Report a trader; this is no request for a refund. https://signal.conso.gouv.fr/
    - RéponseConso (DGCCRF): Legal information, on 0 809 540 550 or in writing. https://signal.conso.gouv.fr/
    - Approved consumer associations: Advice and help near you, often for a membership fee. https://www.service-public.fr/particuliers/vosdroits/F1126
    - AliExpress customer service: By chat, with the order number. https://customerservice.aliexpress.com/
    - ABE Infoservice (ACPR): Information and reports on banks and payment firms; it is no way of appeal. https://www.abe-infoservice.fr/
    - UFC-Que Choisir: Local advice; help with a file takes a membership. https://www.quechoisir.org/
    - CLCV: Local advice, consumer and housing disputes. https://www.clcv.org/
    - 8 more, for steps that are not open today: claimctl show 1 --all
    ");
}

#[test]
fn the_whole_of_a_claim_in_french() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    insta::assert_snapshot!(desk.run(&["show", &id]), @"
    Dossier 1 – Abonnement annuel, formule Liberté, Salle Tonus Nantes
    à vous d’agir · 3. Contacter le vendeur
    À faire : Résiliez quand même, sans attendre
    À taper : claimctl letter 1 termination

    Problème                 Abonnement à résilier
    Vous demandez            Annulation ou résiliation
    Vendeur                  Salle Tonus Nantes
    Pays                     France
    Mode de commande         En magasin
    Achat                    Abonnement annuel, formule Liberté
    Montant                  34,90 €
    Paiement                 Prélèvement SEPA
    Souscrit le              15 décembre 2025
    Fin de période le        14 décembre 2026
    Préavis                  1 mois
    Prochain prélèvement le  5 décembre 2026
    Référence client         TN-44871
    Type de vendeur          Professionnel
    Nature de l’achat        Abonnement
    Description              Abonnement souscrit pour un an, renouvelé par tacite reconduction. Aucun rappel reçu.

    Échéances
    Qui      Quoi                                          Au plus tard  État
    ───────────────────────────────────────────────────────────────────────────────────────
    Vendeur  Rappeler le droit de refuser la reconduction  14/10/2026    dépassé
    Vous     Envoyer la résiliation avant le préavis       14/11/2026    dépassé
    Vous     Révoquer le prochain prélèvement              04/12/2026    par une autre voie
    Vous     Demander à la banque le remboursement         31/12/2026    par une autre voie

    Recours
    Recours                                   État            Fenêtre
    ────────────────────────────────────────────────────────────────────────────────
    Résiliation                               trop tard       jusqu’au 14/11/2026
    Résiliation après le préavis              possible        à partir du 15/11/2026
    Mise en demeure de confirmer la fin       sous condition  après une autre étape
    Médiateur de la consommation              sous condition  après une autre étape
    Conciliateur de justice                   sous condition  après une autre étape
    Tribunal judiciaire                       sous condition  après une autre étape
    Révocation du prochain prélèvement        possible        jusqu’au 04/12/2026
    SignalConso                               possible        sans limite connue
    Tribunal judiciaire, tentative dispensée  possible        limite à calculer
    - Résiliation : trop tard, dernier jour : 14 novembre 2026
    - Mise en demeure de confirmer la fin : Résiliez d’abord
    - Médiateur de la consommation : Il faut d’abord une réclamation écrite au vendeur
    - Conciliateur de justice : Mettez d’abord le vendeur en demeure, ou attendez son refus
    - Tribunal judiciaire : Jusqu’à 5 000 €, tentez d’abord une médiation ou une conciliation

    Vos droits (le détail : claimctl why 1)
    - Un mandat se révoque à la banque et chez le créancier. Notez l’identifiant du créancier (ICS) et la référence du mandat (RUM), inscrits sur le relevé.
    - Saisir le tribunal judiciaire coûte 50 €, sauf aide juridictionnelle (source indirecte). Certaines procédures sont exemptées. […]
    - Une somme due porte intérêt légal dès la mise en demeure. Le taux change chaque semestre : cherchez celui du moment.
    - Une médiation ou conciliation acceptée suspend la prescription. Il faut l’accord des deux parties ou la première réunion ; après la fin, il reste au moins six mois. […]
    - Le médiateur signale un rejet du dossier dans les 3 semaines
    - Jusqu’à 5 000 €, une tentative amiable est obligatoire avant le juge. Conciliation, médiation ou procédure participative, à peine d’irrecevabilité. […]
    - Jusqu’à 5 000 €, une simple requête suffit ; sans avocat jusqu’à 10 000 €. Jusqu’à 5 000 €, le jugement est sans appel. […]
    - Un professionnel ne peut plus vous réclamer un prix après deux ans
    - Sans rappel conforme : résiliation sans frais dès la reconduction. À tout moment après la reconduction, sans attendre la fin de la nouvelle période. […]
    - Le rappel vient au plus tôt trois mois avant la fin du délai de refus. Envoyé plus tôt, il ne répond pas à la loi : vous gardez le droit de partir sans frais après la reconduction.
    - Le site offre un bouton « résilier votre contrat », gratuit. Depuis le 1er juin 2023, pour un contrat conclu en ligne, ou avec un professionnel qui vend en ligne le jour où vous résiliez ; sans obligation de créer un compte. […]
    - Bloquer le paiement sans résilier laisse une dette (source indirecte). Résiliez d’abord ; révoquez ensuite le mandat de prélèvement ou le paiement automatique.
    - Cherchez l’abonnement partout : relevés, e-mails, contrat, applications (source indirecte). Plusieurs abonnements peuvent se cacher sous un même nom. Notez le nom exact du débit, sa date, son montant et le moyen de paiement.

    Journal
    - 1  15/12/2025  Contrat conclu
    - 2  05/11/2026  Compte débité

    Ce qu’il faut pour la prochaine étape
    - Le contrat ou les conditions, avec le préavis : manque (--kind contract)
    - Le relevé où l’abonnement est débité : manque (--kind statement)
    - Pour en ajouter : claimctl evidence add 1 FICHIER --kind TYPE

    À qui s’adresser
    - SignalConso : Signaler un professionnel ; ce n’est pas une demande de remboursement. https://signal.conso.gouv.fr/
    - RéponseConso (DGCCRF) : Un renseignement juridique, au 0 809 540 550 ou par écrit. https://signal.conso.gouv.fr/
    - Associations agréées de consommateurs : Conseil et aide près de chez vous, souvent contre une adhésion. https://www.service-public.fr/particuliers/vosdroits/F1126
    - ABE Infoservice (ACPR) : Renseignements et signalements sur les banques et les établissements de paiement ; ce n’est pas un recours. https://www.abe-infoservice.fr/
    - DDPP ou DDETSPP de votre département : Le service local de la répression des fraudes : pour signaler une infraction d’un commerçant de votre département, non pour être remboursé. https://www.economie.gouv.fr/dgccrf
    - UFC-Que Choisir : Conseil local ; l’aide sur un dossier suppose une adhésion. https://www.quechoisir.org/
    - CLCV : Conseil local, litiges de consommation et de logement. https://www.clcv.org/
    - 7 autres, pour des étapes qui ne sont pas ouvertes aujourd’hui : claimctl show 1 --all
    ");
}

#[test]
fn whom_to_contact_once_a_later_door_opens_is_counted_and_named_with_all() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    let (now, all) = (
        desk.done(&["show", &id]),
        desk.done(&["show", &id, "--all"]),
    );
    let of_a_mediator = "https://www.mediateurfevad.fr/";
    assert!(!now.contains(of_a_mediator) && all.contains(of_a_mediator));
    assert!(now.contains("more, for steps that are not open today: claimctl show 1 --all"));
    assert!(!all.contains("for steps that are not open today"));
    desk.done(&["log", &id, "contacted", "--channel", "email"]);
    desk.on("2027-02-01");
    assert!(desk.done(&["show", &id]).contains(of_a_mediator));
}

#[test]
fn a_place_that_the_walk_does_not_offer_is_called_by_its_name() {
    let desk = Sandbox::french();
    let answers = "problem = 'late'\nwanted = 'refund'\ncountry = 'FR'\nregion = 'FR-67'\nseller = 'X'\n\
                   seller_kind = 'trader'\nsale = 'online'\nitem_kind = 'goods'\n";
    let id = desk.new_with(answers);
    let shown = desk.done(&["show", &id]);
    assert!(shown.contains("Bas-Rhin\n"), "{shown}");
    let id = desk.new_with(&answers.replace("FR-67", "JP-13").replace("FR", "JP"));
    let shown = desk.done(&["show", &id]);
    assert!(
        shown.contains("Japon\n") && shown.contains("JP-13\n"),
        "{shown}"
    );
}

#[test]
fn in_a_terminal_what_to_do_stands_at_the_end_once_more() {
    let home = Home::new("fr");
    let file = example_file("aliexpress-not-received.json");
    let left = home.run(&["new", "--answers", file.to_str().unwrap()], "");
    assert_eq!(left.code, Some(0), "{}", left.err);
    let mut pty = home.terminal(&["show", "1"]);
    pty.assert_left_clean(0);
    // The title is at the top, out of sight once all of it has come.
    pty.wait_for("claimctl letter 1 platform-dispute");
    let screen = pty.wait_gone("Dossier 1");
    let end: Vec<&str> = screen.trim_end().lines().rev().take(3).collect();
    assert_eq!(
        end,
        [
            "À taper : claimctl letter 1 platform-dispute",
            "(dernier jour : 25 novembre 2026)",
            "À faire : Dès aujourd’hui, ouvrez le litige dans votre commande AliExpress",
        ],
        "{screen}"
    );
}

#[test]
fn all_adds_the_deadlines_that_no_longer_matter() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    desk.done(&["log", &id, "dispute-opened", "--on", "2026-11-19"]);
    let deadlines = |args: &[&str]| -> String {
        let text = desk.done(args);
        let from = text.find("\nDeadlines\n").expect("deadlines");
        let rest = &text[from + 1..];
        rest[..rest.find("\n\n").unwrap()].to_owned()
    };
    insta::assert_snapshot!(deadlines(&["show", &id]), @"
    Deadlines
    Who     What                                         At the latest  State
    ────────────────────────────────────────────────────────────────────────────────────
    Seller  Deliver the order                            2026-11-10     missed
    Seller  Answer your dispute                          2026-11-24     running
    You     Ask the bank for the chargeback              2027-03-10     running
    You     Go to the mediator                           2027-11-13     by another route
    You     Go to court before the claim is time-barred  2031-11-10     by another route
    ");
    insta::assert_snapshot!(deadlines(&["show", &id, "--all"]), @"
    Deadlines
    Who     What                                         At the latest              State
    ──────────────────────────────────────────────────────────────────────────────────────────────────
    Seller  Deliver the order                            2026-11-10                 missed
    Seller  Answer your message                          16 November 2026 at 18:20  no longer relevant
    Seller  Answer your dispute                          2026-11-24                 running
    You     Open the AliExpress dispute                  2026-11-25                 met
    You     Ask the bank for the chargeback              2027-03-10                 running
    You     Go to the mediator                           2027-11-13                 by another route
    You     Go to court before the claim is time-barred  2031-11-10                 by another route
    ");
}

#[test]
fn where_nothing_is_to_be_typed_no_command_leads_back_here() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let _ = desk.run(&["close", &id, "--outcome", "refunded"]);
    let shown = desk.run(&["show", &id]).stdout;
    assert!(shown.contains("The claim is closed"), "{shown}");
    assert!(!shown.contains("Command: claimctl show"), "{shown}");
}

#[test]
fn a_number_may_have_its_sign() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    assert_eq!(desk.run(&["show", "#1"]), desk.run(&["show", &id]));
}

#[test]
fn a_claim_that_is_not_there_is_exit_3() {
    insta::assert_snapshot!(Sandbox::english().run(&["show", "2"]), @r#"
    [stderr]
    error: there is no claim 2
    hint: claimctl list --all
    [exit 3]
    "#);
    insta::assert_snapshot!(Sandbox::french().run(&["show", "2"]), @r#"
    [stderr]
    erreur : il n’y a pas de dossier 2
    conseil : claimctl list --all
    [exit 3]
    "#);
}
