//! To whom a dossier goes, and what concerns whoever it is.

use super::closed_set::closed_set;
use super::party::Who;
use super::route::Door;

closed_set! {
    /// To whom a dossier goes.
    Addressee {
        Mediator = "mediator",
        Bank = "bank",
        Platform = "platform",
        Court = "court",
        Adviser = "adviser",
    }
}

impl Addressee {
    /// Returns the door at which the dossier is handed in; `None` for whoever advises.
    #[must_use]
    pub const fn door(self) -> Option<Door> {
        match self {
            Addressee::Mediator => Some(Door::Mediator),
            Addressee::Bank => Some(Door::PaymentProvider),
            Addressee::Platform => Some(Door::Platform),
            Addressee::Court => Some(Door::Court),
            Addressee::Adviser => None,
        }
    }

    /// Whether what binds somebody is claimed from, or before, this addressee.
    #[must_use]
    pub const fn hears_of(self, who: Who) -> bool {
        match who {
            Who::Consumer => false,
            Who::Trader | Who::Carrier => true,
            Who::Platform => matches!(self, Addressee::Platform | Addressee::Adviser),
            Who::PaymentProvider => matches!(self, Addressee::Bank | Addressee::Adviser),
            Who::Mediator => matches!(self, Addressee::Mediator | Addressee::Adviser),
            Who::Court => matches!(self, Addressee::Court | Addressee::Adviser),
        }
    }
}
