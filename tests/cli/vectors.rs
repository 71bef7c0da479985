//! The worked dates of `tests/vectors.toml` that a claim can express, through the real binary: facts in, dates out.

use serde_json::Value;

use super::sandbox::Sandbox;

/// Which facts express a rule of the vectors, with the day of its event, and which rule of ours gives the date.
fn expressed(rule: &str, event: &str) -> Option<(String, &'static str)> {
    let facts = |problem: &str, item: &str, dates: String| {
        format!(
            "problem = \"{problem}\"\nwanted = \"refund\"\ncountry = \"FR\"\nseller = \"Boutique\"\n\
             seller_kind = \"trader\"\nsale = \"online\"\nitem_kind = \"{item}\"\namount = \"40 EUR\"\n{dates}"
        )
    };
    let on = |key: &str| format!("{key} = {event}\n");
    Some(match rule {
        "fr-withdrawal-goods" => (
            facts("change-of-mind", "goods", on("delivered_on")),
            "law/fr/withdrawal#withdraw-by",
        ),
        "fr-delivery-default" => (
            facts(
                "not-received",
                "goods",
                on("contract_on") + &on("ordered_on"),
            ),
            "law/fr/delivery#deliver-by",
        ),
        "fr-conformity-repair-time" => (
            facts(
                "defective",
                "goods",
                "delivered_on = 2026-10-01\n".to_owned() + &on("repair_requested_on"),
            ),
            "law/fr/conformity#repair-by",
        ),
        "fr-payment-unauthorised-notify" => (
            facts(
                "unknown-charge",
                "service",
                on("debited_on") + "payment = \"card\"\npayee_in_eea = \"yes\"\n",
            ),
            "law/fr/unauthorised-payment#report-by",
        ),
        "fr-payment-direct-debit-8-weeks" => (
            facts(
                "wrong-charge",
                "subscription",
                on("debited_on") + "payment = \"sepa-debit\"\n",
            ),
            "law/fr/direct-debit#refund-by",
        ),
        "fr-hidden-defect" => (
            facts(
                "defective",
                "goods",
                "delivered_on = 2026-10-01\n".to_owned() + &on("discovered_on"),
            ),
            "law/fr/hidden-defects#hidden-defect",
        ),
        "fr-limitation-general" => (
            facts(
                "defective",
                "goods",
                "delivered_on = 2026-10-01\n".to_owned() + &on("discovered_on"),
            ),
            "law/fr/mediation#limitation",
        ),
        "fr-chatel-notice-latest" => (
            facts(
                "cancel-subscription",
                "subscription",
                on("term_ends_on") + "notice_period = \"P0D\"\n",
            ),
            "law/fr/subscription#reminder-by",
        ),
        _ => return None,
    })
}

#[test]
fn the_worked_dates_come_out_of_the_binary() {
    let vectors: toml::Table = include_str!("../vectors.toml").parse().unwrap();
    let mut through = Vec::new();
    for vector in vectors["vector"].as_array().unwrap() {
        let text = |key: &str| match vector.get(key) {
            Some(toml::Value::Datetime(day)) => day.to_string(),
            Some(toml::Value::String(text)) => text.clone(),
            _ => String::new(),
        };
        let Some((mut facts, rule)) = expressed(&text("rule"), &text("event")) else {
            continue;
        };
        if !text("region").is_empty() {
            facts += &format!("region = \"{}\"\n", text("region"));
        }
        // An event cannot lie ahead: the claim is opened on its day, a term may still come.
        let mut desk = Sandbox::english();
        desk.on(&text("event").max("2026-11-20".to_owned()));
        let file = desk.write("claim.toml", &facts);
        let id = desk.done(&["new", "--answers", &file]).trim().to_owned();
        let claim = &desk.json(&["export", &id])["claims"][0];
        let found = claim["deadlines"]
            .as_array()
            .unwrap()
            .iter()
            .find(|d| d["rule"] == rule);
        let found = found.unwrap_or_else(|| panic!("{}: no {rule} in {claim:#}", text("id")));
        let rolled =
            (text("last_day") != text("raw_last_day")).then(|| Value::from(text("last_day")));
        // The consumer's safe day is the one before the roll; the other side is late only after the later day.
        let expected = if found["who"] == "consumer" {
            (
                Value::from(text("raw_last_day")),
                rolled.unwrap_or(Value::Null),
            )
        } else {
            (Value::from(text("last_day")), Value::Null)
        };
        assert_eq!(
            (found["due_on"].clone(), found["legal_on"].clone()),
            expected,
            "{}",
            text("id")
        );
        through.push(text("id"));
    }
    assert!(through.len() >= 16, "{through:?}");
}
