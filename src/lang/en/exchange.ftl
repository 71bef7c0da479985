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
