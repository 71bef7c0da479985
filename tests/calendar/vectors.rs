//! The worked examples of `tests/vectors.toml`.

use claimctl::domain::calendar::holidays::Holidays;
use claimctl::domain::calendar::working::roll_forward;
use serde::Deserialize;

use crate::{all, day, ends};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Vectors {
    vector: Vec<Vector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    dead_code,
    reason = "the note is for the reader, the rule for the test through the binary"
)]
struct Vector {
    id: String,
    rule: String,
    description: String,
    country: String,
    region: String,
    event: toml::value::Datetime,
    length: String,
    raw_last_day: toml::value::Datetime,
    rolls: bool,
    last_day: toml::value::Datetime,
    note: Option<String>,
}

#[test]
fn every_worked_example_comes_out() {
    let vectors: Vectors = toml::from_str(include_str!("../vectors.toml")).unwrap();
    assert_eq!(vectors.vector.len(), 28);
    let all = all();
    for v in vectors.vector {
        let region = Some(v.region.as_str()).filter(|r| !r.is_empty());
        let holidays = Holidays::of(&all, &v.country, region);
        assert!(!holidays.is_empty(), "{}", v.id);
        let raw = ends(&v.event.to_string(), &v.length, &holidays);
        assert_eq!(
            raw,
            v.raw_last_day.to_string(),
            "{}: {}",
            v.id,
            v.description
        );
        let last = if v.rolls {
            roll_forward(day(&raw), &holidays).0.to_string()
        } else {
            raw
        };
        assert_eq!(last, v.last_day.to_string(), "{}: {}", v.id, v.description);
    }
}
