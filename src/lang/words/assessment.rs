//! Why a route is in its state, what is missing, and what the user must be told besides.

use crate::domain::assess::{Gap, Missing, Reason, Warning};
use crate::domain::language::{Language, Text};
use crate::domain::message::{Arg, Message};
use crate::lang::typography;

use super::{Titles, facts, route_title, rule_title, sets};

/// Says why a route is in its state: `ouvre le 1er mars 2026`.
#[must_use]
pub fn reason(reason: &Reason, titles: &dyn Titles) -> Message {
    match reason {
        Reason::Open => Message::new("words-reason-open"),
        Reason::Taken(on) => Message::new("words-reason-taken").with("on", *on),
        Reason::OpensOn(on, _) => Message::new("words-reason-opens-on").with("on", *on),
        Reason::OpeningUnknown(what) => {
            Message::new("words-reason-opening-unknown").with("missing", missing(what))
        }
        Reason::ClosingUnknown(what) => {
            Message::new("words-reason-closing-unknown").with("missing", missing(what))
        }
        Reason::Needs(text) => Message::new("words-reason-needs").with("needs", text.clone()),
        Reason::ClosesOn(on) => Message::new("words-reason-closes-on").with("on", *on),
        Reason::ClosedOn(on) => Message::new("words-reason-closed-on").with("on", *on),
        Reason::ExcludedBy(route) => {
            Message::new("words-reason-excluded-by").with("route", route_title(route, titles))
        }
        Reason::NotNeeded => Message::new("words-reason-not-needed"),
    }
}

/// Names what is missing, inside a sentence, with its article: `la date de livraison`.
#[must_use]
pub fn missing(missing: &Missing) -> Message {
    match missing {
        Missing::Event(kind) => sets::event_day(*kind),
        Missing::Term(term) => facts::term_day(*term),
        Missing::NoticePeriod => facts::fact("notice_period"),
    }
}

/// Says what the next step needs and the claim lacks.
#[must_use]
pub fn gap(gap: &Gap, titles: &dyn Titles) -> Message {
    match gap {
        Gap::Fact { key } => match (facts::known_fact(key), titles.question(key)) {
            (None, Some(ask)) => Message::new("words-gap-question").with("ask", ask.clone()),
            _ => Message::new("words-gap-fact").with("fact", facts::fact(key)),
        },
        Gap::Evidence { what, .. } => Message::new("words-gap-evidence").with("what", what.clone()),
        Gap::Date {
            missing: what,
            rule,
        } => Message::new("words-gap-date")
            .with("missing", missing(what))
            .with("rule", rule_title(rule, titles)),
    }
}

/// Says a warning.
#[must_use]
pub fn warning(warning: &Warning, titles: &dyn Titles) -> Message {
    match warning {
        Warning::WeakSource { rule } => {
            Message::new("words-warning-weak-source").with("rule", rule_title(rule, titles))
        }
        Warning::StaleSource { rule, checked_on } => Message::new("words-warning-stale-source")
            .with("rule", rule_title(rule, titles))
            .with("on", *checked_on),
        Warning::IndirectSource { rules } => {
            let names = rules.iter().map(|id| (titles.rule(id), id.as_str()));
            Message::new("words-warning-indirect-source").with("rules", listed(names))
        }
        Warning::Changeable { policies, schemes } => {
            let whose = match (policies.is_empty(), schemes.is_empty()) {
                (false, false) => "both",
                (false, true) => "policy",
                (true, _) => "scheme",
            };
            let ids = policies.iter().chain(schemes);
            let names = ids.map(|id| (titles.playbook(id), id.as_str()));
            Message::new(format!("words-warning-changeable-{whose}"))
                .with("playbooks", listed(names))
        }
        Warning::PartialHoliday { rule, holiday } => Message::new("words-warning-partial-holiday")
            .with("rule", rule_title(rule, titles))
            .with("holiday", holiday_name(holiday, titles)),
        Warning::Excludes { route, kills } => Message::new("words-warning-excludes")
            .with("route", route_title(route, titles))
            .with("kills", route_title(kills, titles)),
        Warning::AlternativeClosing { route, on } => {
            Message::new("words-warning-alternative-closing")
                .with("route", route_title(route, titles))
                .with("on", *on)
        }
        Warning::NoLaw {
            country: Some(country),
        } => Message::new("words-warning-no-law").with("country", Arg::Place(country.clone())),
        Warning::NoLaw { country: None } => Message::new("words-warning-no-law-no-country"),
        Warning::BaseLawOnly { country } => {
            Message::new("words-warning-base-law-only").with("country", Arg::Place(country.clone()))
        }
        Warning::OlderLaw {
            what,
            in_force_from,
            ..
        } => Message::new("words-warning-older-law")
            .with("rule", what.clone())
            .with("on", *in_force_from),
        Warning::OwnHolidays { country, file } => Message::new("words-warning-own-holidays")
            .with("country", country.as_str())
            .with("file", file.as_str()),
        Warning::NotCounted { rules } => {
            let names = rules.iter().map(|id| (titles.rule(id), id.as_str()));
            Message::new("words-warning-not-counted").with("rules", listed(names))
        }
        Warning::RefundedMoreThanAsked => Message::new("words-warning-refunded-more"),
        Warning::OtherCurrency { no, amount } => Message::new("words-warning-other-currency")
            .with("no", i64::from(*no))
            .with("amount", *amount),
    }
}

/// Names several things, each between quotation marks: by their titles, else by their ids.
fn listed<'a>(names: impl Iterator<Item = (Option<&'a Text>, &'a str)>) -> Text {
    let names: Vec<(Option<&Text>, &str)> = names.collect();
    let each = |language| {
        let quoted = names.iter().map(|(title, id)| {
            let name = title.map_or(*id, |title| title.get(language));
            typography::quoted(name, language)
        });
        quoted.collect::<Vec<_>>().join(", ")
    };
    Text {
        fr: each(Language::French),
        en: each(Language::English),
    }
}

fn holiday_name(id: &str, titles: &dyn Titles) -> Arg {
    super::title(titles.holiday(id), id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::claim::{Step, Term};
    use crate::domain::event::EventKind;
    use crate::lang::Lang;
    use crate::lang::words::sample::{library, text};
    use chrono::NaiveDate;

    const RULE: &str = "platform/example#dispute-by";
    const ROUTE: &str = "platform/example#dispute";

    fn day() -> NaiveDate {
        "2026-03-01".parse().unwrap()
    }

    fn fr(message: &Message) -> String {
        Lang::new(Language::French).say(message)
    }

    #[track_caller]
    fn assert_whole(message: &Message) {
        for language in Language::ALL {
            let said = Lang::new(*language).say(message);
            assert!(!said.contains('{') && !said.contains("words-"), "{said}");
        }
    }

    #[test]
    fn every_reason_is_said() {
        let library = library();
        let unknown = Reason::OpeningUnknown(Missing::Event(EventKind::Delivered));
        assert_eq!(
            fr(&reason(&unknown, &library)),
            "date d’ouverture inconnue\u{a0}: il manque la date de livraison"
        );
        let excluded = Reason::ExcludedBy("platform/example#guarantee".to_owned());
        assert_eq!(
            fr(&reason(&excluded, &library)),
            "plus possible après le recours déjà engagé\u{a0}: «\u{202f}Garantie Exemple\u{202f}»"
        );
        for one in [
            Reason::Open,
            Reason::Taken(day()),
            Reason::OpensOn(day(), RULE.to_owned()),
            unknown,
            Reason::ClosingUnknown(Missing::Event(EventKind::Delivered)),
            Reason::Needs(text("Écrivez d’abord", "Write first")),
            Reason::ClosesOn(day()),
            Reason::ClosedOn(day()),
            excluded,
            Reason::NotNeeded,
        ] {
            assert_whole(&reason(&one, &library));
        }
    }

    #[test]
    fn every_gap_is_said() {
        let library = library();
        let fact = |key: &str| Gap::Fact {
            key: key.to_owned(),
        };
        assert_eq!(
            fr(&gap(&fact("order_ref"), &library)),
            "À préciser\u{a0}: le numéro de commande"
        );
        assert_eq!(
            fr(&gap(&fact("gift_card"), &library)),
            "Réponse à donner\u{a0}: Était-ce une carte cadeau\u{202f}?"
        );
        let date = |missing| Gap::Date {
            missing,
            rule: RULE.to_owned(),
        };
        for one in [
            fact("shipped_on"),
            fact("unheard_of"),
            Gap::Evidence {
                what: text("La facture", "The invoice"),
                step: Step::OpenDispute,
            },
            date(Missing::NoticePeriod),
            date(Missing::Event(EventKind::Ordered)),
            date(Missing::Term(Term::LatestDeliveryOn)),
        ] {
            assert_whole(&gap(&one, &library));
        }
    }

    #[test]
    fn every_warning_is_said() {
        let library = library();
        let own = Warning::WeakSource {
            rule: "yours#3".to_owned(),
        };
        assert_eq!(
            fr(&warning(&own, &library)),
            "«\u{202f}date n°\u{a0}3 de votre journal\u{202f}»\u{a0}: règle peu sûre ou citée de mémoire, à vérifier avant de vous y fier"
        );
        for one in [
            own,
            Warning::StaleSource {
                rule: RULE.to_owned(),
                checked_on: day(),
            },
            Warning::IndirectSource {
                rules: vec![RULE.to_owned(), "platform/other#act".to_owned()],
            },
            Warning::Changeable {
                policies: vec!["platform/example".to_owned()],
                schemes: Vec::new(),
            },
            Warning::Changeable {
                policies: Vec::new(),
                schemes: vec!["payment/other".to_owned()],
            },
            Warning::Changeable {
                policies: vec!["platform/example".to_owned()],
                schemes: vec!["payment/other".to_owned()],
            },
            Warning::PartialHoliday {
                rule: RULE.to_owned(),
                holiday: "holidays/fr#armistice".to_owned(),
            },
            Warning::Excludes {
                route: ROUTE.to_owned(),
                kills: "platform/example#guarantee".to_owned(),
            },
            Warning::AlternativeClosing {
                route: ROUTE.to_owned(),
                on: day(),
            },
            Warning::NoLaw {
                country: Some("US".to_owned()),
            },
            Warning::NoLaw { country: None },
            Warning::RefundedMoreThanAsked,
            Warning::OtherCurrency {
                no: 4,
                amount: crate::domain::money::Money::new(300, iso_currency::Currency::USD),
            },
        ] {
            assert_whole(&warning(&one, &library));
        }
    }
}
