### What is wrong with an answers file.

answers-line = line { $line }: { $what }

## Reading the file
answers-not-toml = this line is not `key = value`
answers-toml-hint = write `key = "value"`, one answer per line
answers-unreadable = the value of `{ $key }` cannot be read: a quote or a bracket is missing
answers-quote = the value of `{ $key }` is text and needs quotes
answers-write-text = write `{ $key } = "{ $value }"`
answers-write = write `{ $value }`
answers-not-json = the JSON is not valid from column { $column } on
answers-json-ends = the JSON ends before it is complete
answers-json-no-object = the JSON is not an object
answers-json-hint = write `{"{"} "key": "value", "key": "value" {"}"}`, with no comma behind the last answer
answers-flat = `{ $key }` holds a list or a table
answers-flat-hint = give every answer a single value; there are no sections
answers-twice = `{ $key }` was already given on line { $first }

## Keys and values
answers-unknown-key = `{ $key }` is not a key of an answers file
answers-did-you-mean = did you mean `{ $known }`?
answers-keys-hint = keys are `problem`, `wanted`, `country`, `seller`, `item`, `amount`, …, an event with `_on` such as `ordered_on`, and the playbooks’ own questions
answers-unknown-value = `{ $value }` is not a value of `{ $key }`
answers-valid-values = write one of: { $values }
answers-did-you-mean-value = did you mean `{ $value }`? The values are: { $values }
answers-own-shop = leave `platform` out for a shop of its own; the platforms are: { $values }
answers-missing = `{ $key }` is missing
answers-missing-for = `{ $key }` is missing: “{ $playbook }” depends on it
answers-empty = `{ $key }` is empty
answers-empty-hint = leave the key out where you do not know the answer
answers-not-a-text = `{ $key }` cannot be `{ $value }`: it takes text
answers-control = `{ $key }` holds a control character ({ $value })
answers-later = `{ $key }` does not belong in an answers file: it needs a claim that exists
answers-later-hint = create the claim first, then use `claimctl log ID EVENT`
answers-channel-alone = `{ $key }` says how a message went, but not when
answers-channel-alone-hint = add `{ $known }`

## Days and times
answers-date-ambiguous = `{ $value }` could be two different days
answers-write-either = write `{ $one }` or `{ $other }`
answers-date-format = `{ $value }` is not a day written as year-month-day
answers-date-unreal = `{ $value }` is not a day of the calendar
answers-date-far = `{ $value }` is too far away to be right
answers-date-hour = `{ $key }` takes a day without a time
answers-hour-missing = `{ $key }` takes a day with its time
answers-hour-missing-hint = write the time too, as in `{ $value }`, or use the key `{ $known }`
answers-hour-zone = `{ $value }` has a time zone
answers-hour-unreal = `{ $value }` is not a time of day
answers-future = `{ $key }` lies ahead: { $date } comes after today, { $today }
answers-future-hint = for a day that lies ahead, use the key `{ $known }`
answers-before-order = `{ $key }` ({ $date }) lies before the order or contract ({ $ordered })

## Amounts, places, periods
answers-money-no-currency = the amount `{ $value }` has no currency
answers-money-unknown-currency = the currency in `{ $value }` is not in ISO 4217
answers-money-not-a-number = `{ $value }` is not an amount
answers-money-too-many-decimals = `{ $value }` has more decimals than its currency
answers-money-ambiguous = `{ $value }` could be two different amounts
answers-money-negative = `{ $value }` is negative
answers-money-too-large = `{ $value }` is too large
answers-money-hint = write an amount such as `34.90 EUR`
answers-country = `{ $value }` is not the code of a country
answers-country-hint = write the two letters of ISO 3166-1, such as `FR`
answers-region = `{ $value }` is not the code of a region
answers-region-hint = write the code of ISO 3166-2, such as `FR-67`, `DE-BY` or `GB-ENG`
answers-region-of = the region `{ $value }` is not in the country `{ $country }`
answers-period = `{ $value }` is not a duration
answers-period-negative = the duration `{ $value }` is negative
answers-period-hint = write `P1M` for a month, `P14D` for 14 days, `P1Y` for a year
answers-too-many = too many answers in this file, from `{ $key }` on

answers-export-none = it is no JSON export of claims
answers-export-broken = it is no valid JSON, or is cut off
answers-export-value = claim number { $claim } of the file: { $key } cannot be `{ $value }`
answers-export-hint = to write one: claimctl export --format json --out FILE

## Tables

answers-table-unknown = `{ $key }` is no column of a table
answers-table-twice = columns { $first } and { $second } are both `{ $key }`
answers-table-wide = the table has more than 500 columns
answers-table-nameless = the cell `{ $value }` stands in a column without a name
answers-table-ragged = the row has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
} where the header has { $columns }
answers-table-quote = a quotation mark is not closed, or not doubled
answers-table-quote-hint = write a text with separators or quotation marks in quotation marks, and each of its own twice: "a ""b"", c"
answers-table-empty = there is no row below the header
answers-table-more = there are more than { $count } problems; only these are shown
answers-table-with = give it in a column `{ $key }`, or for every row: --with { $key }=VALUE
answers-table-with-one = give it in a column `{ $key }`, or for every row: --with { $key }=VALUE, one of { $values }
answers-table-currency = write it behind the amount, in a column `currency`, or for every row: --with currency=EUR
answers-table-currencies = `{ $value }` is not the currency of `{ $amount }`
answers-table-end-hint = a claim that has ended needs `closed_on` and `outcome`; leave both empty, and `status` too, for one that goes on
answers-table-uid = `{ $value }` is not a UUID, the id of a claim between machines
answers-table-uid-hint = leave `uid` empty for a claim that does not come from claimctl
answers-table-uid-twice = `{ $value }` is the id of line { $first } already
answers-table-list = it is a list of claimctl without the column `uid`: its claims would come a second time
answers-table-list-hint = claimctl export --format csv writes a table that can come back
