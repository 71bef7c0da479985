//! The heart: one pure function from a claim, its events, the playbooks and a day to everything there is to say.

mod assessment;

pub use assessment::*;
