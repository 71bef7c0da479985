### What can fail: what, why, what to do next.

error-no-data-folder = no data folder is known on this machine
error-no-data-folder-hint = name the file: claimctl --db FILE …
error-no-settings-folder = no folder for settings is known on this machine
error-no-settings-folder-hint = name the file: claimctl playbook new { $id } --out FILE
error-settings = the settings file `{ $path }` has a problem
error-settings-too-large = it is far too large
error-settings-not-toml = line { $line }: this is not TOML
error-settings-unknown = line { $line }: `{ $key }` is not a setting
error-settings-mail = line { $line }: `mail` takes your addresses
error-settings-hint = mail = ["you@example.org", "other@example.org"]
error-settings-text = line { $line }: `{ $key }` takes a text of at most 8 lines of 100 characters
error-settings-text-hint = name = "First Last", address = ["12 High Street", "Leeds LS1 4AP"], phone = "…"
error-letter-attach = evidence is attached to mails alone
error-letter-attach-hint = claimctl letter ID KIND --format eml --attach E1 --out letter.eml
error-letter-no-sender = a mail has a sender, and your settings have no address
error-letter-address = `{ $text }` is not a mail address
error-letter-edit = the letter could not be edited, and nothing was sent or logged
error-letter-edit-status = the editor ended with { $status }
error-letter-edit-empty = nothing was left of the letter; nothing was sent or logged
error-letter-edit-hint = VISUAL=nano claimctl letter ID --edit
error-letter-copy = the text could not be put on the clipboard
error-letter-copy-hint = install wl-clipboard or xclip, or write a file: claimctl letter ID --out letter.txt
error-letter-draft = no mail program could be opened
error-letter-draft-attach = a draft that is opened this way cannot carry evidence
error-letter-draft-long = the text is too long for a draft that is opened this way
error-evidence-too-large = { $no } is too large for a mail (over 25 MB)
error-language = unknown language: `{ $text }`
error-language-hint = --lang fr or --lang en
error-today = `{ $text }` is not a date
error-today-hint = --today 2026-11-20
error-system = { $text }
error-output = the output could not be written
error-unexpected = something unexpected went wrong
error-usage-command = unknown command: `{ $argument }`
error-usage-missing = missing: { $argument }
error-usage-conflict = `{ $argument }` does not go with another option that was given
error-usage-count = `{ $argument }` has the wrong number of values
error-usage-empty = `{ $argument }` needs a value
error-usage-value = `{ $value }` is not a possible value of `{ $argument }`
error-usage-argument = unexpected argument: `{ $argument }`
error-usage-other = the command could not be understood
error-usage-hint = { $command }
error-usage-log-hint = { $command } lists the facts: contacted, answered, promised, refused, refunded, note…
error-did-you-mean = did you mean `{ $text }`?
error-one-of = one of: { $list }
error-no-terminal = no terminal: no question can be asked
error-no-terminal-hint = claimctl new --answers FILE, or claimctl new --prompts plain
error-no-terminal-rights = no terminal: no question can be asked
error-no-terminal-rights-hint = claimctl rights --answers FILE, or claimctl rights --prompts plain
error-claim-number = `{ $text }` is not the number of a claim
error-no-claim = there is no claim { $id }
error-no-claim-hint = claimctl list --all
error-no-claims = there is no claim
error-no-claims-hint = claimctl new
error-unknown-member = `{ $text }` is not { $set }
error-set-event = a known event
error-set-channel = a known channel
error-set-answer-kind = a known kind of answer
error-set-remedy = a known remedy
error-set-letter-kind = a known kind of letter
error-set-evidence-kind = a known kind of evidence
error-set-addressee = somebody whom a dossier is for
error-set-outcome = a known outcome
error-set-playbook-kind = a kind of playbook
error-set-problem = a known problem
error-not-a-fact = `{ $text }` is not of the form KEY=VALUE
error-not-a-fact-hint = claimctl edit 1 order_ref=AB-123
error-region-hint = claimctl edit { $id } { $facts }
error-fact = `{ $key }` could not be changed
error-fact-value = `{ $value }` does not fit `{ $key }`
error-unknown-key = unknown key: `{ $text }`
error-read-file = the file `{ $file }` could not be read
error-write-file = the file `{ $file }` could not be written
error-too-large = it is too large
error-not-utf8 = it is not text in UTF-8
error-not-utf8-hint = iconv -f ISO-8859-15 -t UTF-8 { $file } | claimctl new --answers -
error-answers = { $count ->
    [one] the file `{ $file }` has a problem
   *[other] the file `{ $file }` has { $count } problems
}
error-answers-line-hint = line { $line }: { $what } ({ $hint })
error-answers-line = line { $line }: { $what }
error-answers-hint = { $what } ({ $hint })
error-answers-plain = { $what }
error-answers-nothing-stored = nothing was stored; correct the file and run the command again
error-no-deadline = this claim has no deadline `{ $text }`
error-no-deadlines = this claim has no deadline
error-no-playbook = there is no playbook `{ $text }`
error-no-playbook-hint = claimctl playbook list
error-playbook-id = `{ $text }` is not the name of a playbook
error-playbook-id-hint = write its kind first, then small letters, digits and hyphens: claimctl playbook new platform/my-shop
error-playbook-taken = there is a built-in playbook `{ $text }` already
error-playbook-taken-hint = take another name: claimctl playbook new { $text }-mine
error-file-exists = the file `{ $file }` is there already; nothing was written
error-file-exists-hint = claimctl playbook check { $file }
error-country = `{ $text }` is not the code of a country
error-country-hint = write two letters: FR, DE, GB
error-playbooks-wrong = { $count ->
    [one] one problem found
   *[other] { $count } problems found
}: { $wrong ->
    [one] one of { $files } does not hold
   *[other] { $wrong } of { $files } do not hold
}
error-playbook-wrong = { $count ->
    [one] one problem found
   *[other] { $count } problems found
}
error-no-letter = no letter fits this claim today
error-no-letter-hint = claimctl letter { $id } --list
error-letter-not-fitting = this claim has no letter of that kind ({ $kind })
error-letter = the letter could not be written ({ $kind })
error-draft = claim { $id } is a draft
error-draft-hint = claimctl next { $id }
error-log-closed = a claim is closed with the command close
error-log-closed-hint = claimctl close { $id }
error-undone-what = say which event is taken back
error-undone-what-hint = claimctl log { $id } undone --corrects NUMBER
error-claim-closed = this claim is closed
error-claim-closed-hint = claimctl log { $id } reopened
error-not-closed = this claim is not closed
error-no-event = this claim has no event { $no }
error-no-event-hint = claimctl show { $id }
error-log-refused = the event “{ $event }” was not logged
error-received-day = the day of receipt must lie between the sending and today
error-which-clock = say which deadline is moved: --rule PLAYBOOK#RULE, or the end of its name
error-several-rules = several rules of this claim end in `{ $text }`
error-own-date = say which rule is moved, and to which day
error-own-date-hint = claimctl log { $id } { $event } --rule PLAYBOOK#RULE --until DATE (the rules: claimctl why { $id })
error-by-before = the day given with --by is before the event
error-no-rule = this claim has no rule and no route `{ $text }`
error-no-clock = `{ $text }` sets no day for this claim
error-clock-not-begun = the time of `{ $rule }` does not run yet: { $missing } is missing
error-clock-log-hint = claimctl log { $id } { $event } --on DATE
error-clock-edit-hint = claimctl edit { $id } { $fact }
error-clock-own-date-hint = claimctl log { $id } own-date --rule { $rule } --on DATE
error-paused-already = `{ $rule }` has been paused since { $day } (no. { $no } in the log)
error-paused-already-hint = claimctl log { $id } resumed --rule { $rule }
error-paused-change-hint = claimctl log { $id } paused --rule { $rule } --corrects { $no } --on DATE
error-paused-is = that is not paused on that day; `{ $rule }` has been paused since { $day }
error-nothing-paused = no deadline of this claim is paused on that day
error-nothing-paused-hint = claimctl show { $id }
error-pause-too-late = `{ $rule }` ended on { $day }: a pause after that brings nothing back
error-pause-too-late-hint = claimctl log { $id } extended --rule { $rule } --until DATE
error-extended-shorter = `{ $rule }` runs until { $day } anyway
error-extended-shorter-hint = claimctl log { $id } own-date --rule { $rule } --on DATE
error-says-nothing = `{ $event }` says nothing of { $option }
error-says-nothing-hint = claimctl log { $id } { $event } --note TEXT
error-says-nothing-by-hint = claimctl log { $id } { $event } --by DATE --note TEXT
error-event-replaced = event { $no } was replaced by no. { $by }
error-event-replaced-hint = claimctl log { $id } { $event } --corrects { $no }
error-event-undone = event { $no } was taken back by no. { $by }
error-event-undoes = event { $no } takes back no. { $by }, which can only be logged anew
error-event-undone-hint = claimctl log { $id } { $event } --on DATE
error-corrects-kind = `{ $new }` cannot take the place of `{ $old }` (no. { $no })
error-corrects-kind-hint = claimctl log { $id } undone --corrects { $no }
error-about-hint = claimctl why { $id }
error-close-outcome = say how the claim ended
error-close-outcome-hint = --outcome, one of: { $list }
error-is-the-desk = it is the file of claims itself
error-name-not-utf8 = its name is not text in UTF-8: rename it first
error-read-folder = the folder `{ $folder }` could not be read
error-folder-empty = the folder `{ $path }` has no file
error-pattern-empty = no file fits `{ $path }`
error-no-evidence = claim { $id } has no evidence `{ $text }`
error-no-evidence-hint = claimctl evidence list { $id } --all
error-not-confirmed = this cannot be taken back, and there is nobody to ask
error-not-confirmed-hint = add --yes if you mean it
error-purge-needed = what is not confidential may have to prove something until { $day }
error-purge-unknown = what is not confidential may still have to prove something, and it is not known until when
error-purge-hint = claimctl evidence purge { $id } without a number deletes the confidential files; --force deletes the others too
error-nothing-to-note = there is nothing to write down
error-nothing-to-note-hint = claimctl evidence note { $id } { $no } "…", or one of --kind, --taken-on, --confidential, --shared
error-evidence-purged = E{ $no } was deleted for good on { $day }
error-evidence-missing = the file of E{ $no } is missing
error-evidence-missing-hint = claimctl evidence verify { $id }
error-open = { $no } could not be opened
error-open-hint = claimctl evidence extract { $id } { $no }
error-stored-all-the-same = claim { $id } is stored all the same: claimctl show { $id }
error-close-currency = the total received ({ $total }) is not in the currency of the claim ({ $known })
error-close-less = the log already counts more ({ $known }) than that total ({ $total })
error-undone-close = closing or reopening a claim cannot be taken back this way
error-refund-zero = a refund of zero is not a refund
error-fact-required = `{ $key }` is needed and cannot be taken away
