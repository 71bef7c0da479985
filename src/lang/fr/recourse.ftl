# Recours : ce que les lettres disent des preuves, des sommes, et de la suite si rien ne vient.

## Les preuves

recourse-proof = ({ $count ->
    [one] pièce { $proofs }
   *[other] pièces { $proofs }
})

## Le calcul de ce qui s’ajoute en cas de retard

recourse-sum = le remboursement était dû au plus tard le { $due } ; { $steps }
recourse-sum-owed = { $sum } restent dus, avec { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard
recourse-sum-paid = { $sum } ont été versés le { $on }, avec { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} de retard
recourse-sum-percent = { $percent } % de { $sum } font { $added }
recourse-sum-interest = les intérêts font { $added }
recourse-sum-rate = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} à { $rate } par an
