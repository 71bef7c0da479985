//! Every template for every problem: it fills, and nothing odd is left in it.

use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::party::{ItemKind, SellerKind};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::domain::source::{Basis, Nature};
use claimctl::letters;

use crate::desk::{
    LIBRARY, claim, event, first_message_and_promise, offer_and_counter, ordered, subscription,
    term, write, write_for,
};

/// Every fact that a claim with this problem can have.
fn full(problem: Problem, wanted: Remedy, kind: ItemKind) -> Claim {
    let base = match kind {
        ItemKind::Subscription => subscription(problem, wanted),
        _ => claim(problem, wanted),
    };
    let claim = Claim {
        item_kind: Some(kind),
        description: Some("C'est arrivé le 3 novembre  ; voir « photos »".to_owned()),
        ..base
    };
    term(claim, Term::LatestDeliveryOn, "2026-10-30")
}

fn log(problem: Problem, ended: bool) -> Vec<Event> {
    let mut events = vec![ordered(), event(EventKind::Debited, "2026-10-13")];
    if !matches!(
        problem,
        Problem::NotReceived | Problem::MarkedDelivered | Problem::CancelOrder
    ) {
        events.push(event(EventKind::Delivered, "2026-10-31"));
    }
    if problem == Problem::MarkedDelivered {
        events.push(event(EventKind::TrackingDelivered, "2026-10-31"));
    }
    events.extend(first_message_and_promise());
    events.extend(offer_and_counter());
    if ended {
        for kind in [EventKind::Withdrawn, EventKind::Terminated] {
            events.push(Event {
                channel: Some(Channel::RegisteredLetter),
                ..event(kind, "2026-11-06")
            });
        }
    }
    events
}

#[track_caller]
fn assert_clean(text: &str, language: Language, what: &str) {
    for odd in [
        "{",
        "}",
        "[",
        "]",
        "undefined",
        "None",
        "  ",
        "..",
        " ,",
        "\n\n\n",
    ] {
        assert!(!text.contains(odd), "{odd:?} in {what}:\n{text}");
    }
    assert!(
        !text.contains(" \n") && text.trim() == text,
        "{what}:\n{text}"
    );
    assert!(!text.contains(" de un"), "{what}:\n{text}");
    if language == Language::French {
        for odd in ["'", " :", " ;", " ?", " !", "« ", " »"] {
            assert!(!text.contains(odd), "{odd:?} in {what}:\n{text}");
        }
    }
}

#[test]
fn every_letter_fills_in_both_languages() {
    let kinds = [
        ItemKind::Goods,
        ItemKind::Service,
        ItemKind::Digital,
        ItemKind::Subscription,
    ];
    let mut written = 0;
    for problem in Problem::ALL {
        for wanted in Remedy::ALL {
            for item in kinds {
                for (seller, ended) in [
                    (SellerKind::Trader, false),
                    (SellerKind::Trader, true),
                    (SellerKind::Private, false),
                ] {
                    // What is wanted changes one phrase: every remedy is tried for goods from a trader only.
                    let plain = item == ItemKind::Goods && seller == SellerKind::Trader;
                    if !plain && *wanted != Remedy::Refund {
                        continue;
                    }
                    let mut claim = full(*problem, *wanted, item);
                    claim.seller_kind = Some(seller);
                    let events = log(*problem, ended);
                    for kind in LetterKind::ALL {
                        if letters::choose(*kind, &claim, &LIBRARY).is_none() {
                            continue;
                        }
                        for language in Language::ALL {
                            let what =
                                format!("{kind} for {problem}, {wanted}, {item}, {language}");
                            let letter = write(*kind, &claim, &events, *language)
                                .unwrap_or_else(|error| panic!("{what}: {error}"));
                            assert_clean(&letter.subject, *language, &what);
                            assert_clean(&letter.body, *language, &what);
                            assert!(!letter.subject.contains('\n'), "{what}");
                            written += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(written > 2500, "{written}");
}

#[test]
fn every_problem_has_its_letters() {
    for problem in Problem::ALL {
        let claim = claim(*problem, Remedy::Refund);
        for kind in [
            LetterKind::FirstMessage,
            LetterKind::Reminder,
            LetterKind::FormalNotice,
            LetterKind::PlatformDispute,
        ] {
            assert!(
                letters::choose(kind, &claim, &LIBRARY).is_some(),
                "{kind} for {problem}"
            );
        }
    }
}

#[test]
fn no_law_is_named_outside_france_or_against_a_private_person() {
    for problem in Problem::ALL {
        for (country, seller) in [("DE", SellerKind::Trader), ("FR", SellerKind::Private)] {
            let mut claim = full(*problem, Remedy::Refund, ItemKind::Goods);
            claim.country = Some(country.to_owned());
            claim.seller_kind = Some(seller);
            let events = log(*problem, true);
            for kind in LetterKind::ALL {
                // A bank in France is bound by its law, whoever sold.
                let to_bank = matches!(kind, LetterKind::Chargeback | LetterKind::SepaRefund);
                if to_bank && country == "FR" {
                    continue;
                }
                if letters::choose(*kind, &claim, &LIBRARY).is_some() {
                    let letter = write(*kind, &claim, &events, Language::French).expect("filled");
                    assert!(!letter.body.contains("(article"), "{kind} for {problem}");
                }
            }
        }
    }
}

#[test]
fn platform_texts_fit_a_message_box() {
    for problem in Problem::ALL {
        let claim = full(*problem, Remedy::Refund, ItemKind::Goods);
        for language in Language::ALL {
            let letter = write(
                LetterKind::PlatformDispute,
                &claim,
                &log(*problem, false),
                *language,
            )
            .expect("filled");
            let length = letter.body.chars().count();
            assert!(length < 1000, "{problem}, {language}: {length}");
        }
    }
}

#[test]
fn first_messages_fit_a_chat_without_what_can_be_spared() {
    use claimctl::domain::party::Consumer;
    for problem in Problem::ALL {
        for (item, platform) in [
            (ItemKind::Goods, Some("amazon")),
            (ItemKind::Goods, None),
            (ItemKind::Subscription, None),
        ] {
            let claim = Claim {
                platform: platform.map(str::to_owned),
                description: Some("Une phrase dit ce qui s’est passé.".to_owned()),
                ..full(*problem, Remedy::Refund, item)
            };
            let kind = LetterKind::FirstMessage;
            let limit = letters::limit(kind, Some(Channel::Chat), &claim, &LIBRARY);
            let events: Vec<Event> = log(*problem, false)
                .into_iter()
                .filter(|e| !matches!(e.kind, EventKind::Contacted | EventKind::Promised))
                .collect();
            for language in Language::ALL {
                let letter = write_for(
                    &Consumer::default(),
                    limit,
                    kind,
                    &claim,
                    &events,
                    *language,
                );
                let body = letter.expect("filled").body;
                let length = body.chars().count();
                assert!(
                    length <= 500,
                    "{problem}, {item}, {language}: {length}\n{body}"
                );
            }
        }
    }
}

#[test]
fn every_route_finds_its_letter() {
    let mut found = 0;
    for problem in Problem::ALL {
        for item in ItemKind::ALL {
            for platform in LIBRARY.platforms().map(|(id, _)| Some(id)).chain([None]) {
                let mut claim = full(*problem, Remedy::Refund, *item);
                claim.platform = platform.map(str::to_owned);
                for playbook in LIBRARY.fitting(&claim) {
                    for route in playbook.routes.iter().filter(|r| r.when.holds(&claim)) {
                        let Some(kind) = route.letter else { continue };
                        assert!(
                            letters::choose(kind, &claim, &LIBRARY).is_some(),
                            "{} wants a {kind} for {problem}, {item}",
                            route.id
                        );
                        found += 1;
                    }
                }
            }
        }
    }
    assert!(found > 50, "{found}");
}

/// The articles that a text names: `L216-6`, `1302-1`, `1641`.
fn articles(text: &str) -> Vec<String> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let named = text.split("rticle ").chain(text.split("rticles ").skip(1));
    named
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| word(*c)).collect::<String>())
        .filter(|article| article.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

#[test]
fn every_article_named_was_read() {
    let sources: Vec<_> = LIBRARY.playbooks.iter().flat_map(|p| &p.sources).collect();
    let was_read = |article: &str| {
        let number = |text: &str| text.rsplit('-').next().and_then(|n| n.parse::<u32>().ok());
        sources.iter().any(|source| {
            let Some(text) = source.article.as_deref() else {
                return false;
            };
            // A range such as `L217-8 à L217-16` holds what lies between.
            let in_range = text
                .trim_start_matches("art. ")
                .split_once(" à ")
                .is_some_and(|(from, to)| {
                    let stem = article.rsplit_once('-').map(|(stem, _)| stem);
                    let same =
                        stem.is_some_and(|stem| from.starts_with(stem) && to.starts_with(stem));
                    same && number(from) <= number(article) && number(article) <= number(to)
                });
            let named = text
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
                .any(|word| word == article);
            let is_law = source.basis == Basis::Read && source.nature == Nature::Law;
            is_law && (named || in_range)
        })
    };
    let mut named = 0;
    for letter in LIBRARY.playbooks.iter().flat_map(|p| &p.letters) {
        for language in Language::ALL {
            for article in articles(letter.body.get(*language)) {
                assert!(was_read(&article), "{article} in {}", letter.playbook);
                named += 1;
            }
        }
    }
    assert!(named > 30, "{named}");
}

#[test]
fn every_template_fills_with_the_examples_of_the_playbooks() {
    let (library, _) = claimctl::playbook::load_with_examples(None).unwrap();
    let all = library.playbooks.iter().flat_map(|p| &p.examples);
    // One in seven: all of them are filled by `claimctl playbook check`.
    let examples: Vec<_> = all.step_by(7).cloned().collect();
    assert!(examples.len() > 200, "{}", examples.len());
    let letters = LIBRARY.playbooks.iter().flat_map(|p| &p.letters);
    for letter in letters {
        let flaws = letters::check_template(letter, &LIBRARY, &examples);
        assert!(
            flaws.is_empty(),
            "{} of {}: {flaws:?}",
            letter.kind,
            letter.playbook
        );
    }
}
