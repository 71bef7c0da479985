# Recourse: what letters say of proof, of sums, and of what follows if nothing comes.

## Proof

recourse-proof = { $count ->
    [one] document { $proofs }
   *[other] documents { $proofs }
}

## How what is added for delay was found

recourse-sum = the refund was due by { $due }; { $steps }
recourse-sum-owed = { $sum } is still owed, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
recourse-sum-paid = { $sum } was paid on { $on }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
recourse-sum-percent = { $percent }% of { $sum } is { $added }
recourse-sum-interest = the interest is { $added }
recourse-sum-rate = { $days ->
    [one] { $days } day
   *[other] { $days } days
} at { $rate } a year

## What follows if nothing comes

recourse-next-later = { $what } as soon as I can, on { $on }
recourse-next-notice = I will send you a formal notice
recourse-next-platform = I will ask { $platform } to step in
recourse-next-any-platform = I will ask the platform to step in
recourse-next-provider = I will dispute this payment with the payment provider
recourse-next-bank = I will dispute this payment with my bank
recourse-next-debit = I will ask my bank to refund the direct debit
recourse-next-mediator = I will turn to the mediator in charge
recourse-next-conciliator = I will turn to the conciliateur de justice
recourse-next-ecc = I will turn to the European Consumer Centre
recourse-next-court = I will go to court

## Why a letter is not possible

recourse-no-mediator = There is no mediator for this claim.
recourse-no-chargeback = The known facts open no way through the bank.
recourse-no-debit = The payment was not made by SEPA direct debit.
recourse-not-yet-refused = Wait for the seller’s refusal, or for silence after the day that you set.

## The reason, for the bank

recourse-reason-not-received = purchase not received
recourse-reason-marked-delivered = purchase not received, whatever the tracking says
recourse-reason-late = purchase not received by the agreed date
recourse-reason-damaged = purchase arrived damaged
recourse-reason-defective = purchase faulty
recourse-reason-not-as-described = purchase not as described
recourse-reason-wrong-item = purchase is not what was ordered
recourse-reason-counterfeit = counterfeit
recourse-reason-change-of-mind = purchase given back and not refunded
recourse-reason-cancel-order = order cancelled and not refunded
recourse-reason-cancel-subscription = subscription ended and charged all the same
recourse-reason-wrong-charge = sum charged wrongly
recourse-reason-unknown-charge = payment not recognised
recourse-reason-refund-missing = refund owed and not received
recourse-reason-special-circumstances = special circumstances

## What happened

recourse-told-ordered = On { $when }, I placed the order
recourse-told-contract = On { $when }, the contract was made
recourse-told-paid = On { $when }, I paid
recourse-told-shipped = On { $when }, I was told that it had been sent
recourse-told-tracking-delivered = On { $when }, the tracking showed a delivery
recourse-told-delivered = On { $when }, it was delivered
recourse-told-discovered = On { $when }, I found out about the problem
recourse-told-debited = On { $when }, the sum was charged to my account
recourse-told-renewed = On { $when }, the contract was renewed
recourse-told-service-stopped = On { $when }, the service stopped
recourse-told-dispute-opened = On { $when }, I opened a dispute
recourse-told-escalated = On { $when }, I asked the platform to step in
recourse-told-dispute-decided = On { $when }, I was told of a decision
recourse-told-appealed = On { $when }, I appealed against that decision
recourse-told-bank-contacted = On { $when }, I contacted my bank
recourse-told-bank-answered = On { $when }, my bank replied
recourse-told-mediator-contacted = On { $when }, I turned to a mediator
recourse-told-mediation-ended = On { $when }, the mediation or conciliation ended
recourse-told-conciliator-contacted = On { $when }, I turned to a conciliateur de justice
recourse-told-claim-served = On { $when }, I went to court
recourse-told-judgment = On { $when }, the court gave its judgment

recourse-ground = { $what }: by { $on } ({ $source })
recourse-exhibit-dated = { $kind } of { $on }
recourse-exhibit = { $no }: { $kind }
recourse-exhibit-note = { $no }: { $kind } ({ $note })
