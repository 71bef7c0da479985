//! What is said of a key or a value that is not one.

use super::*;

#[test]
fn refuses_unknown_keys_and_says_which_was_meant() {
    refuses(
        "amonut = \"5 EUR\"\norder_number = \"1\"\ndeliverd_on = 2026-11-01\nTitle = \"x\"\nzzzzzzzz = 1\ntraked = true",
        &[
            "8 amonut: unknown-key | did-you-mean known=amount",
            "9 order_number: unknown-key | did-you-mean known=order_ref",
            "10 deliverd_on: unknown-key | did-you-mean known=delivered_on",
            "11 Title: unknown-key | did-you-mean known=title",
            "12 zzzzzzzz: unknown-key | keys-hint",
            "13 traked: unknown-key | did-you-mean known=tracked",
        ],
    );
}

#[test]
fn refuses_unknown_values_and_lists_the_valid_ones() {
    refuses(
        "payment = \"visa\"\nplatform = \"amazn\"\nsold_by = 1\nlanguage = \"de\"",
        &[
            "8 payment: unknown-value value=visa | valid-values values=card, card-visa, card-mastercard, card-amex, \
             card-cb, paypal, amazon-pay, sepa-debit, transfer, klarna, alma, app-store, cash, other",
            "9 platform: unknown-value value=amazn | did-you-mean-value value=amazon values=bazaar, amazon, aliexpress",
            "10 sold_by: unknown-value value=1 | valid-values values=platform, seller",
            "11 language: unknown-value value=de | valid-values values=fr, en",
        ],
    );
    // Two playbooks ask for it; its values are named once.
    refuses(
        "reason = \"gone\"",
        &["8 reason: unknown-value value=gone | valid-values values=broken, lost"],
    );
    refuses(
        "platform = \"my own shop\"",
        &[
            "8 platform: unknown-value value=my own shop | own-shop values=bazaar, amazon, aliexpress",
        ],
    );
}

#[test]
fn refuses_days_that_are_not_iso_or_not_real() {
    refuses(
        r#"ordered_on = "03/04/2026"
paid_on = "20/11/2026"
shipped_on = "2026-02-30"
delivered_on = "yesterday"
debited_on = "2026-1-5"
contract_on = "0226-11-01"
returned_on = "05.05.2026"
promised_on = 2026-11-01T10:00:00
refused_on = true
withdrawn_on = "30/02/2026"
latest_delivery_on = 20261120"#,
        &[
            "8 ordered_on: date-ambiguous value=03/04/2026 | write-either one=2026-04-03 other=2026-03-04",
            "9 paid_on: date-format value=20/11/2026 | write value=2026-11-20",
            "10 shipped_on: date-unreal value=2026-02-30",
            "11 delivered_on: date-format value=yesterday | write value=2026-11-20",
            "12 debited_on: date-format value=2026-1-5 | write value=2026-01-05",
            "13 contract_on: date-far value=0226-11-01",
            "14 returned_on: date-format value=05.05.2026 | write value=2026-05-05",
            "15 promised_on: date-hour | write value=2026-11-01",
            "16 refused_on: not-a-text value=true",
            "17 withdrawn_on: date-format value=30/02/2026 | write value=2026-11-20",
            "18 latest_delivery_on: date-format value=20261120 | write value=2026-11-20",
        ],
    );
}

#[test]
fn refuses_hours_that_are_none_or_lie_in_another_zone() {
    refuses(
        r#"contacted_at = 2026-11-06
answered_at = 2026-11-06T14:30:00Z
refused_at = "2026-11-06T25:00"
promised_at = "2026-11-06T14:30:00+01:00""#,
        &[
            "8 contacted_at: hour-missing | hour-missing-hint known=contacted_on value=2026-11-06T14:30:00",
            "9 answered_at: hour-zone value=2026-11-06T14:30:00Z | write value=2026-11-06T14:30:00",
            "10 refused_at: hour-unreal value=25:00 | write value=2026-11-06T14:30:00",
            "11 promised_at: hour-zone value=2026-11-06T14:30:00+01:00 | write value=2026-11-06T14:30:00",
        ],
    );
}

#[test]
fn refuses_days_that_contradict_each_other() {
    refuses(
        "delivered_on = 2026-10-18\nordered_on = 2026-10-19\nlatest_delivery_on = 2026-10-01\nrefunded_on = 2026-11-21",
        &[
            "8 delivered_on: before-order date=2026-10-18 ordered=2026-10-19",
            "10 latest_delivery_on: before-order date=2026-10-01 ordered=2026-10-19",
            "11 refunded_on: future date=2026-11-21 today=2026-11-20",
        ],
    );
    refuses(
        "delivered_on = 2026-11-21",
        &[
            "8 delivered_on: future date=2026-11-21 today=2026-11-20 | future-hint known=latest_delivery_on",
        ],
    );
    refuses(
        "ordered_at = 2026-11-01T12:00:00\ncancelled_at = 2026-11-01T11:59:00",
        &["9 cancelled_at: before-order date=2026-11-01 ordered=2026-11-01"],
    );
    // What concerns the person may come first, and so may all that happens on the same day.
    let fine = "life_event_on = 2026-10-01\nordered_on = 2026-11-20\ncancelled_on = 2026-11-20\nterm_ends_on = 2027-01-01";
    assert_eq!(with(fine).expect("a valid file").events.len(), 3);
}

#[test]
fn refuses_amounts_that_are_not_one_clear_sum() {
    for (value, expected) in [
        (
            "34.90",
            "8 amount: money-no-currency value=34.90 | write value=34.90 EUR",
        ),
        (
            "\"34.90\"",
            "8 amount: money-no-currency value=34.90 | write value=34.90 EUR",
        ),
        (
            "\"5 XYZ\"",
            "8 amount: money-unknown-currency value=5 XYZ | money-hint",
        ),
        (
            "\"a lot\"",
            "8 amount: money-not-a-number value=a lot | money-hint",
        ),
        (
            "\"1.2345 EUR\"",
            "8 amount: money-too-many-decimals value=1.2345 EUR | money-hint",
        ),
        (
            "\"1,249 EUR\"",
            "8 amount: money-ambiguous value=1,249 EUR | money-hint",
        ),
        (
            "\"-5 EUR\"",
            "8 amount: money-negative value=-5 EUR | money-hint",
        ),
        (
            "\"99999999999999 EUR\"",
            "8 amount: money-too-large value=99999999999999 EUR | money-hint",
        ),
    ] {
        refuses(&format!("amount = {value}"), &[expected]);
    }
}

#[test]
fn refuses_places_and_periods_that_do_not_exist() {
    let place = |country: &str, region: &str| {
        let text = WHOLE.replace("\"FR\"", &format!("\"{country}\""));
        told(read_as(
            Format::Toml,
            &format!("{text}region = \"{region}\""),
        ))
    };
    assert_eq!(
        place("fr", "BY"),
        [
            "3 country: country value=fr | write value=FR",
            "8 region: region value=BY | region-hint",
        ]
    );
    assert_eq!(
        place("France", "DE-BY"),
        ["3 country: country value=France | country-hint"]
    );
    assert_eq!(
        place("GB", "uk-eng"),
        ["8 region: region value=uk-eng | write value=GB-ENG"]
    );
    assert_eq!(
        place("FR", "DE-BY"),
        ["8 region: region-of value=DE-BY country=FR"]
    );
    refuses(
        "notice_period = \"1 month\"\nseller_country = \"UK\"",
        &[
            "8 notice_period: period value=1 month | period-hint",
            "9 seller_country: country value=UK | write value=GB",
        ],
    );
    // Before the term there would be no year any more.
    for value in ["P36525Y", "P101Y", "P1201M", "P40000D"] {
        refuses(
            &format!("notice_period = \"{value}\""),
            &[&format!(
                "8 notice_period: period value={value} | period-hint"
            )],
        );
    }
    refuses(
        "notice_period = \"-P1M\"",
        &["8 notice_period: period-negative value=-P1M | write value=P1M"],
    );
}

#[test]
fn refuses_texts_that_are_none() {
    refuses(
        "item = \"\"\ntitle = \"a\\u0007b\"\norder_ref = \"  \"\ndescription = true\npayment = [\"card\"]\nseller_country.a = 1",
        &[
            "8 item: empty | empty-hint",
            "9 title: control value=U+0007",
            "10 order_ref: empty | empty-hint",
            "11 description: not-a-text value=true",
            "12 payment: flat | flat-hint",
            "13 seller_country: flat | flat-hint",
        ],
    );
}
