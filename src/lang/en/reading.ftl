### What cannot be read, and how to write it.

reading-not-a-date = `{ $text }` is not a date
reading-no-such-day = `{ $text }` does not exist in the calendar
reading-ambiguous = `{ $text }` can be read in two ways
reading-two-digit-year = `{ $text }`: the year has only two digits
reading-no-year = `{ $text }`: the year is missing
reading-far-year = `{ $text }`: the year must lie between 1900 and 2200
reading-wrong-weekday = `{ $text }`: { $on } is a { $weekday }
reading-not-an-instant = `{ $text }` is not a date followed by a time
reading-not-yes-no = `{ $text }` is neither yes nor no

## What to type instead

reading-hint-date = type for example `2026-11-20`, `20 November 2026`, `yesterday` or `3 days ago`
reading-hint-ambiguous = type `{ $one }` for { $one-day }, `{ $other }` for { $other-day }
reading-hint-four-digits = write the year with four digits: `2026-11-20`
reading-hint-year = add the year, for example `{ $written }`
reading-hint-instant = type for example `2026-11-20T14:30`
reading-hint-yes-no = answer `yes` or `no`
