# Réponses, offres et promesses.

offer-kind-of-answers = `--kind` précise une réponse, pas `{ $event }`
offer-kind-of-answers-hint = claimctl log { $id } answered --kind { $kind }
offer-silent-note = Toujours pas de réponse
offer-agreed-by = Ce qui a été convenu est attendu pour le { $day } (délai proposé par claimctl, pas par la loi).
