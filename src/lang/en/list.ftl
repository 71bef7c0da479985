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
list-nothing-due = Nothing is due in that time.
list-stale = the rules have changed since these dates were computed, and they could not be computed anew
