//! The field itself, pure: no input or output, no clock, no serde, no terminal, no SQL. `today` is passed in.

pub mod assess;
pub mod calendar;
pub(crate) mod chains;
pub mod change;
pub mod claim;
mod closed_set;
pub mod condition;
pub mod country;
pub mod dead_end;
pub mod event;
pub mod evidence;
pub mod language;
pub mod letter;
pub mod message;
pub mod money;
pub mod nearest;
pub mod party;
pub mod playbook;
pub mod problem;
mod regions;
pub mod route;
pub mod rule;
pub mod source;
pub mod template;
pub mod walk;
