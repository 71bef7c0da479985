//! The letters, as a user reads them.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod availability;
mod desk;
mod every;
mod heading;
mod law;
mod missing;
mod offers;
mod recourse;
mod series;
mod texts;
