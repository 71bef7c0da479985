# Recourse: what letters say of proof, of sums, and of what follows if nothing comes.

## Proof

recourse-proof = ({ $count ->
    [one] document { $proofs }
   *[other] documents { $proofs }
})

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
