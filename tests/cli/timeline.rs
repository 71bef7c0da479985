//! A claim in time: bars that end where their words say, at any width, in both languages.

use super::playbook::own;
use super::sandbox::Sandbox;

#[test]
fn a_claim_at_eighty_columns() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    insta::assert_snapshot!(desk.run(&["timeline", &id]));
}

#[test]
fn a_claim_in_french_beside_its_words() {
    let desk = Sandbox::french();
    let id = desk.new_from("aliexpress-damaged.toml");
    insta::assert_snapshot!(desk.run(&["timeline", &id, "--width", "120"]));
}

#[test]
fn a_claim_at_forty_columns() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    let picture = desk.run(&["timeline", &id, "--width", "40"]);
    insta::assert_snapshot!(picture);
}

#[test]
fn no_line_is_wider_than_what_was_asked_for() {
    for desk in [Sandbox::english(), Sandbox::french()] {
        for example in super::sandbox::EXAMPLES {
            let id = desk.new_from(example);
            for columns in [24_usize, 40, 80, 109, 110, 120, 200] {
                let text = desk.done(&["timeline", &id, "--width", &columns.to_string()]);
                for line in text.lines() {
                    assert!(line.chars().count() <= columns, "{columns}: {line}\n{text}");
                    assert!(!line.ends_with(' '), "{columns}: {line:?}");
                }
            }
        }
    }
}

#[test]
fn a_picture_is_told_in_words_alone_where_it_is_read_aloud() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    let told = desk.done(&["--prompts", "plain", "timeline", &id]);
    assert!(
        told.is_ascii() || !told.contains(['│', '█', '●', '►']),
        "{told}"
    );
    // What the picture says beside its bars is said here as well, word for word.
    let joined = |text: &str| {
        let words = text
            .split_whitespace()
            .filter(|w| w.chars().any(char::is_alphanumeric));
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let picture = joined(&desk.done(&["timeline", &id, "--width", "200"])).join(" ");
    for line in told.lines().filter(|line| line.starts_with("- ")) {
        let line = joined(line).join(" ");
        assert!(picture.contains(&line), "{line}\n{picture}");
    }
}

#[test]
fn a_claim_with_nothing_says_so() {
    let desk = Sandbox::english();
    let id = desk.new_with(
        "problem = \"late\"\nwanted = \"delivery\"\ncountry = \"BR\"\nseller = \"X\"\nseller_kind = \"private\"\n\
         sale = \"online\"\nitem_kind = \"goods\"\n",
    );
    insta::assert_snapshot!(desk.run(&["timeline", &id]));
    assert_eq!(desk.run(&["timeline", "7"]).code, 3);
    assert_eq!(desk.run(&["timeline", &id, "--width", "5"]).code, 2);
}

#[test]
fn a_closed_claim_shows_what_was_done() {
    let mut desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    let _ = desk.done(&[
        "close",
        &id,
        "--outcome",
        "refunded",
        "--amount",
        "74.99 EUR",
    ]);
    desk.on("2028-03-01");
    insta::assert_snapshot!(desk.run(&["timeline", &id]));
}

#[test]
fn days_of_two_centuries_share_a_line() {
    let desk = Sandbox::french();
    let id = desk.new_with(
        "problem = \"not-received\"\nwanted = \"refund\"\ncountry = \"FR\"\nseller = \"X\"\nseller_kind = \"trader\"\n\
         sale = \"online\"\nitem_kind = \"goods\"\npayment = \"card-visa\"\nordered_on = 1999-12-31\n\
         latest_delivery_on = 2126-02-28\n",
    );
    insta::assert_snapshot!(desk.run(&["timeline", &id]));
}

#[test]
fn the_picture_as_json() {
    let desk = Sandbox::english();
    let id = desk.new_from("parcel-never-came.toml");
    let _ = desk.done(&[
        "log",
        &id,
        "contacted",
        "--channel",
        "email",
        "--on",
        "2026-11-18",
    ]);
    insta::assert_snapshot!(desk.run(&["timeline", &id, "--format", "json"]));
}

#[test]
fn the_picture_as_svg() {
    for (name, desk) in [("en", Sandbox::english()), ("fr", Sandbox::french())] {
        let id = desk.new_from("amazon-not-received.toml");
        let picture = desk.done(&["timeline", &id, "--format", "svg"]);
        assert_eq!(picture, desk.done(&["timeline", &id, "--format", "svg"]));
        insta::assert_snapshot!(format!("svg_{name}"), picture);
    }
}

#[test]
fn a_picture_asks_for_nothing_and_runs_nothing() {
    let desk = Sandbox::english();
    for example in super::sandbox::EXAMPLES {
        let id = desk.new_from(example);
        let picture = desk.done(&["timeline", &id, "--format", "svg"]);
        let rest = picture.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        for asking in [
            "http", "href", "url(", "<script", "<style", " id=", "style=", "<image",
        ] {
            assert!(!rest.contains(asking), "{asking} in\n{picture}");
        }
    }
}

#[test]
fn texts_of_others_stay_texts_in_the_picture() {
    let desk = Sandbox::english();
    let file = super::sandbox::example_file("playbooks/platform/atelier-lumen.toml");
    let playbook = std::fs::read_to_string(file).expect("an example");
    let evil = "en = \"<script>a&b</script> ]]> \\\" ' \\u001b[31m \\ufffe";
    own(
        &desk,
        "platform/atelier-lumen.toml",
        playbook.replace("en = \"", evil),
    );
    let id = desk.new_with(
        "problem = \"cancel-order\"\nwanted = \"refund\"\ncountry = \"FR\"\nseller = \"</svg>\"\nseller_kind = \"trader\"\n\
         sale = \"online\"\nplatform = \"atelier-lumen\"\nordered_on = 2026-11-20\n",
    );
    let picture = desk.done(&["timeline", &id, "--format", "svg"]);
    assert!(
        picture.contains("&lt;script&gt;a&amp;b&lt;/script&gt; ]]&gt; &quot; '"),
        "{picture}"
    );
    assert!(!picture.contains("<script"), "{picture}");
    assert_eq!(picture.matches("</svg>").count(), 1, "{picture}");
    let forbidden = |c: char| (c.is_control() && c != '\n') || c == '\u{fffe}';
    assert!(!picture.contains(forbidden), "{picture}");
}

#[test]
fn a_draft_has_a_picture_too() {
    let desk = Sandbox::french();
    let id = desk.new_from("parcel-never-came.toml");
    let conn = rusqlite::Connection::open(desk.db()).expect("the desk");
    conn.execute("UPDATE claims SET draft = 1", [])
        .expect("a draft");
    drop(conn);
    for format in ["text", "json", "svg"] {
        let shown = desk.done(&["timeline", &id, "--format", format]);
        assert!(shown.contains("2026"), "{shown}");
    }
}

#[test]
fn a_clock_that_stands_still_has_no_end_on_the_picture() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-damaged.toml");
    let _ = desk.done(&[
        "log",
        &id,
        "paused",
        "--about",
        "platform/aliexpress#window-received",
        "--on",
        "2026-11-18",
    ]);
    let _ = desk.done(&[
        "log",
        &id,
        "paused",
        "--about",
        "law/fr/conformity#guarantee",
        "--on",
        "2026-11-19",
    ]);
    let picture = desk.done(&["timeline", &id]);
    let shown = |start: &str| {
        let lines = picture.lines().skip_while(|line| !line.starts_with(start));
        lines.take(2).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(shown("AliExpress dispute"), @"
    AliExpress dispute: open; its time limit stands still since 18 November 2026
    ◄███████████████████████│██████████████████████████████████████████████████████►
    ");
    let paused = "- You: Use the legal guarantee of conformity – paused since 19 November 2026";
    assert!(picture.contains(paused), "{picture}");
    let svg = desk.done(&["timeline", &id, "--format", "svg"]);
    assert!(!svg.contains("class=\"due\""), "{svg}");
}

#[test]
fn a_route_that_another_one_rules_out_is_told_in_words() {
    let desk = Sandbox::french();
    let id = desk.new_from("amazon-not-received.toml");
    let _ = desk.done(&["log", &id, "bank-contacted", "--on", "2026-11-19"]);
    let picture = desk.done(&["timeline", &id, "--width", "100"]);
    let lines: Vec<&str> = picture
        .lines()
        .filter(|line| line.contains("déjà engagé"))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @"- Garantie A à Z : plus possible après le recours déjà engagé : « Rétrofacturation de la carte »");
}
