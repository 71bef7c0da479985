//! Amounts as people write them.
#![no_main]

use claimctl::domain::language::Language;
use claimctl::domain::money::Money;
use claimctl::lang::typography;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(money) = Money::parse(text) else {
        return;
    };
    assert_eq!(Money::parse(&money.to_string()), Ok(money));
    for language in Language::ALL {
        let shown = typography::money(money, *language);
        assert_eq!(Money::parse(&shown), Ok(money), "{shown}");
    }
    let _ = money.plus(money);
    let _ = money.percent(50);
});
