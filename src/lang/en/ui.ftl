### ui

ui-error = error:
ui-caused-by = caused by:
ui-hint = hint:
ui-warning = warning:
ui-colon = :

## Questions

ui-yes = Yes
ui-no = No
# The keys and words that stand for yes and no, separated by a space.
ui-letters-yes = y o oui
ui-letters-no = n non
ui-unknown = I don’t know
ui-go-on = Go on
ui-stop-here = Stop here and go on later
ui-review-help = Choose a line to correct it.
ui-required = An answer is needed.
ui-enter-skips = Enter without typing:
ui-nothing-found = Nothing matches.

ui-keys-choose = ↑↓ choose · Enter accept · Esc back · Ctrl-C quit
ui-keys-text = Enter accept · Esc back · Ctrl-C quit
ui-keys-lines = Enter twice to finish · Esc back · Ctrl-C quit
ui-keys-yes-no = y/n or ←→ and Enter · Esc back · Ctrl-C quit
ui-keys-find = Type to search · ↑↓ choose · Enter accept · Esc back · Ctrl-C quit

ui-pages = Enter for more ({ $page }/{ $pages }) · Esc show all · Ctrl-C quit

## Questions without layout (--prompts plain)

ui-plain-choose = Your choice { $default }(“<” to go back):
ui-plain-find = A few letters of the name, or a number { $default }(“<” to go back):
ui-plain-text = Your answer { $default }(“<” to go back):
ui-plain-yes-no = Yes or no { $default }(“<” to go back):
ui-plain-review = Enter to go on, a number to correct, s to stop here (“<” to go back):
ui-plain-no-such = { $count ->
    [one] The only answer is 1.
   *[other] Answer with a number from 1 to { $count }, or with a few letters of an answer.
}
ui-plain-lines = Several lines are possible; an empty line ends the text.
ui-plain-dash-skips = A single dash (-):
ui-plain-yes-or-no = Please answer yes or no.
ui-plain-review-again = Enter, one of the numbers, or s.
ui-letter-stop = s

ui-skip = skip
