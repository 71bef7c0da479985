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
offer-not-carried-out = Ce qui était convenu n’a pas été fait.

## L’offre pesée

offer-error-none = aucune offre n’est notée dans ce dossier
offer-error-answered = il n’y a plus rien à répondre à cette offre : { $state } le { $on }
offer-error-no-more = { $asked } : ce n’est pas plus que les { $offered } proposés
offer-error-zero = demandez une somme supérieure à zéro
offer-error-before = l’offre date du { $on } : la réponse ne peut pas être antérieure
offer-error-no-more-hint = claimctl offer { $id } --accept

offer-state-open = ouverte
offer-state-lapsed = échue
offer-state-accepted = acceptée
offer-state-refused = refusée
offer-state-countered = refusée avec une contre-proposition
offer-state-overtaken = dépassée par la suite du dossier

offer-heading = Offre du { $on }
offer-heading-what = { $heading } : { $what }
offer-terms = Conditions : { $terms }
offer-open = Elle attend votre réponse, sans date limite connue.
offer-open-by = Elle attend votre réponse au plus tard le { $by }.
offer-lapsed = Une réponse était attendue le { $by } au plus tard : l’offre peut ne plus tenir. Rien n’empêche d’y revenir.
offer-ended = Elle a été { $state } le { $on }.

offer-asked = Vous demandez : { $remedy }
offer-asked-sum = Vous demandez : { $remedy }, { $amount }
offer-asked-only = Vous demandez : { $amount }
offer-received = Déjà reçu : { $amount }
offer-owed = Reste dû aujourd’hui : { $amount }
offer-owed-more = Reste dû aujourd’hui : { $amount }, dont { $more } ajoutés pour retard
offer-more = Ajouté pour retard : { $amount }
offer-offered = Proposé : { $amount }
offer-offered-thing = Proposé : { $remedy }
offer-offered-unknown = Proposé : ni montant ni geste n’est noté
offer-short = Il manque : { $amount }
offer-whole = Il ne manque rien à la somme due

offer-title-instead = Ce que vous pouvez faire à la place
offer-column-route = Recours
offer-column-state = État
offer-column-until = Jusqu’au
offer-column-brings = Peut rapporter
offer-opens-on = dès le { $on }
offer-brings-up-to = { $amount } au plus
offer-brings-asked = ce que vous demandez
offer-brings-proposal = une proposition
offer-brings-proposal-up-to = une proposition, { $amount } au plus
offer-brings-no-money = pas d’argent

offer-title-accept = Si vous acceptez
offer-accept-caution = Accepter « pour solde de tout compte » met en général fin à la demande pour le reste : ce sont les mots de l’offre qui comptent.
offer-accept-until-kept = Les recours ci-dessus restent ouverts, dans leurs délais, tant que ce qui est convenu n’est pas arrivé.
offer-accept-closes = Une fois que c’est arrivé, ce dossier n’aura plus besoin de : { $routes }.
offer-accept-closes-all = Une fois que c’est arrivé, ce dossier n’aura plus besoin d’aucun d’eux.
offer-title-silence = Si vous ne répondez pas
offer-silence-lapses = Après le { $by }, claimctl ne tient plus l’offre pour ouverte.
offer-silence-first = Discuter ne décale aucune date de ce dossier. Le premier délai à finir : { $route }, le { $on }.
offer-silence-clocks = Discuter ne décale aucune date de ce dossier.
offer-title-type = Pour répondre
offer-type-accept = claimctl offer { $id } --accept
offer-type-refuse = claimctl offer { $id } --refuse
offer-type-counter = claimctl offer { $id } --counter MONTANT
offer-answered = { $kind } : le texte est à envoyer et gardé comme preuve. Pas envoyé ? claimctl undo

offer-walk-counter = Je demande autre chose
offer-walk-instead = Que demandez-vous à la place ?
offer-walk-what = Que proposent-ils ? (facultatif)
offer-walk-instead-help = Un montant (30 €), ou l’un de ces mots : replacement (remplacement), repair (réparation), refund (remboursement), delivery (livraison), cancellation (annulation), price-reduction (réduction du prix).

## Promesses

offer-promise = { $event }, { $on }
offer-promise-who = { $said } ({ $who })
offer-promise-by = { $said }, pour le { $by }
offer-promise-note = { $said } : { $note }
offer-walk-confirm = Rien n’est écrit : préparer le message qui confirme cet échange ?
offer-confirm-status = Rien n’est écrit : confirmez cet échange avec claimctl letter { $id } confirmation
offer-walk-how = Par quel moyen ?
offer-walk-who = Qui vous l’a dit ? (facultatif)
offer-walk-kept = Est-ce chose faite ?
offer-walk-kept-unknown = Je ne sais pas encore
offer-walk-broken = La promesse n’a pas été tenue : la prochaine lettre le dira, avec sa date et qui l’a faite.
offer-walk-broken-tomorrow = Si rien ne vient aujourd’hui, la prochaine lettre dira qu’elle n’a pas été tenue.
offer-walk-came = Qu’est-il arrivé ?
offer-kept-status = Est-ce chose faite ? Si oui : claimctl log { $id } { $event }. Sinon, la prochaine lettre le dira.
