//! What a template can use. Facts that are not known are undefined, and using one of them names it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use minijinja::value::{Object, Value};

use crate::domain::assess::assess;
use crate::domain::calendar::holidays::Holidays;
use crate::domain::claim::{Claim, Term};
use crate::domain::event::EventKind;
use crate::domain::language::Language;
use crate::domain::letter::LetterKind;
use crate::domain::message::Message;
use crate::domain::party::{Consumer, SellerKind};
use crate::domain::playbook::Library;
use crate::domain::route::RouteState;
use crate::lang::typography;

use super::fit;
use super::history::{self, Voice};
use super::offers;
use super::render::Facts;
use super::tidy::{one_line, paragraphs};
use super::words::{Phrase, Words};

/// The facts of a claim under the names that templates use.
#[derive(Debug, Default)]
pub(super) struct Context {
    values: BTreeMap<String, Value>,
    /// For a phrase that could not be made: the fact that it lacks.
    lacks: BTreeMap<String, String>,
    /// The last name that was looked up in vain: the one that a refused template stumbled over.
    missed: Mutex<Option<String>>,
}

impl Context {
    pub(super) fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.values.insert(name.to_owned(), value.into());
    }

    pub(super) fn fact(&mut self, name: &str, value: Option<String>) {
        match value {
            Some(value) => self.put(name, value),
            None => self.lack(name, name),
        }
    }

    pub(super) fn phrase(&mut self, name: &str, phrase: Phrase) {
        match phrase {
            Ok(phrase) => self.put(name, phrase),
            Err(key) => self.lack(name, &key),
        }
    }

    pub(super) fn lack(&mut self, name: &str, key: &str) {
        self.lacks.insert(name.to_owned(), key.to_owned());
    }

    /// Returns the name that was looked up last without being there, and the fact that would make it.
    pub(super) fn missed(&self) -> Option<(String, Option<String>)> {
        let missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
        missed
            .clone()
            .map(|name| (name.clone(), self.lacks.get(&name).cloned()))
    }
}

impl Object for Context {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        let found = self.values.get(name).cloned();
        if found.is_none() {
            let mut missed = self.missed.lock().unwrap_or_else(PoisonError::into_inner);
            *missed = Some(name.to_owned());
        }
        found
    }
}

/// The first day of the French rules that the letters name, as they stand: contracts from this day on.
fn french_rules_since() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 1, 1).unwrap_or_default()
}

/// Collects everything that a template of this kind can use.
pub(super) fn build(kind: LetterKind, facts: &Facts<'_>) -> Context {
    let claim = facts.claim;
    let money = &facts.assessment.money;
    let owed = money.outstanding.filter(|_| money.received.is_some());
    let words = Words::new(facts.language, claim, facts.events, owed);
    let mut context = Context::default();

    context.put("today", words.date(facts.today));
    context.put("heading", fit::HEADING.to_string());
    context.put("optional", fit::OPTIONAL.to_string());
    let name = facts.consumer.name.as_deref().map(one_line);
    context.put("signature", name.unwrap_or_default());
    let set = offers::day_set(kind, &words, facts.today);
    let by = facts.answer_by.or(set).unwrap_or_else(|| {
        let country = claim.country.as_deref().unwrap_or_default();
        let holidays = Holidays::of(&facts.library.holidays, country, claim.region.as_deref());
        super::render::answer_by(kind, facts.assessment, &holidays, facts.today)
    });
    context.put("answer_by", words.date(by));

    for (name, value) in [
        ("item", &claim.item),
        ("customer_ref", &claim.customer_ref),
        ("seller", &claim.seller),
    ] {
        context.fact(name, value.as_deref().map(one_line));
    }
    context.fact(
        "description",
        claim.description.as_deref().and_then(paragraphs),
    );
    context.fact("problem", claim.fact("problem"));
    match claim.fact("wanted") {
        Some(remedy) => context.put("remedy", remedy),
        None => context.lack("remedy", "wanted"),
    }
    context.fact("item_kind", claim.fact("item_kind"));
    context.fact("amount", claim.amount.map(|a| words.money(a)));
    context.phrase(
        "outstanding",
        owed.or(claim.amount)
            .map(|a| words.money(a))
            .ok_or_else(|| "amount".to_owned()),
    );
    match words.order_ref() {
        None if !words.expects_order_ref() => context.put("order_ref", ()),
        order_ref => context.fact("order_ref", order_ref),
    }
    context.fact("platform", platform_name(facts));
    answers(&mut context, facts);
    dates(&mut context, &words, facts.today);

    context.phrase("purchase", words.purchase(false));
    context.phrase("my_purchase", words.purchase(true));
    context.phrase("references", words.references());
    context.phrase("wanted", words.wanted());
    context.phrase("headline", words.problem("headline"));
    let trouble = words.problem("trouble");
    context.phrase(
        "trouble_sentence",
        trouble
            .clone()
            .map(|t| format!("{}.", typography::upper_first(&t))),
    );
    context.phrase("trouble", trouble);
    if let Some(enclosures) = words.enclosures() {
        context.put("enclosures", enclosures);
    }

    offers::put(&mut context, &words);
    context.put("circumstances", words.circumstances());
    story(&mut context, &words, facts);
    context.put("is_goods", words.is_goods());
    context.put("is_trader", claim.seller_kind == Some(SellerKind::Trader));
    let since = french_rules_since();
    super::further::put(&mut context, kind, &words, facts, by);
    let made_on = words
        .day(EventKind::Contract)
        .or_else(|| words.day(EventKind::Ordered));
    let french = claim.country.as_deref() == Some("FR")
        && claim.seller_kind == Some(SellerKind::Trader)
        && claim.fact("bought_as").as_deref() != Some("professional")
        && made_on.is_none_or(|on| on >= since);
    context.put("french_law", french);
    let answered = |key: &str, value: &str| claim.fact(key).as_deref() == Some(value);
    // Insurance has rules of its own for the reminder.
    // Whoever still has time to send the reminder has not failed to.
    let still_time = facts.assessment.deadlines.iter().any(|deadline| {
        deadline.rule == "law/fr/subscription#reminder-by" && deadline.due_on >= facts.today
    });
    let not_reminded =
        answered("renewal_reminded", "no") && !answered("service_kind", "insurance") && !still_time;
    context.put("not_reminded", not_reminded);
    let withdrawal_open = facts.assessment.routes.iter().any(|route| {
        route.letter == Some(LetterKind::Withdrawal)
            && matches!(route.state, RouteState::Open | RouteState::Closing)
    });
    context.put("withdrawal_open", withdrawal_open);
    if let Some(surcharge) = super::money::surcharge(&words, money) {
        context.put("surcharge", map(surcharge));
    }
    context
}

/// Returns every name that a template can use: those of a claim of which nothing is known, whether they are there or not,
/// what is there for some claims alone, the parts of the names that have any, and the questions of a library.
pub(super) fn names(library: &Library) -> BTreeSet<String> {
    const SOMETIMES: [&str; 10] = [
        "enclosures",
        "surcharge",
        "surcharge.amount",
        "surcharge.percent",
        "surcharge.article",
        "surcharge.calculation",
        "surcharge.total",
        "promise.on",
        "promise.by",
        "promise.what",
    ];
    let nothing = Claim::draft(Language::English);
    let today = NaiveDate::default();
    let none = Library::default();
    let facts = Facts {
        claim: &nothing,
        events: &[],
        assessment: &assess(&nothing, &[], &none, today),
        library: &none,
        today,
        language: nothing.language,
        answer_by: None,
        consumer: &Consumer::default(),
        limit: None,
    };
    let context = build(LetterKind::FirstMessage, &facts);
    let known = context.values.into_keys().chain(context.lacks.into_keys());
    let questions = library.playbooks.iter().flat_map(|p| &p.questions);
    known
        .chain(questions.map(|q| q.key.replace('-', "_")))
        .chain(SOMETIMES.map(str::to_owned))
        .chain(offers::SOMETIMES.map(str::to_owned))
        .collect()
}

fn dates(context: &mut Context, words: &Words<'_>, today: NaiveDate) {
    for kind in EventKind::ALL {
        let name = format!("{}_on", kind.id().replace('-', "_"));
        context.fact(&name, words.day(*kind).map(|day| words.date(day)));
    }
    for term in Term::ALL {
        // A debit that has been made is not the next one.
        let past = |day: &&NaiveDate| *term == Term::NextDebitOn && **day < today;
        let day = words.claim.terms.get(term).filter(|day| !past(day));
        context.fact(term.id(), day.map(|day| words.date(*day)));
    }
    let charged = words.charged_on().map(|day| words.date(day));
    context.phrase("charged_on", charged.ok_or_else(|| "debited_on".to_owned()));
    let made = words
        .day(EventKind::Contract)
        .or_else(|| words.day(EventKind::Ordered))
        .map(|day| words.date(day));
    context.phrase(
        "contract_made_on",
        made.ok_or_else(|| "contract_on".to_owned()),
    );
}

fn story(context: &mut Context, words: &Words<'_>, facts: &Facts<'_>) {
    let tell = |voice| history::tell(words, facts.assessment, facts.today, voice);
    let told = tell(Voice::You);
    if told.is_empty() {
        context.lack("history", "contacted_on");
        context.lack("story", "contacted_on");
        context.lack("contacts", "contacted_on");
    } else {
        context.put("story", as_block(words, &told));
        context.put("history", told);
        let contacts: Vec<Value> = words
            .events
            .iter()
            .filter(|event| history::is_contact(event.kind))
            .map(|event| {
                let channel = event
                    .channel
                    .map(|channel| words.lang.text(&format!("letter-by-{}", channel.id())));
                let mut contact = vec![
                    ("on", Value::from(words.date(event.on))),
                    ("when", Value::from(history::when(words, event))),
                ];
                if let Some(channel) = channel {
                    contact.push(("channel", Value::from(channel)));
                }
                map(contact)
            })
            .collect();
        context.put("contacts", contacts);
    }
    context.put("tale", tell(Voice::They));
    context.put("unanswered", history::unanswered(words));
    match history::broken_promise(words, facts.assessment, facts.today) {
        Some(event) => {
            let mut promise = vec![("on", Value::from(words.date(event.on)))];
            if let Some(by) = event.by {
                promise.push(("by", Value::from(words.date(by))));
            }
            if let Some(note) = event.note.as_deref().map(one_line) {
                promise.push(("what", Value::from(note)));
            }
            promise.extend(offers::who(event).map(|who| ("who", Value::from(who))));
            context.put("promise", map(promise));
        }
        None => context.lack("promise", "promised_on"),
    }
}

/// The story as a block: the sentence alone when there is one, else a list under a heading.
fn as_block(words: &Words<'_>, told: &[String]) -> String {
    match told {
        [one] => one.clone(),
        told => {
            let heading = words.lang.text("letter-story-heading");
            let item = |line: &String| {
                let line = Message::new("letter-story-item").with("line", line.as_str());
                words.lang.say(&line)
            };
            let items: Vec<String> = told.iter().map(item).collect();
            format!("{heading}\n{}", items.join("\n"))
        }
    }
}

/// A value with named parts.
fn map<'a>(parts: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    Value::from(parts.into_iter().collect::<BTreeMap<&str, Value>>())
}

/// The answers to the playbooks' own questions, under their keys; a known name is never hidden by one.
fn answers(context: &mut Context, facts: &Facts<'_>) {
    for question in facts
        .library
        .fitting(facts.claim)
        .flat_map(|p| &p.questions)
    {
        let name = question.key.replace('-', "_");
        if !context.values.contains_key(&name) {
            let answer = facts.claim.fact(&question.key);
            context.fact(&name, answer.map(|answer| one_line(&answer)));
        }
    }
}

/// The platform's name: the beginning of its playbook's title, or its id.
pub(super) fn platform_name(facts: &Facts<'_>) -> Option<String> {
    let id = facts.claim.platform.as_deref()?;
    let title = facts
        .library
        .get(&format!("platform/{id}"))
        .map(|playbook| playbook.title.get(facts.language));
    let name = title.and_then(|title| title.split([':', '(', ',', '–']).next());
    Some(one_line(name.unwrap_or(id)))
}
