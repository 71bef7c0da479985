### The names of things, and what is said of them.

## Problems, as headings

words-problem-not-received = Parcel never arrived
words-problem-marked-delivered = Parcel marked as delivered but not received
words-problem-late = Late delivery
words-problem-damaged = Item arrived damaged
words-problem-defective = Faulty item
words-problem-not-as-described = Item not as described
words-problem-wrong-item = Wrong item received
words-problem-counterfeit = Counterfeit item
words-problem-change-of-mind = Change of mind
words-problem-cancel-order = Order to cancel
words-problem-cancel-subscription = Subscription to cancel
words-problem-wrong-charge = Wrong amount charged
words-problem-unknown-charge = Unknown or unauthorised charge
words-problem-refund-missing = Refund promised but not received
words-problem-special-circumstances = Special circumstances

## What is wanted, as nouns without an article

words-remedy-refund = refund
words-remedy-partial-refund = partial refund
words-remedy-replacement = replacement
words-remedy-repair = repair
words-remedy-delivery = delivery
words-remedy-cancellation = cancellation
words-remedy-price-reduction = price reduction

## How a claim ended

words-outcome-refunded = Refunded
words-outcome-partly-refunded = Partly refunded
words-outcome-replaced = Item replaced
words-outcome-repaired = Item repaired
words-outcome-cancelled = Contract cancelled
words-outcome-refused = Refused
words-outcome-abandoned = Abandoned

## Events, as lines of the log

words-event-ordered = Order placed
words-event-contract = Contract made
words-event-contract-copy-received = Copy of the contract received
words-event-paid = Payment made
words-event-shipped = Parcel shipped
words-event-tracking-delivered = Parcel delivered according to the tracking
words-event-delivered = Parcel received
words-event-receipt-confirmed = Receipt confirmed
words-event-discovered = Problem discovered
words-event-debited = Account debited
words-event-statement-received = Bank statement received
words-event-meter-read = Meter read
words-event-life-event = Change in your life
words-event-contacted = Message sent
words-event-answered = Answer received
words-event-information-requested = Information requested
words-event-documents-sent = Documents sent
words-event-offered = Offer received
words-event-offer-accepted = Offer accepted
words-event-offer-refused = Offer refused
words-event-promised = Promise received
words-event-refused = Refusal received
words-event-unavailable-notice = Item unavailable, or delivery refused
words-event-formal-notice-sent = Formal notice sent
words-event-withdrawal-information-received = Information on withdrawal received
words-event-withdrawn = Withdrawal sent
words-event-cancelled = Cancellation requested
words-event-terminated = Termination sent
words-event-service-stopped = Service stopped
words-event-renewal-notice-received = Renewal notice received
words-event-renewed = Contract renewed
words-event-contract-change-notice = Change of contract announced
words-event-complained-to-consumer-service = Complaint to the consumer service sent
words-event-return-requested = Return requested
words-event-return-agreed = Return agreed
words-event-returned = Item sent back
words-event-repair-requested = Repair requested
words-event-repaired = Item repaired
words-event-replaced = Item replaced
words-event-refund-announced = Refund announced
words-event-refunded = Refund received
words-event-dispute-opened = Dispute opened
words-event-escalated = Dispute escalated
words-event-dispute-decided = Dispute decided
words-event-appealed = Appeal made
words-event-bank-contacted = Bank or payment provider contacted
words-event-bank-answered = Answer of the bank or payment provider received
words-event-mediator-contacted = Mediator contacted
words-event-mediation-file-complete = Mediation file declared complete
words-event-mediation-ended = Mediation ended
words-event-conciliator-contacted = Court conciliator contacted
words-event-claim-served = Court claim made
words-event-judgment = Judgment given
words-event-extended = Deadline extended
words-event-paused = Deadline paused
words-event-resumed = Deadline resumed
words-event-own-date = Date set by you
words-event-note = Note
words-event-closed = Claim closed
words-event-reopened = Claim reopened
words-event-undone = Entry undone

## The day of an event, inside a sentence

words-day-ordered = the day of the order
words-day-contract = the day of the contract
words-day-contract-copy-received = the day you received the copy of the contract
words-day-paid = the day of the payment
words-day-shipped = the day of shipping
words-day-tracking-delivered = the day of delivery according to the tracking
words-day-delivered = the day of delivery
words-day-receipt-confirmed = the day you confirmed receipt
words-day-discovered = the day you discovered the problem
words-day-debited = the day of the debit
words-day-statement-received = the day you received the bank statement
words-day-meter-read = the day of the meter reading
words-day-life-event = the day of the change in your life
words-day-contacted = the day of your message
words-day-answered = the day of the answer
words-day-information-requested = the day information was requested
words-day-documents-sent = the day you sent the documents
words-day-offered = the day of the offer
words-day-offer-accepted = the day you accepted the offer
words-day-offer-refused = the day you refused the offer
words-day-promised = the day of the promise
words-day-refused = the day of the refusal
words-day-unavailable-notice = the day delivery was given up
words-day-formal-notice-sent = the day of the formal notice
words-day-withdrawal-information-received = the day you were informed of the right to withdraw
words-day-withdrawn = the day of the withdrawal
words-day-cancelled = the day you asked for the cancellation
words-day-terminated = the day of the termination
words-day-service-stopped = the day the service stopped
words-day-renewal-notice-received = the day you received the renewal notice
words-day-renewed = the day the contract was renewed
words-day-contract-change-notice = the day the change of contract was announced
words-day-complained-to-consumer-service = the day of the complaint to the consumer service
words-day-return-requested = the day you asked for the return
words-day-return-agreed = the day the return was agreed
words-day-returned = the day you sent the item back
words-day-repair-requested = the day you asked for the repair
words-day-repaired = the day of the repair
words-day-replaced = the day of the replacement
words-day-refund-announced = the day the refund was announced
words-day-refunded = the day of the refund
words-day-dispute-opened = the day the dispute was opened
words-day-escalated = the day the dispute was escalated
words-day-dispute-decided = the day the dispute was decided
words-day-appealed = the day of the appeal
words-day-bank-contacted = the day you contacted the bank or payment provider
words-day-bank-answered = the day of the answer of the bank or payment provider
words-day-mediator-contacted = the day you contacted the mediator
words-day-mediation-file-complete = the day the mediation file was declared complete
words-day-mediation-ended = the day the mediation ended
words-day-conciliator-contacted = the day you contacted the court conciliator
words-day-claim-served = the day of the court claim
words-day-judgment = the day of the judgment
words-day-extended = the day of the extension
words-day-paused = the day of the pause
words-day-resumed = the day the deadline resumed
words-day-own-date = the day set by you
words-day-note = the day of the note
words-day-closed = the day of closing
words-day-reopened = the day of reopening
words-day-undone = the day the entry was undone

## Channels, inside a sentence

words-channel-platform = platform messages
words-channel-chat = live chat
words-channel-email = email
words-channel-form = online form
words-channel-phone = phone
words-channel-letter = letter
words-channel-registered-letter = registered letter with proof of delivery
words-channel-in-person = in person
words-answer-kind-accepted = they agree to what you ask: a promise
words-answer-kind-offered = an offer: a sum or something else
words-answer-kind-refused = a refusal
words-answer-kind-asked-more = a request for information or documents
words-answer-kind-promised = a promise, with its day if there is one
words-answer-kind-silent = silence: you note that nothing has come

## Whose act an event is

words-direction-sent = sent
words-direction-received = received
words-direction-fact = fact

## Who, with the article, inside a sentence

words-who-consumer = you
words-who-trader = the seller
words-who-platform = the platform
words-who-carrier = the carrier
words-who-payment-provider = the bank or payment provider
words-who-mediator = the mediator
words-who-court = the court

## Who, as a label

words-party-consumer = You
words-party-trader = Seller
words-party-platform = Platform
words-party-carrier = Carrier
words-party-payment-provider = Bank or payment provider
words-party-mediator = Mediator
words-party-court = Court

## Kinds of purchase

words-item-kind-goods = New goods
words-item-kind-second-hand-goods = Second-hand goods
words-item-kind-service = Service
words-item-kind-digital = Digital content or service
words-item-kind-subscription = Subscription

## How the contract was made

words-sale-online = Online
words-sale-phone = By phone
words-sale-home-visit = At home, from a doorstep seller
words-sale-store = In a shop

## Means of payment

words-payment-card = Payment card
words-payment-card-visa = Visa card
words-payment-card-mastercard = Mastercard
words-payment-card-amex = American Express card
words-payment-card-cb = CB card with no other scheme
words-payment-paypal = PayPal
words-payment-amazon-pay = Amazon Pay
words-payment-sepa-debit = SEPA direct debit
words-payment-transfer = Bank transfer
words-payment-klarna = Klarna
words-payment-alma = Alma, in instalments
words-payment-app-store = App store
words-payment-cash = Cash
words-payment-other = Other means

## The status of a claim

words-status-draft = draft
words-status-yours = yours to act
words-status-waiting = waiting
words-status-overdue = overdue
words-status-closed = closed

## Steps, with their number

words-step-identify-problem = 1. Identify the problem
words-step-check-policy = 2. Check your rights and deadlines
words-step-contact-seller = 3. Contact the seller
words-step-open-dispute = 4. Open a dispute
words-step-closed = Claim closed

## Terms, as labels

words-term-latest_delivery_on = Delivery announced by
words-term-latest_shipping_on = Shipping announced by
words-term-term_ends_on = End of the contract term
words-term-next_debit_on = Next debit
words-term-payment_due_on = Payment due

## The state of a route

words-route-state-not-yet = not open yet
words-route-state-open = open
words-route-state-closing = closing soon
words-route-state-closed = closed
words-route-state-blocked = blocked

## The state of a deadline

words-deadline-state-open = running
words-deadline-state-met = met
words-deadline-state-missed = missed
words-deadline-state-moot = no longer relevant

## Kinds of evidence

words-evidence-kind-photo = Photo
words-evidence-kind-screenshot = Screenshot
words-evidence-kind-video = Video
words-evidence-kind-receipt = Receipt
words-evidence-kind-invoice = Invoice
words-evidence-kind-contract = Contract
words-evidence-kind-message = Message
words-evidence-kind-letter = Text sent
words-evidence-kind-tracking = Parcel tracking
words-evidence-kind-proof-of-sending = Proof of sending
words-evidence-kind-statement = Bank statement
words-evidence-kind-certificate = Certificate
words-evidence-kind-other = Other

## How a source was known

words-basis-read = text read
words-basis-secondary = indirect source
words-basis-memory = from memory
words-basis-yours = your documents

## How sure the research was

words-confidence-high = high
words-confidence-medium = medium
words-confidence-low = low

## Kinds of letter

words-addressee-mediator = the mediator
words-addressee-bank = the bank or payment provider
words-addressee-platform = the platform
words-addressee-court = the court
words-addressee-adviser = an association, a lawyer, whoever advises you
words-letter-kind-first-message = First message
words-letter-kind-reminder = Reminder
words-letter-kind-formal-notice = Formal notice
words-letter-kind-cancellation = Cancellation request
words-letter-kind-withdrawal = Withdrawal
words-letter-kind-termination = Termination
words-letter-kind-platform-dispute = Platform dispute
words-letter-kind-refund-ticket = Refund request
words-letter-kind-offer-accepted = Acceptance of an offer
words-letter-kind-offer-refused = Refusal of an offer
words-letter-kind-counter-offer = Counter-offer
words-letter-kind-confirmation = Confirmation of a conversation
words-letter-kind-special-request = Request in special circumstances
words-letter-kind-escalation = Escalation to the platform
words-letter-kind-mediator-request = Request to a mediator or conciliator
words-letter-kind-chargeback = Payment disputed with the bank
words-letter-kind-sepa-refund = Direct debit to be refunded by the bank
words-letter-kind-authority-report = Report to the authority
words-letter-kind-court-summary = Summary for the court

## Kinds of seller

words-seller-kind-trader = Business
words-seller-kind-private = Private person

## Which of the two sold or shipped

words-side-platform = The platform
words-side-seller = The seller

## To whom a route leads

words-door-seller = Seller
words-door-platform = Platform
words-door-payment-provider = Bank or payment provider
words-door-mediator = Mediator
words-door-regulator = Public authority
words-door-court = Court

## What a playbook is about

words-playbook-kind-law = Law
words-playbook-kind-platform = Platform
words-playbook-kind-payment = Means of payment
words-playbook-kind-sector = Sector

## Languages, each in itself

words-language-fr = français
words-language-en = English

## Facts, with the article, inside a sentence

words-fact-title = the title
words-fact-language = the language
words-fact-problem = the problem
words-fact-wanted = what you want
words-fact-country = the country where you live
words-fact-region = the region where you live
words-fact-seller = the name of the seller
words-fact-seller_kind = the kind of seller (business or private person)
words-fact-seller_country = the country of the seller
words-fact-platform = the platform
words-fact-sold_by = who sold: the platform or another seller
words-fact-shipped_by = who shipped: the platform or the seller
words-fact-item = the item
words-fact-item_kind = the kind of purchase
words-fact-sale = the way of sale
words-fact-order_ref = the order number
words-fact-customer_ref = the customer number
words-fact-amount = the amount
words-fact-payment = the means of payment
words-fact-description = the description of what happened
words-fact-notice_period = the notice period of the contract
words-fact-latest_delivery_on = the latest delivery day announced
words-fact-latest_shipping_on = the latest shipping day announced
words-fact-term_ends_on = the end of the contract term
words-fact-next_debit_on = the day of the next debit
words-fact-payment_due_on = the day the payment is due
words-fact-other = `{ $key }`

## Gaps, reasons and warnings

words-gap-fact = To be stated: { $fact }
words-gap-question = To be answered: { $ask }
words-gap-evidence = To be attached: { $what }
words-gap-date = To be stated: { $missing }, without which “{ $rule }” cannot be dated
words-reason-open = open
words-reason-taken = taken on { $on }
words-reason-opens-on = opens on { $on }
words-reason-opening-unknown = opening day unknown: { $missing } is missing
words-reason-closing-unknown = open for a limited time; to count it, { $missing } is missing
words-reason-needs = { $needs }
words-reason-closes-on = closes after { $on }
words-reason-closed-on = closed, last day: { $on }
words-reason-excluded-by = ruled out by the route already taken: “{ $route }”
words-reason-not-needed = no longer needed
words-warning-weak-source = “{ $rule }”: a rule quoted from memory or not certain, to be checked before you rely on it
words-warning-stale-source = “{ $rule }”: source last checked on { $on }, more than 12 months ago; check it again
words-warning-indirect-source = Known from an indirect source only: { $rules }
words-warning-changeable-both = Promises that a company or a scheme can change: { $playbooks }
words-warning-changeable-policy = A company’s promise, which it can change: { $playbooks }
words-warning-changeable-scheme = Rules of a payment scheme, which it can change: { $playbooks }
words-warning-partial-holiday = “{ $rule }”: the last day relies on a public holiday ({ $holiday }) that is not kept everywhere
words-warning-excludes = Taking “{ $route }” rules out “{ $kills }”, which is still possible today
words-warning-alternative-closing = Another route closes soon: “{ $route }”, last day { $on }
words-warning-no-law = No rule of law is known for this country ({ $country }): only the rules of the platform and of the means of payment are used
words-warning-no-law-no-country = Country unknown: only the rules of the platform and of the means of payment are used
words-warning-base-law-only = The law of this country ({ $country }) is not in the rulebook yet: only the common rules of the European Union are used, which the country’s own law may add to
words-warning-older-law = “{ $rule }”: this rule holds for contracts made from { $on } on; the law that applied to yours is not in the rulebook
words-rule-yours = date no. { $no } of your log
words-warning-own-holidays = The public holidays counted here ({ $country }) are those of your own file, in place of the built-in ones: { $file }
words-warning-not-counted = No day is given for rules that depend on too many others, or on themselves: { $rules }
words-warning-refunded-more = More was refunded than was asked for: check the amounts in the log
words-warning-other-currency = The refund of { $amount } (no. { $no } in the log) is not in the currency of the claim: it is not counted as received. Correct it with the sum that was credited (--corrects { $no })

## Amounts and durations that cannot be read

words-money-no-currency = `{ $text }` has no currency
words-money-unknown-currency = `{ $text }`: there is no such currency in ISO 4217
words-money-not-a-number = `{ $text }` is not an amount
words-money-too-many-decimals = `{ $text }` has more decimals than its currency
words-money-ambiguous = `{ $text }` can be read in two ways
words-money-negative = `{ $text }`: an amount cannot be negative
words-money-too-large = `{ $text }` is too large an amount
words-money-hint = write the amount like this: `34.90 EUR`
words-money-hint-ambiguous = write the cents and no thousands separator: `1249.00 EUR`
words-period-not-a-period = `{ $text }` is not a duration
words-period-too-long = `{ $text }` is longer than any duration can be
words-period-hint = write `P14D` for 14 days, `P8W` for 8 weeks, `P2M` for 2 months, `P1Y` for a year, `PT48H` for 48 hours

words-plain = { $value }
