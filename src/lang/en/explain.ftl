### How a date was computed, and from which source.

explain-from-event = { $event }, on { $on } (no. { $no } in the log)
explain-from-event-received = { $event }, which reached the other side on { $on } (no. { $no } in the log)
explain-from-term = { $term }: { $on }
explain-minus-notice = − { $period } of notice → { $on }
explain-from-rule = End of the time for “{ $rule }”: { $on }
explain-end-of-year = end of the calendar year → { $on }
explain-added = + { $period } → { $on }
explain-added-days = + { $period }, the first day not counted → { $on }
explain-taken-off = − { $period } → { $on }
explain-latest-of = the latest of the dates at stake, “{ $rule }” → { $on }
explain-earliest-of = the earliest of the dates at stake, “{ $rule }” → { $on }
explain-capped = limited to { $period } in all → { $on }
explain-rolled-saturday = { $on } is a Saturday → next day
explain-rolled-sunday = { $on } is a Sunday → next day
explain-rolled-holiday = { $on } is a public holiday ({ $holiday }) → next day
explain-rolled-partial = { $on } is a public holiday, but not everywhere ({ $holiday }) → next day
explain-rolled-substitute = { $on } stands in for a public holiday on a weekend ({ $holiday }) → next day
explain-rolled-to = legal last day, moved to { $on }
explain-roll-unknown = the rule says nothing of weekends and public holidays: to be safe, the day is not moved
explain-own-date = the date of your order or contract, which wins (no. { $no } in the log) → { $on }
explain-extended = time extended (no. { $no } in the log{ $reason }) → { $on }
explain-paused = paused for { $days ->
    [one] { $days } day
   *[other] { $days } days
}, from { $from } to { $to } (no. { $no } in the log{ $reason }) → { $on }
explain-stopped = paused since { $from } (no. { $no } in the log{ $reason }): the days that are left run on once it is resumed
explain-reason = { "" }: “{ $reason }”
explain-reason-none = { "" }
explain-promise = { $event } (no. { $no } of the log), for { $on }

## Where a rule comes from

explain-source-read = { $source } ({ $nature }text read, checked on { $on }){ $caveat }
explain-source-secondary = { $source } ({ $nature }indirect source, checked on { $on }){ $caveat }
explain-source-memory = { $source } ({ $nature }from memory, noted on { $on }){ $caveat }
explain-nature-law = { "" }
explain-nature-yours = { "" }
explain-nature-policy = a company’s promise, which can change;{ " " }
explain-nature-scheme = a payment scheme’s rule, which can change;{ " " }
explain-nature-advice = advice, nobody’s rule;{ " " }
explain-all-policy = All of it is a company’s promise, which it can change.
explain-all-scheme = All of it is the rule of a payment scheme, which it can change.
explain-all-advice = All of it is advice, nobody’s rule.
explain-yours-contract = your contract
explain-yours-promise = their promise
explain-yours-log = your log
explain-yours-other = { $source } (your documents)
explain-caveat-none = { "" }
explain-caveat-weak = { "" }: to be checked before you rely on it
explain-caveat-stale = { "" }: checked more than 12 months ago, to be checked again

explain-title = { $who }: { $what }, by { $day }
explain-safe-and-legal = Safe day: { $safe }. Legal last day: { $legal }, because the rule moves a last day that is not a working day; you are reminded of the first.
explain-lead = Reminder from { $day }, { $lead } before (our choice).
explain-moved = Before that change: { $day }.
explain-wait-title = { $what }: possible from { $day }
explain-wait-routes = Opens: { $routes }
explain-in-force-from = Holds for contracts made from { $from } on.
explain-in-force-until = Holds for contracts made up to { $until }.
explain-in-force-both = Holds for contracts made from { $from } to { $until }.
explain-refines = Takes the place of the common rule “{ $rule }” ({ $id }).
explain-source-dated = The source itself dates from { $date }.
explain-short = { $what }: { $steps } ({ $source })
explain-short-rolled = moved to { $on }
explain-short-added = + { $period }
explain-short-taken-off = − { $period }
explain-name-read = { $source }
explain-name-secondary = { $source }, indirect source
explain-name-memory = { $source }, from memory
explain-short-from-event = { $event }, on { $on }
explain-not-counted = { $on } is not counted: a public holiday ({ $holiday })
explain-not-counted-day = { $on } is not counted
explain-waited-for = the seller could wait: { $event }, on { $on } (no. { $no } in the log) → { $on }
explain-held = not late yet: they may wait for this step: { $event }
explain-mark-memory = { $what } (from memory: to be checked)
explain-mark-secondary = { $what } (indirect source)
explain-mark-read = { $what }
explain-mark-yours = { $what }
