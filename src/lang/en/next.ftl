### The next action, in one sentence.

next-finish-draft = Finish describing the problem
next-take = { $act }
next-take-by = { $act } (by { $on } at the latest)
next-take-now = Today, { $act }
next-take-now-by = Today, { $act } (last day: { $on })
next-answer-offer = Answer the offer you were made
next-answer-offer-by = Answer the offer you were made (by { $on } at the latest)
next-send-information = Send the information you were asked for
next-send-information-by = Send the information you were asked for (by { $on } at the latest)
next-wait = Wait: { $must } { $what }{ $late }
next-wait-by = Wait until { $on }: { $must } { $what }{ $late }
next-late = { "" } (overdue since { $since })
next-late-with = { "" } (overdue since { $since }: { $what })
next-late-none = { "" }
next-wait-opening = Wait until it is possible, then { $act }
next-wait-opening-by = Wait for { $on }, then { $act }
next-chase = Overdue: { $had } { $what }; { $again }
next-chase-by = Overdue (due on { $on }): { $had } { $what }; { $again }
next-remember = Your reminder: { $what }
next-remember-by = Your reminder of { $on }: { $what }
next-close-refunded = You have your refund: you can close the claim
next-close-partly-refunded = You have a part of your refund: if that suits you, you can close the claim
next-close-replaced = The item was replaced: you can close the claim
next-close-repaired = The item was repaired: if it works, you can close the claim; if not, log “discovered”
next-close-repaired-by = The item was repaired: if it works, you can close the claim; if not, log “discovered” by { $on } at the latest
next-close-cancelled = The end of the contract is confirmed: you can close the claim
next-close-refused = You were refused and no route is left open: you can close the claim
next-close-abandoned = You have given up: you can close the claim
next-nothing-left-partly-refunded = A part of your money came back and no route is left open: you can close the claim
next-nothing-left-refused = You were refused and no route is left open: you can close the claim
next-nothing-left-abandoned = No route is open and none will open: you can close the claim, or log what has happened since
next-closed = The claim is closed: there is nothing left to do

## Who must act

next-must-consumer = you must
next-must-trader = the seller must
next-must-platform = the platform must
next-must-carrier = the carrier must
next-must-payment-provider = the bank or payment provider must
next-must-mediator = the mediator must
next-must-court = the court must
next-had-consumer = you had to
next-had-trader = the seller had to
next-had-platform = the platform had to
next-had-carrier = the carrier had to
next-had-payment-provider = the bank or payment provider had to
next-had-mediator = the mediator had to
next-had-court = the court had to
next-again-consumer = do it now
next-again-trader = write again
next-again-platform = write again
next-again-carrier = write again
next-again-payment-provider = write again
next-again-mediator = write again
next-again-court = ask the court office
