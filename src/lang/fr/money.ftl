### Ce que la loi ajoute en cas de retard.

money-surcharge-percent = Majoration légale pour retard : { $amount } ({ $percent } %, { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard). { $source }
money-surcharge = Majoration légale pour retard : { $amount } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard). { $source }
money-no-rule = Majoration pour retard : aucune règle ne donne de chiffre ici
money-not-late = Majoration pour retard : rien aujourd’hui. { $what } : au plus tard le { $on } ({ $rule }). Ce qui vient après est majoré, à partir du { $from }
money-in-time = Majoration pour retard : rien, car tout ce qui est venu était là le { $on } ({ $rule })
money-not-begun = Majoration pour retard : rien aujourd’hui, car le délai de « { $what } » ne court pas ({ $rule })
money-not-asked = Majoration pour retard : rien, car ce dossier ne demande pas d’argent
money-no-amount = Majoration pour retard : pas de chiffre sans le montant : claimctl edit { $id } amount=MONTANT
money-older-law = Majoration pour retard : pas de chiffre, car la règle que nous avons vaut pour les contrats conclus depuis le { $on } (date connue de mémoire)
money-rate-known-until = Majoration pour retard : pas de chiffre, car le taux d’intérêt légal n’est connu ici que jusqu’au { $on }
money-rate-unknown = Majoration pour retard : pas de chiffre, car le taux d’intérêt légal n’est pas connu ici
money-title = Majoration pour retard : { $amount }
money-due = Remboursement attendu au plus tard le { $on } : « { $rule } »
money-part-owed = { $sum } encore dus, avec { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard
money-part-paid = { $sum } reçus le { $on }, avec { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard
money-part-percent = { $percent } % de { $sum } → { $added }
money-part-interest = intérêt légal : { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} à { $rate } par an
money-part-interest-sum = intérêt légal en tout → { $added }
money-part-known-until = pas de chiffre pour cette part : le taux d’intérêt légal n’est connu ici que jusqu’au { $on }
money-part-unknown = pas de chiffre pour cette part : le taux d’intérêt légal n’est pas connu ici
