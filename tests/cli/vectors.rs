//! The worked dates of `tests/vectors.toml` that a situation can express, through the real binary: facts in, dates out.

use serde_json::Value;

use super::sandbox::Sandbox;

/// The vectors that no situation can express, with the reason; they are unit tests of the calendar.
const NOT_EXPRESSED: [(&str, &str); 1] = [(
    "fr-24",
    "a court's own counting of one month: no claim counts it",
)];

/// A situation that comes to the date of a vector, and the rule that gives it.
struct Situation {
    facts: String,
    rule: &'static str,
}

/// Which facts express a rule of the vectors, with the day of its event.
fn situation(rule: &str, event: &str) -> Option<Situation> {
    let facts = |country: &str, problem: &str, more: &str| {
        format!("country = \"{country}\"\nproblem = \"{problem}\"\n{more}")
    };
    let on = |key: &str| format!("{key} = {event}\n");
    let of = |facts: String, rule: &'static str| Some(Situation { facts, rule });
    let delivered = on("delivered_on");
    match rule {
        "fr-withdrawal-goods" => of(
            facts("FR", "change-of-mind", &delivered),
            "law/fr/withdrawal#withdraw-by",
        ),
        "fr-withdrawal-not-informed" => {
            // The first fourteen days end on the day of the vector.
            let day: chrono::NaiveDate = event.parse().unwrap();
            let delivered = day - chrono::Days::new(14);
            let more = format!("delivered_on = {delivered}\nwithdrawal_informed = \"no\"\n");
            of(
                facts("FR", "change-of-mind", &more),
                "law/fr/withdrawal#withdraw-uninformed-by",
            )
        }
        "fr-delivery-default" => of(
            facts(
                "FR",
                "not-received",
                &(on("contract_on") + &on("ordered_on")),
            ),
            "law/fr/delivery#deliver-by",
        ),
        "fr-conformity-repair-time" => of(
            facts(
                "FR",
                "defective",
                &("delivered_on = 2026-10-01\n".to_owned() + &on("repair_requested_on")),
            ),
            "law/fr/conformity#repair-by",
        ),
        "fr-payment-unauthorised-notify" => of(
            facts(
                "FR",
                "unknown-charge",
                &(on("debited_on") + "payment = \"card\"\npayee_in_eea = \"yes\"\n"),
            ),
            "law/fr/unauthorised-payment#report-by",
        ),
        "fr-payment-direct-debit-8-weeks" => of(
            facts(
                "FR",
                "wrong-charge",
                &(on("debited_on") + "payment = \"sepa-debit\"\nitem_kind = \"subscription\"\n"),
            ),
            "law/fr/direct-debit#refund-by",
        ),
        "fr-hidden-defect" => of(
            facts(
                "FR",
                "defective",
                &("delivered_on = 2026-10-01\n".to_owned() + &on("discovered_on")),
            ),
            "law/fr/hidden-defects#hidden-defect",
        ),
        "fr-limitation-general" => of(
            facts(
                "FR",
                "defective",
                &("delivered_on = 2026-10-01\n".to_owned() + &on("discovered_on")),
            ),
            "law/fr/mediation#limitation",
        ),
        "fr-chatel-notice-latest" => of(
            facts(
                "FR",
                "cancel-subscription",
                &(on("term_ends_on") + "notice_period = \"P0D\"\n"),
            ),
            "law/fr/subscription#reminder-by",
        ),
        "fr-telecom-refund-claim" => of(
            facts(
                "FR",
                "wrong-charge",
                &(on("paid_on") + "service_kind = \"telecom\"\nitem_kind = \"subscription\"\n"),
            ),
            "law/fr/mediation#limitation",
        ),
        "de-withdrawal" => of(
            facts("DE", "change-of-mind", &delivered),
            "law/de/withdrawal#withdraw-by",
        ),
        // Two years from delivery, and twelve months because it was repaired.
        "de-conformity-repair-extension" => of(
            facts(
                "DE",
                "defective",
                &(on("ordered_on") + &delivered + &on("repaired_on") + "wanted = \"refund\"\n"),
            ),
            "law/de/conformity#guarantee",
        ),
        "nl-withdrawal" => of(
            facts("NL", "change-of-mind", &delivered),
            "law/nl/withdrawal#withdraw-by",
        ),
        "uk-cancel-distance-goods" => of(
            facts("GB", "change-of-mind", &delivered),
            "law/gb/withdrawal#withdraw-by",
        ),
        "uk-short-term-reject" => of(
            facts("GB", "defective", &delivered),
            "law/gb/conformity#reject-by",
        ),
        "us-fcba-billing-error" => of(
            facts(
                "US",
                "wrong-charge",
                &(on("statement_received_on") + "payment = \"card\"\n"),
            ),
            "law/us/billing#notice-by",
        ),
        "us-mail-order-ship" => of(
            facts("US", "not-received", &on("ordered_on")),
            "law/us/orders#ship-by",
        ),
        _ => None,
    }
}

#[test]
fn the_worked_dates_come_out_of_the_binary() {
    let vectors: toml::Table = include_str!("../vectors.toml").parse().unwrap();
    let mut left = Vec::new();
    for vector in vectors["vector"].as_array().unwrap() {
        let text = |key: &str| match vector.get(key) {
            Some(toml::Value::Datetime(day)) => day.to_string(),
            Some(toml::Value::String(text)) => text.clone(),
            _ => String::new(),
        };
        let id = text("id");
        let Some(Situation { mut facts, rule }) = situation(&text("rule"), &text("event")) else {
            left.push(id);
            continue;
        };
        if !text("region").is_empty() {
            facts += &format!("region = \"{}\"\n", text("region"));
        }
        // An event cannot lie ahead: it is asked on its day, a term may still come.
        let mut desk = Sandbox::english();
        desk.on(&text("event").max("2026-11-20".to_owned()));
        let file = desk.write("situation.toml", &facts);
        let rights = desk.json(&["rights", "--answers", &file, "--format", "json"]);
        let deadlines = rights["deadlines"].as_array().unwrap();
        let found = deadlines.iter().find(|d| d["rule"] == rule);
        let found = found.unwrap_or_else(|| panic!("{id}: no {rule} in {rights:#}"));
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
            "{id}"
        );
        assert!(!desk.path("data").exists(), "{id}");
    }
    let expected: Vec<&str> = NOT_EXPRESSED.iter().map(|(id, _)| *id).collect();
    assert_eq!(left, expected);
}
