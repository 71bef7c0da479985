//! The letters of the five situations, one after the other, each on the day on which it would be written: whole, in both
//! languages, to be read aloud. No-break spaces are shown as `~` (U+00A0) and `_` (U+202F).

use claimctl::domain::assess::assess;
use claimctl::domain::claim::{Claim, Term};
use claimctl::domain::event::{Channel, Event, EventKind};
use claimctl::domain::evidence::{Evidence, EvidenceKind};
use claimctl::domain::language::Language;
use claimctl::domain::letter::LetterKind;
use claimctl::domain::money::Money;
use claimctl::domain::party::{Consumer, ItemKind, Payment};
use claimctl::domain::problem::{Problem, Remedy};
use claimctl::lang::Lang;
use claimctl::letters::{self, Availability, Facts};

use crate::desk::{LIBRARY, claim, day, event, photo, subscription, term};

/// A claim as it goes on: what happens, and what is written.
struct Story {
    language: Language,
    claim: Claim,
    events: Vec<Event>,
    told: String,
}

impl Story {
    fn new(language: Language, claim: Claim) -> Story {
        Story {
            language,
            claim,
            events: Vec::new(),
            told: String::new(),
        }
    }

    fn add(&mut self, event: Event) {
        let no = u32::try_from(self.events.len() + 1).unwrap();
        self.events.push(Event { no, ..event });
    }

    fn happens(&mut self, kind: EventKind, on: &str) {
        self.add(event(kind, on));
    }

    /// What the other side says by e-mail, maybe with a day by which it will act.
    fn says(&mut self, kind: EventKind, on: &str, (fr, en): (&str, &str), by: Option<&str>) {
        let note = match self.language {
            Language::French => fr,
            Language::English => en,
        };
        self.add(Event {
            channel: Some(Channel::Email),
            note: Some(note.to_owned()),
            by: by.map(day),
            ..event(kind, on)
        });
    }

    /// A file that is kept.
    fn keeps(&mut self, kind: EvidenceKind, (fr, en): (&str, &str), confidential: bool) -> u32 {
        let no = u32::try_from(self.claim.evidence.len() + 1).unwrap();
        let note = match self.language {
            Language::French => fr,
            Language::English => en,
        };
        self.claim.evidence.push(Evidence {
            note: (!note.is_empty()).then(|| note.to_owned()),
            ..photo(no, kind, confidential)
        });
        no
    }

    /// Writes a letter on a day, sends it and keeps what was sent.
    fn writes(&mut self, on: &str, kind: LetterKind, channel: Channel) {
        let today = day(on);
        let assessment = assess(&self.claim, &self.events, &LIBRARY, today);
        let fits = letters::available(&self.claim, &self.events, &assessment, &LIBRARY);
        let (_, fit) = fits.into_iter().find(|(k, _)| *k == kind).unwrap();
        assert_eq!(fit, Availability::Now, "{kind} on {on}: {}", self.why(&fit));
        let as_written = letters::as_written(kind, &self.claim, &self.events);
        let template = letters::choose(kind, &as_written, &LIBRARY).unwrap();
        let consumer = Consumer {
            name: Some("Ana Morel".to_owned()),
            address: vec!["12 rue des Lilas".to_owned(), "75011 Paris".to_owned()],
            email: Some("ana@morel.example".to_owned()),
            phone: None,
        };
        let facts = Facts {
            claim: &as_written,
            events: &self.events,
            assessment: &assessment,
            library: &LIBRARY,
            today,
            language: self.language,
            answer_by: None,
            consumer: &consumer,
            limit: letters::limit(kind, Some(channel), &self.claim, &LIBRARY),
        };
        let letter = letters::render(template, &facts).unwrap();
        let line = "─".repeat(20);
        self.told += &format!("{line} {on} {kind} ({channel}) {line}\n");
        self.told += &format!("{}\n\n{}\n\n", letter.subject, letter.body);
        let (sent, about) = letters::sends(kind, &assessment);
        let kept = self.keeps(EvidenceKind::Message, ("", ""), false);
        self.add(Event {
            about,
            channel: Some(channel),
            evidence: vec![kept],
            ..event(sent, on)
        });
    }

    fn why(&self, fit: &Availability) -> String {
        fit.reason()
            .map(|why| Lang::new(self.language).say(why))
            .unwrap_or_default()
    }
}

#[track_caller]
fn in_both_languages(name: &str, tell: impl Fn(&mut Story), claim: impl Fn(Language) -> Claim) {
    for language in Language::ALL {
        let mut story = Story::new(*language, claim(*language));
        tell(&mut story);
        let told = story.told.replace('\u{a0}', "~").replace('\u{202f}', "_");
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("series-{name}.{language}"), told.trim_end());
        });
    }
}

fn own_shop(claim: Claim) -> Claim {
    Claim {
        platform: None,
        sold_by: None,
        shipped_by: None,
        ..claim
    }
}

fn said(language: Language, fr: &str, en: &str) -> Option<String> {
    Some(match language {
        Language::French => fr.to_owned(),
        Language::English => en.to_owned(),
    })
}

/// C: an order that is paid is cancelled, then withdrawn from; the money does not come.
#[test]
fn c_an_order_is_cancelled() {
    in_both_languages(
        "cancel",
        |story| {
            story.happens(EventKind::Ordered, "2026-09-01");
            story.keeps(EvidenceKind::Invoice, ("", ""), false);
            story.writes("2026-09-01", LetterKind::Cancellation, Channel::Email);
            story.says(
                EventKind::Refused,
                "2026-09-02",
                (
                    "la commande est déjà partie",
                    "the order has already been sent",
                ),
                None,
            );
            story.writes("2026-09-03", LetterKind::Withdrawal, Channel::Form);
            story.writes("2026-09-21", LetterKind::Reminder, Channel::Email);
            story.writes(
                "2026-10-05",
                LetterKind::FormalNotice,
                Channel::RegisteredLetter,
            );
            story.writes("2026-10-22", LetterKind::Chargeback, Channel::Form);
            story.writes("2026-12-08", LetterKind::MediatorRequest, Channel::Form);
            story.happens(EventKind::MediationEnded, "2027-02-20");
            story.writes(
                "2027-02-25",
                LetterKind::CourtSummary,
                Channel::RegisteredLetter,
            );
        },
        |_| Claim {
            payment: Some(Payment::CardVisa),
            amount: Money::parse("189,00 €").ok(),
            item: Some("Table basse".to_owned()),
            order_ref: Some("NM-4471".to_owned()),
            ..own_shop(claim(Problem::CancelOrder, Remedy::Refund))
        },
    );
}

/// S: a subscription is ended, and the debits go on.
#[test]
fn s_a_subscription_is_stopped() {
    in_both_languages(
        "subscription",
        |story| {
            story.happens(EventKind::Contract, "2025-10-01");
            story.writes(
                "2026-09-07",
                LetterKind::Termination,
                Channel::RegisteredLetter,
            );
            story.writes("2026-09-24", LetterKind::Reminder, Channel::Email);
            story.happens(EventKind::Debited, "2026-11-02");
            story.keeps(EvidenceKind::Statement, ("", ""), false);
            story.writes(
                "2026-11-05",
                LetterKind::FormalNotice,
                Channel::RegisteredLetter,
            );
            story.writes("2026-11-24", LetterKind::SepaRefund, Channel::Form);
            story.writes("2026-12-15", LetterKind::MediatorRequest, Channel::Form);
        },
        |_| Claim {
            payment: Some(Payment::SepaDebit),
            ..term(
                subscription(Problem::CancelSubscription, Remedy::Cancellation),
                Term::TermEndsOn,
                "2026-09-30",
            )
        },
    );
}

/// A: a parcel from a third party at Amazon does not come.
#[test]
fn a_a_parcel_from_a_third_party_does_not_come() {
    in_both_languages(
        "amazon",
        |story| {
            story.happens(EventKind::Ordered, "2026-10-12");
            story.writes("2026-11-02", LetterKind::FirstMessage, Channel::Platform);
            story.says(
                EventKind::Promised,
                "2026-11-03",
                (
                    "le colis arrivera cette semaine",
                    "the parcel will arrive this week",
                ),
                Some("2026-11-08"),
            );
            story.writes("2026-11-09", LetterKind::Reminder, Channel::Platform);
            story.writes("2026-11-13", LetterKind::PlatformDispute, Channel::Platform);
            story.says(
                EventKind::DisputeDecided,
                "2026-11-20",
                (
                    "le transporteur indique une remise",
                    "the carrier reports a delivery",
                ),
                None,
            );
            story.writes("2026-11-23", LetterKind::Escalation, Channel::Platform);
            story.writes(
                "2026-12-07",
                LetterKind::FormalNotice,
                Channel::RegisteredLetter,
            );
            story.writes("2026-12-23", LetterKind::AuthorityReport, Channel::Form);
            story.writes("2027-01-05", LetterKind::MediatorRequest, Channel::Form);
        },
        |_| {
            let claim = claim(Problem::NotReceived, Remedy::Refund);
            term(claim, Term::LatestDeliveryOn, "2026-10-30")
        },
    );
}

/// X: what came from AliExpress is not what was described.
#[test]
fn x_a_thing_is_not_as_described() {
    in_both_languages(
        "aliexpress",
        |story| {
            story.happens(EventKind::Ordered, "2026-10-12");
            story.happens(EventKind::Delivered, "2026-11-02");
            story.keeps(
                EvidenceKind::Photo,
                ("l’étiquette : 5 W", "the label: 5 W"),
                false,
            );
            story.keeps(
                EvidenceKind::Screenshot,
                ("l’annonce : 12 W", "the listing: 12 W"),
                false,
            );
            story.writes("2026-11-03", LetterKind::FirstMessage, Channel::Platform);
            story.add(Event {
                channel: Some(Channel::Platform),
                amount: Money::parse("5,00 €").ok(),
                ..event(EventKind::Offered, "2026-11-05")
            });
            story.add(Event {
                channel: Some(Channel::Platform),
                ..event(EventKind::OfferRefused, "2026-11-05")
            });
            story.writes("2026-11-06", LetterKind::PlatformDispute, Channel::Platform);
            story.writes("2026-11-16", LetterKind::Escalation, Channel::Platform);
        },
        |language| Claim {
            platform: Some("aliexpress".to_owned()),
            seller: Some("Bright Store".to_owned()),
            payment: Some(Payment::CardMastercard),
            description: said(
                language,
                "L’annonce promet une lampe de 12 W ; l’étiquette de celle que j’ai reçue dit 5 W",
                "The listing promises a 12 W lamp; the label of the one I received says 5 W",
            ),
            ..claim(Problem::NotAsDescribed, Remedy::Refund)
        },
    );
}

/// R: a service has charged by mistake and does not give the money back.
#[test]
fn r_a_charge_is_asked_back() {
    in_both_languages(
        "refund",
        |story| {
            story.happens(EventKind::Debited, "2026-09-02");
            story.keeps(EvidenceKind::Statement, ("", ""), false);
            story.writes("2026-09-04", LetterKind::RefundTicket, Channel::Form);
            story.says(
                EventKind::RefundAnnounced,
                "2026-09-07",
                (
                    "remboursement sous 7 à 14 jours",
                    "a refund within 7 to 14 days",
                ),
                Some("2026-09-21"),
            );
            story.writes("2026-09-24", LetterKind::Reminder, Channel::Form);
            story.writes(
                "2026-10-08",
                LetterKind::FormalNotice,
                Channel::RegisteredLetter,
            );
            story.writes("2026-10-19", LetterKind::Chargeback, Channel::Form);
            story.writes("2026-11-12", LetterKind::MediatorRequest, Channel::Form);
        },
        |language| Claim {
            payment: Some(Payment::CardVisa),
            description: said(
                language,
                "Le mois de septembre a été prélevé deux fois",
                "The month of September was charged twice",
            ),
            ..subscription(Problem::WrongCharge, Remedy::Refund)
        },
    );
}

/// R5: somebody has died, and the family asks for an exception; the certificate is shown to nobody.
#[test]
fn r_special_circumstances_are_met_with_tact() {
    in_both_languages(
        "bereavement",
        |story| {
            story.happens(EventKind::LifeEvent, "2026-09-01");
            story.happens(EventKind::Debited, "2026-09-05");
            story.keeps(EvidenceKind::Certificate, ("", ""), true);
            story.writes("2026-09-10", LetterKind::SpecialRequest, Channel::Email);
            story.writes("2026-09-28", LetterKind::Reminder, Channel::Email);
        },
        |language| {
            let mut claim = Claim {
                item_kind: Some(ItemKind::Subscription),
                description: said(
                    language,
                    "L’abonnement était au nom de ma mère, et je m’occupe de ses affaires",
                    "The subscription was in my mother’s name, and I am looking after her affairs",
                ),
                ..subscription(Problem::SpecialCircumstances, Remedy::Refund)
            };
            let key = "special_circumstances".to_owned();
            claim.answers.insert(key, "death".to_owned());
            claim
        },
    );
}
