# Dossiers: a whole claim for somebody who does not know it.

dossier-for-mediator = For the mediator · made on { $on } · claim { $no }
dossier-for-bank = For the bank or payment provider · made on { $on } · claim { $no }
dossier-for-platform = For the platform · made on { $on } · claim { $no }
dossier-for-court = For the court · made on { $on } · claim { $no }
dossier-for-adviser = For whoever advises me · made on { $on } · claim { $no }

## The first page

dossier-gaps = What is missing
dossier-gaps-none = Nothing that is asked for is missing.
dossier-gap-detail = { $what }: { $detail }
dossier-apart-title = To know
dossier-apart = Not in this file, to be sent with it: { $pieces }
dossier-too-large = Too large to be shown here, as files beside: { $pieces }
dossier-confidential = { $count ->
    [one] Left out: one confidential exhibit.
   *[other] Left out: { $count } confidential exhibits.
}
dossier-trouble-missing = The file of exhibit E{ $no } is gone.
dossier-trouble-altered = The file of exhibit E{ $no } is no longer the one that was kept.
dossier-trouble-unreadable = The file of exhibit E{ $no } cannot be read.
dossier-trouble-no-picture = Exhibit E{ $no } has the name of a picture, and is none that can be shown.
dossier-trouble-purged = The file of exhibit E{ $no } was deleted on { $on }; its fingerprint remains.

dossier-summary = In short
dossier-unnamed = (name not given)
dossier-sum-consumer = Who complains
dossier-sum-against = Against whom
dossier-sum-seller-on = { $seller }, on { $platform }
dossier-sum-happened = What happened
dossier-sum-purchase = Purchase: { $parts }.
dossier-sum-order = no. { $no }
dossier-sum-bought = on { $on }
dossier-sum-asked = What is asked
dossier-sum-increase = and { $amount } that the law adds for delay
dossier-sum-done = What was done
dossier-sum-nothing-done = Nothing has been written to the seller yet.
dossier-sum-more = […] { $count } more, in the timeline
dossier-sum-late = What is overdue
dossier-sum-owed = { $who }: { $what }, due on { $on }
dossier-sum-open = What is open, until when
dossier-sum-route = { $route }: { $window }
dossier-sum-nothing-open = Nothing is open today.
dossier-sum-next = Next step

## What the addressee asks

dossier-asks-mediator = What the mediator asks for
dossier-asks-bank = What the bank or payment provider asks for
dossier-asks-platform = What the platform asks for
dossier-asks-court = What the court asks for
dossier-asks-adviser = What the file needs
dossier-asks = A checklist for whoever makes the file: “you” is the consumer.
dossier-check-done = yes
dossier-check-missing = missing
dossier-no-route = No known rule leads this claim to this addressee
dossier-ask-open = The way is open: { $route }
dossier-ask-closed = The way is not open: { $route }
dossier-ask-happened = { $event }, on { $on }
dossier-ask-proof = The proof: { $proof }
dossier-ask-there = { $pieces }
dossier-ask-name = Your name
dossier-ask-address = Your postal address
dossier-hint-name = name = "First Last" in config.toml
dossier-hint-address = address = ["1 Street", "12345 Town"] in config.toml
dossier-hint-evidence = claimctl evidence add { $id } FILE --kind { $kind }
dossier-hint-confidential = kept as confidential: --include-confidential
dossier-hint-verify = claimctl evidence verify { $id }

## Parties and facts

dossier-parties = The parties
dossier-consumer = Consumer
dossier-seller = Seller
dossier-platform = Platform
dossier-payment = Paid by
dossier-facts = The facts

## What happened

dossier-picture = The claim in time
dossier-timeline = What happened, day by day
dossier-column-day = Day
dossier-column-what = What
dossier-column-details = Details
dossier-column-exhibits = Exhibits
dossier-by = by { $day }
dossier-letters = What was sent
dossier-letters-none = Nothing was sent yet.
dossier-letter-heading = { $what }, { $on }
dossier-letter-by = Sent by
dossier-letter-received = Received on
dossier-letter-answer = Answer asked by
dossier-letter-subject = Subject
dossier-letter-proof = Proof
dossier-letter-unproven = none in the file

## Money

dossier-money = The money
dossier-column-amount = Amount
dossier-money-price = Price paid
dossier-money-asked = Asked
dossier-money-received = Received on { $on }
dossier-money-outstanding = Still owed
dossier-money-added = { $days ->
    [one] Added by law, one day late
   *[other] Added by law, { $days } days late
}
dossier-money-total = Due today
dossier-money-none = No sum is asked for, or the amount is not known.
dossier-money-how = How the addition was found:
dossier-money-due = the refund was due by { $on } at the latest

## Rights and routes

dossier-rights = The rights claimed, and their sources
dossier-column-right = What
dossier-column-who = Who
dossier-column-due = When
dossier-column-source = Source
dossier-due-open = by { $on } at the latest
dossier-due-held = by { $on }, may still wait
dossier-due-missed = overdue since { $on }
dossier-due-met = done in time ({ $on })
dossier-right-heed = { $right }. { $heed }
dossier-routes = Where the claim can be taken, and until when
dossier-column-route = Route
dossier-column-state = State
dossier-column-window = Window
dossier-route-taken = taken on { $on }
dossier-window-both = from { $from } to { $until }
dossier-window-from = from { $from }
dossier-window-until = until { $until }
dossier-window-after = after another step
dossier-window-none = no limit known

## Exhibits

dossier-exhibits = The exhibits
dossier-exhibits-none = There are no exhibits.
dossier-exhibit-heading = E{ $no } – { $kind }
dossier-exhibit-note = What it shows
dossier-exhibit-day = Of
dossier-exhibit-proves = Proves
dossier-exhibit-mail = Mail
dossier-exhibit-part = Attached to
dossier-exhibit-file = File
dossier-exhibit-state = State
dossier-exhibit-picture = Exhibit E{ $no }: { $what }

## Several claims

dossier-report = { $count ->
    [one] One claim, { $on }
   *[other] { $count } claims, { $on }
}
dossier-contents = Contents
dossier-column-claim = Claim
dossier-column-next = Next step
dossier-not-opened = cannot open the page of claim { $id }
dossier-not-opened-hint = claimctl show { $id } --format html

## Writing it down

dossier-done = Written: { $path }.
dossier-taken = something stands at `{ $path }` already
dossier-taken-hint = claimctl dossier { $id } --for { $who } --out NEWFOLDER
