//! Mails of which something cannot be told: it is asked or said, and nothing is guessed.

use super::mail::{ANA, Desk, SHOP, mail, thread};
use super::sandbox::Sandbox;

#[test]
fn who_wrote_is_not_guessed() {
    let desk = Desk::new(Sandbox::english());
    for (name, content) in thread() {
        desk.desk.write(name, content);
    }
    insta::assert_snapshot!(desk.add(&["1 plainte.eml"]), @r#"
    [stderr]
    Added: E1, 1 plainte.eml.
    warning: it cannot be told who wrote '1 plainte.eml': kept, but nothing was logged. Say it: claimctl evidence add 1 '1 plainte.eml' --received (or --sent). To have it recognised, put your addresses into [SANDBOX]/config/claimctl/config.toml: mail = ["you@example.org"]
    "#);
    assert_eq!(desk.events().len(), 2);
    // Once it is said, what the addresses wrote is known.
    insta::assert_snapshot!(desk.add(&["1 plainte.eml", "--sent"]), @"
    [stderr]
    Already there: E1, 1 plainte.eml.
    Logged: Message sent, 6 November 2026.
    By 7 December 2026, the seller: repair or replace, free of charge.
    By 6 November 2027, you: go to the mediator.
    Done: use the legal guarantee of conformity.
    Open from now on: Formal notice to repair or replace.
    Open from now on: Card chargeback.
    Opens on 8 December 2026: Cancelling the sale or reducing the price.
    Opens on 7 January 2027: Consumer mediator.
    Opens on 3 March 2027: Chargeback, more than 120 days after the payment.
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.add(&["3 again.eml", "2 answer.eml"]), @r#"
    [stderr]
    Added: E2, 2 answer.eml.
    Added: E3, 3 again.eml.
    warning: it cannot be told who wrote '2 answer.eml': kept, but nothing was logged. Say it: claimctl evidence add 1 '2 answer.eml' --received (or --sent). To have it recognised, put your addresses into [SANDBOX]/config/claimctl/config.toml: mail = ["you@example.org"]
    Logged: Message sent, 12 November 2026.
    An answer is expected by 20 November 2026 (a delay that claimctl suggests, not the law).
    By 20 November 2026, the seller: answer your message.
    Next: Wait until 20 November 2026: the seller must answer your message
    Command: claimctl show 1
    "#);
    insta::assert_snapshot!(desk.add(&["2 answer.eml", "--received"]), @"
    [stderr]
    Already there: E2, 2 answer.eml.
    Logged: Answer received, 9 November 2026.
    Next: Wait until 20 November 2026: the seller must answer your message
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.events().join("\n"), @"
    ordered 2026-11-02 - 
    delivered 2026-11-04 - 
    contacted 2026-11-06 2026-11-06T18:05:00 E1
    answered 2026-11-09 2026-11-09T09:30:00 E2
    contacted 2026-11-12 2026-11-12T09:00:00 E3
    ");
    insta::assert_snapshot!(desk.add(&["2 answer.eml", "--received", "--sent"]), @"
    [stderr]
    error: `--received` does not go with another option that was given
    hint: claimctl evidence --help
    [exit 2]
    ");
}

#[test]
fn who_wrote_is_asked_where_somebody_can_answer() {
    let desk = Desk::new(Sandbox::french());
    let [(_, one), (_, two), _] = thread();
    desk.desk.write("1.eml", one);
    desk.desk.write("2.eml", two);
    let asked = |input: &str, file: &str| {
        let args = ["--prompts", "plain", "evidence", "add", &desk.id, file];
        desk.desk.run_with_input(&args, input)
    };
    insta::assert_snapshot!(asked("3\n", "1.eml"), @"
    [stderr]

    1.eml (Ana <ana@example.org> → Atelier Lumen <help@lumen.example>) : qui l’a écrit ?
      1. Moi
      2. L’autre partie
      3. Personne des deux : garder le fichier, sans le noter au journal
    Votre choix (« < » pour revenir) : 
    Ajouté : E1, 1.eml.
    1.eml est gardé, rien n’est noté au journal.
    ");
    insta::assert_snapshot!(asked("1\n", "1.eml"), @"
    [stderr]

    1.eml (Ana <ana@example.org> → Atelier Lumen <help@lumen.example>) : qui l’a écrit ?
      1. Moi
      2. L’autre partie
      3. Personne des deux : garder le fichier, sans le noter au journal
    Votre choix (« < » pour revenir) : 
    Déjà là : E1, 1.eml.
    Noté : Message envoyé, 6 novembre 2026.
    Au plus tard le 7 décembre 2026, le vendeur : réparer ou remplacer, sans frais.
    Au plus tard le 6 novembre 2027, vous : saisir le médiateur.
    Fait : faire jouer la garantie légale de conformité.
    Ouvert dès maintenant : Mise en demeure de réparer ou remplacer.
    Ouvert dès maintenant : Rétrofacturation de la carte.
    S’ouvre le 8 décembre 2026 : Résolution de la vente ou réduction du prix.
    S’ouvre le 7 janvier 2027 : Médiateur de la consommation.
    S’ouvre le 3 mars 2027 : Rétrofacturation, plus de 120 jours après le paiement.
    À faire : Attendez jusqu’au 7 décembre 2026 : le vendeur doit réparer ou remplacer, sans frais
    À taper : claimctl show 1
    ");
    insta::assert_snapshot!(asked("2\n", "2.eml"), @"
    [stderr]

    2.eml (Atelier Lumen <help@lumen.example> → Ana <ana@example.org>) : qui l’a écrit ?
      1. Moi
      2. L’autre partie
      3. Personne des deux : garder le fichier, sans le noter au journal
    Votre choix (« < » pour revenir) : 
    Ajouté : E2, 2.eml.
    Noté : Réponse reçue, 9 novembre 2026.
    À faire : Attendez jusqu’au 7 décembre 2026 : le vendeur doit réparer ou remplacer, sans frais
    À taper : claimctl show 1
    ");
}

#[test]
fn a_day_that_does_not_hold_is_said() {
    let desk = Desk::known(Sandbox::english());
    for (name, date) in [
        ("undated.eml", "yesterday"),
        ("future.eml", "Tue, 24 Nov 2026 09:00:00 +0100"),
        ("early.eml", "Sun, 01 Nov 2026 09:00:00 +0100"),
    ] {
        let no = u32::try_from(name.len()).unwrap();
        desk.desk.write(name, mail(no, ANA, SHOP, date, "Bonjour"));
    }
    insta::assert_snapshot!(desk.add(&["undated.eml", "future.eml", "early.eml"]), @"
    [stderr]
    Added: E1, undated.eml.
    Added: E2, early.eml.
    Added: E3, future.eml.
    warning: the date of undated.eml is missing or cannot be read: kept, but nothing was logged. Give it: claimctl evidence add 1 undated.eml --on DATE
    warning: early.eml is kept, but nothing was logged: this day (1 November 2026) is before the order (2 November 2026)
    warning: future.eml is kept, but nothing was logged: this day (24 November 2026) is in the future; what is logged has already happened
    ");
    assert_eq!(desk.events().len(), 2);
    insta::assert_snapshot!(desk.add(&["undated.eml", "--on", "2026-11-10"]), @"
    [stderr]
    Already there: E1, undated.eml.
    Logged: Message sent, 10 November 2026.
    By 10 December 2026, the seller: repair or replace, free of charge.
    By 10 November 2027, you: go to the mediator.
    Done: use the legal guarantee of conformity.
    Open from now on: Formal notice to repair or replace.
    Open from now on: Card chargeback.
    Opens on 11 December 2026: Cancelling the sale or reducing the price.
    Opens on 11 January 2027: Consumer mediator.
    Opens on 3 March 2027: Chargeback, more than 120 days after the payment.
    Next: Wait until 10 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.events().last().unwrap(), @"contacted 2026-11-10 - E1");
    desk.desk
        .done(&["close", &desk.id, "--outcome", "abandoned"]);
    desk.desk.write(
        "late.eml",
        mail(9, SHOP, ANA, "Thu, 19 Nov 2026 09:00:00 +0100", "Bonjour"),
    );
    insta::assert_snapshot!(desk.add(&["late.eml"]), @"
    [stderr]
    Added: E4, late.eml.
    warning: late.eml is kept, but nothing was logged: this claim is closed
    ");
}

#[test]
fn what_answers_nothing_is_only_noted() {
    let desk = Desk::known(Sandbox::english());
    let confirmation = mail(5, SHOP, ANA, "Mon, 02 Nov 2026 10:00:00 +0100", "Merci.");
    desk.desk.write("order.eml", confirmation);
    insta::assert_snapshot!(desk.add(&["order.eml"]), @"
    [stderr]
    Added: E1, order.eml.
    Logged: Note, 2 November 2026.
    The mail comes before you first wrote. If it answers you: claimctl log 1 answered --file order.eml
    Next: Write to the shop: the problem, what you ask for, and a date
    Command: claimctl letter 1 first-message
    ");
    let [(_, one), (_, two), _] = thread();
    desk.desk.write("1.eml", &one);
    let _ = desk.add(&["1.eml"]);
    desk.desk
        .write("auto.eml", format!("Auto-Submitted: auto-replied\r\n{two}"));
    insta::assert_snapshot!(desk.add(&["auto.eml"]), @"
    [stderr]
    Added: E3, auto.eml.
    Logged: Note, 9 November 2026.
    A program answered. If it does answer you: claimctl log 1 answered --file auto.eml
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.run(&["log", &desk.id, "answered", "--file", "auto.eml"]), @"
    [stderr]
    Logged: Answer received, 9 November 2026.
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    // What users send to themselves went to nobody.
    desk.desk.write(
        "self.eml",
        mail(
            6,
            ANA,
            "A.Doe@work.example",
            "Tue, 10 Nov 2026 10:00:00 +0100",
            "Fwd",
        ),
    );
    insta::assert_snapshot!(desk.add(&["self.eml"]), @r#"
    [stderr]
    Added: E4, self.eml.
    warning: it cannot be told who wrote self.eml: kept, but nothing was logged. Say it: claimctl evidence add 1 self.eml --received (or --sent). To have it recognised, put your addresses into [SANDBOX]/config/claimctl/config.toml: mail = ["you@example.org"]
    "#);
    insta::assert_snapshot!(desk.events().join("\n"), @"
    ordered 2026-11-02 - 
    note 2026-11-02 2026-11-02T10:00:00 E1
    delivered 2026-11-04 - 
    contacted 2026-11-06 2026-11-06T18:05:00 E2
    note 2026-11-09 2026-11-09T09:30:00 E3
    answered 2026-11-09 2026-11-09T09:30:00 E3
    ");
}

#[test]
fn an_answer_to_a_termination_is_not_taken_for_a_yes() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    let desk = Desk { desk, id };
    desk.settings("mail = \"ana@example.org\"");
    desk.desk
        .done(&["log", &desk.id, "terminated", "--on", "2026-11-16"]);
    desk.desk.write(
        "m.eml",
        mail(
            1,
            SHOP,
            ANA,
            "Wed, 18 Nov 2026 09:00:00 +0100",
            "Impossible.",
        ),
    );
    insta::assert_snapshot!(desk.add(&["m.eml"]), @"
    [stderr]
    Ajouté : E1, m.eml.
    attention : m.eml répond après la résiliation : gardé, mais rien n’est noté au journal. Si cette réponse confirme la fin du contrat : claimctl log 1 answered --file m.eml. Sinon : claimctl log 1 refused --file m.eml
    ");
    insta::assert_snapshot!(desk.run(&["log", &desk.id, "refused", "--file", "m.eml"]), @"
    [stderr]
    Noté : Refus reçu, 18 novembre 2026.
    Ouvert dès maintenant : Conciliateur de justice.
    À faire : Mettez le fournisseur en demeure de confirmer la fin
    À taper : claimctl letter 1 formal-notice
    ");
}

#[test]
fn what_is_no_mail_is_a_file() {
    let desk = Desk::known(Sandbox::french());
    let bytes: Vec<u8> = (0..=255).cycle().skip(7).take(5000).collect();
    desk.desk.write("random.eml", &bytes);
    desk.desk.write("empty.eml", "");
    desk.desk.write(
        "note.txt",
        "Date: mardi\nFrom: le vendeur\n\nIl a appelé.\n",
    );
    insta::assert_snapshot!(desk.add(&["random.eml", "empty.eml", "note.txt"]), @"
    [stderr]
    random.eml : ce n’est pas un e-mail ; gardé comme un fichier ordinaire.
    empty.eml : ce n’est pas un e-mail ; gardé comme un fichier ordinaire.
    Ajouté : E1, random.eml.
    Ajouté : E2, empty.eml.
    Ajouté : E3, note.txt.
    ");
    assert_eq!(desk.events().len(), 2);
    // A mail is known by what is in it.
    let [(_, one), ..] = thread();
    desk.desk.write("saved.txt", one);
    let _ = desk.add(&["saved.txt"]);
    assert_eq!(desk.events().len(), 3);
}

#[test]
fn settings_that_do_not_hold_are_said() {
    let desk = Desk::new(Sandbox::french());
    let [(_, one), ..] = thread();
    desk.desk.write("1.eml", one);
    desk.settings("# à moi\nmial = \"ana@example.org\"\n");
    insta::assert_snapshot!(desk.add(&["1.eml"]), @"
    [stderr]
    erreur : le fichier de réglages `[SANDBOX]/config/claimctl/config.toml` a un problème
    cause : ligne 2 : `mial` n’est pas un réglage
    conseil : vouliez-vous dire `mail` ?
    [exit 1]
    ");
    desk.settings("mail = [\"ana\"]\n");
    insta::assert_snapshot!(desk.add(&["1.eml"]), @r#"
    [stderr]
    erreur : le fichier de réglages `[SANDBOX]/config/claimctl/config.toml` a un problème
    cause : ligne 1 : `mail` attend vos adresses
    conseil : mail = ["vous@example.org", "autre@example.org"]
    [exit 1]
    "#);
    desk.settings("mail = [\n\"ana@example.org\"\n");
    insta::assert_snapshot!(desk.add(&["1.eml"]), @r#"
    [stderr]
    erreur : le fichier de réglages `[SANDBOX]/config/claimctl/config.toml` a un problème
    cause : ligne 2 : ce n’est pas du TOML
    conseil : mail = ["vous@example.org", "autre@example.org"]
    [exit 1]
    "#);
    assert_eq!(
        desk.desk.exported(&desk.id)["evidence"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    // Other files do not need them.
    desk.desk.write("photo.jpg", "x");
    assert_eq!(desk.add(&["photo.jpg"]).code, 0);
}

#[test]
fn hostile_mails_do_no_harm() {
    let desk = Desk::known(Sandbox::english());
    let head = format!("From: {SHOP}\nTo: {ANA}\nDate: Tue, 10 Nov 2026 09:00:00 +0100\n");
    let nested: String = (0..5_000)
        .map(|n| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n"))
        .collect();
    desk.desk.write("1-nested.eml", format!("{head}{nested}"));
    desk.desk.write(
        "2-messages.eml",
        head.clone() + &"Content-Type: message/rfc822\n\n".repeat(50_000),
    );
    desk.desk.write(
        "3-long.eml",
        format!("{head}X: {}\n\nhello", "x".repeat(300_000)),
    );
    desk.desk.write(
        "4-signs.eml",
        format!("{head}Subject: =?utf-8?Q?=1B]0;owned=07=E2=80=AE?=\n\n\u{1b}[2J\u{202e}hello\0"),
    );
    desk.desk.write(
        "5-mailbox.eml",
        format!("From a 1\n{head}\nhello\n\nFrom a 2\n{head}\nhello\n"),
    );
    desk.desk
        .write("6-outlook.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let files = [
        "1-nested.eml",
        "2-messages.eml",
        "3-long.eml",
        "4-signs.eml",
        "5-mailbox.eml",
        "6-outlook.msg",
    ];
    insta::assert_snapshot!(desk.add(&files), @"
    [stderr]
    3-long.eml: this is no mail; kept as an ordinary file.
    5-mailbox.eml: several mails in one file; kept as an ordinary file. To have them logged, save them one by one (.eml).
    6-outlook.msg: kept as an ordinary file. If it is a mail of Outlook, save it as .eml to have it logged.
    Added: E1, 3-long.eml.
    Added: E2, 5-mailbox.eml.
    Added: E3, 6-outlook.msg.
    Added: E4, 1-nested.eml.
    Added: E5, 2-messages.eml.
    Added: E6, attachment-1.eml (attached to E5).
    Added: E7, 4-signs.eml.
    Logged: Note, 10 November 2026.
    The mail comes before you first wrote. If it answers you: claimctl log 1 answered --file 1-nested.eml
    Logged: Note, 10 November 2026.
    The mail comes before you first wrote. If it answers you: claimctl log 1 answered --file 2-messages.eml
    Logged: Note, 10 November 2026.
    The mail comes before you first wrote. If it answers you: claimctl log 1 answered --file 4-signs.eml
    Next: Write to the shop: the problem, what you ask for, and a date
    Command: claimctl letter 1 first-message
    ");
    insta::assert_snapshot!(desk.log(), @"
    - 1  2026-11-02  Order placed
    - 2  2026-11-04  Parcel received
    - 3  2026-11-10 09:00  Note (email, E4) – Atelier Lumen <help@lumen.example> → Ana <ana@example.org>
    - 4  2026-11-10 09:00  Note (email, E5, E6) – Atelier Lumen <help@lumen.example> → Ana <ana@example.org>
    - 5  2026-11-10 09:00  Note (email, E7) – Atelier Lumen <help@lumen.example> → Ana <ana@example.org> · “]0;owned” · [2Jhello
    ");
    let said = desk.run(&["evidence", "list", &desk.id]).to_string();
    assert!(
        said.chars()
            .all(|c| c == '\n' || !c.is_control() && c != '\u{202e}'),
        "{said}"
    );
}
