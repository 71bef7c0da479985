//! The calendar: periods, public holidays, working days. The only place that does arithmetic on dates.

#![allow(clippy::disallowed_methods)] // the one place that adds to a date

pub mod easter;
pub mod holidays;
pub mod period;
pub mod working;
