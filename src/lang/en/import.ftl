### import: claims from another desk, or from a file

import-refused = nothing was imported from `{ $file }`
import-refused-hint = to write what can be imported: claimctl export --format bundle --out FILE
import-terminal-hint = claimctl import FILE
import-unknown = it is no bundle, backup or JSON export of claimctl, and no table (CSV) with a header
import-new = Claim { $id }, new: { $title } ({ $events ->
    [one] 1 event
   *[other] { $events } events
}, { $files ->
    [0] no evidence
    [one] 1 file of evidence
   *[other] { $files } files of evidence
})
import-would-come = New: { $title } ({ $events ->
    [one] 1 event
   *[other] { $events } events
}, { $files ->
    [0] no evidence
    [one] 1 file of evidence
   *[other] { $files } files of evidence
})
import-more = Claim { $id }, { $title }: { $what }
import-events = { $count ->
    [one] 1 new event
   *[other] { $count } new events
}
import-pieces = new evidence: { $list }
import-marked = noted on { $list }
import-fact = { $fact }
import-order = order and proofs of the log
import-apart = claim { $id }: { $lost } ({ $lost_on }) and { $counts } ({ $counts_on }) were written apart; the later one counts. To choose the other one: claimctl edit { $id } { $typed }
import-apart-long = claim { $id }: { $key } was written apart on { $lost_on } and on { $counts_on }; the later one counts. Both stand in the log: claimctl show { $id }
import-left = claim { $id }: { $there } in the file is { $here } here, and stays so; a JSON export does not say which is newer, a bundle does
import-renumbered = claim { $id }: E{ $before } is E{ $after } from now on, for the other desk gave its number to an earlier file
import-not-erased = claim { $id }: E{ $no } was deleted for good on the other desk, and is kept here; to delete it here too: claimctl import { $file } --erase
import-erased = Claim { $id }: E{ $no } is deleted for good here too.
import-would-erase = Claim { $id }: E{ $no } would be deleted for good here too.
import-erased-claim = Claim { $id } ({ $title }) is forgotten here too.
import-gone = claim { $id } was forgotten on the other desk, and is kept here; to forget it here too: claimctl import { $file } --erase
import-would-forget = claim { $id } was forgotten on the other desk, and would be forgotten here too
import-forgotten = { $count ->
    [one] 1 claim that was forgotten here is left out.
   *[other] { $count } claims that were forgotten here are left out.
}
import-end = { $new ->
    [one] 1 new claim
   *[other] { $new } new claims
}, { $more } with something new, { $same } already the same.
import-would-end = There would be { $new ->
    [one] 1 new claim
   *[other] { $new } new claims
}, { $more } with something new, { $same } already the same.
import-nothing-done = Nothing was imported.
import-show-apart = { $lost } ({ $lost_on }) was written apart from { $counts } ({ $counts_on }), which counts
import-no-table = `--with { $text }` is for a table (CSV): this file says itself what its claims are
import-with-hint = claimctl import FILE --with country=FR
import-left-out = Left out, as claimctl works it out itself: { $list }.
import-table-end = { $new ->
    [one] 1 new claim
   *[other] { $new } new claims
}, { $same } already here.
import-table-would-end = There would be { $new ->
    [one] 1 new claim
   *[other] { $new } new claims
}, { $same } already here.
import-table-next = To see what to do next: claimctl list
