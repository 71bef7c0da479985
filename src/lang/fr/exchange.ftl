### exchange: ce qu’un appareil fait des entrées d’un autre

exchange-takes-back = annule le n° { $no } ({ $event }, { $day })
exchange-reopened = rouvert
exchange-events-back = { $count ->
    [one] 1 événement annulé ici compte de nouveau
   *[other] { $count } événements annulés ici comptent de nouveau
}
exchange-removes = retire { $list }
exchange-pieces-back = { $list } de retour
exchange-undone = Cela ne vaut que sur cet appareil ; un nouvel import le fait revenir.
exchange-abandoned = le dossier { $id } est déjà ici, fermé comme abandonné ; pour le rouvrir : claimctl log { $id } reopened
