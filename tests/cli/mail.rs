//! Mails as evidence: what they tell the log, and what they cannot do.

use super::sandbox::{Output, Sandbox};

const CLAIM: &str = r#"
problem = "defective"
wanted = "refund"
country = "FR"
seller = "Atelier Lumen"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
item = "Lampe"
order_ref = "L-1"
amount = "89,90 €"
payment = "card-visa"
description = "La lampe ne s’allume plus."
ordered_on = 2026-11-02
delivered_on = 2026-11-04
"#;

pub(crate) const ANA: &str = "Ana <ana@example.org>";
pub(crate) const SHOP: &str = "Atelier Lumen <help@lumen.example>";

/// A desk with one claim, of a user in Paris.
pub(crate) struct Desk {
    pub(crate) desk: Sandbox,
    pub(crate) id: String,
}

impl Desk {
    pub(crate) fn new(desk: Sandbox) -> Desk {
        let id = desk.new_with(CLAIM);
        Desk { desk, id }
    }

    /// A user whose addresses are in the settings.
    pub(crate) fn known(desk: Sandbox) -> Desk {
        let desk = Desk::new(desk);
        desk.settings("mail = [\"Ana@Example.org\", \"a.doe@work.example\"]\n");
        desk
    }

    pub(crate) fn settings(&self, text: &str) {
        let folder = self.desk.path("config/claimctl");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("config.toml"), text).unwrap();
    }

    /// Runs a command.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = self.desk.command(args);
        // Paris, also where no zones are installed.
        command.env("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
        self.desk.finished(&mut command)
    }

    pub(crate) fn add(&self, args: &[&str]) -> Output {
        self.run(&[&["evidence", "add", &self.id], args].concat())
    }

    pub(crate) fn log(&self) -> String {
        let shown = self.run(&["show", &self.id]).stdout;
        let log = shown
            .split("\nLog\n")
            .nth(1)
            .or(shown.split("\nJournal\n").nth(1));
        log.unwrap_or_else(|| panic!("no log in\n{shown}"))
            .split("\n\n")
            .next()
            .unwrap()
            .to_owned()
    }

    pub(crate) fn events(&self) -> Vec<String> {
        let claim = self.desk.exported(&self.id);
        let events = claim["events"].as_array().unwrap().iter();
        let text = |e: &serde_json::Value, key: &str| e[key].as_str().unwrap_or("-").to_owned();
        events
            .map(|e| {
                let cited: Vec<&str> = e["evidence"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|e| e.as_str().unwrap())
                    .collect();
                format!(
                    "{} {} {} {}",
                    text(e, "kind"),
                    text(e, "on"),
                    text(e, "at"),
                    cited.join("+")
                )
            })
            .collect()
    }
}

pub(crate) fn mail(no: u32, from: &str, to: &str, date: &str, text: &str) -> String {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: =?UTF-8?Q?Lampe_d=C3=A9fectueuse?=\r\nDate: {date}\r\n\
         Message-ID: <{no}@mail.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"
    )
}

/// The thread of these tests: a complaint, an answer, a reminder.
pub(crate) fn thread() -> [(&'static str, String); 3] {
    [
        (
            "1 plainte.eml",
            mail(
                1,
                ANA,
                SHOP,
                "Fri, 06 Nov 2026 18:05:00 +0100",
                "Bonjour,\r\nla lampe ne s’allume plus.",
            ),
        ),
        (
            "2 answer.eml",
            mail(
                2,
                SHOP,
                ANA,
                "Mon, 09 Nov 2026 08:30:00 +0000",
                "Bonjour, renvoyez-la.\r\n\r\nLe 6 nov. 2026 à 18:05, Ana a écrit :\r\n> la lampe",
            ),
        ),
        (
            "3 again.eml",
            mail(
                3,
                ANA,
                SHOP,
                "Thu, 12 Nov 2026 09:00:00 +0100",
                "Voici le numéro de suivi.",
            ),
        ),
    ]
}

#[test]
fn a_thread_added_out_of_order_stands_in_order() {
    let desk = Desk::known(Sandbox::english());
    let [one, two, three] = thread();
    for (name, content) in [&three, &one, &two] {
        desk.desk.write(name, content);
    }
    insta::assert_snapshot!(desk.add(&["3 again.eml"]), @"
    [stderr]
    Added: E1, 3 again.eml.
    Logged: Message sent, 12 November 2026.
    By 14 December 2026, the seller: repair or replace, free of charge.
    By 12 November 2027, you: go to the mediator.
    Done: use the legal guarantee of conformity.
    Open from now on: Formal notice to repair or replace.
    Open from now on: Card chargeback.
    Opens on 15 December 2026: Cancelling the sale or reducing the price.
    Opens on 13 January 2027: Consumer mediator.
    Opens on 3 March 2027: Chargeback, more than 120 days after the payment.
    Next: Wait until 14 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.add(&["1 plainte.eml"]), @"
    [stderr]
    Added: E2, 1 plainte.eml.
    Logged: Message sent, 6 November 2026.
    By 7 December 2026 (before: 14 December 2026), the seller: repair or replace, free of charge.
    By 6 November 2027 (before: 12 November 2027), you: go to the mediator.
    Opens on 8 December 2026: Cancelling the sale or reducing the price.
    Opens on 7 January 2027: Consumer mediator.
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.add(&["2 answer.eml"]), @"
    [stderr]
    Added: E3, 2 answer.eml.
    Logged: Answer received, 9 November 2026.
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    insta::assert_snapshot!(desk.log(), @"
    - 1  2026-11-02  Order placed
    - 2  2026-11-04  Parcel received
    - 4  2026-11-06 18:05  Message sent (email, E2) – Ana <ana@example.org> → Atelier Lumen <help@lumen.example> · “Lampe défectueuse” · Bonjour, la lampe ne s’allume plus.
    - 5  2026-11-09 09:30  Answer received (email, E3) – Atelier Lumen <help@lumen.example> → Ana <ana@example.org> · “Lampe défectueuse” · Bonjour, renvoyez-la.
    - 3  2026-11-12 09:00  Message sent (email, E1) – Ana <ana@example.org> → Atelier Lumen <help@lumen.example> · “Lampe défectueuse” · Voici le numéro de suivi.
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &desk.id]), @"
    E1  3 again.eml (Message, 254 B, sha256 576231e5063f, Ana <ana@example.org>, 12 November 2026 at 09:00 (+01:00))
    E2  1 plainte.eml (Message, 266 B, sha256 21df60a60a6c, Ana <ana@example.org>, 6 November 2026 at 18:05 (+01:00))
    E3  2 answer.eml (Message, 304 B, sha256 053d137c30b3, Atelier Lumen <help@lumen.example>, 9 November 2026 at 08:30 (+00:00))
    ");
    insta::assert_snapshot!(format!("{:#}", desk.desk.exported(&desk.id)["evidence"][2]["mail"]), @r#"
    {
      "extract": "Bonjour, renvoyez-la.",
      "from": "Atelier Lumen <help@lumen.example>",
      "message_id": "2@mail.example",
      "sent_at": "2026-11-09T08:30:00+00:00",
      "subject": "Lampe défectueuse",
      "to": "Ana <ana@example.org>"
    }
    "#);
}

#[test]
fn a_folder_of_mails_is_one_change_in_the_order_of_their_days() {
    let desk = Desk::known(Sandbox::french());
    std::fs::create_dir(desk.desk.path("home/mails")).unwrap();
    for (at, (_, content)) in thread().iter().enumerate() {
        // Their names are in the wrong order.
        desk.desk.write(&format!("mails/{}.eml", 9 - at), content);
    }
    insta::assert_snapshot!(desk.add(&["mails"]), @"
    [stderr]
    Ajouté : E1, 9.eml.
    Ajouté : E2, 8.eml.
    Ajouté : E3, 7.eml.
    Noté : Message envoyé, 6 novembre 2026.
    Noté : Réponse reçue, 9 novembre 2026.
    Noté : Message envoyé, 12 novembre 2026.
    Une réponse est attendue pour le 20 novembre 2026 (délai proposé par claimctl, pas par la loi).
    Au plus tard le 20 novembre 2026, le vendeur : répondre à votre message.
    Au plus tard le 7 décembre 2026, le vendeur : réparer ou remplacer, sans frais.
    Au plus tard le 6 novembre 2027, vous : saisir le médiateur.
    Fait : faire jouer la garantie légale de conformité.
    Ouvert dès maintenant : Mise en demeure de réparer ou remplacer.
    Ouvert dès maintenant : Rétrofacturation de la carte.
    S’ouvre le 8 décembre 2026 : Résolution de la vente ou réduction du prix.
    S’ouvre le 7 janvier 2027 : Médiateur de la consommation.
    S’ouvre le 3 mars 2027 : Rétrofacturation, plus de 120 jours après le paiement.
    À faire : Attendez jusqu’au 20 novembre 2026 : le vendeur doit répondre à votre message
    À taper : claimctl show 1
    ");
    insta::assert_snapshot!(desk.events().join("\n"), @"
    ordered 2026-11-02 - 
    delivered 2026-11-04 - 
    contacted 2026-11-06 2026-11-06T18:05:00 E1
    answered 2026-11-09 2026-11-09T09:30:00 E2
    contacted 2026-11-12 2026-11-12T09:00:00 E3
    ");
    insta::assert_snapshot!(desk.add(&["mails"]), @"
    [stderr]
    Déjà là : E1, 9.eml.
    Déjà là : E2, 8.eml.
    Déjà là : E3, 7.eml.
    ");
    assert_eq!(desk.events().len(), 5);
    desk.desk.done(&["undo"]);
    insta::assert_snapshot!(desk.events().join("\n"), @"
    ordered 2026-11-02 - 
    delivered 2026-11-04 -
    ");
    insta::assert_snapshot!(desk.add(&["mails/9.eml"]), @"
    [stderr]
    De retour : E1, 9.eml.
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
}

#[test]
fn one_message_twice_is_one_message() {
    let desk = Desk::known(Sandbox::english());
    let [(_, one), ..] = thread();
    desk.desk.write("sent.eml", &one);
    desk.desk.write(
        "again.eml",
        format!("Received: from a by b; Fri, 06 Nov 2026 18:05:02 +0100\r\n{one}"),
    );
    desk.desk
        .write("other.eml", one.replace("Fri, 06 Nov", "Sat, 07 Nov"));
    insta::assert_snapshot!(desk.add(&["sent.eml", "again.eml"]), @"
    [stderr]
    Added: E1, sent.eml.
    Already there: E1, again.eml.
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
    insta::assert_snapshot!(desk.add(&["again.eml"]), @"
    [stderr]
    Already there: E1, again.eml.
    ");
    let vault = desk.desk.db().with_file_name("evidence");
    let shelves = || {
        std::fs::read_dir(&vault)
            .unwrap()
            .flatten()
            .filter(|e| !e.file_name().to_string_lossy().starts_with('.'))
    };
    assert_eq!(shelves().count(), 1);
    insta::assert_snapshot!(desk.run(&["evidence", "verify", "--all"]), @"
    [stderr]
    1 file checked: it is what it was.
    ");
    // The same Message-ID on another message is another message.
    insta::assert_snapshot!(desk.add(&["other.eml"]), @"
    [stderr]
    Added: E2, other.eml.
    Logged: Message sent, 7 November 2026.
    Next: Wait until 7 December 2026: the seller must repair or replace, free of charge
    Command: claimctl show 1
    ");
    assert_eq!(desk.events().len(), 4);
}

#[test]
fn what_is_attached_becomes_evidence_of_its_own() {
    let desk = Desk::known(Sandbox::french());
    let parts: String = [
        ("../../evil.pdf", "JVBERi0xLjQK"),
        ("facture.pdf", "JVBERi0xLjUK"),
        ("facture.pdf", "JVBERi0xLjYK"),
        ("photo\u{202e}gpj.exe", "TVo="),
        ("\u{1b}[2J.pdf", "JVBERi0xLjcK"),
    ]
    .map(|(name, content)| {
        format!(
            "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{content}\r\n"
        )
    })
    .concat();
    let one = mail(4, SHOP, ANA, "Mon, 09 Nov 2026 08:30:00 +0000", "");
    let one = one.replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b");
    let one = format!("{one}--b\r\n\r\nVoir ci-joint.\u{1b}[31m\u{202e}\r\n{parts}--b--\r\n");
    desk.desk.write("m.eml", &one);
    insta::assert_snapshot!(desk.add(&["m.eml", "--received"]), @"
    [stderr]
    Ajouté : E1, m.eml.
    Ajouté : E2, evil.pdf (pièce jointe de E1).
    Ajouté : E3, facture.pdf (pièce jointe de E1).
    Ajouté : E4, facture.pdf (pièce jointe de E1).
    Ajouté : E5, photogpj.exe (pièce jointe de E1).
    Ajouté : E6, _[2J.pdf (pièce jointe de E1).
    Noté : Note, 9 novembre 2026.
    L’e-mail précède votre premier message. S’il y répond : claimctl log 1 answered --file m.eml
    À faire : Écrivez à la boutique : le problème, ce que vous demandez, une date limite
    À taper : claimctl letter 1 first-message
    ");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &desk.id]), @"
    E1  m.eml (Message, 1 ko, sha256 43df64ba5c06, Atelier Lumen <help@lumen.example>, 9 novembre 2026 à 8 h 30 (+00:00))
    E2  evil.pdf (Autre pièce, 9 o, sha256 e5c62df5dab5, pièce jointe de E1)
    E3  facture.pdf (Autre pièce, 9 o, sha256 e23884fcce65, pièce jointe de E1)
    E4  facture.pdf (Autre pièce, 9 o, sha256 9082eec5c6ba, pièce jointe de E1)
    E5  photogpj.exe (Autre pièce, 2 o, sha256 9b8db510ef42, pièce jointe de E1)
    E6  _[2J.pdf (Autre pièce, 9 o, sha256 0716f9264c9f, pièce jointe de E1)
    ");
    insta::assert_snapshot!(desk.events().last().unwrap(), @"note 2026-11-09 2026-11-09T09:30:00 E1+E2+E3+E4+E5+E6");
    // Byte for byte, and nothing outside of the folder it goes to.
    desk.desk
        .done(&["evidence", "extract", &desk.id, "E1", "--out", "copy.eml"]);
    assert_eq!(
        std::fs::read(desk.desk.path("home/copy.eml")).unwrap(),
        one.as_bytes()
    );
    std::fs::create_dir(desk.desk.path("home/out")).unwrap();
    for no in ["E2", "E3", "E4", "E5", "E6"] {
        let _ = desk.run(&["evidence", "extract", &desk.id, no, "--out", "out"]);
    }
    let mut out: Vec<_> = std::fs::read_dir(desk.desk.path("home/out"))
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    out.sort();
    assert_eq!(out, ["_[2J.pdf", "evil.pdf", "facture.pdf", "photogpj.exe"]);
}

#[test]
fn the_day_is_the_users_own() {
    let desk = Desk::known(Sandbox::english());
    let far = mail(1, SHOP, ANA, "Mon, 09 Nov 2026 23:30:00 -0800", "Hello");
    let far = format!(
        "In-Reply-To: <0@a>\r\nReceived: from a by b; Wed, 11 Nov 2026 00:10:00 +0100\r\n{far}"
    );
    desk.desk.write("far.eml", far);
    let _ = desk.add(&["far.eml"]);
    insta::assert_snapshot!(desk.events().last().unwrap(), @"answered 2026-11-10 2026-11-10T08:30:00 E1");
    insta::assert_snapshot!(desk.run(&["evidence", "list", &desk.id]), @"E1  far.eml (Message, 309 B, sha256 97e307300087, Atelier Lumen <help@lumen.example>, 9 November 2026 at 23:30 (-08:00))");
}

#[test]
fn what_was_logged_by_hand_is_not_logged_again() {
    let desk = Desk::known(Sandbox::english());
    let [(_, one), (_, two), _] = thread();
    desk.desk.write("1.eml", one);
    desk.desk.write("2.eml", two);
    desk.desk.done(&[
        "log",
        &desk.id,
        "contacted",
        "--on",
        "2026-11-06",
        "--channel",
        "email",
    ]);
    insta::assert_snapshot!(desk.add(&["1.eml"]), @"
    [stderr]
    Added: E1, 1.eml.
    The log had it already: 3, Message sent, 6 November 2026. The mail is attached to it.
    ");
    // A mail that proves an event gives it its day.
    insta::assert_snapshot!(desk.run(&["log", &desk.id, "promised", "--by", "2026-11-16", "--file", "2.eml"]), @"
    [stderr]
    Logged: Promise received, 9 November 2026.
    By 16 November 2026, the seller: keep their promise.
    Next: Overdue (due on 16 November 2026): the seller had to keep their promise; write again
    Command: claimctl letter 1 reminder
    ");
    insta::assert_snapshot!(desk.add(&["2.eml"]), @"
    [stderr]
    Already there: E2, 2.eml.
    ");
    insta::assert_snapshot!(desk.events().join("\n"), @"
    ordered 2026-11-02 - 
    delivered 2026-11-04 - 
    contacted 2026-11-06 - E1
    promised 2026-11-09 2026-11-09T09:30:00 E2
    ");
}

#[test]
fn what_is_confidential_says_nothing() {
    let desk = Desk::known(Sandbox::english());
    let [(_, one), ..] = thread();
    desk.desk.write("1.eml", one);
    let _ = desk.add(&["1.eml", "--confidential"]);
    let said = desk.run(&["show", &desk.id]).to_string()
        + &desk.run(&["evidence", "list", &desk.id]).to_string();
    let exported = desk.desk.exported(&desk.id).to_string();
    for text in ["ana@example.org", "défectueuse", "Bonjour"] {
        assert!(!said.contains(text), "{said}");
        assert!(!exported.contains(text), "{exported}");
    }
    desk.desk
        .done(&["evidence", "purge", &desk.id, "E1", "--yes"]);
    let all = desk
        .desk
        .exported_with(&desk.id, &["--include-confidential"]);
    assert!(all["evidence"][0]["mail"].is_null(), "{all}");
}
