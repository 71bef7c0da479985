//! The countries of ISO 3166-1 and how regions of ISO 3166-2 are written.

use iso_currency::Currency;

use super::closed_set::closed_set;

/// Every officially assigned alpha-2 code.
const CODES: &str = "\
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT \
MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW \
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Whether this is a country's code, in capitals.
#[must_use]
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && CODES.split(' ').any(|known| known == code)
}

/// Returns the code that was meant: in small letters, or one of the two that people take for a code.
#[must_use]
pub fn meant(text: &str) -> Option<String> {
    let code = match text.to_uppercase().as_str() {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    };
    is_country(&code).then_some(code)
}

/// Returns the currency that people of a country write without naming it; only where that goes without saying.
#[must_use]
pub fn usual_currency(country: &str) -> Option<Currency> {
    const EURO: &str = "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK";
    if EURO.split(' ').any(|code| code == country) {
        return Some(Currency::EUR);
    }
    match country {
        "CH" | "LI" => Some(Currency::CHF),
        "GB" => Some(Currency::GBP),
        _ => None,
    }
}

closed_set! {
    /// A group of countries with one law for all of them.
    Group {
        /// The member states of the European Union.
        Eu = "eu",
        /// The European Economic Area: the Union, Iceland, Liechtenstein and Norway.
        Eea = "eea",
    }
}

/// The 27 member states of the European Union.
const EU: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

impl Group {
    /// Whether a country belongs to the group.
    #[must_use]
    pub fn has(self, country: &str) -> bool {
        let among = |codes: &str| codes.split(' ').any(|code| code == country);
        match self {
            Group::Eu => among(EU),
            Group::Eea => among(EU) || among("IS LI NO"),
        }
    }
}

closed_set! {
    /// Where the seller is, seen from the consumer.
    CrossBorder {
        /// In the same country.
        No = "no",
        /// In another country of the European Economic Area, as the consumer is in one.
        Eea = "eea",
        /// Anywhere else.
        Outside = "outside",
    }
}

impl CrossBorder {
    /// Says where a seller is, seen from the country of the consumer.
    #[must_use]
    pub fn between(consumer: &str, seller: &str) -> CrossBorder {
        if consumer == seller {
            CrossBorder::No
        } else if Group::Eea.has(consumer) && Group::Eea.has(seller) {
            CrossBorder::Eea
        } else {
            CrossBorder::Outside
        }
    }
}

/// Returns the country of a region, when it is written as ISO 3166-2 has it, `FR-67`, and the country has it as far as is
/// known.
#[must_use]
pub fn country_of_region(region: &str) -> Option<&str> {
    let (country, part) = region.split_once('-')?;
    let is_part = (1..=3).contains(&part.len())
        && part
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let has_it = is_country(country) && is_part && super::regions::may_have(country, part);
    has_it.then_some(country)
}

/// Returns the code of the region that was meant: in small letters, or of a country as [`meant`] knows it.
#[must_use]
pub fn meant_region(text: &str) -> Option<String> {
    let (country, part) = text.trim().split_once(['-', '_', ' '])?;
    let code = format!("{}-{}", meant(country)?, part.trim().to_uppercase());
    country_of_region(&code).is_some().then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_and_sorted() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert_eq!(codes.len(), 249);
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(is_country("FR") && !is_country("fr") && !is_country("UK") && !is_country("A "));
    }

    #[test]
    fn the_union_has_27_members_and_each_is_a_country() {
        assert_eq!(EU.split(' ').count(), 27);
        assert!(EU.split(' ').all(is_country));
    }

    #[test]
    fn knows_what_was_meant() {
        assert_eq!(meant("fr"), Some("FR".to_owned()));
        assert_eq!(meant("uk"), Some("GB".to_owned()));
        assert_eq!(meant("France"), None);
    }

    #[test]
    fn reads_regions() {
        assert_eq!(country_of_region("FR-67"), Some("FR"));
        assert_eq!(country_of_region("FR-6AE"), Some("FR"));
        assert_eq!(country_of_region("DE-BY"), Some("DE"));
        for wrong in ["BY", "FR-", "FR-6789", "fr-67", "XX-67", "FR-é"] {
            assert_eq!(country_of_region(wrong), None, "{wrong}");
        }
        for (text, code) in [
            ("gb-eng", "GB-ENG"),
            ("UK-SCT", "GB-SCT"),
            ("de_by", "DE-BY"),
            ("FR 67", "FR-67"),
        ] {
            assert_eq!(meant_region(text), Some(code.to_owned()));
        }
        for unclear in ["BY", "Bayern", "FR-", "FR-6789", "XX-67", ""] {
            assert_eq!(meant_region(unclear), None, "{unclear}");
        }
    }
}
