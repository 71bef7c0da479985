//! The holidays of each country through the real binary, with a rule that a user wrote.

use super::sandbox::Sandbox;

/// A trader and a consumer who both have seven days from the delivery, and both days roll.
const RULES: &str = r#"
format = 1
id = "law/own"
kind = "law"
title = { fr = "Essai", en = "Sample" }
reviewed_on = 2026-11-20

[[source]]
id = "own"
title = "Sample"
checked_on = 2026-11-20
basis = "read"
confidence = "high"

[[rule]]
id = "answer-by"
kind = "act-by"
who = "trader"
what = { fr = "Répondre", en = "Answer" }
length = "P7D"
from = [{ event = "delivered" }]
roll = "yes"
source = "own"

[[rule]]
id = "withdraw-by"
kind = "act-by"
who = "consumer"
what = { fr = "Se rétracter", en = "Withdraw" }
length = "P7D"
from = [{ event = "delivered" }]
roll = "yes"
source = "own"

[[example]]
name = "a delivery"
today = 2026-11-20
facts = { delivered_on = 2026-11-19, problem = "defective" }
deadlines = [{ rule = "answer-by", due_on = 2026-11-26, state = "open" }]

[[example]]
name = "no delivery"
today = 2026-11-20
facts = { problem = "not-received" }
absent = ["answer-by"]
"#;

/// A desk with a claim of that place, on the day of the delivery.
fn desk(place: &str, delivered_on: &str) -> Sandbox {
    let mut desk = Sandbox::english();
    desk.on(delivered_on);
    let folder = desk.path("config/claimctl/playbooks/law");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("own.toml"), RULES).unwrap();
    desk.new_with(&format!(
        r#"
problem = "defective"
wanted = "refund"
{place}
seller = "Shop"
seller_kind = "trader"
sale = "online"
item_kind = "goods"
amount = "40 EUR"
delivered_on = {delivered_on}
"#
    ));
    desk
}

#[test]
fn a_day_that_stands_in_for_a_holiday_is_said() {
    let desk = desk("country = \"GB\"\nregion = \"GB-SCT\"", "2026-12-19");
    insta::assert_snapshot!(desk.run(&["why", "1", "law/own#withdraw-by"]), @"
    You: Withdraw, by 26 December 2026
      law/own#withdraw-by
      Parcel received, on 19 December 2026 (no. 1 in the log)
      + 7 days, the first day not counted → 26 December 2026
      26 December 2026 is a public holiday (Boxing Day) → next day
      27 December 2026 is a Sunday → next day
      28 December 2026 stands in for a public holiday on a weekend (Boxing Day) → next day
      legal last day, moved to 29 December 2026
      Safe day: 26 December 2026. Legal last day: 29 December 2026, because the rule moves a last day that is not a working day; you are reminded of the first.
      Sample (text read, checked on 20 November 2026)
    ");
    let french = desk.run(&["--lang", "fr", "why", "1", "law/own#answer-by"]);
    insta::assert_snapshot!(french, @"
    Vendeur : Répondre, au plus tard le 29 décembre 2026
      law/own#answer-by
      Colis reçu, le 19 décembre 2026 (n° 1 du journal)
      + 7 jours, jour de départ non compté → 26 décembre 2026
      le 26 décembre 2026 est férié (Lendemain de Noël) → jour suivant
      le 27 décembre 2026 est un dimanche → jour suivant
      le 28 décembre 2026 remplace un jour férié tombé un week-end (Lendemain de Noël) → jour suivant
      dernier jour légal, reporté au 29 décembre 2026
      Sample (texte lu, vérifié le 20 novembre 2026)
    ");
}

#[test]
fn a_day_that_only_some_keep_moves_the_other_side_and_not_the_consumer() {
    let desk = desk("country = \"ES\"\nregion = \"ES-MD\"", "2026-10-25");
    insta::assert_snapshot!(desk.run(&["why", "1", "law/own#answer-by"]), @"
    Seller: Answer, by 3 November 2026
      law/own#answer-by
      Parcel received, on 25 October 2026 (no. 1 in the log)
      + 7 days, the first day not counted → 1 November 2026
      1 November 2026 is a public holiday (All Saints’ Day) → next day
      2 November 2026 is a public holiday, but not everywhere (All Saints’ Day) → next day
      legal last day, moved to 3 November 2026
      Sample (text read, checked on 20 November 2026)
    ");
    insta::assert_snapshot!(desk.run(&["why", "1", "law/own#withdraw-by"]), @"
    You: Withdraw, by 1 November 2026
      law/own#withdraw-by
      Parcel received, on 25 October 2026 (no. 1 in the log)
      + 7 days, the first day not counted → 1 November 2026
      1 November 2026 is a public holiday (All Saints’ Day) → next day
      legal last day, moved to 2 November 2026
      Safe day: 1 November 2026. Legal last day: 2 November 2026, because the rule moves a last day that is not a working day; you are reminded of the first.
      Sample (text read, checked on 20 November 2026)
    ");
}

#[test]
fn a_holiday_of_a_part_of_the_region_comes_with_a_warning() {
    let desk = desk("country = \"DE\"\nregion = \"DE-BY\"", "2028-08-08");
    insta::assert_snapshot!(desk.run(&["why", "1", "law/own#withdraw-by"]), @"
    You: Withdraw, by 15 August 2028
      law/own#withdraw-by
      Parcel received, on 8 August 2028 (no. 1 in the log)
      + 7 days, the first day not counted → 15 August 2028
      15 August 2028 is a public holiday, but not everywhere (Assumption Day) → next day
      legal last day, moved to 16 August 2028
      Safe day: 15 August 2028. Legal last day: 16 August 2028, because the rule moves a last day that is not a working day; you are reminded of the first.
      Sample (text read, checked on 20 November 2026): checked more than 12 months ago, to be checked again
    ");
    let warnings = |lang: &str| {
        let shown = desk.done(&["--lang", lang, "show", "1"]);
        let from = shown.rfind("\n\n").unwrap();
        shown[from..].trim().to_owned()
    };
    insta::assert_snapshot!(warnings("en"), @"
    Good to know
    - “Withdraw”: source last checked on 20 November 2026, more than 12 months ago; check it again
    - “Answer”: source last checked on 20 November 2026, more than 12 months ago; check it again
    - “Report the defect, presumed original for one year”: source last checked on 20 November 2026, more than 12 months ago; check it again
    - “Use the guarantee, in court if need be”: source last checked on 20 November 2026, more than 12 months ago; check it again
    - “Withdraw”: the last day relies on a public holiday (Assumption Day) that is not kept everywhere
    - “Answer”: the last day relies on a public holiday (Assumption Day) that is not kept everywhere
    ");
    insta::assert_snapshot!(warnings("fr"), @"
    À savoir
    - « Se rétracter » : source vérifiée le 20 novembre 2026, il y a plus de 12 mois ; vérifiez-la à nouveau
    - « Répondre » : source vérifiée le 20 novembre 2026, il y a plus de 12 mois ; vérifiez-la à nouveau
    - « Signaler le défaut, présumé d’origine pendant un an » : source vérifiée le 20 novembre 2026, il y a plus de 12 mois ; vérifiez-la à nouveau
    - « Faire valoir la garantie, en justice s’il le faut » : source vérifiée le 20 novembre 2026, il y a plus de 12 mois ; vérifiez-la à nouveau
    - « Se rétracter » : le dernier jour tient compte d’un jour férié (Assomption) qui ne vaut pas partout
    - « Répondre » : le dernier jour tient compte d’un jour férié (Assomption) qui ne vaut pas partout
    ");
}

#[test]
fn holidays_of_the_users_are_said_wherever_they_count() {
    let desk = desk("country = \"FR\"", "2026-11-04");
    let own = |name: &str| {
        let folder = desk.path("config/claimctl/playbooks/holidays");
        std::fs::create_dir_all(&folder).unwrap();
        let text = "format = 1\ncountry = \"FR\"\n[[holiday]]\nid = \"mine\"\n\
            name = { fr = \"À moi\", en = \"Mine\" }\ntype = \"fixed\"\nvalue = \"11-12\"\n";
        std::fs::write(folder.join(name), text).unwrap();
    };
    own("fr.toml");
    let shown = desk.done(&["show", "1"]);
    let said: Vec<&str> = shown
        .lines()
        .filter(|l| l.contains("holidays counted"))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @"- The public holidays counted here (`FR`) are those of your own file, in place of the built-in ones: [SANDBOX]/config/claimctl/playbooks/holidays/fr.toml");
    insta::assert_snapshot!(desk.run(&["playbook", "list", "--kind", "payment"]).stderr, @"The public holidays of `FR` are your own, in place of the built-in ones: [SANDBOX]/config/claimctl/playbooks/holidays/fr.toml");
    // The name of the file is that of the country.
    own("de.toml");
    insta::assert_snapshot!(desk.run(&["playbook", "check"]).stderr, @r#"
    [SANDBOX]/config/claimctl/playbooks/holidays/de.toml:2:11: the holidays are those of `FR`, but the file is not `holidays/fr.toml` [country-is-not-path]
    2 | country = "FR"
      |           ^^^^
    hint: rename the file, or move it: its name tells which country’s holidays it takes the place of
    holidays/fr holds.
    law/own holds (2 examples).
    error: one problem found: one of 3 files does not hold
    "#);
}
