//! How dates, lengths of time, money, lists and spaces are written in each language.

mod amounts;
mod dates;
mod phrases;
mod spaces;

pub use amounts::{money, number, size};
pub use dates::{
    date, day_with_weekday, instant, month, period, relative_days, short_date, time, weekday,
};
pub use phrases::{labelled, list, lower_first, of, quoted, upper_first};
pub use spaces::french_spaces;

/// The narrow no-break space that stands before `;`, `!` and `?`, inside « » and between groups of digits in French.
pub const NARROW_SPACE: char = '\u{202f}';

/// The no-break space that stands before a colon and before a unit.
pub const NO_BREAK_SPACE: char = '\u{a0}';
