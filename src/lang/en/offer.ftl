# Answers, offers and promises.

offer-kind-of-answers = `--kind` is for an answer, not for `{ $event }`
offer-kind-of-answers-hint = claimctl log { $id } answered --kind { $kind }
offer-silent-note = Still no answer
offer-agreed-by = What was agreed is expected by { $day } (a delay that claimctl suggests, not the law).

## Letters

offer-fact-offer = an offer of the seller, noted in the log
offer-fact-counter = what you ask for instead of the offer
offer-fact-spoken = what the seller said by phone or in person, noted in the log
offer-hint-offer = claimctl log { $claim } answered --kind offered --amount AMOUNT --by DATE
offer-hint-counter = claimctl offer { $claim } --counter AMOUNT
offer-hint-spoken = claimctl log { $claim } promised --channel phone --who NAME --note TEXT
offer-not-yet-made = No offer is noted in the log.
offer-not-yet-counter = Say first what you ask for instead.
offer-not-yet-spoken = Nothing said by phone or in person is noted in the log.
offer-no-answered = The offer was followed up on { $on }.
offer-no-lapsed = The offer was to be answered by { $on }.

offer-gives-sum = the sum of { $amount }
offer-gives-refund = the refund
offer-gives-refund-amount = a refund of { $amount }
offer-gives-partial-refund = a partial refund
offer-gives-partial-refund-amount = a partial refund of { $amount }
offer-gives-replacement = a replacement for the item
offer-gives-replacement-amount = a replacement for the item, together with { $amount }
offer-gives-repair = the repair of the item
offer-gives-repair-amount = the repair of the item, together with { $amount }
offer-gives-delivery = the delivery of my order
offer-gives-delivery-amount = the delivery of my order, together with { $amount }
offer-gives-cancellation = the end of the contract
offer-gives-cancellation-amount = the end of the contract, together with { $amount }
offer-gives-price-reduction = a price reduction
offer-gives-price-reduction-amount = a price reduction of { $amount }

offer-you-accepted = On { $when }, I accepted your offer
offer-you-countered = On { $when }, I declined your offer and asked for { $what }
offer-you-offered = On { $when }, you offered me { $what }
offer-you-promised = On { $when }, you promised me { $what }
offer-you-promised-by = On { $when }, you promised me { $what } by { $by }
offer-they-accepted = On { $when }, I accepted the seller’s offer
offer-they-countered = On { $when }, I declined the seller’s offer and asked for { $what }
offer-they-offered = On { $when }, the seller offered me { $what }
offer-they-promised = On { $when }, the seller promised me { $what }
offer-they-promised-by = On { $when }, the seller promised me { $what } by { $by }
offer-not-carried-out = What was agreed has not been done.

## The offer, weighed

offer-error-none = no offer is noted in this claim
offer-error-answered = there is nothing left to answer to this offer: { $state } on { $on }
offer-error-no-more = { $asked } is no more than the { $offered } on offer
offer-error-zero = ask for a sum above zero
offer-error-before = the offer is of { $on }: the answer cannot come before it
offer-error-no-more-hint = claimctl offer { $id } --accept

offer-state-open = open
offer-state-lapsed = lapsed
offer-state-accepted = accepted
offer-state-refused = refused
offer-state-countered = refused with a counter-offer
offer-state-overtaken = overtaken by what came next

offer-heading = Offer of { $on }
offer-heading-what = { $heading }: { $what }
offer-terms = Terms: { $terms }
offer-open = It waits for your answer; no last day is known.
offer-open-by = It waits for your answer by { $by }.
offer-lapsed = It was to be answered by { $by }: it may no longer stand. Nothing keeps you from coming back to it.
offer-ended = It was { $state } on { $on }.

offer-asked = You ask for: { $remedy }
offer-asked-sum = You ask for: { $remedy }, { $amount }
offer-asked-only = You ask for: { $amount }
offer-received = Received so far: { $amount }
offer-owed = Owed today: { $amount }
offer-owed-more = Owed today: { $amount }, of which { $more } added for delay
offer-more = Added for delay: { $amount }
offer-offered = Offered: { $amount }
offer-offered-thing = Offered: { $remedy }
offer-offered-unknown = Offered: neither a sum nor anything else is noted
offer-short = Missing: { $amount }
offer-whole = Nothing is missing of the sum owed

offer-title-instead = What you can do instead
offer-column-route = Route
offer-column-state = State
offer-column-until = Until
offer-column-brings = Can bring
offer-opens-on = from { $on }
offer-brings-up-to = { $amount } at most
offer-brings-asked = what you ask for
offer-brings-proposal = a proposal
offer-brings-proposal-up-to = a proposal, { $amount } at most
offer-brings-no-money = no money

offer-title-accept = If you accept
offer-accept-caution = Accepting “in full settlement” usually ends the claim for the rest: the words of the offer count.
offer-accept-until-kept = The routes above stay open, within their time, until what was agreed has come.
offer-accept-closes = Once it has come, this claim will no longer need: { $routes }.
offer-accept-closes-all = Once it has come, this claim will no longer need any of them.
offer-title-silence = If you do not answer
offer-silence-lapses = After { $by }, claimctl no longer takes the offer for open.
offer-silence-first = Talking moves no date of this claim. The first time to end: { $route }, on { $on }.
offer-silence-clocks = Talking moves no date of this claim.
offer-title-type = To answer
offer-type-accept = claimctl offer { $id } --accept
offer-type-refuse = claimctl offer { $id } --refuse
offer-type-counter = claimctl offer { $id } --counter AMOUNT
offer-answered = { $kind }: the text is to be sent, and kept as evidence. Not sent? claimctl undo

offer-walk-counter = I ask for something else
offer-walk-instead = What do you ask for instead?
offer-walk-what = What do they offer? (optional)
offer-walk-instead-help = A sum (30 EUR), or one of these words: replacement, repair, refund, delivery, cancellation, price-reduction.

## Promises

offer-promise = { $event }, { $on }
offer-promise-who = { $said } ({ $who })
offer-promise-by = { $said }, for { $by }
offer-promise-note = { $said }: { $note }
offer-walk-confirm = It was only said: write the message that confirms it?
offer-confirm-status = It was only said: confirm it in writing with claimctl letter { $id } confirmation
offer-walk-how = How did they say it?
offer-walk-who = Who said it? (optional)
offer-walk-kept = Has it been done?
offer-walk-kept-unknown = I do not know yet
offer-walk-broken = The promise was not kept: the next letter says so, with its day and who made it.
offer-walk-broken-tomorrow = If nothing comes today, the next letter says that it was not kept.
offer-walk-came = What came of it?
offer-kept-status = Has it been done? If so: claimctl log { $id } { $event }. If not, the next letter says so.
