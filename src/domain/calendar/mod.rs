//! The calendar: periods, public holidays, working days. The only place that does arithmetic on dates.

pub mod holidays;
pub mod period;
pub mod working;
