# Réponses, offres et promesses.

offer-kind-of-answers = `--kind` précise une réponse, pas `{ $event }`
offer-kind-of-answers-hint = claimctl log { $id } answered --kind { $kind }
offer-silent-note = Toujours pas de réponse
offer-agreed-by = Ce qui a été convenu est attendu pour le { $day } (délai proposé par claimctl, pas par la loi).

## Lettres

offer-fact-offer = une offre du vendeur, notée dans le journal
offer-fact-counter = ce que vous demandez à la place de l’offre
offer-fact-spoken = ce que le vendeur a dit par téléphone ou sur place, noté dans le journal
offer-hint-offer = claimctl log { $claim } answered --kind offered --amount MONTANT --by DATE
offer-hint-counter = claimctl offer { $claim } --counter MONTANT
offer-hint-spoken = claimctl log { $claim } promised --channel phone --who NOM --note TEXTE
offer-not-yet-made = Aucune offre n’est notée dans le journal.
offer-not-yet-counter = Dites d’abord ce que vous demandez à la place.
offer-not-yet-spoken = Rien de dit par téléphone ou sur place n’est noté dans le journal.
offer-no-answered = Il y a eu une suite à l’offre le { $on }.
offer-no-lapsed = L’offre attendait une réponse le { $on } au plus tard.

offer-gives-sum = la somme de { $amount }
offer-gives-refund = le remboursement
offer-gives-refund-amount = un remboursement de { $amount }
offer-gives-partial-refund = un remboursement partiel
offer-gives-partial-refund-amount = un remboursement partiel de { $amount }
offer-gives-replacement = le remplacement de l’article
offer-gives-replacement-amount = le remplacement de l’article, avec { $amount }
offer-gives-repair = la réparation de l’article
offer-gives-repair-amount = la réparation de l’article, avec { $amount }
offer-gives-delivery = la livraison de ma commande
offer-gives-delivery-amount = la livraison de ma commande, avec { $amount }
offer-gives-cancellation = la fin du contrat
offer-gives-cancellation-amount = la fin du contrat, avec { $amount }
offer-gives-price-reduction = une réduction du prix
offer-gives-price-reduction-amount = une réduction du prix de { $amount }

offer-you-accepted = Le { $when }, j’ai accepté votre proposition
offer-you-countered = Le { $when }, j’ai décliné votre proposition et demandé { $what }
offer-you-offered = Le { $when }, vous m’avez proposé { $what }
offer-you-promised = Le { $when }, vous m’avez promis { $what }
offer-you-promised-by = Le { $when }, vous m’avez promis { $what } au plus tard le { $by }
offer-they-accepted = Le { $when }, j’ai accepté la proposition du vendeur
offer-they-countered = Le { $when }, j’ai décliné la proposition du vendeur et demandé { $what }
offer-they-offered = Le { $when }, le vendeur m’a proposé { $what }
offer-they-promised = Le { $when }, le vendeur m’a promis { $what }
offer-they-promised-by = Le { $when }, le vendeur m’a promis { $what } au plus tard le { $by }
