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
