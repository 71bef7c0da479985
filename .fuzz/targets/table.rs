//! Spreadsheets: whatever the bytes, their claims are read or every problem is said, and the same rows give the same ids.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use claimctl::answers::{Around, read_table, table_text};
use claimctl::domain::assess::assess;
use claimctl::domain::language::Language;
use claimctl::domain::playbook::Library;
use claimctl::lang::reading::{read_date, read_instant};
use claimctl::playbook;
use libfuzzer_sys::fuzz_target;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| playbook::load(None).expect("the rulebook").0);

fuzz_target!(|data: &[u8]| {
    let Some(text) = table_text(data) else { return };
    let today = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a day");
    let facts = [
        ("country", "FR"),
        ("seller_kind", "trader"),
        ("sale", "online"),
        ("item_kind", "goods"),
        ("problem", "not-received"),
        ("wanted", "refund"),
    ];
    let with: BTreeMap<String, String> = facts
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into();
    let around = Around {
        library: &LIBRARY,
        today,
        now: today.and_hms_opt(12, 0, 0).expect("an hour").and_utc(),
        language: Language::French,
        with: &with,
        day: &|text| read_date(text, Language::French, today).ok(),
        moment: &|text| read_instant(text, Language::French, today).ok(),
    };
    let (Ok(table), Ok(again)) = (read_table(&text, &around), read_table(&text, &around)) else {
        return;
    };
    assert_eq!(table.claims, again.claims);
    for claim in table.claims.iter().take(20) {
        let events: Vec<_> = claim.replica.log.iter().map(|l| l.event.clone()).collect();
        let _ = assess(&claim.replica.claim, &events, &LIBRARY, today);
    }
});
