### The commands: their help, and what they say.

command-about = Your own case desk: what to do, by when, on what ground, with which words and which proof.
command-help-usage = Usage:
command-help-commands = Commands
command-help-arguments = Arguments
command-help-options = Options
command-help-command = COMMAND
command-help-global = Global options
command-help-values = { $help } ({ $values })
command-value-FILE = FILE
command-value-WHO = WHO
command-value-FOLDER = FOLDER
command-value-FILES = FILES
command-value-LANG = LANG
command-value-DATE = DATE
command-value-INSTANT = INSTANT
command-value-WHEN = WHEN
command-value-STYLE = STYLE
command-value-DAYS = DAYS
command-value-COLUMNS = COLUMNS
command-value-NAME = NAME
command-value-KEY = KEY
command-value-FORMAT = FORMAT
command-value-ID = CLAIM
command-value-IDS = CLAIMS
command-value-EVENT = EVENT
command-value-CHANNEL = CHANNEL
command-value-ADDRESS = ADDRESS
command-value-PROGRAM = PROGRAM
command-value-TEXT = TEXT
command-value-AMOUNT = AMOUNT
command-value-ASKED = ASKED
command-value-REMEDY = REMEDY
command-value-NUMBER = NUMBER
command-value-KIND = KIND
command-value-OUTCOME = OUTCOME
command-value-ANSWER = ANSWER
command-value-DEADLINE = DEADLINE
command-value-RULE = RULE
command-value-COUNTRY = COUNTRY
command-value-PLAYBOOK = PLAYBOOK
command-value-PROBLEM = PROBLEM
command-value-EVIDENCE = EVIDENCE
command-help-events = The facts:
command-help-channels = The channels:
command-help-answers = The answers (--kind):
command-help-remedies = What is offered or promised (--remedy):
command-help-keys = The facts:
command-help-terms = Days that may lie ahead:
command-help-other-keys = The day of an event by its name, with _on: delivered_on, ordered_on (the names: claimctl log --help).
    What the playbooks ask for this claim can be changed too: claimctl edit ID lists it.
command-help-letters = The kinds of letter:
command-help-kinds = The kinds of evidence:
command-help-playbook-kinds = The kinds:
command-help-problems = The problems:
command-help-outcomes = The outcomes:
command-help-help = Print this help
command-help-version = Print the version

command-global-arg-db = The database file (CLAIMCTL_DB)
command-global-arg-lang = The language: fr or en (CLAIMCTL_LANG, else the system’s)
command-global-arg-today = The day taken for today, YYYY-MM-DD (CLAIMCTL_TODAY)
command-global-arg-color = When to use colours (NO_COLOR)
command-global-arg-no_input = Never ask a question
command-global-arg-prompts = How to ask; “plain”: numbered lines
command-global-arg-quiet = No status lines

command-new-about = Open a claim, in four guided steps
command-new-arg-answers = The file of answers, TOML or JSON; “-” for standard input
command-next-about = Go on with a claim: what to do now, do it, log it
command-next-arg-id = The claim; else the walk that was interrupted, or the most urgent one
command-next-arg-force = Go on although a proof is missing; the log says so
command-list-about = List the claims and what is to be done
command-list-arg-due = What is due within so many days (7 without a number), and everything overdue
command-list-arg-overdue = Only what is overdue
command-list-arg-all = Closed claims too
command-list-arg-seller = Only claims against this seller
command-list-arg-sort = The order
command-list-arg-format = The form of the output
command-list-arg-exit_code = Exit with 10 when something is due or overdue
command-show-about = Show the whole of a claim
command-show-arg-id = The claim
command-show-arg-format = The form: text for here, html for a page with everything
command-show-arg-open = Opens the page in your browser
command-show-arg-all = Every deadline, also past ones and those that no longer matter, and everybody to contact
command-log-about = Log a fact: sent, received, said, promised
command-log-arg-id = The claim
command-log-arg-event = The fact, for example contacted, answered, refunded
command-log-arg-on = The day; unless said, today or that of the mail that proves it
command-log-arg-at = The day and the time
command-log-arg-received = The day the other side received it
command-log-arg-channel = By which channel
command-log-arg-note = What was said
command-log-arg-amount = How much, for example 34.90 EUR
command-log-arg-kind = With answered: what the answer amounts to
command-log-arg-remedy = What is offered, promised or asked for, for example replacement
command-log-arg-who = Who said it, for example “Ms Roy, customer service”
command-log-arg-by = The day that was promised, asked for, or set
command-log-arg-about = The route or rule it is about
command-log-arg-corrects = The number of the event that it replaces
command-log-arg-files = Evidence; may be given more than once
command-edit-about = Add or correct facts of a claim
command-edit-arg-id = The claim
command-edit-arg-facts = Facts, for example order_ref=AB-123; an empty value takes one away; without any, those that can be changed are listed
command-why-about = Explain how each date was computed
command-why-arg-id = The claim
command-why-arg-deadline = The deadline, or the end of its name
command-timeline-about = Draw a claim in time: what happened, what is open until when
command-timeline-arg-id = The claim
command-timeline-arg-format = The form of the output
command-timeline-arg-width = The width in columns; else that of the terminal
command-rights-about = Say what you can still do, and by when; nothing is stored
command-rights-arg-answers = The file with the answers, TOML or JSON; “-” for standard input
command-rights-arg-format = The form of the output
command-rights-others = The other routes
command-rights-why-not = Why a route is not open
command-rights-keep = Nothing was stored. To open a claim and be reminded in time: claimctl new
command-letter-about = Write the letter for the step
command-letter-arg-id = The claim
command-letter-arg-kind = The kind of letter; else the one that the step needs
command-letter-arg-list = The letters that fit, and why the others do not
command-letter-arg-template = Print its template, to make it your own
command-letter-arg-by = The day by which you ask for an answer
command-letter-arg-format = The form of the output
command-offer-about = Weigh an offer: what is owed, what else can be done; then accept, refuse or ask for more
command-offer-arg-id = The claim
command-offer-arg-accept = Accept the offer: the letter, and the log
command-offer-arg-refuse = Refuse it
command-offer-arg-counter = Refuse it and ask for this instead: a sum, or replacement, repair…
command-offer-arg-by = The day by which you ask for an answer, or for what was agreed
command-offer-arg-on = The day of your answer; today unless said
command-offer-arg-channel = By which channel it goes
command-offer-arg-note = What is to be remembered of it
command-offer-arg-format = The form of the output
command-letter-arg-channel = How it will be sent; the text is made to fit
command-letter-arg-edit = Change the text in your editor first
command-letter-arg-out = The file to write
command-letter-arg-to = The address that a mail goes to
command-letter-arg-attach = Evidence that goes with a mail: E2
command-letter-arg-include_confidential = Confidential evidence may go with it
command-letter-arg-copy = Put the text on the clipboard
command-letter-arg-open = Open a draft in the mail program
command-letter-arg-sent = It was sent (today unless you give the day): log it and keep the text as evidence
command-letter-arg-files = Proof of sending
command-evidence-about = Add, list, check and take out evidence
command-evidence-add-about = Add evidence to a claim
command-evidence-add-arg-id = The claim
command-evidence-add-arg-files = The files
command-evidence-add-arg-kind = What it is: photo, message, receipt, certificate, … (message for a mail, other unless said)
command-evidence-add-arg-proves = What it proves
command-evidence-add-arg-taken_on = The day of the picture or the paper
command-evidence-add-arg-link = Make no copy: note the path and the hash only
command-evidence-add-arg-sent = For a mail: it is yours
command-evidence-add-arg-received = For a mail: it is the other side’s
command-evidence-add-arg-on = For a mail without a date: the day it was sent
command-evidence-add-arg-confidential = Keep it out of everything that is shared
command-evidence-list-about = List the evidence of a claim
command-evidence-list-arg-id = The claim
command-evidence-list-arg-all = Also what was removed
command-evidence-list-arg-include_confidential = Also the names of confidential evidence
command-evidence-list-arg-format = The form of the output
command-evidence-open-about = Open a piece of evidence in its program
command-evidence-open-arg-id = The claim
command-evidence-open-arg-evidence = The evidence: E2
command-evidence-extract-about = Copy a piece of evidence out of the vault, byte for byte
command-evidence-extract-arg-id = The claim
command-evidence-extract-arg-evidence = The evidence: E2
command-evidence-extract-arg-out = The file or folder to write to, or - for the standard output
command-evidence-verify-about = Check that every file is still what it was
command-evidence-verify-arg-id = The claim
command-evidence-verify-arg-all = Every claim, and what lies in the vault without belonging to one
command-evidence-note-about = Write down what a piece of evidence proves or is
command-evidence-note-arg-id = The claim
command-evidence-note-arg-evidence = The evidence: E2
command-evidence-note-arg-text = What it proves
command-evidence-note-arg-kind = What it is
command-evidence-note-arg-taken_on = The day of the picture or the paper
command-evidence-note-arg-confidential = Keep it out of everything that is shared
command-evidence-note-arg-shared = It may be shared after all
command-evidence-remove-about = Take evidence out of a claim; the file is kept
command-evidence-remove-arg-id = The claim
command-evidence-remove-arg-evidence = The evidence: E2
command-evidence-purge-about = Delete files of evidence for good; hash, kind and days stay
command-evidence-purge-arg-id = The claim
command-evidence-purge-arg-evidence = The evidence: E2; all that is confidential unless said
command-evidence-purge-arg-force = Also what may still be needed
command-evidence-purge-arg-yes = Do not ask
command-undo-about = Take back the last change, whatever made it
command-undo-arg-list = Only list what can be taken back, the last change first
command-undo-arg-format = The form of the list
command-forget-about = Remove one claim completely: its log, its evidence
command-forget-arg-id = The claim
command-forget-arg-yes = Do not ask
command-close-about = Close a claim, with its last checks
command-close-arg-id = The claim
command-close-arg-outcome = How it ended
command-close-arg-amount = What was received in all
command-close-arg-confirmation_kept = Is the written confirmation kept?
command-close-arg-debits_stopped = Have the debits stopped?
command-close-arg-refund_arrived = Has the refund arrived?
command-import-about = Add the claims of another desk, or of a file, to yours
command-import-arg-from = The file, or - for the standard input
command-import-arg-dry_run = Only say what would come; change nothing
command-import-arg-erase = Also delete here what was deleted for good on the other desk
command-import-arg-with = Facts of every row of a table, but for rows that give them themselves
command-dossier-about = Puts the claim together for somebody who decides or advises
command-dossier-arg-id = The claim
command-dossier-arg-addressee = For whom it is
command-dossier-arg-out = The folder to make, or a file that ends in .zip or .pdf
command-dossier-arg-include_confidential = Also the confidential evidence
command-dossier-arg-archive = Of a PDF, the copy for keeping: PDF/A with the files of the evidence in it
command-help-addressees = For whom:
command-export-about = Export claims in a stable format
command-export-arg-ids = The claims; all of them unless said
command-export-arg-format = The form of the output
command-export-arg-out = The file to write
command-export-arg-include_confidential = Also the confidential evidence
command-export-arg-archive = Of a PDF, the copy for keeping: PDF/A with the files of the evidence in it
command-export-bundle-done = { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
} and { $files ->
    [one] 1 file of evidence
   *[other] { $files } files of evidence
} in { $file }. To add them to another desk: claimctl import { $typed }
command-export-bundle-out = { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
} and { $files ->
    [one] 1 file of evidence
   *[other] { $files } files of evidence
} written.
command-export-bundle-confidential = { $count ->
    [one] 1 confidential file is left out
   *[other] { $count } confidential files are left out
}; with them: --include-confidential
command-export-bundle-terminal = claimctl export --format bundle --out FILE
command-backup-about = Write the whole desk into one file: claims, evidence, your playbooks
command-backup-arg-to = The file or folder to write to, or - for the standard output
command-backup-arg-yes = Replace a file without asking
command-restore-about = Bring a backup back; what it replaces is kept
command-restore-arg-from = The backup, or - for the standard input
command-restore-arg-yes = Replace what is there without asking
command-doctor-about = Check claims, evidence, rights and playbooks, and repair what is not in order
command-doctor-arg-fix = Repair without asking
command-doctor-arg-save_to = Save what can be read of a damaged file of claims into a new file
command-playbook-about = The rulebook: list, show, write, check playbooks
command-playbook-list-about = List the playbooks, how old their reviews are and how well they are known
command-playbook-list-arg-country = Only those that hold for consumers of this country, such as FR
command-playbook-list-arg-kind = Only those of this kind
command-playbook-list-arg-problem = Only those that deal with this problem
command-playbook-list-arg-stale = The sources to check again, the oldest first: not read, or not checked for 12 months
command-playbook-list-arg-format = The form of the output
command-playbook-show-about = Show a playbook with its sources
command-playbook-show-arg-id = The playbook
command-playbook-check-about = Check playbooks and their examples, all together
command-playbook-check-arg-files = The files and folders; your own playbooks unless said
command-playbook-new-about = Write a first playbook to go on from, with comments
command-playbook-new-arg-id = Its id, such as platform/my-shop; without one, a sample is shown
command-playbook-new-arg-out = The file to write instead of one among your playbooks (- for standard output)
command-playbook-schema-about = Write the JSON Schema of playbooks, for editors that complete and check them

command-next-line = Claim { $id }, { $title }: { $sentence }
command-hold-why = This step is held back: { $why }
command-hold-add = To add it: claimctl evidence add { $id } FILE --kind { $kind }
command-hold-force = To go on without: claimctl next { $id } --force
command-hold-note = Went on without { $proof }: { $act }
command-hold-gone-on = Going on without the proof; the log says so.
command-hold-none = Nothing is held back.

command-log-you-have = By { $day }, you: { $what }.
command-log-they-have = By { $day }, { $who }: { $what }.
command-log-met = Done: { $what }.
command-log-opens-on = Opens on { $day }: { $route }.
command-log-open-now = Open from now on: { $route }.
command-log-shut = No longer open: { $route }.
command-log-you-have-now = By { $day } (before: { $old }), you: { $what }.
command-log-they-have-now = By { $day } (before: { $old }), { $who }: { $what }.
command-log-no-day = No longer a deadline: { $what } ({ $day }).
command-log-gone = No longer for this claim: { $route }.
command-log-replaces = In place of no. { $no }: { $event }, { $day }.
command-log-takes-back = Taken back: no. { $no }, { $event }, { $day }.

command-show-title = Claim { $id } – { $title }
command-show-state = { $status } · { $step }
command-show-contact = { $name }: { $how }
command-show-contacts = Whom to contact
command-show-contacts-more = { $count ->
    [one] One more, for a step that is not open today: claimctl show { $id } --all
   *[other] { $count } more, for steps that are not open today: claimctl show { $id } --all
}
command-show-dead-end = { $title }: { $why } { $instead }.
command-show-dead-ends = Doors that lead nowhere
command-show-deadlines = Deadlines
command-show-whys = Where these dates come from (in full: claimctl why { $id })
command-show-routes = Routes
command-show-rights = Your rights
command-show-rights-whys = Your rights (in full: claimctl why { $id })
command-show-right = { $right }. { $heed }
command-show-log = Log
command-show-needs = What the next step needs
command-show-need-there = { $what }: there ({ $pieces })
command-show-need-lacking = { $what }: lacking (--kind { $kind })
command-show-need-add = To add one: claimctl evidence add { $id } FILE --kind KIND
command-show-held-back = Held back: { $route }. { $why }
command-show-evidence = Evidence
command-show-money = Money
command-show-gaps = Still missing
command-show-warnings = Good to know
command-show-column-who = Who
command-show-column-what = What
command-show-column-due = At the latest
command-show-column-state = State
command-show-taken = done on { $day }
command-show-reason = { $route }: { $reason }
command-show-due-moved = { $due } (before: { $before })
command-show-paused = paused since { $day }
command-show-another-way = by another route
command-show-held = may still wait
command-show-due-legal = { $due } (legal limit { $legal })
command-show-by = by { $day }
command-show-asked = Asked: { $amount }
command-show-received = Received: { $amount }
command-show-outstanding = Outstanding: { $amount }

command-letter-subject = Subject: { $subject }
command-letter-sign = Add your name and address before you send it (or set `name` and `address` in config.toml), and sign it if it goes by post.
command-letter-too-long = the text has { $length } characters, and the message box takes { $limit }: shorten the description, or change the text with --edit
command-letter-written = Written to { $file }.
command-letter-edit-kept = The text that you wrote is kept in { $file }.
command-letter-own-broken = your template in `{ $playbook }` cannot be filled ({ $reason }): the built-in one is used
command-letter-template = To make it yours: save it as { $file }, change it, then: claimctl playbook check
command-letter-copied = The text is on the clipboard. Its subject: { $subject }
command-letter-opened = The draft opens in your mail program.
command-letter-now = fits now

command-evidence-added = Added: E{ $no }, { $name }.
command-evidence-attached = Added: E{ $no }, { $name } (attached to E{ $of }).
command-evidence-part = attached to E{ $no }
command-evidence-known = Already there: E{ $no }, { $name }.
command-evidence-none = No evidence in this claim.
command-evidence-confidential = confidential
command-evidence-nameless = (name not shown)
command-evidence-taken = of { $day }
command-evidence-linked = not copied
command-evidence-purged = deleted for good on { $day }
command-evidence-removed-on = removed on { $day }
command-evidence-again = Back again: E{ $no }, { $name }.
command-evidence-removed = Removed: E{ $no }. The file is kept; adding it again brings it back.
command-evidence-extracted = E{ $no } is in { $path }.
command-evidence-day-seen = { $name }: the camera says { $day }. To note that day, use --taken-on.
command-evidence-day-ask = { $name }: the camera says that it was taken on { $day }. Is that right?
command-evidence-own = The files of claimctl itself are left out.

command-mail-none = { $name }: this is no mail; kept as an ordinary file.
command-mail-mailbox = { $name }: several mails in one file; kept as an ordinary file. To have them logged, save them one by one (.eml).
command-mail-outlook = { $name }: kept as an ordinary file. If it is a mail of Outlook, save it as .eml to have it logged.
command-mail-too-large = { $name }: too large to be read as a mail; kept as an ordinary file.
command-mail-linked = { $name }: no copy is made, so what is attached was not taken out.
command-mail-left = { $name }: { $count ->
    [one] one more attachment stays in the mail
   *[other] { $count } more attachments stay in the mail
}.
command-mail-who = { $name } ({ $from } → { $to }): who wrote it?
command-mail-who-sent = I did
command-mail-who-received = The other side
command-mail-who-neither = Neither: keep the file, log nothing
command-mail-kept = { $file } is kept, nothing was logged.
command-mail-unknown = it cannot be told who wrote { $file }: kept, but nothing was logged. Say it: claimctl evidence add { $id } { $file } --received (or --sent). To have it recognised, put your addresses into { $settings }: mail = ["you@example.org"]
command-mail-undated = the date of { $file } is missing or cannot be read: kept, but nothing was logged. Give it: claimctl evidence add { $id } { $file } --on DATE
command-mail-end = { $file } answers after the termination: kept, but nothing was logged. If it confirms the end of the contract: claimctl log { $id } answered --file { $file }. If not: claimctl log { $id } refused --file { $file }
command-mail-end-ask = { $name }: does that answer confirm the end of the contract?
command-mail-refused = { $file } is kept, but nothing was logged: { $why }
command-mail-proves = The log had it already: { $no }, { $event }, { $day }. The mail is attached to it.
command-mail-automatic = A program answered. If it does answer you: claimctl log { $id } answered --file { $file }
command-mail-before = The mail comes before you first wrote. If it answers you: claimctl log { $id } answered --file { $file }

command-verify-missing = Claim { $id }, E{ $no }, { $name }: missing
command-verify-unreadable = Claim { $id }, E{ $no }, { $name }: cannot be read
command-verify-altered = Claim { $id }, E{ $no }, { $name }: altered
command-verify-stranger = { $path }: belongs to no claim
command-nothing-done = Nothing was done.
command-purge-nothing = There is nothing to delete.
command-close-purge-hint = Confidential files are still kept: { $list }. To delete them: claimctl evidence purge { $id }
command-purge-ask = Delete { $list } of claim { $id } for good? This cannot be taken back.
command-purge-done = E{ $no } was deleted for good. Hash, kind and days stay.
command-purge-linked = E{ $no } is forgotten. The file itself is yours and still there: { $path }
command-purge-elsewhere = Out of reach: backups and exports made before, copies that you sent, the disk’s own snapshots.
command-purge-aside = What a restore has put aside may still have it: { $path }. To delete that file: rm { $path }
command-forget-ask = Remove claim { $id } ({ $title }) completely, with its log and its evidence? This cannot be taken back.
command-forget-done = Claim { $id } ({ $title }) is removed. Its number will not be used again.
command-undo-nothing = There is nothing to take back.
command-undo-done = Taken back in claim { $id }: { $what }.
command-undo-opened = Claim { $id } is closed as abandoned. To remove it completely: claimctl forget { $id }
command-undo-came-closed = Claim { $id } stays closed as it came. To remove it wholly: claimctl forget { $id }
command-undo-line = { $at }  claim { $id }: { $what }
command-undo-what-opened = opened, { $title }
command-undo-what-event = { $event }, { $day }
command-undo-what-added = E{ $no } added
command-undo-what-removed = E{ $no } removed
command-undo-what-again = E{ $no } brought back
command-undo-what-noted = what is noted of E{ $no }
command-verify-intact = { $count ->
    [0] There is no evidence to check.
    [one] 1 file checked: it is what it was.
   *[other] { $count } files checked: all are what they were.
}
command-verify-wrong = { $count ->
    [one] 1 file checked
   *[other] { $count } files checked
}, { $wrong ->
    [one] 1 problem.
   *[other] { $wrong } problems.
}

command-close-already = Claim { $id } is closed already.
command-close-done = Claim { $id } closed: { $outcome }.
command-close-ask-confirmation-kept = Have you kept the written confirmation?
command-close-ask-debits-stopped = Have you checked that the debits have stopped?
command-close-ask-refund-arrived = Has the refund arrived on your account?
command-close-open-confirmation-kept = written confirmation not kept yet; reminder on { $day }
command-close-open-debits-stopped = end of the debits not checked yet; reminder on { $day }
command-close-open-refund-arrived = refund not arrived yet; reminder on { $day }
command-close-note-confirmation-kept = Keep the written confirmation
command-close-note-debits-stopped = Check that the debits have stopped
command-close-note-refund-arrived = Check that the refund has arrived

command-export-done = { $count ->
    [one] 1 claim exported to { $file }.
   *[other] { $count } claims exported to { $file }.
}

command-playbook-built-in = built in
command-playbook-own = your own, { $file }
command-playbook-own-holidays = The public holidays of `{ $country }` are your own, in place of the built-in ones: { $file }
command-playbook-overrides = your own, in place of the built-in one, { $file }
command-playbook-fine = { $id } holds ({ $count ->
    [one] 1 example
   *[other] { $count } examples
}).
command-playbook-fine-holidays = { $id } holds.
command-playbook-waits = { $id } builds on something that does not hold: its examples were not run.
command-playbook-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
command-playbook-all-fine = All hold: { $files }, { $count ->
    [one] 1 example
   *[other] { $count } examples
}.
command-playbook-check-none = There is no playbook to check in { $folder }.
command-playbook-left-out = { $what }; it is left out{ $more ->
    [0] { "" }
    [one] { "" } (and one more problem)
   *[other] { "" } (and { $more } more problems)
}
command-playbook-more-left-out = { $count ->
    [one] one more of your playbooks does not hold and is left out
   *[other] { $count } more of your playbooks do not hold and are left out
}
command-playbook-list-none = No playbook passes these filters.
command-playbook-column-id = Playbook
command-playbook-column-title = Title
command-playbook-column-reviewed = Reviewed
command-playbook-column-sources = Sources
command-playbook-titled-own = { $title } (your own)
command-playbook-titled-overrides = { $title } (your own, in place of the built-in one)
command-playbook-age-today = today
command-playbook-age-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
command-playbook-age-months = { $count ->
    [one] 1 month ago
   *[other] { $count } months ago
}
command-playbook-age-years = { $count ->
    [one] 1 year ago
   *[other] { $count } years ago
}
command-playbook-known-read = all read
command-playbook-known-secondary = { $count } indirect
command-playbook-known-memory = { $count } from memory
command-playbook-known-none = –
command-playbook-stale-none = Nothing to check again: every source was read, and checked in the last 12 months.
command-playbook-stale-count = { $count ->
    [one] 1 source to check again.
   *[other] { $count } sources to check again.
}
command-playbook-written-held = It holds as it stands, and is for none of your claims while `seller_country` stands in its `when`. Put your own rules in it, take that out, then: claimctl playbook check { $file }
command-playbook-written = It holds as it stands. Put your own rules in it, then: claimctl playbook check { $file }
