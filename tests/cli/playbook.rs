//! `claimctl playbook`: the knowledge that claims are assessed by.

use super::sandbox::{Output, Sandbox};

/// Writes a file among the user's own playbooks.
#[track_caller]
pub(crate) fn own(desk: &Sandbox, path: &str, content: impl AsRef<[u8]>) {
    let path = desk.path("config/claimctl/playbooks").join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, content).unwrap();
}

/// A playbook without rules, with three sources: read long ago, told by somebody, known from memory.
fn with_sources(id: &str) -> String {
    let kind = id.split('/').next().unwrap();
    format!(
        r#"format = 1
id = "{id}"
kind = "{kind}"
title = {{ fr = "Essai", en = "Sample" }}
reviewed_on = 2025-09-01

[when]
platform = ["unknown"]

[[source]]
id = "terms"
title = "Terms of sale"
article = "§ 4"
url = "https://www.example.com/terms"
checked_on = 2025-09-01
basis = "read"
confidence = "high"

[[source]]
id = "help"
title = "Help"
checked_on = 2026-11-01
basis = "read"
confidence = "high"

[[source]]
id = "press"
title = "Press"
checked_on = 2026-10-01
basis = "secondary"
confidence = "medium"

[[source]]
id = "told"
title = "Hearsay"
checked_on = 2026-09-01
basis = "memory"
confidence = "low"
"#
    )
}

/// The rows of a listing in tabs that speak of this playbook.
#[track_caller]
fn rows(desk: &Sandbox, args: &[&str], id: &str) -> Vec<String> {
    let args = [&["playbook", "list", "--format", "tsv"], args].concat();
    let listed = desk.done(&args);
    let of_it = listed.lines().filter(|line| line.starts_with(id));
    of_it.map(str::to_owned).collect()
}

#[test]
fn every_playbook_is_listed_and_can_be_shown() {
    for desk in [Sandbox::english(), Sandbox::french()] {
        let listed = desk.json(&["playbook", "list", "--format", "json"]);
        assert_eq!(listed["schema"], "claimctl/playbooks/1");
        let playbooks = listed["playbooks"].as_array().unwrap();
        assert!(playbooks.len() > 10, "{}", playbooks.len());
        let table = desk.done(&["playbook", "list"]);
        assert_eq!(table.lines().count(), playbooks.len() + 2);
        let csv = desk.done(&["playbook", "list", "--format", "csv"]);
        assert_eq!(csv.lines().count(), playbooks.len() + 1);
        for playbook in playbooks {
            let id = playbook["id"].as_str().unwrap();
            assert!(table.contains(id), "{id}");
            let shown = desk.done(&["playbook", "show", id]);
            assert!(shown.contains(playbook["title"].as_str().unwrap()), "{id}");
        }
    }
}

#[test]
fn a_listing_tells_how_old_a_review_is_and_how_well_a_playbook_is_known() {
    for (desk, expected) in [
        (
            Sandbox::english(),
            "platform/own  Sample (your own)  14 months ago  1 from memory",
        ),
        (
            Sandbox::french(),
            "platform/own  Essai (la vôtre)  il y a 14 mois  1 de mémoire",
        ),
    ] {
        own(&desk, "platform/own.toml", with_sources("platform/own"));
        let table = desk.done(&["playbook", "list"]);
        let row = table.lines().find(|line| line.contains("/own")).unwrap();
        let words: Vec<&str> = row.split_whitespace().collect();
        let expected: Vec<&str> = expected.split_whitespace().collect();
        assert_eq!(words, expected);
    }
    let desk = Sandbox::english();
    own(&desk, "platform/own.toml", with_sources("platform/own"));
    let listed = desk.json(&["playbook", "list", "--format", "json"]);
    let playbooks = listed["playbooks"].as_array().unwrap();
    let mut found = playbooks
        .iter()
        .find(|p| p["id"] == "platform/own")
        .unwrap()
        .clone();
    found["origin"] = serde_json::Value::Null;
    insta::assert_snapshot!(serde_json::to_string(&found).unwrap(), @r#"{"age_days":445,"id":"platform/own","kind":"platform","origin":null,"reviewed_on":"2025-09-01","routes":0,"rules":0,"sources":{"memory":1,"read":2,"secondary":1},"title":"Sample","weakest":"memory"}"#);
}

#[test]
fn a_listing_is_filtered_by_place_kind_and_problem() {
    let desk = Sandbox::english();
    let ids = |args: &[&str]| -> Vec<String> {
        let args = [&["playbook", "list", "--format", "json"], args].concat();
        let listed = desk.json(&args);
        let playbooks = listed["playbooks"].as_array().unwrap();
        let id = |p: &serde_json::Value| p["id"].as_str().unwrap().to_owned();
        playbooks.iter().map(id).collect()
    };
    let has = |ids: &[String], id: &str| ids.iter().any(|i| i == id);
    let french = ids(&["--country", "fr"]);
    assert!(has(&french, "law/fr/withdrawal") && has(&french, "platform/amazon"));
    let american = ids(&["--country", "US"]);
    assert!(!has(&american, "law/fr/withdrawal") && has(&american, "payment/card"));
    let payment = ids(&["--kind", "payment"]);
    assert!(payment.len() > 1 && payment.iter().all(|id| id.starts_with("payment/")));
    let late = ids(&["--country", "FR", "--kind", "law", "--problem", "late"]);
    assert!(has(&late, "law/fr/delivery") && !has(&late, "law/fr/direct-debit"));
    let mut told = String::new();
    for wrong in [
        ["--country", "XY"],
        ["--kind", "laws"],
        ["--problem", "colour"],
    ] {
        let output = desk.run(&[&["playbook", "list"], &wrong[..]].concat());
        assert_eq!(output.code, 2, "{output}");
        told += &output.stderr;
    }
    insta::assert_snapshot!(told, @r#"
    error: `XY` is not the code of a country
    hint: write two letters: FR, DE, GB
    error: `laws` is not a kind of playbook
    hint: did you mean `law`?
    error: `colour` is not a known problem
    hint: one of: not-received, marked-delivered, late, damaged, defective, not-as-described, wrong-item, counterfeit, change-of-mind, cancel-order, cancel-subscription, wrong-charge, unknown-charge, refund-missing, special-circumstances
    "#);
    let none = desk.run(&[
        "playbook",
        "list",
        "--country",
        "US",
        "--kind",
        "law",
        "--problem",
        "cancel-order",
    ]);
    if none.stdout.is_empty() {
        assert_eq!(none.stderr, "No playbook passes these filters.\n");
    }
}

#[test]
fn what_is_to_be_checked_again_is_listed_the_oldest_first() {
    let mut desk = Sandbox::english();
    own(&desk, "platform/own.toml", with_sources("platform/own"));
    insta::assert_snapshot!(rows(&desk, &["--stale"], "platform/own").join("\n"), @r#"
    platform/own	terms	Terms of sale	§ 4	2025-09-01	read	high	https://www.example.com/terms
    platform/own	told	Hearsay		2026-09-01	memory	low	
    platform/own	press	Press		2026-10-01	secondary	medium	
    "#);
    // Twelve months to the day are not more than twelve months.
    desk.on("2026-09-01");
    let found = rows(&desk, &["--stale"], "platform/own\tterms");
    assert_eq!(found.len(), 0, "{found:?}");
    desk.on("2026-09-02");
    assert_eq!(rows(&desk, &["--stale"], "platform/own\tterms").len(), 1);
    desk.on("2026-11-20");
    let listed = desk.json(&["playbook", "list", "--stale", "--format", "json"]);
    assert_eq!(listed["schema"], "claimctl/sources/1");
    let sources = listed["sources"].as_array().unwrap();
    let days: Vec<&str> = sources
        .iter()
        .map(|s| s["checked_on"].as_str().unwrap())
        .collect();
    assert!(days.is_sorted());
    let own = sources.iter().find(|s| s["playbook"] == "platform/own");
    let own = serde_json::to_string(own.unwrap()).unwrap();
    insta::assert_snapshot!(own, @r#"{"article":"§ 4","basis":"read","checked_on":"2025-09-01","confidence":"high","playbook":"platform/own","source":"terms","title":"Terms of sale","url":"https://www.example.com/terms"}"#);
    let blocks = desk.done(&["playbook", "list", "--stale"]);
    let from = blocks.find("platform/own#terms").unwrap();
    insta::assert_snapshot!(blocks[from..].lines().take(3).collect::<Vec<_>>().join("\n"), @"
    platform/own#terms
      Terms of sale, § 4 (a company’s promise, which can change; text read, checked on 1 September 2025): checked more than 12 months ago, to be checked again
      https://www.example.com/terms
    ");
}

#[test]
fn where_nothing_is_stale_a_line_says_so() {
    let desk = Sandbox::french();
    own(&desk, "sector/letters.toml", "");
    // A filter that leaves nothing with sources.
    let output = desk.run(&[
        "-q",
        "playbook",
        "list",
        "--stale",
        "--kind",
        "law",
        "--problem",
        "not-as-described",
        "--country",
        "AQ",
    ]);
    assert_eq!(output.code, 0, "{output}");
    let output = desk.run(&[
        "playbook",
        "list",
        "--stale",
        "--kind",
        "law",
        "--country",
        "AQ",
    ]);
    assert_eq!((output.stdout.as_str(), output.code), ("", 0), "{output}");
    insta::assert_snapshot!(output.stderr.lines().last().unwrap(), @"Rien à vérifier de nouveau : chaque source a été lue, et vérifiée dans les 12 derniers mois.");
}

#[test]
fn a_rule_is_shown_with_its_source() {
    let desk = Sandbox::english();
    let shown = desk.done(&["playbook", "show", "law/fr/withdrawal"]);
    let from = shown.find("law/fr/withdrawal#withdraw-by").unwrap();
    let rule: Vec<&str> = shown[from..].lines().take(3).collect();
    insta::assert_snapshot!(rule.join("\n"), @"
    law/fr/withdrawal#withdraw-by
      Sending it before the end of the last day is enough; keep the proof. If the seller did not tell you of this right, you have twelve months more.
      Code de la consommation, art. L221-18 et L221-19 (text read, checked on 20 November 2026)
    ");
}

#[test]
fn a_playbook_of_one_nature_says_it_once_and_a_mixed_one_beside_each_source() {
    let desk = Sandbox::english();
    let head = |id: &str| -> Vec<String> {
        let shown = desk.done(&["playbook", "show", id]);
        shown.lines().map(str::to_owned).collect()
    };
    let vinted = head("platform/vinted");
    assert_eq!(
        vinted[2],
        "All of it is a company’s promise, which it can change."
    );
    assert!(
        !vinted[3..]
            .iter()
            .any(|line| line.contains("which can change"))
    );
    let amazon = head("platform/amazon");
    assert_eq!(amazon[2], "");
    assert!(
        amazon
            .iter()
            .any(|line| line.contains("(a company’s promise, which can change; "))
    );
    assert!(
        amazon
            .iter()
            .any(|line| line.contains("(advice, nobody’s rule; "))
    );
    assert_eq!(head("law/fr/withdrawal")[2], "");
}

#[test]
fn a_name_that_is_none_is_exit_3() {
    let desk = Sandbox::english();
    insta::assert_snapshot!(desk.run(&["playbook", "show", "platform/amazom"]), @r#"
    [stderr]
    error: there is no playbook `platform/amazom`
    hint: did you mean `platform/amazon`?
    [exit 3]
    "#);
    insta::assert_snapshot!(desk.run(&["playbook", "show", "zzzzzzzz"]), @r#"
    [stderr]
    error: there is no playbook `zzzzzzzz`
    hint: claimctl playbook list
    [exit 3]
    "#);
}

#[test]
fn a_first_playbook_is_written_and_holds_as_it_stands() {
    let desk = Sandbox::english();
    for (id, key) in [
        ("platform/my-shop", "platform = [\"my-shop\"]"),
        ("law/de/repair", "country = [\"DE\"]"),
        ("payment/my-bank", "payment = [\"transfer\"]"),
        ("sector/museums", "item_kind = [\"goods\"]"),
    ] {
        let output = desk.run(&["playbook", "new", id]);
        let file = format!("[SANDBOX]/config/claimctl/playbooks/{id}.toml");
        assert_eq!(output.stdout, format!("{file}\n"));
        let said = match id.starts_with("platform/") {
            true => {
                "It holds as it stands. Put your own rules in it, then: claimctl playbook check"
            }
            false => {
                "It holds as it stands, and is for none of your claims while `seller_country` stands in its `when`. \
                 Put your own rules in it, take that out, then: claimctl playbook check"
            }
        };
        assert_eq!(output.stderr, format!("{said} {file}\n"));
        let path = desk
            .path("config/claimctl/playbooks")
            .join(format!("{id}.toml"));
        let text = std::fs::read_to_string(path).unwrap();
        assert!(text.contains(key), "{text}");
        let up = "../".repeat(id.matches('/').count());
        assert!(text.starts_with(&format!("#:schema {up}playbook.schema.json\n")));
        assert!(
            !text.contains(['{', '}']) || text.contains("{ fr ="),
            "{text}"
        );
        assert!(
            !text.contains("{name}") && !text.contains("{when}"),
            "{text}"
        );
        let again = desk.run(&["playbook", "new", id]);
        assert_eq!(again.code, 1, "{again}");
        assert!(
            again
                .stderr
                .contains("is there already; nothing was written"),
            "{again}"
        );
    }
    insta::assert_snapshot!(desk.run(&["playbook", "check"]), @r#"
    [stderr]
    law/de/repair holds (2 examples).
    payment/my-bank holds (2 examples).
    platform/my-shop holds (2 examples).
    sector/museums holds (2 examples).
    All hold: 4 files, 8 examples.
    "#);
    // It is one of the platforms from now on.
    let id = desk.new_with(
        "problem = \"change-of-mind\"\nwanted = \"refund\"\ncountry = \"FR\"\nseller = \"My shop\"\n\
         seller_kind = \"trader\"\nsale = \"online\"\nitem_kind = \"goods\"\nplatform = \"my-shop\"\n\
         ordered_on = 2026-11-10\ndelivered_on = 2026-11-16\n",
    );
    let why = desk.done(&["why", &id, "my-shop#return-by"]);
    assert!(why.contains("by 16 December 2026"), "{why}");
    // What holds in a whole country is for no claim until its author says so.
    let german = "problem = \"change-of-mind\"\nwanted = \"refund\"\ncountry = \"DE\"\nseller = \"Other shop\"\n\
        seller_kind = \"trader\"\nsale = \"online\"\nitem_kind = \"goods\"\npayment = \"transfer\"\n\
        ordered_on = 2026-11-10\ndelivered_on = 2026-11-16\n";
    let id = desk.new_with(german);
    let exported = desk.exported(&id).to_string();
    for id in ["law/de/repair", "payment/my-bank", "sector/museums"] {
        assert!(!exported.contains(id), "{id}: {exported}");
    }
}

#[test]
fn a_first_playbook_is_shown_or_written_elsewhere() {
    let desk = Sandbox::french();
    let shown = desk.done(&["playbook", "new"]);
    assert!(
        shown.starts_with("#:schema playbook.schema.json\n# Une fiche à vous."),
        "{shown}"
    );
    assert_eq!(
        desk.done(&["playbook", "new", "platform/my-shop", "--out", "-"]),
        shown
    );
    assert_eq!(
        desk.done(&["playbook", "new", "--out", "mine.toml"]),
        "mine.toml\n"
    );
    assert_eq!(
        std::fs::read_to_string(desk.path("home/mine.toml")).unwrap(),
        shown
    );
    insta::assert_snapshot!(desk.run(&["playbook", "check", "mine.toml"]), @r#"
    [stderr]
    platform/my-shop est en ordre (2 exemples).
    "#);
    insta::assert_snapshot!(desk.run(&["playbook", "new", "--out", "mine.toml"]), @r#"
    [stderr]
    erreur : le fichier `mine.toml` existe déjà ; rien n’a été écrit
    conseil : claimctl playbook check mine.toml
    [exit 1]
    "#);
    let mut told = String::new();
    for wrong in [
        "ma-boutique",
        "shop/x",
        "platform/Été",
        "platform/amazon",
        "../x",
        "holidays/fr",
    ] {
        let output = desk.run(&["playbook", "new", wrong]);
        assert_eq!(output.code, 2, "{output}");
        told += output.stderr.lines().next().unwrap();
        told.push('\n');
    }
    insta::assert_snapshot!(told, @r#"
    erreur : `ma-boutique` n’est pas le nom d’une fiche
    erreur : `shop/x` n’est pas le nom d’une fiche
    erreur : `platform/Été` n’est pas le nom d’une fiche
    erreur : il y a déjà une fiche intégrée `platform/amazon`
    erreur : `../x` n’est pas le nom d’une fiche
    erreur : `holidays/fr` n’est pas le nom d’une fiche
    "#);
}

#[test]
fn the_schema_is_one_for_editors() {
    let desk = Sandbox::french();
    let schema = desk.json(&["playbook", "schema"]);
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert_eq!(
        schema["properties"]["rule"]["items"]["$ref"],
        "#/$defs/Rule"
    );
    assert_eq!(
        schema["$defs"]["RuleKind"]["enum"],
        serde_json::json!(["act-by", "not-before", "right"])
    );
}

/// The output of a check, to be looked at as a whole.
#[track_caller]
pub(crate) fn checked(desk: &Sandbox, args: &[&str]) -> Output {
    desk.run(&[&["playbook", "check"], args].concat())
}
