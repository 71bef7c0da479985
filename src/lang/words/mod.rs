//! Domain values in words: names, the next action, reasons, warnings, explanations, sources.
//!
//! Every function returns a [`Message`]; [`crate::lang::Lang::say`] says it. What a playbook calls its rules and
//! routes is looked up through [`Titles`], which [`Library`] provides.

mod action;
mod assessment;
mod errors;
mod explain;
mod facts;
mod money;
mod promise;
#[cfg(test)]
mod sample;
mod sets;
mod source;
pub mod timeline;

pub use action::{command, next};
pub use assessment::{gap, missing, reason, warning};
pub use errors::{money_error, period_error};
pub use explain::{explain_step, period, rate};
pub use facts::fact;
pub use money::{late_parts, no_surcharge, not_late, surcharge};
pub use promise::promise;
pub use sets::*;
pub use source::{marked, source_line, source_line_of_the_same, source_name};

use crate::domain::language::Text;
use crate::domain::message::{Arg, Message};
use crate::domain::playbook::{Library, Playbook};

/// What the playbooks call their rules, routes, holidays and questions.
pub trait Titles {
    /// Returns what a rule asks for, by its full id.
    fn rule(&self, id: &str) -> Option<&Text>;
    /// Returns the title of a route, by its full id.
    fn route(&self, id: &str) -> Option<&Text>;
    /// Returns the title of a playbook, by its id.
    fn playbook(&self, id: &str) -> Option<&Text>;
    /// Returns the name of a public holiday, by its id.
    fn holiday(&self, id: &str) -> Option<&Text>;
    /// Returns the question that asks for a fact, by its key.
    fn question(&self, key: &str) -> Option<&Text>;
}

impl Titles for Library {
    fn rule(&self, id: &str) -> Option<&Text> {
        let mut rules = playbook_of(self, id)?.rules.iter();
        rules.find(|rule| rule.id == id).map(|rule| &rule.what)
    }

    fn route(&self, id: &str) -> Option<&Text> {
        let mut routes = playbook_of(self, id)?.routes.iter();
        routes
            .find(|route| route.id == id)
            .map(|route| &route.title)
    }

    fn playbook(&self, id: &str) -> Option<&Text> {
        self.get(id).map(|playbook| &playbook.title)
    }

    fn holiday(&self, id: &str) -> Option<&Text> {
        let mut holidays = self.holidays.iter();
        holidays
            .find(|holiday| holiday.id == id)
            .map(|holiday| &holiday.name)
    }

    fn question(&self, key: &str) -> Option<&Text> {
        let mut questions = self
            .playbooks
            .iter()
            .flat_map(|playbook| &playbook.questions);
        questions
            .find(|question| question.key == key)
            .map(|question| &question.ask)
    }
}

fn playbook_of<'a>(library: &'a Library, id: &str) -> Option<&'a Playbook> {
    library.get(id.split_once('#')?.0)
}

/// Names a rule by what it asks for; one of the user's own log by its number; an unknown one by its id.
fn rule_title(id: &str, titles: &dyn Titles) -> Arg {
    if let Some(no) = id.strip_prefix("yours#") {
        return Message::new("words-rule-yours").with("no", no).into();
    }
    title(titles.rule(id), id)
}

/// Names a rule or a route by its title, as an event says what it is about.
#[must_use]
pub fn named(id: &str, titles: &dyn Titles) -> Message {
    let value = match titles.route(id) {
        Some(title) => title.clone().into(),
        None => rule_title(id, titles),
    };
    Message::new("words-plain").with("value", value)
}

fn route_title(id: &str, titles: &dyn Titles) -> Arg {
    title(titles.route(id), id)
}

fn title(found: Option<&Text>, id: &str) -> Arg {
    match found {
        Some(text) => text.clone().into(),
        None => id.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::problem::Problem;
    use crate::lang::Lang;

    #[test]
    fn every_member_of_every_set_has_a_name_in_every_language() {
        for language in Language::ALL {
            let lang = Lang::new(*language);
            for name in every_name() {
                assert!(lang.knows(&name.key), "{language}: {}", name.key);
            }
        }
        assert!(every_name().len() > 200, "the sets are listed");
    }

    #[test]
    fn a_member_is_named_in_the_language_of_the_user() {
        let (fr, en) = (Lang::new(Language::French), Lang::new(Language::English));
        assert_eq!(fr.name(Problem::NotReceived), "Colis jamais arrivé");
        assert_eq!(en.name(Problem::NotReceived), "Parcel never arrived");
    }

    #[test]
    fn the_library_knows_its_titles() {
        let library = sample::library();
        fn en(text: Option<&Text>) -> Option<&str> {
            text.map(|text| text.en.as_str())
        }
        assert_eq!(
            en(library.rule("platform/example#dispute-by")),
            Some("Open the dispute")
        );
        assert_eq!(
            en(library.route("platform/example#dispute")),
            Some("Example dispute")
        );
        assert_eq!(
            en(library.holiday("holidays/fr#armistice")),
            Some("Armistice Day")
        );
        assert_eq!(
            en(library.question("gift_card")),
            Some("Was it a gift card?")
        );
        assert_eq!(library.rule("platform/other#dispute-by"), None);
        assert_eq!(library.rule("no hash"), None);
    }
}
