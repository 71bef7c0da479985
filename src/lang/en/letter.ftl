# Letters: reasons, errors, the check of the description, and the phrases that templates are given.

## What keeps the letter from being written

letter-missing-fact = this letter needs { $fact }
letter-broken-template = the letter template of `{ $playbook }` is wrong: { $reason }
letter-hint-edit = claimctl edit { $claim } { $key }=VALUE
letter-hint-edit-date = claimctl edit { $claim } { $key }=YYYY-MM-DD
letter-hint-log = claimctl log { $claim } { $event } --on YYYY-MM-DD
letter-hint-log-contact = claimctl log { $claim } { $event } --on YYYY-MM-DD --channel email

letter-fact-order_ref = the order number (`order_ref`)
letter-fact-customer_ref = the customer number (`customer_ref`)
letter-fact-item = the item or service (`item`)
letter-fact-seller = the seller’s name (`seller`)
letter-fact-amount = the amount (`amount`)
letter-fact-description = a description of the problem (`description`)
letter-fact-problem = what went wrong (`problem`)
letter-fact-wanted = what you ask for (`wanted`)
letter-fact-platform = the platform (`platform`)
letter-fact-latest_delivery_on = the latest delivery date (`latest_delivery_on`)
letter-fact-ordered_on = the date of the order (`ordered_on`)
letter-fact-contract_on = the date of the contract (`contract_on`)
letter-fact-delivered_on = the date of delivery (`delivered_on`)
letter-fact-tracking_delivered_on = the date of delivery according to the tracking (`tracking_delivered_on`)
letter-fact-debited_on = the date of the charge (`debited_on`)
letter-fact-contacted_on = a first message to the seller, with its date (`contacted`)
letter-fact-other = `{ $key }`

## Which letter is possible

letter-no-closed = The claim is closed.
letter-no-template = There is no such letter for this problem.
letter-no-written-already = You already wrote on { $on }: send a reminder instead.
letter-no-delivered = The order was delivered on { $on } and can no longer be cancelled.
letter-no-withdrawal = The known facts give no right of withdrawal.
letter-no-platform = No platform guarantee covers this claim.
letter-no-route = No route open to this claim needs it.
letter-no-need = No longer needed: you have what you asked for.
letter-no-taken = Already done, on { $on }.
letter-no-closed-on = The time for it ended on { $on }.
letter-no-excluded = Something you have already started rules it out: { $route }.
letter-not-yet = Not possible yet.
letter-not-yet-problem = First say what went wrong.
letter-not-yet-contact = First write to the seller, and log it.
letter-not-yet-opens = Possible from { $on }.
letter-not-yet-unknown = A date is missing to say from when: `{ $key }`.
letter-not-yet-needs = { $what }

## The description of the problem

letter-description-none = say in a few sentences what happened
letter-description-short = the description is very short: say what you expected and what happened
letter-description-no-date = no date is given: add that of the order, the delivery or the charge
letter-description-no-order-ref = the order number is missing
letter-description-no-outcome = say what you ask for: a refund, a replacement, delivery…
letter-description-long = the description has { $length } characters: beyond { $limit } it may not fit into a platform’s form

## The purchase, in a subject line and in a sentence

letter-order-subject = Order { $no }
letter-order-mine = my order { $no }
letter-dated-order-subject = Order { $no }
letter-dated-order-mine = my order { $no } of { $on }
letter-purchase-subject = Purchase of { $on }
letter-purchase-mine = my purchase of { $on }
letter-contract-subject = Contract { $no }
letter-contract-mine = my contract { $no }
letter-subscription-subject = Subscription
letter-subscription-mine = my subscription
letter-charge-subject = Charge of { $on }
letter-charge-mine = the sum charged on { $on }

letter-reference-order = Order: { $value }
letter-reference-contract = Contract: { $value }
letter-reference-customer = Customer: { $value }
letter-reference-item = Item: { $value }
letter-reference-amount = Amount: { $value }
## The head of a letter that goes by post

letter-head-to = To: { $seller }
letter-head-to-service = To: { $seller }
letter-head-service = Customer service
letter-head-date = { $on }

## What is asked for

letter-wanted-refund = a refund of { $amount }
letter-wanted-partial-refund = a partial refund
letter-wanted-replacement = a replacement for the item
letter-wanted-repair = the repair of the item
letter-wanted-delivery = the delivery of my order
letter-wanted-cancellation = the cancellation of my order
letter-wanted-cancellation-and-refund = the cancellation of my order and a refund of { $amount }
letter-wanted-termination = the end of my subscription
letter-wanted-termination-confirmed = the written confirmation that my subscription has ended, and an end to the payments
letter-wanted-price-reduction = a price reduction

## What is wrong: in a few words, then as a clause

letter-headline-not-received = parcel not received
letter-headline-not-received-service = service not provided
letter-headline-marked-delivered = parcel marked as delivered but not received
letter-headline-late = late delivery
letter-headline-late-service = service overdue
letter-headline-damaged = damaged item
letter-headline-defective = faulty item
letter-headline-defective-service = fault
letter-headline-not-as-described = item not as described
letter-headline-not-as-described-service = service not as described
letter-headline-wrong-item = wrong item
letter-headline-counterfeit = suspected counterfeit
letter-headline-change-of-mind = request to return
letter-headline-cancel-order = request to cancel
letter-headline-cancel-subscription = request to end the subscription
letter-headline-wrong-charge = wrong charge
letter-headline-unknown-charge = unrecognised charge
letter-headline-refund-missing = refund not received
letter-headline-special-circumstances = request due to special circumstances

letter-trouble-not-received = the parcel has not reached me
letter-trouble-not-received-service = the service has not been provided
letter-trouble-marked-delivered = the tracking says that the parcel was delivered, but I have not received it
letter-trouble-late = the parcel has still not reached me
letter-trouble-late-service = the service has still not been provided
letter-trouble-late-delivered = delivery took place late
letter-trouble-damaged = the item arrived damaged
letter-trouble-defective = the item is faulty
letter-trouble-defective-service = what I was supplied with does not work properly
letter-trouble-not-as-described = the item I received does not match its description
letter-trouble-not-as-described-service = what I was supplied with does not match its description
letter-trouble-wrong-item = the item I received is not the one I ordered
letter-trouble-counterfeit = the item I received appears to be a counterfeit
letter-trouble-change-of-mind = I would like to return this purchase and be refunded
letter-trouble-cancel-order = my request to cancel has not been carried out
letter-trouble-cancel-subscription = my request to end the subscription has not been carried out
letter-trouble-wrong-charge = it is a mistake
letter-trouble-unknown-charge = I do not recognise this charge
letter-trouble-refund-missing = the refund I am owed has not reached me
letter-trouble-special-circumstances = special circumstances lead me to make this request

letter-circumstance-death = a death
letter-circumstance-illness = an illness or an accident
letter-circumstance-job = the loss of a job
letter-circumstance-move = a move
letter-circumstance-other = special circumstances

## What went before

letter-by-platform = through the platform’s messages
letter-by-chat = by chat
letter-by-email = by e-mail
letter-by-form = by online form
letter-by-phone = by phone
letter-by-letter = by post
letter-by-registered-letter = by registered letter
letter-by-in-person = in person

letter-story-heading = What has happened so far:
letter-story-item = – { $line }
letter-with-note = { $sentence }: { $note }
letter-promise-broken = That promise has not been kept.
letter-a-part = part of the sum

letter-you-contacted = On { $when }, I told you about the problem
letter-you-contacted-again = On { $when }, I wrote to you again
letter-you-contacted-request = On { $when }, I sent you my request
letter-you-formal-notice-sent = On { $when }, I sent you a formal notice
letter-you-withdrawn = On { $when }, I gave you notice of my withdrawal
letter-you-cancelled = On { $when }, I asked you to cancel
letter-you-terminated = On { $when }, I gave you notice that I was ending the contract
letter-you-return-requested = On { $when }, I asked you how to return the item
letter-you-repair-requested = On { $when }, I asked you to put the item right
letter-you-complained-to-consumer-service = On { $when }, I complained to your customer relations department
letter-you-documents-sent = On { $when }, I sent you documents
letter-you-offer-refused = On { $when }, I declined your offer
letter-you-returned = On { $when }, I sent the item back
letter-you-answered = On { $when }, you replied
letter-you-information-requested = On { $when }, you asked me for information
letter-you-offered = On { $when }, you made me an offer
letter-you-offered-amount = On { $when }, you offered me { $amount }
letter-you-promised = On { $when }, you made me a promise
letter-you-promised-by = On { $when }, you made me a promise to be kept by { $by }
letter-you-refused = On { $when }, you refused my request
letter-you-unavailable-notice = On { $when }, you told me that the item would not be delivered
letter-you-return-agreed = On { $when }, you agreed to the return
letter-you-refund-announced = On { $when }, you told me that a refund was coming
letter-you-repaired = On { $when }, you gave me the item back after repair
letter-you-replaced = On { $when }, you replaced the item
letter-you-refunded = On { $when }, you refunded { $amount }

letter-they-contacted = On { $when }, I told the seller about the problem
letter-they-contacted-again = On { $when }, I wrote to the seller again
letter-they-contacted-request = On { $when }, I sent the seller my request
letter-they-formal-notice-sent = On { $when }, I sent the seller a formal notice
letter-they-withdrawn = On { $when }, I gave the seller notice of my withdrawal
letter-they-cancelled = On { $when }, I asked the seller to cancel
letter-they-terminated = On { $when }, I gave the seller notice that I was ending the contract
letter-they-return-requested = On { $when }, I asked the seller how to return the item
letter-they-repair-requested = On { $when }, I asked the seller to put the item right
letter-they-complained-to-consumer-service = On { $when }, I complained to the seller’s customer relations department
letter-they-documents-sent = On { $when }, I sent the seller documents
letter-they-offer-refused = On { $when }, I declined the seller’s offer
letter-they-returned = On { $when }, I sent the item back
letter-they-answered = On { $when }, the seller replied
letter-they-information-requested = On { $when }, the seller asked me for information
letter-they-offered = On { $when }, the seller made me an offer
letter-they-offered-amount = On { $when }, the seller offered me { $amount }
letter-they-promised = On { $when }, the seller made me a promise
letter-they-promised-by = On { $when }, the seller made me a promise to be kept by { $by }
letter-they-refused = On { $when }, the seller refused my request
letter-they-unavailable-notice = On { $when }, the seller told me that the item would not be delivered
letter-they-return-agreed = On { $when }, the seller agreed to the return
letter-they-refund-announced = On { $when }, the seller told me that a refund was coming
letter-they-repaired = On { $when }, the seller gave me the item back after repair
letter-they-replaced = On { $when }, the seller replaced the item
letter-they-refunded = On { $when }, the seller refunded { $amount }

letter-enclosure-photo = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
letter-enclosure-screenshot = { $count ->
    [one] { $count } screenshot
   *[other] { $count } screenshots
}
letter-enclosure-video = { $count ->
    [one] { $count } video
   *[other] { $count } videos
}
letter-enclosure-receipt = { $count ->
    [one] { $count } receipt
   *[other] { $count } receipts
}
letter-enclosure-invoice = { $count ->
    [one] { $count } invoice
   *[other] { $count } invoices
}
letter-enclosure-contract = { $count ->
    [one] { $count } contract
   *[other] { $count } contracts
}
letter-enclosure-message = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
letter-enclosure-tracking = { $count ->
    [one] { $count } tracking record
   *[other] { $count } tracking records
}
letter-enclosure-proof-of-sending = { $count ->
    [one] { $count } proof of sending
   *[other] { $count } proofs of sending
}
letter-enclosure-statement = { $count ->
    [one] { $count } bank statement
   *[other] { $count } bank statements
}
letter-enclosure-certificate = { $count ->
    [one] { $count } certificate
   *[other] { $count } certificates
}
letter-enclosure-other = { $count ->
    [one] { $count } other document
   *[other] { $count } other documents
}
