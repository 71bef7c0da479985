//! The parts of countries by ISO 3166-2, for the countries whose parts are told apart.

/// Country by country, what stands behind the hyphen.
const PARTS: &[(&str, &str)] = &[
    ("AT", "1 2 3 4 5 6 7 8 9"),
    ("CA", "AB BC MB NB NL NS NT NU ON PE QC SK YT"),
    (
        "CH",
        "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
    ),
    ("DE", "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH"),
    (
        "FR",
        "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 21 22 23 24 25 26 27 28 29 2A 2B 30 31 32 33 34 35 \
         36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 \
         72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 \
         69M 6AE 75C 20R 971 972 973 974 976 \
         ARA BFC BRE COR CVL GES HDF IDF NAQ NOR OCC PAC PDL BL CP GF GP MF MQ NC PF PM RE TF WF YT",
    ),
    (
        "US",
        "AK AL AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK \
         OR PA RI SC SD TN TX UT VA VT WA WI WV WY DC AS GU MP PR UM VI",
    ),
];

/// Whether a country has this part, as far as is known: of a country that is not listed every part passes.
pub(super) fn may_have(country: &str, part: &str) -> bool {
    let parts = PARTS.iter().find(|(code, _)| *code == country);
    parts.is_none_or(|(_, parts)| parts.split(' ').any(|known| known == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_as_many_as_there_are() {
        let count = |country: &str| {
            let parts = PARTS.iter().find(|(code, _)| *code == country);
            parts.map(|(_, parts)| parts.split(' ').count())
        };
        assert_eq!(count("AT"), Some(9));
        assert_eq!(count("CA"), Some(13));
        assert_eq!(count("CH"), Some(26));
        assert_eq!(count("DE"), Some(16));
        assert_eq!(count("US"), Some(57));
        // 96 departments of the mainland, the codes of Lyon, Alsace, Paris and Corsica, 5 departments overseas, 13 regions
        // and 14 other parts.
        assert_eq!(count("FR"), Some(96 + 4 + 5 + 13 + 13));
    }

    #[test]
    fn a_part_that_a_country_does_not_have_is_none() {
        for (country, part) in [("FR", "2A"), ("FR", "976"), ("DE", "BY"), ("IT", "25")] {
            assert!(may_have(country, part), "{country}-{part}");
        }
        for (country, part) in [("FR", "99"), ("FR", "20"), ("DE", "XX"), ("US", "QC")] {
            assert!(!may_have(country, part), "{country}-{part}");
        }
    }
}
