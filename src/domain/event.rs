//! What happened, day by day: the log that everything is computed from.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::closed_set::closed_set;
use super::money::Money;
use super::problem::Remedy;

closed_set! {
    /// A kind of event.
    EventKind {
        Ordered = "ordered",
        Contract = "contract",
        ContractCopyReceived = "contract-copy-received",
        Paid = "paid",
        Shipped = "shipped",
        TrackingDelivered = "tracking-delivered",
        Delivered = "delivered",
        ReceiptConfirmed = "receipt-confirmed",
        Discovered = "discovered",
        Debited = "debited",
        StatementReceived = "statement-received",
        MeterRead = "meter-read",
        LifeEvent = "life-event",
        Contacted = "contacted",
        Answered = "answered",
        InformationRequested = "information-requested",
        DocumentsSent = "documents-sent",
        Offered = "offered",
        OfferAccepted = "offer-accepted",
        OfferRefused = "offer-refused",
        Promised = "promised",
        Refused = "refused",
        UnavailableNotice = "unavailable-notice",
        FormalNoticeSent = "formal-notice-sent",
        WithdrawalInformationReceived = "withdrawal-information-received",
        Withdrawn = "withdrawn",
        Cancelled = "cancelled",
        Terminated = "terminated",
        ServiceStopped = "service-stopped",
        RenewalNoticeReceived = "renewal-notice-received",
        Renewed = "renewed",
        ContractChangeNotice = "contract-change-notice",
        ComplainedToConsumerService = "complained-to-consumer-service",
        ReturnRequested = "return-requested",
        ReturnAgreed = "return-agreed",
        Returned = "returned",
        RepairRequested = "repair-requested",
        Repaired = "repaired",
        Replaced = "replaced",
        RefundAnnounced = "refund-announced",
        Refunded = "refunded",
        DisputeOpened = "dispute-opened",
        Escalated = "escalated",
        DisputeDecided = "dispute-decided",
        Appealed = "appealed",
        BankContacted = "bank-contacted",
        BankAnswered = "bank-answered",
        MediatorContacted = "mediator-contacted",
        MediationFileComplete = "mediation-file-complete",
        MediationEnded = "mediation-ended",
        ConciliatorContacted = "conciliator-contacted",
        ClaimServed = "claim-served",
        Judgment = "judgment",
        Extended = "extended",
        Paused = "paused",
        Resumed = "resumed",
        OwnDate = "own-date",
        Note = "note",
        Closed = "closed",
        Reopened = "reopened",
        Undone = "undone",
    }
}

closed_set! {
    /// By which channel a message went.
    Channel {
        Platform = "platform",
        Chat = "chat",
        Email = "email",
        Form = "form",
        Phone = "phone",
        Letter = "letter",
        RegisteredLetter = "registered-letter",
        InPerson = "in-person",
    }
}

impl Channel {
    /// Whether a message by this channel leaves a text: a written complaint goes by any channel but phone or in person.
    #[must_use]
    pub const fn is_written(self) -> bool {
        !matches!(self, Channel::Phone | Channel::InPerson)
    }
}

closed_set! {
    /// Whose act an event is.
    Direction {
        /// The consumer did it.
        Sent = "sent",
        /// Somebody else did it, and the consumer learnt of it.
        Received = "received",
        /// A fact of the purchase or of the desk, nobody's message.
        Fact = "fact",
    }
}

impl EventKind {
    /// Whether the consumer leaves the contract by it.
    #[must_use]
    pub const fn leaves(self) -> bool {
        matches!(
            self,
            EventKind::Withdrawn | EventKind::Cancelled | EventKind::Terminated
        )
    }

    /// Whose act an event of this kind is.
    #[must_use]
    pub const fn direction(self) -> Direction {
        use EventKind as E;
        match self {
            E::Contacted
            | E::DocumentsSent
            | E::OfferAccepted
            | E::OfferRefused
            | E::FormalNoticeSent
            | E::Withdrawn
            | E::Cancelled
            | E::Terminated
            | E::ComplainedToConsumerService
            | E::ReturnRequested
            | E::Returned
            | E::RepairRequested
            | E::DisputeOpened
            | E::Escalated
            | E::Appealed
            | E::BankContacted
            | E::MediatorContacted
            | E::ConciliatorContacted
            | E::ClaimServed => Direction::Sent,
            E::Answered
            | E::InformationRequested
            | E::Offered
            | E::Promised
            | E::Refused
            | E::UnavailableNotice
            | E::WithdrawalInformationReceived
            | E::RenewalNoticeReceived
            | E::ContractChangeNotice
            | E::ReturnAgreed
            | E::Repaired
            | E::Replaced
            | E::RefundAnnounced
            | E::Refunded
            | E::DisputeDecided
            | E::BankAnswered
            | E::MediationFileComplete
            | E::MediationEnded
            | E::Judgment => Direction::Received,
            _ => Direction::Fact,
        }
    }

    /// Whether an event of this kind speaks of the log or of a date rather than of what happened: only a claim that exists
    /// can have it.
    #[must_use]
    pub const fn is_about_the_log(self) -> bool {
        use EventKind as E;
        matches!(
            self,
            E::Extended
                | E::Paused
                | E::Resumed
                | E::OwnDate
                | E::Note
                | E::Closed
                | E::Reopened
                | E::Undone
        )
    }

    /// Whether it is a message, or a note of one: something that goes by a channel.
    #[must_use]
    pub const fn is_message(self) -> bool {
        !matches!(self.direction(), Direction::Fact) || matches!(self, EventKind::Note)
    }

    /// Whether an event of this kind can name a sum.
    #[must_use]
    pub const fn says_an_amount(self) -> bool {
        use EventKind as E;
        let of_a_thing = matches!(
            self,
            E::ContractCopyReceived
                | E::Shipped
                | E::TrackingDelivered
                | E::Delivered
                | E::ReceiptConfirmed
                | E::Discovered
                | E::MeterRead
                | E::LifeEvent
                | E::InformationRequested
                | E::UnavailableNotice
                | E::WithdrawalInformationReceived
                | E::ServiceStopped
                | E::Replaced
                | E::MediationFileComplete
        );
        !of_a_thing && (!self.is_about_the_log() || matches!(self, E::Note))
    }

    /// Whether an event of this kind can name a remedy: what is offered, promised, or asked for instead of an offer.
    #[must_use]
    pub const fn says_a_remedy(self) -> bool {
        matches!(
            self,
            EventKind::Answered
                | EventKind::Offered
                | EventKind::OfferAccepted
                | EventKind::OfferRefused
                | EventKind::Promised
        )
    }

    /// Whether an event of this kind can name a day that lies ahead: promised, asked for, or set.
    #[must_use]
    pub const fn says_a_day(self) -> bool {
        use EventKind as E;
        matches!(self.direction(), Direction::Sent)
            || matches!(
                self,
                E::Answered
                    | E::InformationRequested
                    | E::Offered
                    | E::Promised
                    | E::RefundAnnounced
                    | E::ReturnAgreed
                    | E::Extended
                    | E::Paused
                    | E::OwnDate
                    | E::Note
            )
    }

    /// Whether this event may lie before the order: what concerns the person, not the purchase.
    #[must_use]
    pub const fn may_precede_order(self) -> bool {
        matches!(
            self,
            EventKind::LifeEvent
                | EventKind::Note
                | EventKind::Contract
                | EventKind::ContractCopyReceived
        )
    }
}

/// Something that happened on a day, maybe at an hour. Append-only: an event is corrected by a later one, never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number within the claim, from 1; 0 while it is not stored yet.
    pub no: u32,
    pub kind: EventKind,
    /// The day it happened; for a message, the day it was sent.
    pub on: NaiveDate,
    /// The hour, where it is known.
    pub at: Option<NaiveTime>,
    /// The day the other side received it, where it is known and differs.
    pub received_on: Option<NaiveDate>,
    pub recorded_at: Option<DateTime<Utc>>,
    pub channel: Option<Channel>,
    pub note: Option<String>,
    pub amount: Option<Money>,
    /// What is offered, promised or asked for, where it is named.
    pub remedy: Option<Remedy>,
    /// Who said it, or was told, on the other side, in the words of the user.
    pub said_by: Option<String>,
    /// The day a promise falls due, an answer is asked by, or a date is moved to.
    pub by: Option<NaiveDate>,
    /// The route or rule the event is about, as `playbook#id`.
    pub about: Option<String>,
    /// The number of the event that this one replaces.
    pub corrects: Option<u32>,
    /// The numbers of the evidence that proves it (1 for E1).
    pub evidence: Vec<u32>,
}

impl Event {
    /// Makes an event with a kind and a day and nothing else.
    #[must_use]
    pub fn new(kind: EventKind, on: NaiveDate) -> Event {
        Event {
            no: 0,
            kind,
            on,
            at: None,
            received_on: None,
            recorded_at: None,
            channel: None,
            note: None,
            amount: None,
            remedy: None,
            said_by: None,
            by: None,
            about: None,
            corrects: None,
            evidence: Vec::new(),
        }
    }

    /// Whether it was only said: by phone or in person.
    #[must_use]
    pub fn was_spoken(&self) -> bool {
        self.channel.is_some_and(|channel| !channel.is_written())
    }

    /// Whether this event is a written complaint: a contact by any channel but phone or in person.
    #[must_use]
    pub fn is_written_complaint(&self) -> bool {
        self.kind == EventKind::Contacted && self.channel.is_none_or(Channel::is_written)
    }
}

/// Returns the events that count: those that no later event corrects or takes back, oldest first. On one day, what has no
/// hour comes after all that was logged before it.
#[must_use]
pub fn in_force(log: &[Event]) -> Vec<&Event> {
    // A correction that was itself taken back replaces nothing.
    let undone: Vec<u32> = log
        .iter()
        .filter(|e| e.kind == EventKind::Undone)
        .filter_map(|e| e.corrects)
        .collect();
    let replaced: Vec<u32> = log
        .iter()
        .filter(|e| e.no == 0 || !undone.contains(&e.no))
        .filter_map(|e| e.corrects)
        .collect();
    let mut events: Vec<&Event> = log
        .iter()
        .filter(|e| e.kind != EventKind::Undone && (e.no == 0 || !replaced.contains(&e.no)))
        .collect();
    events.sort_by_key(|e| (e.on, e.no));
    let mut latest: Option<(NaiveDate, Option<NaiveTime>)> = None;
    let mut places = Vec::new();
    for event in events {
        let so_far = latest
            .filter(|(on, _)| *on == event.on)
            .and_then(|(_, at)| at);
        latest = Some((event.on, event.at.max(so_far)));
        places.push((event.at.or(so_far), event));
    }
    places.sort_by_key(|(at, event)| (event.on, *at, event.no));
    places.into_iter().map(|(_, event)| event).collect()
}

impl EventKind {
    /// Finds the kind behind a key of the answers file: `tracking_delivered_on` is `tracking-delivered`.
    #[must_use]
    pub fn from_answer_key(key: &str) -> Option<EventKind> {
        EventKind::from_id(&key.strip_suffix("_on")?.replace('_', "-"))
    }

    /// Returns the key under which the answers file gives the day of such an event.
    #[must_use]
    pub fn answer_key(self) -> String {
        format!("{}_on", self.id().replace('-', "_"))
    }
}
