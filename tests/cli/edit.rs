//! `claimctl edit`: facts that were missing or wrong.

use super::sandbox::Sandbox;

#[test]
fn a_fact_that_comes_later_moves_the_dates() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    let output = desk.run(&["edit", &id, "delivered_on=2026-11-19", "order_ref=AL-1"]);
    insta::assert_snapshot!(output, @"
    [stderr]
    By 3 December 2026, you: send your withdrawal.
    By 19 March 2027 (before: 27 March 2027), you: ask the bank for the chargeback.
    No longer open: Cancellation by customer service.
    Next: Send your withdrawal to the seller (by 3 December 2026 at the latest)
    Command: claimctl letter 1 withdrawal
    ");
    let claim = desk.exported(&id);
    assert_eq!(claim["purchase"]["order_ref"], "AL-1");
    assert_eq!(claim["purchase"]["delivered_on"], "2026-11-19");
}

#[test]
fn a_day_that_is_given_again_replaces_the_first() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    desk.done(&[
        "edit",
        &id,
        "ordered_on=2026-10-01",
        "latest_delivery_on=2026-11-14",
    ]);
    let claim = desk.exported(&id);
    assert_eq!(claim["purchase"]["ordered_on"], "2026-10-01");
    assert_eq!(claim["purchase"]["latest_delivery_on"], "2026-11-14");
    // 15 days after the latest delivery.
    assert_eq!(claim["next"]["due_on"], "2026-11-29");
}

#[test]
fn an_empty_value_takes_a_fact_away() {
    let desk = Sandbox::english();
    let id = desk.new_from("aliexpress-not-received.json");
    desk.done(&["edit", &id, "order_ref="]);
    assert!(desk.exported(&id)["purchase"]["order_ref"].is_null());
    desk.done(&["edit", &id, "latest_delivery_on="]);
    assert!(desk.exported(&id)["purchase"]["latest_delivery_on"].is_null());
}

#[test]
fn it_takes_all_facts_or_none() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["edit", &id, "order_ref=B-2", "amount=abc"]), @r#"
    [stderr]
    error: `amount` could not be changed
    caused by: `abc` is not an amount
    [exit 2]
    "#);
    assert_eq!(desk.exported(&id)["purchase"]["order_ref"], "AL-2026-11873");
}

#[test]
fn what_is_no_fact_is_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["edit", &id, "order-ref=1"]), @r#"
    [stderr]
    error: unknown key: `order-ref`
    hint: did you mean `order_ref`?
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["edit", &id, "order_ref"]), @r#"
    [stderr]
    error: `order_ref` is not of the form KEY=VALUE
    hint: claimctl edit 1 order_ref=AB-123
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["edit", &id, "problem=lost"]), @r#"
    [stderr]
    error: `problem` could not be changed
    caused by: `lost` is not one of the answers
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["edit", &id, "delivered_on=2026-11-21"]), @"
    [stderr]
    error: `delivered_on` could not be changed
    caused by: this day (21 November 2026) is in the future; what is logged has already happened
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["edit", &id, "delivered_on=2026-11-16"]), @r#"
    [stderr]
    error: `delivered_on` could not be changed
    caused by: this day (16 November 2026) is before the order (17 November 2026)
    [exit 2]
    "#);
    insta::assert_snapshot!(desk.run(&["edit", "9", "title=x"]), @r#"
    [stderr]
    error: there is no claim 9
    hint: claimctl list --all
    [exit 3]
    "#);
}

#[test]
fn the_notice_period_and_the_terms_can_be_given() {
    let desk = Sandbox::french();
    let id = desk.new_from("cancel-subscription.toml");
    desk.done(&["edit", &id, "notice_period=P2M", "term_ends_on=14/02/2027"]);
    let claim = desk.exported(&id);
    let notice = claim["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|d| d["rule"] == "sector/subscription-service#notice-by")
        .map(|d| d["due_on"].clone());
    assert_eq!(notice, Some("2026-12-14".into()), "two months before");
}

#[test]
fn a_region_is_a_code_of_the_country() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    desk.done(&["edit", &id, "region=FR-67"]);
    insta::assert_snapshot!(desk.run(&["edit", &id, "country=DE"]), @"
    [stderr]
    error: the region `FR-67` is not in the country `DE`
    hint: claimctl edit 1 country=DE region=
    [exit 2]
    ");
    desk.done(&["edit", &id, "country=GB", "region=GB-ENG"]);
    insta::assert_snapshot!(desk.run(&["edit", &id, "region=gb-sct"]), @"
    [stderr]
    error: `gb-sct` does not fit `region`
    hint: one of: GB-SCT
    [exit 2]
    ");
    insta::assert_snapshot!(desk.run(&["edit", &id, "region=England"]), @"
    [stderr]
    error: `England` does not fit `region`
    hint: write the code of ISO 3166-2, such as `FR-67`, `DE-BY` or `GB-ENG`
    [exit 2]
    ");
    let french = desk.run(&["--lang", "fr", "edit", &id, "region=DE-BY"]);
    insta::assert_snapshot!(french, @"
    [stderr]
    erreur : la région `DE-BY` n’est pas dans le pays `GB`
    conseil : claimctl edit 1 country=DE region=DE-BY
    [exit 2]
    ");
}

#[test]
fn what_can_be_changed_is_listed() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["edit", &id]), @"
    problem=cancel-order             the problem
    wanted=refund                    what you want
    country=FR                       the country where you live
    seller=Atelier Lumen             the name of the seller
    seller_kind=trader               the kind of seller (business or private person)
    seller_country=FR                the country of the seller
    item=Lampe de bureau articulée   the item
    item_kind=goods                  the kind of purchase
    sale=online                      the way of sale
    order_ref=AL-2026-11873          the order number
    amount=89.90 EUR                 the amount
    payment=card-visa                the means of payment
    description=Commande passée par erreur en double ; le colis n'est pas encore arrivé.  the description of what happened
    title=Lampe commandée en double  the title
    language=fr                      the language
    latest_delivery_on=2026-11-27    the latest delivery day announced
    ordered_on=2026-11-17            the day of the order
    paid_on=2026-11-17               the day of the payment
    withdrawal_exception=            Is your purchase one of the exceptions to the right of withdrawal?
    withdrawal_informed=             Did the seller tell you of the right of withdrawal before you ordered?
    mediator_named=                  Which mediator has the seller named?
    shipped_on=                      On what day was the order shipped?
    seller_address=                  What is the seller’s postal address?
    bought_as=                       Did you buy for yourself or for your business?
    ");
}

#[test]
fn a_change_says_what_appears_what_moves_and_what_is_gone() {
    let desk = Sandbox::english();
    let id = desk.new_from("amazon-not-received.toml");
    insta::assert_snapshot!(desk.run(&["edit", &id, "bought_as=professional"]), @"
    [stderr]
    No longer a deadline: go to the mediator (9 November 2027).
    No longer a deadline: go to court before the claim is time-barred (5 November 2031).
    No longer for this claim: Formal notice to deliver.
    No longer for this claim: Consumer mediator.
    Open from now on: Formal notice (purchase for a business).
    Next: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
    Command: claimctl letter 1 platform-dispute
    ");
    insta::assert_snapshot!(desk.run(&["edit", &id, "bought_as=consumer", "country=DE"]), @"
    [stderr]
    By 9 November 2027, you: go to the dispute body.
    By 31 December 2029, you: go to court before the claim is time-barred.
    No longer for this claim: Formal notice (purchase for a business).
    Open from now on: Formal notice to deliver.
    Opens on 10 January 2027: Conciliation body (Schlichtungsstelle).
    Next: Request the A-to-z refund in Your Orders (by 3 February 2027 at the latest)
    Command: claimctl letter 1 platform-dispute
    ");
    insta::assert_snapshot!(desk.run(&["edit", &id, "latest_delivery_on=2026-11-12"]), @"
    [stderr]
    By 12 November 2026 (before: 5 November 2026), the seller: deliver the order.
    By 10 February 2027 (before: 3 February 2027), you: open the A-to-z claim.
    By 12 March 2027 (before: 5 March 2027), you: ask the bank for the chargeback.
    Next: Request the A-to-z refund in Your Orders (by 10 February 2027 at the latest)
    Command: claimctl letter 1 platform-dispute
    ");
    // What changes no date says nothing of dates.
    insta::assert_snapshot!(desk.run(&["edit", &id, "title=Headphones"]), @"
    [stderr]
    Next: Request the A-to-z refund in Your Orders (by 10 February 2027 at the latest)
    Command: claimctl letter 1 platform-dispute
    ");
}

#[test]
fn a_region_that_the_country_does_not_have_is_refused() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    insta::assert_snapshot!(desk.run(&["edit", &id, "region=FR-99"]), @"
    [stderr]
    error: `FR-99` does not fit `region`
    hint: write the code of ISO 3166-2, such as `FR-67`, `DE-BY` or `GB-ENG`
    [exit 2]
    ");
    // Of some countries the parts are not known.
    desk.done(&["edit", &id, "country=IT", "region=IT-25"]);
}

#[test]
fn the_kind_of_purchase_can_be_corrected_whatever_an_app_store_offers() {
    let desk = Sandbox::english();
    let id = desk.new_from("cancel-order.toml");
    for kind in [
        "service",
        "second-hand-goods",
        "digital",
        "subscription",
        "goods",
    ] {
        desk.done(&["edit", &id, &format!("item_kind={kind}")]);
    }
    insta::assert_snapshot!(desk.run(&["edit", &id, "item_kind=good"]), @"
    [stderr]
    error: `item_kind` could not be changed
    caused by: `good` is not one of the answers
    [exit 2]
    ");
}
