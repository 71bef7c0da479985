### What is wrong with a playbook: one message per code.

playbook-folder-unreadable = cannot read the folder of playbooks `{ $folder }`
playbook-builtin-broken = the built-in playbook `{ $file }` does not hold: this is a mistake in the program

playbook-type-text = a text in quotation marks
playbook-type-list = a list in square brackets
playbook-type-yes-no = true or false
playbook-type-number = a whole number
playbook-type-date = a date such as 2026-11-20, without quotation marks
playbook-type-table = a table of keys and values
playbook-type-other = something else

playbook-bad-amount = `{ $value }` is not an amount such as `{ $sample }`
playbook-bad-bands = the bands must follow each other: one unit, each longer than the one before, and a cap not below the percentage
playbook-bad-date = `{ $value }` is not a date such as 2026-11-20
playbook-bad-duration = `{ $value }` is not a duration that fits here, such as P14D, P8W, P2M, P1Y or PT48H
playbook-bad-holiday = `{ $value }` is not a day of the type `{ $type }`
playbook-bad-id = `{ $value }` is not a name of the right form: small letters, digits and single hyphens (underscores in the key of a question)
playbook-bad-number = `{ $value }` is not a number that fits here
playbook-bad-question = the question `{ $key }` does not have the kind or the options that fit its key
playbook-bad-time = `{ $value }` is not an hour such as 14:30:00
playbook-bad-url = `{ $value }` is not the address of a page: it starts with https://
playbook-day-kind-without-days = `day_kind = "{ $value }"` needs a length in days
playbook-duplicate-id = `{ $value }` is the name of something else already
playbook-duplicate-key = this key stands here twice
playbook-empty-list = the list of `{ $key }` is empty
playbook-event-after-today = this event lies after the day of the example: { $day }
playbook-id-is-not-path = the id is `{ $value }`, but the path of the file says `{ $path }`
playbook-kind-is-not-path = the kind is `{ $value }`, but the id says `{ $path }`
playbook-misplaced-key = `{ $key }` means nothing beside `{ $beside }`
playbook-missing-key = `{ $key }` is missing
playbook-missing-translation = this text is missing in the language `{ $language }`
playbook-no-counter-example = no example says what must not come out: give one of them `absent`
playbook-no-example = there is no `[[example]]`: at least one that applies, and one look-alike that must not
playbook-question-clash = the question `{ $value }` has another kind or other options in the playbook `{ $playbook }`
playbook-right-with-duration = a rule of the kind `right` has no duration, no start and no reminder
playbook-rule-cycle = the end of the rule `{ $value }` is counted from itself
playbook-rule-with-two-durations = a rule has either `length` and `from`, or `latest_of`, or `earliest_of`
playbook-rule-without-duration = this rule has no duration: give it `length` and `from`, or `latest_of`, or `earliest_of`
playbook-rule-without-source = this rule has no `source`
playbook-rule-without-start = this rule has a length, but no `from` to count it from
playbook-start-unclear = a start has exactly one of `event`, `term` and `rule`
playbook-still-needed = `{ $value }` is missing here, but the playbook `{ $playbook }` names it
playbook-syntax = this is not valid TOML ({ $detail })
playbook-unknown-base = `{ $value }` is no playbook that can be refined: it must exist and refine none itself
playbook-unknown-dead-end = there is no dead end `{ $value }`
playbook-unknown-event = there is no event `{ $value }`; there are { $valid }
playbook-unknown-fact = there is no fact `{ $key }` for a condition; there are { $valid }
playbook-unknown-key = unknown key `{ $key }`; the keys here are { $valid }
playbook-unknown-platform = there is no platform `{ $value }`; there are { $valid }
playbook-unknown-route = there is no route `{ $value }`
playbook-unknown-rule = there is no rule `{ $value }`
playbook-unknown-source = there is no source `{ $value }` in this file; there are { $valid }
playbook-unknown-value = `{ $value }` is not a value that fits here; there are { $valid }
playbook-unreadable = the file cannot be read, is too large or is not UTF-8 text
playbook-unsupported-format = the format is { $found }, but this program knows { $known }
playbook-validity-reversed = `until` lies before `in_force_from`
playbook-wrong-type = this must be { $expected }

playbook-example-missing = `{ $id }` does not come out
playbook-example-not-absent = `{ $id }` comes out and must not
playbook-example-differs = `{ $id }`: `{ $key }` is { $found } and should be { $expected }
