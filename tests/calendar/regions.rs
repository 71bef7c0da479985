//! Regions as users write them.

use claimctl::domain::calendar::holidays::{Holiday, Holidays};
use claimctl::domain::country::country_of_region;

use crate::{all, places};

#[test]
fn every_region_with_holidays_of_its_own_can_be_written() {
    for (country, region) in places(&all()) {
        let Some(region) = region else { continue };
        assert_eq!(country_of_region(&region), Some(country.as_str()));
    }
}

#[test]
fn a_region_without_holidays_of_its_own_has_those_of_its_country() {
    let all = all();
    for region in [
        "FR-75", "FR-IDF", "FR-2A", "ES-MD", "ES-M", "IT-RM", "IT-25", "BE-VLG", "NL-NH", "GB-LND",
        "GB-GBN", "US-CA", "US-DC", "CH-ZH",
    ] {
        let country = country_of_region(region).unwrap();
        let alone = Holidays::of(&all, country, None);
        assert!(!alone.is_empty(), "{country}");
        assert_eq!(Holidays::of(&all, country, Some(region)), alone, "{region}");
        let own: Vec<Holiday> = all
            .iter()
            .filter(|h| h.country == country)
            .cloned()
            .collect();
        assert_eq!(Holidays::of(&own, country, Some(region)), alone, "{region}");
    }
}

#[test]
fn no_region_of_another_country_counts() {
    let all = all();
    for (country, region) in places(&all) {
        for other in ["FR", "DE", "GB", "PT"].iter().filter(|c| **c != country) {
            let there = Holidays::of(&all, other, region.as_deref());
            assert_eq!(there, Holidays::of(&all, other, None), "{other} {region:?}");
        }
    }
}
