//! Promises: what was only said is confirmed, and what was to come is asked about.

use super::sandbox::Sandbox;

/// A promise of the refund, made by telephone.
fn promised(desk: &Sandbox) -> String {
    let id = desk.new_from("amazon-not-received.toml");
    let output = desk.run(&[
        "log",
        &id,
        "answered",
        "--kind",
        "accepted",
        "--channel",
        "phone",
        "--who",
        "Mme Roy",
        "--by",
        "2026-11-24",
        "--note",
        "the money leaves on Monday",
    ]);
    assert_eq!(output.code, 0, "{output}");
    let told = output.stderr.lines().last().unwrap();
    assert!(
        told.contains(&format!("claimctl letter {id} confirmation")),
        "{output}"
    );
    id
}

#[test]
fn what_was_only_said_is_to_be_confirmed_in_writing() {
    let desk = Sandbox::french();
    let id = promised(&desk);
    insta::assert_snapshot!(desk.run(&["letter", &id, "confirmation"]), @"
    Objet : Commande n° 405-0000000-0000000 : confirmation de notre échange du 20 novembre 2026

    Madame, Monsieur,

    Je vous confirme par écrit notre échange du 20 novembre 2026 au sujet de ma commande n° 405-0000000-0000000 du 19 octobre 2026. Voici ce que j’en ai retenu :

    Le 20 novembre 2026, par téléphone (Mme Roy), vous m’avez promis le remboursement au plus tard le 24 novembre 2026 : the money leaves on Monday.

    Si ce résumé n’est pas exact, merci de me le signaler par écrit. Sans message de votre part d’ici le 23 novembre 2026, je le tiendrai pour fidèle à notre échange.

    Cordialement,

    Commande : 405-0000000-0000000
    Achat : Casque audio sans fil
    Montant : 74,99 €
    ");
    insta::assert_snapshot!(desk.run(&["letter", &id, "confirmation", "--sent", "--channel", "email"]).stderr, @"
    Noté : Note, 20 novembre 2026.
    À faire : Attendez jusqu’au 24 novembre 2026 : le vendeur doit tenir sa promesse : « the money leaves on Monday » (en retard depuis le 6 novembre 2026 : livrer la commande)
    À taper : claimctl show 1
    ");
    // It asks for nothing: no complaint, and no answer is waited for.
    let claim = desk.exported(&id);
    let event = claim["events"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&event["kind"], &event["channel"]),
        (&"note".into(), &"email".into())
    );
    // What was written is not confirmed once more.
    let output = desk.run(&["log", &id, "promised", "--channel", "email"]);
    assert!(!output.stderr.contains("confirmation"), "{output}");
}

#[test]
fn a_promise_whose_day_has_come_is_asked_about() {
    let mut desk = Sandbox::english();
    let id = promised(&desk);
    desk.on("2026-11-23");
    assert_eq!(desk.run(&["next", &id]).stderr, "");
    desk.on("2026-11-24");
    insta::assert_snapshot!(desk.run(&["next", &id]), @"
    Claim 1, Casque audio sans fil, NordSon Audio: Wait until 24 November 2026: the seller must keep their promise: “the money leaves on Monday” (overdue since 6 November 2026: deliver the order)
    claimctl show 1
    [stderr]
    Promise received, 20 November 2026 (Mme Roy), for 24 November 2026: the money leaves on Monday
    Has it been done? If so: claimctl log 1 refunded. If not, the next letter says so.
    ");
    desk.on("2026-11-25");
    insta::assert_snapshot!(desk.run(&["next", &id]), @"
    Claim 1, Casque audio sans fil, NordSon Audio: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
    claimctl letter 1 platform-dispute
    [stderr]
    Promise received, 20 November 2026 (Mme Roy), for 24 November 2026: the money leaves on Monday
    Has it been done? If so: claimctl log 1 refunded. If not, the next letter says so.
    ");
    let letter = desk.done(&["letter", &id, "reminder"]);
    let told = letter.lines().find(|line| line.contains("Mme Roy"));
    insta::assert_snapshot!(told.unwrap(), @"– On 20 November 2026, by phone (Mme Roy), you promised me the refund by 24 November 2026: the money leaves on Monday. That promise has not been kept.");
    desk.done(&["log", &id, "refunded"]);
    assert_eq!(desk.run(&["next", &id]).stderr, "");
}
