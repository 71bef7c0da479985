//! The letters, as a user reads them.

mod availability;
mod desk;
mod every;
mod missing;
mod texts;
