### La prochaine action, en une phrase.

next-finish-draft = Terminez la description du problème
next-take = { $act }
next-take-by = { $act } (au plus tard le { $on })
next-take-now = Dès aujourd’hui, { $act }
next-take-now-by = Dès aujourd’hui, { $act } (dernier jour : { $on })
next-answer-offer = Répondez à l’offre qui vous a été faite
next-answer-offer-by = Répondez à l’offre qui vous a été faite (au plus tard le { $on })
next-send-information = Envoyez les informations qui vous ont été demandées
next-send-information-by = Envoyez les informations qui vous ont été demandées (au plus tard le { $on })
next-wait = Attendez : { $must } { $what }{ $late }
next-wait-by = Attendez jusqu’au { $on } : { $must } { $what }{ $late }
next-late = { "" } (en retard depuis le { $since })
next-late-with = { "" } (en retard depuis le { $since } : { $what })
next-late-none = { "" }
next-wait-opening = Attendez que ce soit possible, puis { $act }
next-wait-opening-by = Attendez le { $on }, puis { $act }
next-chase = En retard : { $had } { $what } ; { $again }
next-chase-by = En retard (échéance : { $on }) : { $had } { $what } ; { $again }
next-remember = Votre rappel : { $what }
next-remember-by = Votre rappel du { $on } : { $what }
next-close-refunded = Le remboursement est arrivé : vous pouvez clore le dossier
next-close-partly-refunded = Un remboursement partiel est arrivé : si cela vous convient, vous pouvez clore le dossier
next-close-replaced = L’article a été remplacé : vous pouvez clore le dossier
next-close-repaired = L’article a été réparé : s’il fonctionne, vous pouvez clore le dossier ; sinon, notez « discovered »
next-close-repaired-by = L’article a été réparé : s’il fonctionne, vous pouvez clore le dossier ; sinon, notez « discovered » au plus tard le { $on }
next-close-cancelled = La fin du contrat est confirmée : vous pouvez clore le dossier
next-close-refused = Votre demande a été refusée et aucun recours ne reste ouvert : vous pouvez clore le dossier
next-close-abandoned = Vous avez renoncé : vous pouvez clore le dossier
next-nothing-left-partly-refunded = Une partie vous a été remboursée et aucun recours ne reste ouvert : vous pouvez clore le dossier
next-nothing-left-refused = Votre demande a été refusée et aucun recours ne reste ouvert : vous pouvez clore le dossier
next-nothing-left-abandoned = Aucun recours n’est ouvert et aucun ne s’ouvrira : vous pouvez clore le dossier, ou noter ce qui s’est passé depuis
next-closed = Le dossier est clos : il n’y a plus rien à faire

## Who must act

next-must-consumer = vous devez
next-must-trader = le vendeur doit
next-must-platform = la plateforme doit
next-must-carrier = le transporteur doit
next-must-payment-provider = la banque ou le prestataire de paiement doit
next-must-mediator = le médiateur doit
next-must-court = le tribunal doit
next-had-consumer = vous deviez
next-had-trader = le vendeur devait
next-had-platform = la plateforme devait
next-had-carrier = le transporteur devait
next-had-payment-provider = la banque ou le prestataire de paiement devait
next-had-mediator = le médiateur devait
next-had-court = le tribunal devait
next-again-consumer = faites-le sans attendre
next-again-trader = relancez-le
next-again-platform = relancez-la
next-again-carrier = relancez-le
next-again-payment-provider = relancez ce service
next-again-mediator = relancez-le
next-again-court = renseignez-vous auprès du greffe
