### What the law adds for delay.

money-surcharge-percent = Added by law for delay: { $amount } ({ $percent }%, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late). { $source }
money-surcharge = Added by law for delay: { $amount } ({ $days ->
    [one] { $days } day
   *[other] { $days } days
} late). { $source }
money-no-rule = Added for delay: no rule here gives a figure
money-not-late = Added for delay: nothing today. { $what }: by { $on } ({ $rule }). What comes later grows, from { $from } on
money-in-time = Added for delay: nothing; all that came had arrived by { $on } ({ $rule })
money-not-begun = Added for delay: nothing today; the time for “{ $what }” is not running ({ $rule })
money-not-asked = Added for delay: nothing; this claim asks for no money
money-no-amount = Added for delay: no figure without the amount: claimctl edit { $id } amount=AMOUNT
money-older-law = Added for delay: no figure; the rule here holds for contracts made from { $on } on (a date known from memory)
money-rate-known-until = Added for delay: no figure; the legal rate of interest is known here only up to { $on }
money-rate-unknown = Added for delay: no figure; the legal rate of interest is not known here
money-title = Added for delay: { $amount }
money-due = Refund due by { $on } at the latest: “{ $rule }”
money-part-owed = { $sum } still owed, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
money-part-paid = { $sum } received on { $on }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} late
money-part-percent = { $percent }% of { $sum } → { $added }
money-part-interest = legal interest: { $days ->
    [one] { $days } day
   *[other] { $days } days
} at { $rate } a year
money-part-interest-sum = legal interest in all → { $added }
money-part-known-until = no figure for this part: the legal rate of interest is known here only up to { $on }
money-part-unknown = no figure for this part: the legal rate of interest is not known here
