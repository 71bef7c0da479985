//! What the program says, in each language: the catalogues, and how dates, money and lists are written.

#[cfg(test)]
mod catalogue_tests;
mod catalogues;
mod locale;
pub mod reading;
pub mod typography;
pub mod words;

pub use locale::detect_locale;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::domain::harmless::{Newlines, sanitize};
use crate::domain::language::{Language, Text};
use crate::domain::message::{Arg, Message};

/// The voice of the program in one language. A catalogue is read when its first message is said.
pub struct Lang {
    pub language: Language,
    areas: RefCell<BTreeMap<String, Catalogue>>,
}

/// What the program says in one language, of one area.
type Catalogue = Rc<FluentBundle<FluentResource>>;

thread_local! {
    /// The catalogues that were read, which never change: whoever writes many letters makes many voices.
    static READ: RefCell<BTreeMap<(Language, String), Catalogue>> = const { RefCell::new(BTreeMap::new()) };
}

impl std::fmt::Debug for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Lang")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl Lang {
    /// Makes the voice of a language.
    #[must_use]
    pub fn new(language: Language) -> Lang {
        Lang {
            language,
            areas: RefCell::new(BTreeMap::new()),
        }
    }

    /// Says a message that has no arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(&Message::new(key))
    }

    /// Says the name of a member of a closed set.
    #[must_use]
    pub fn name(&self, member: impl words::Named) -> String {
        self.say(&member.name())
    }

    /// Says a message; its texts, which may be anybody's, are made harmless and one line each. A key that no catalogue
    /// holds is said as it is: the tests see to it that there is none.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        self.look_up(&message.key, &args)
            .unwrap_or_else(|| message.key.clone())
    }

    /// Says a text of a playbook, made harmless, in French with its no-break spaces whether its author typed them or not.
    #[must_use]
    pub fn both(&self, text: &Text) -> String {
        match self.language {
            Language::French => typography::french_spaces(&sanitize(&text.fr, Newlines::Keep)),
            Language::English => sanitize(&text.en, Newlines::Keep).into_owned(),
        }
    }

    /// Whether a catalogue of this language holds the key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.look_up(key, &FluentArgs::new()).is_some()
    }

    /// The name of a country or a region; its code where the catalogue names none.
    fn place(&self, code: &str) -> String {
        let keys = ["country", "region"].map(|kind| format!("wizard-{kind}-{code}"));
        let mut names = keys
            .iter()
            .filter_map(|key| self.look_up(key, &FluentArgs::new()));
        names.next().unwrap_or_else(|| code.to_owned())
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::from(sanitize(text, Newlines::Fold).into_owned()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Date(day) => FluentValue::from(typography::date(*day, self.language)),
            Arg::Money(money) => FluentValue::from(typography::money(*money, self.language)),
            Arg::Place(code) => FluentValue::from(self.place(code)),
            Arg::Both(text) => FluentValue::from(self.both(text)),
            Arg::Message(message) => FluentValue::from(self.say(message)),
        }
    }

    fn look_up(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        let area = key.split('-').next().unwrap_or(key);
        let mut areas = self.areas.borrow_mut();
        if !areas.contains_key(area) {
            areas.insert(area.to_owned(), read(area, self.language)?);
        }
        let bundle = areas.get(area)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        Some(
            bundle
                .format_pattern(pattern, Some(args), &mut errors)
                .into_owned(),
        )
    }
}

/// The catalogue of an area; `None` when there is no such area.
fn read(area: &str, language: Language) -> Option<Catalogue> {
    READ.with_borrow_mut(|read| {
        let key = (language, area.to_owned());
        if !read.contains_key(&key) {
            let source = catalogues::source(area, language)?;
            read.insert(key.clone(), Rc::new(bundle(source, language)));
        }
        read.get(&key).cloned()
    })
}

fn bundle(source: &str, language: Language) -> FluentBundle<FluentResource> {
    // What a broken entry spoils is that entry alone; the tests read every catalogue and refuse any error.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut bundle = FluentBundle::new(vec![language.id().parse().unwrap_or_default()]);
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
