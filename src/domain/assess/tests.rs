//! A library made by hand, small enough to follow on a calendar, and what must come out of it.

mod bench;
mod counting;
mod deadlines;
mod holidays;
mod money;
mod moves;
mod next;
mod offers;
mod routes;
mod trust;
