### The list: what a table needs, nothing more.

list-column-id = No
list-column-due = Due
list-column-status = Status
list-column-claim = Claim
list-column-owed = Owed
list-column-next = Next
list-status-draft = draft
list-status-yours = yours
list-status-waiting = waiting
list-status-overdue = overdue
list-status-closed = closed
list-empty = No open claim. To begin: claimctl new
list-nothing-due = { $count ->
    [0] Nothing is due in that time.
    [one] Nothing is due in that time, but one claim waits for you to act: claimctl list
   *[other] Nothing is due in that time, but { $count } claims wait for you to act: claimctl list
}
list-stale = the rules have changed since these dates were computed, and they could not be computed anew
