//! Letters: the words for a step of a claim, filled from what is known and from what went before.

mod available;
mod choose;
mod context;
mod description;
pub mod dossier;
mod fit;
mod further;
mod heading;
mod history;
mod message_box;
mod missing;
mod money;
mod next;
mod offers;
mod record;
mod render;
mod tidy;
mod words;

pub use available::{Availability, available, default_kind, sends};
pub use choose::{as_written, choose, choose_built_in};
pub use description::check_description;
pub use heading::Heading;
pub use message_box::limit;
pub use missing::LetterError;
pub use render::{Facts, Letter, answer_by, check_template, render};
