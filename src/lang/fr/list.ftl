### La liste : de quoi remplir un tableau, rien de plus.

list-column-id = N°
list-column-due = Échéance
list-column-status = État
list-column-claim = Dossier
list-column-owed = Dû
list-column-next = À faire
list-status-draft = brouillon
list-status-yours = à vous
list-status-waiting = en attente
list-status-overdue = en retard
list-status-closed = clos
list-empty = Aucun dossier ouvert. Pour commencer : claimctl new
list-nothing-due = { $count ->
    [0] Aucune échéance dans ce délai.
    [one] Aucune échéance dans ce délai ; un dossier attend pourtant que vous agissiez : claimctl list
   *[other] Aucune échéance dans ce délai ; { $count } dossiers attendent pourtant que vous agissiez : claimctl list
}
list-stale = les règles ont changé depuis le calcul de ces dates, et elles n’ont pas pu être recalculées
