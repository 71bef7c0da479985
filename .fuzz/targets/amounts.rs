//! Amounts as people write them.
#![no_main]

use claimctl::domain::language::Language;
use claimctl::domain::money::{Money, MoneyError};
use claimctl::lang::typography;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(money) = Money::parse(text) else {
        return;
    };
    assert_eq!(Money::parse(&money.to_string()), Ok(money));
    for language in Language::ALL {
        // A thousand of a currency without cents can be read in two ways, and is not guessed.
        let shown = typography::money(money, *language);
        match Money::parse(&shown) {
            Ok(again) => assert_eq!(again, money, "{shown}"),
            Err(error) => assert_eq!(error, MoneyError::Ambiguous, "{shown}"),
        }
    }
    let _ = money.plus(money);
    let _ = money.percent(50);
});
