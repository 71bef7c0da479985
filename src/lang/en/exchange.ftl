### exchange: what one desk does to another's entries

exchange-takes-back = takes back no. { $no } ({ $event }, { $day })
exchange-reopened = open again
exchange-events-back = { $count ->
    [one] 1 event that was taken back here counts again
   *[other] { $count } events that were taken back here count again
}
exchange-removes = removes { $list }
exchange-pieces-back = { $list } back again
exchange-undone = This is so on this desk alone; importing it again brings it back.
exchange-abandoned = claim { $id } is here already, closed as abandoned; to open it again: claimctl log { $id } reopened
exchange-note-apart = claim { $id }: of E{ $no }, “{ $lost }” ({ $lost_on }) and “{ $counts }” ({ $counts_on }) were written apart; the later one counts. To choose the other one: claimctl evidence note { $id } E{ $no } { $typed }
exchange-note-apart-long = claim { $id }: the note on E{ $no } was written apart on { $lost_on } and on { $counts_on }; the later one counts. Both stand in the log: claimctl show { $id }
exchange-show-note-apart = of E{ $no }, “{ $lost }” ({ $lost_on }) was written apart from “{ $counts }” ({ $counts_on }), which counts
exchange-purge-kept = E{ $no } was deleted from this claim. The same file is still evidence of { $count ->
    [one] claim { $claims }
   *[other] claims { $claims }
}, and stays there.
exchange-purge-elsewhere = E{ $no } was deleted from this claim. Another desk in the same folder has the same file, and keeps it.
exchange-doctor-no-claims = { $count ->
    [one] a file of evidence is there, and no claim
   *[other] { $count } files of evidence are there, and no claim
}: the claims were lost. To get them back: claimctl restore BACKUP
exchange-fuller = `{ $file }` was not replaced
exchange-fuller-why = it holds { $count ->
    [one] 1 claim
   *[other] { $count } claims
}, and this desk holds none
exchange-fuller-hint = claimctl restore { $file } brings them back; to write the empty desk all the same, give the name of a file that is not there
exchange-is-the-evidence = it is in the folder of the evidence
exchange-too-long = `{ $key }` is longer than { $most } characters
exchange-unknown-value = it holds `{ $value }`, which this version of claimctl does not know; this desk is as it was
exchange-unknown-value-hint = claimctl --version, here and where the file was written: the older one is to be renewed
exchange-not-here = claim { $id }, E{ $no } ({ $name }): the file is on the desk that it came from; a bundle brings it: claimctl export --format bundle --out FILE
exchange-no-files = the files of the evidence did not come: a JSON export has only what is known of them. A bundle brings them: claimctl export --format bundle --out FILE
