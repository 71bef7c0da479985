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
