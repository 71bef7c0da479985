//! What went wrong, and what the consumer wants.

use super::closed_set::closed_set;

closed_set! {
    /// What went wrong.
    Problem {
        NotReceived = "not-received",
        MarkedDelivered = "marked-delivered",
        Late = "late",
        Damaged = "damaged",
        Defective = "defective",
        NotAsDescribed = "not-as-described",
        WrongItem = "wrong-item",
        Counterfeit = "counterfeit",
        ChangeOfMind = "change-of-mind",
        CancelOrder = "cancel-order",
        CancelSubscription = "cancel-subscription",
        WrongCharge = "wrong-charge",
        UnknownCharge = "unknown-charge",
        RefundMissing = "refund-missing",
        SpecialCircumstances = "special-circumstances",
    }
}

impl Problem {
    /// Whether its name and the dates say enough, without a description in the user's own words.
    #[must_use]
    pub const fn says_itself(self) -> bool {
        use Problem as P;
        matches!(
            self,
            P::NotReceived
                | P::Late
                | P::MarkedDelivered
                | P::ChangeOfMind
                | P::CancelOrder
                | P::CancelSubscription
        )
    }

    /// Whether it is about something that has come: a delivery took place, known or not.
    #[must_use]
    pub const fn is_of_what_came(self) -> bool {
        use Problem as P;
        matches!(
            self,
            P::Damaged | P::Defective | P::NotAsDescribed | P::WrongItem | P::Counterfeit
        )
    }
}

closed_set! {
    /// What the consumer wants.
    Remedy {
        Refund = "refund",
        PartialRefund = "partial-refund",
        Replacement = "replacement",
        Repair = "repair",
        Delivery = "delivery",
        Cancellation = "cancellation",
        PriceReduction = "price-reduction",
    }
}

closed_set! {
    /// How a claim ended.
    Outcome {
        Refunded = "refunded",
        PartlyRefunded = "partly-refunded",
        Replaced = "replaced",
        Repaired = "repaired",
        Cancelled = "cancelled",
        Refused = "refused",
        Abandoned = "abandoned",
    }
}
