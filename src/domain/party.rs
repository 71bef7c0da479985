//! Who takes part in a claim.

use super::closed_set::closed_set;

closed_set! {
    /// Who must act, or whom a route leads to.
    Who {
        Consumer = "consumer",
        Trader = "trader",
        Platform = "platform",
        Carrier = "carrier",
        PaymentProvider = "payment-provider",
        Mediator = "mediator",
        Court = "court",
    }
}

closed_set! {
    /// Whether the seller is a business: consumer law binds traders only.
    SellerKind {
        Trader = "trader",
        Private = "private",
    }
}

closed_set! {
    /// On a marketplace, which of the two sold, or shipped.
    Side {
        Platform = "platform",
        Seller = "seller",
    }
}

closed_set! {
    /// What was bought.
    ItemKind {
        Goods = "goods",
        SecondHandGoods = "second-hand-goods",
        Service = "service",
        Digital = "digital",
        Subscription = "subscription",
    }
}

closed_set! {
    /// How the contract was made.
    Sale {
        Online = "online",
        Phone = "phone",
        HomeVisit = "home-visit",
        Store = "store",
    }
}

closed_set! {
    /// How the consumer paid.
    Payment {
        Card = "card",
        CardVisa = "card-visa",
        CardMastercard = "card-mastercard",
        CardAmex = "card-amex",
        CardCb = "card-cb",
        Paypal = "paypal",
        AmazonPay = "amazon-pay",
        SepaDebit = "sepa-debit",
        Transfer = "transfer",
        Klarna = "klarna",
        Alma = "alma",
        AppStore = "app-store",
        Cash = "cash",
        Other = "other",
    }
}

/// The consumer who writes, as letters name them: what the user has set. What is not known is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Consumer {
    /// First and last name.
    pub name: Option<String>,
    /// The lines of the postal address, without the name.
    pub address: Vec<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}
