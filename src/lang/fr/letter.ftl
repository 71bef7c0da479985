# Lettres : raisons, erreurs, vérification de la description, et les expressions que les modèles reçoivent.

## Ce qui empêche d’écrire la lettre

letter-missing-fact = il manque à cette lettre { $fact }
letter-broken-template = le modèle de lettre de `{ $playbook }` est incorrect : { $reason }
letter-hint-edit = claimctl edit { $claim } { $key }=VALEUR
letter-hint-edit-date = claimctl edit { $claim } { $key }=AAAA-MM-JJ
letter-hint-log = claimctl log { $claim } { $event } --on AAAA-MM-JJ
letter-hint-log-contact = claimctl log { $claim } { $event } --on AAAA-MM-JJ --channel email

letter-fact-order_ref = le numéro de commande (`order_ref`)
letter-fact-customer_ref = le numéro de client (`customer_ref`)
letter-fact-item = l’article ou le service (`item`)
letter-fact-seller = le nom du vendeur (`seller`)
letter-fact-amount = le montant (`amount`)
letter-fact-description = la description du problème (`description`)
letter-fact-problem = la nature du problème (`problem`)
letter-fact-wanted = ce que vous demandez (`wanted`)
letter-fact-platform = la plateforme (`platform`)
letter-fact-latest_delivery_on = la date limite de livraison (`latest_delivery_on`)
letter-fact-ordered_on = la date de la commande (`ordered_on`)
letter-fact-contract_on = la date du contrat (`contract_on`)
letter-fact-delivered_on = la date de la livraison (`delivered_on`)
letter-fact-tracking_delivered_on = la date de livraison selon le suivi (`tracking_delivered_on`)
letter-fact-debited_on = la date du débit (`debited_on`)
letter-fact-contacted_on = un premier message au vendeur, avec sa date (`contacted`)
letter-fact-other = `{ $key }`

## Quelle lettre est possible

letter-no-closed = Le dossier est clos.
letter-no-template = Cette lettre n’est pas prévue pour ce problème.
letter-no-written-already = Vous avez déjà écrit le { $on } : envoyez plutôt une relance.
letter-no-delivered = La commande a été livrée le { $on } : elle ne peut plus être annulée.
letter-no-withdrawal = Aucun droit de rétractation ne ressort des faits connus.
letter-no-platform = Aucune garantie de plateforme ne s’applique à ce dossier.
letter-no-route = Aucune démarche de ce dossier n’en a besoin.
letter-no-need = Ce n’est plus nécessaire : vous avez obtenu ce que vous demandiez.
letter-no-taken = C’est déjà fait, le { $on }.
letter-no-closed-on = Le délai a pris fin le { $on }.
letter-no-excluded = Une démarche déjà engagée l’exclut : { $route }.
letter-not-yet = Ce n’est pas encore possible.
letter-not-yet-problem = Indiquez d’abord la nature du problème.
letter-not-yet-contact = Écrivez d’abord au vendeur et notez-le dans le journal.
letter-not-yet-opens = Ce sera possible à partir du { $on }.
letter-not-yet-unknown = Une date manque pour savoir à partir de quand : `{ $key }`.
letter-not-yet-needs = { $what }

## La description du problème

letter-description-none = décrivez en quelques phrases ce qui s’est passé
letter-description-short = la description est très courte : dites ce que vous attendiez et ce qui s’est passé
letter-description-no-date = aucune date n’est donnée : ajoutez celles de la commande, de la livraison ou du débit
letter-description-no-order-ref = le numéro de commande manque
letter-description-no-outcome = dites ce que vous demandez : remboursement, remplacement, livraison…
letter-description-long = la description compte { $length } caractères : au-delà de { $limit }, elle risque de ne pas tenir dans le formulaire d’une plateforme

## L’achat, dans l’objet et dans une phrase

letter-order-subject = Commande n° { $no }
letter-order-mine = ma commande n° { $no }
letter-dated-order-subject = Commande n° { $no }
letter-dated-order-mine = ma commande n° { $no } du { $on }
letter-purchase-subject = Achat du { $on }
letter-purchase-mine = mon achat du { $on }
letter-contract-subject = Contrat n° { $no }
letter-contract-mine = mon contrat n° { $no }
letter-subscription-subject = Abonnement
letter-subscription-mine = mon abonnement
letter-charge-subject = Débit du { $on }
letter-charge-mine = la somme débitée le { $on }

letter-reference-order = Commande : { $value }
letter-reference-contract = Contrat : { $value }
letter-reference-customer = Client : { $value }
letter-reference-item = Achat : { $value }
letter-reference-amount = Montant : { $value }
## L’en-tête d’un courrier

letter-head-to = À l’attention { $seller }
letter-head-to-service = À l’attention du service client { $seller }
letter-head-service = Service client
letter-head-date = Le { $on }

## Ce qui est demandé

letter-wanted-refund = le remboursement de { $amount }
letter-wanted-partial-refund = un remboursement partiel
letter-wanted-replacement = le remplacement de l’article
letter-wanted-repair = la réparation de l’article
letter-wanted-delivery = la livraison de ma commande
letter-wanted-cancellation = l’annulation de ma commande
letter-wanted-cancellation-and-refund = l’annulation de ma commande et le remboursement de { $amount }
letter-wanted-termination = la résiliation de mon abonnement
letter-wanted-termination-confirmed = la confirmation écrite de la fin de mon abonnement et l’arrêt des prélèvements
letter-wanted-price-reduction = une réduction du prix

## Ce qui ne va pas : en quelques mots, puis en une proposition

letter-headline-not-received = colis non reçu
letter-headline-not-received-service = prestation non fournie
letter-headline-marked-delivered = colis indiqué comme livré, non reçu
letter-headline-late = retard de livraison
letter-headline-late-service = prestation en retard
letter-headline-damaged = article endommagé
letter-headline-defective = article défectueux
letter-headline-defective-service = défaut
letter-headline-not-as-described = article non conforme à la description
letter-headline-not-as-described-service = prestation non conforme à la description
letter-headline-wrong-item = erreur d’article
letter-headline-counterfeit = contrefaçon présumée
letter-headline-change-of-mind = demande de retour
letter-headline-cancel-order = demande d’annulation
letter-headline-cancel-subscription = demande de résiliation
letter-headline-wrong-charge = débit erroné
letter-headline-unknown-charge = débit non reconnu
letter-headline-refund-missing = remboursement non reçu
letter-headline-special-circumstances = demande liée à des circonstances particulières

letter-trouble-not-received = le colis ne m’est pas parvenu
letter-trouble-not-received-service = la prestation ne m’a pas été fournie
letter-trouble-marked-delivered = le suivi indique que le colis a été livré, mais je ne l’ai pas reçu
letter-trouble-late = le colis ne m’est toujours pas parvenu
letter-trouble-late-service = la prestation ne m’a toujours pas été fournie
letter-trouble-late-delivered = la livraison a eu lieu en retard
letter-trouble-damaged = l’article est arrivé endommagé
letter-trouble-defective = l’article présente un défaut
letter-trouble-defective-service = ce qui m’a été fourni ne fonctionne pas correctement
letter-trouble-not-as-described = l’article reçu ne correspond pas à la description
letter-trouble-not-as-described-service = ce qui m’a été fourni ne correspond pas à la description
letter-trouble-wrong-item = l’article reçu n’est pas celui que j’ai commandé
letter-trouble-counterfeit = l’article reçu semble être une contrefaçon
letter-trouble-change-of-mind = je souhaite renvoyer cet achat et obtenir son remboursement
letter-trouble-cancel-order = ma demande d’annulation n’a pas été suivie d’effet
letter-trouble-cancel-subscription = ma demande de résiliation n’a pas été suivie d’effet
letter-trouble-wrong-charge = il s’agit d’une erreur
letter-trouble-unknown-charge = je ne reconnais pas ce débit
letter-trouble-refund-missing = le remboursement qui m’est dû ne m’est pas parvenu
letter-trouble-special-circumstances = des circonstances particulières me conduisent à vous adresser cette demande

letter-circumstance-death = d’un décès
letter-circumstance-illness = d’une maladie ou d’un accident
letter-circumstance-job = de la perte d’un emploi
letter-circumstance-move = d’un déménagement
letter-circumstance-other = de circonstances particulières

## Ce qui précède

letter-by-platform = par la messagerie de la plateforme
letter-by-chat = par messagerie instantanée
letter-by-email = par e-mail
letter-by-form = par formulaire en ligne
letter-by-phone = par téléphone
letter-by-letter = par courrier
letter-by-registered-letter = par lettre recommandée
letter-by-in-person = sur place

letter-story-heading = Rappel des faits :
letter-story-item = – { $line }
letter-with-note = { $sentence } : { $note }
letter-promise-broken = Cette promesse n’a pas été tenue.
letter-a-part = une partie de la somme

letter-you-contacted = Le { $when }, je vous ai signalé le problème
letter-you-contacted-again = Le { $when }, je vous ai adressé un nouveau message
letter-you-contacted-request = Le { $when }, je vous ai adressé ma demande
letter-you-formal-notice-sent = Le { $when }, je vous ai adressé une mise en demeure
letter-you-withdrawn = Le { $when }, je vous ai notifié ma rétractation
letter-you-cancelled = Le { $when }, je vous ai demandé l’annulation
letter-you-terminated = Le { $when }, je vous ai notifié la résiliation
letter-you-return-requested = Le { $when }, je vous ai demandé les modalités du retour
letter-you-repair-requested = Le { $when }, je vous ai demandé la mise en conformité
letter-you-complained-to-consumer-service = Le { $when }, j’ai adressé une réclamation à votre service consommateurs
letter-you-documents-sent = Le { $when }, je vous ai transmis des documents
letter-you-offer-refused = Le { $when }, j’ai décliné votre proposition
letter-you-returned = Le { $when }, j’ai renvoyé l’article
letter-you-answered = Le { $when }, vous m’avez répondu
letter-you-information-requested = Le { $when }, vous m’avez demandé des informations
letter-you-offered = Le { $when }, vous m’avez fait une proposition
letter-you-offered-amount = Le { $when }, vous m’avez proposé { $amount }
letter-you-promised = Le { $when }, vous m’avez fait une promesse
letter-you-promised-by = Le { $when }, vous m’avez fait une promesse à tenir au plus tard le { $by }
letter-you-refused = Le { $when }, vous avez refusé ma demande
letter-you-unavailable-notice = Le { $when }, vous m’avez annoncé que l’article ne serait pas livré
letter-you-return-agreed = Le { $when }, vous avez accepté le retour
letter-you-refund-announced = Le { $when }, vous m’avez annoncé le remboursement
letter-you-repaired = Le { $when }, vous m’avez rendu l’article après réparation
letter-you-replaced = Le { $when }, vous avez remplacé l’article
letter-you-refunded = Le { $when }, vous m’avez remboursé { $amount }

letter-they-contacted = Le { $when }, j’ai signalé le problème au vendeur
letter-they-contacted-again = Le { $when }, j’ai adressé un nouveau message au vendeur
letter-they-contacted-request = Le { $when }, j’ai adressé ma demande au vendeur
letter-they-formal-notice-sent = Le { $when }, j’ai mis le vendeur en demeure
letter-they-withdrawn = Le { $when }, j’ai notifié ma rétractation au vendeur
letter-they-cancelled = Le { $when }, j’ai demandé l’annulation au vendeur
letter-they-terminated = Le { $when }, j’ai notifié la résiliation au vendeur
letter-they-return-requested = Le { $when }, j’ai demandé le retour au vendeur
letter-they-repair-requested = Le { $when }, j’ai demandé la mise en conformité au vendeur
letter-they-complained-to-consumer-service = Le { $when }, j’ai adressé une réclamation au service consommateurs du vendeur
letter-they-documents-sent = Le { $when }, j’ai transmis des documents au vendeur
letter-they-offer-refused = Le { $when }, j’ai décliné la proposition du vendeur
letter-they-returned = Le { $when }, j’ai renvoyé l’article
letter-they-answered = Le { $when }, le vendeur m’a répondu
letter-they-information-requested = Le { $when }, le vendeur m’a demandé des informations
letter-they-offered = Le { $when }, le vendeur m’a fait une proposition
letter-they-offered-amount = Le { $when }, le vendeur m’a proposé { $amount }
letter-they-promised = Le { $when }, le vendeur m’a fait une promesse
letter-they-promised-by = Le { $when }, le vendeur m’a fait une promesse à tenir au plus tard le { $by }
letter-they-refused = Le { $when }, le vendeur a refusé ma demande
letter-they-unavailable-notice = Le { $when }, le vendeur m’a annoncé que l’article ne serait pas livré
letter-they-return-agreed = Le { $when }, le vendeur a accepté le retour
letter-they-refund-announced = Le { $when }, le vendeur m’a annoncé le remboursement
letter-they-repaired = Le { $when }, le vendeur m’a rendu l’article après réparation
letter-they-replaced = Le { $when }, le vendeur a remplacé l’article
letter-they-refunded = Le { $when }, le vendeur m’a remboursé { $amount }

letter-enclosure-photo = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
letter-enclosure-screenshot = { $count ->
    [one] { $count } capture d’écran
   *[other] { $count } captures d’écran
}
letter-enclosure-video = { $count ->
    [one] { $count } vidéo
   *[other] { $count } vidéos
}
letter-enclosure-receipt = { $count ->
    [one] { $count } reçu
   *[other] { $count } reçus
}
letter-enclosure-invoice = { $count ->
    [one] { $count } facture
   *[other] { $count } factures
}
letter-enclosure-contract = { $count ->
    [one] { $count } contrat
   *[other] { $count } contrats
}
letter-enclosure-message = { $count ->
    [one] { $count } message
   *[other] { $count } messages
}
letter-enclosure-tracking = { $count ->
    [one] { $count } suivi de colis
   *[other] { $count } suivis de colis
}
letter-enclosure-proof-of-sending = { $count ->
    [one] { $count } preuve d’envoi
   *[other] { $count } preuves d’envoi
}
letter-enclosure-statement = { $count ->
    [one] { $count } relevé de compte
   *[other] { $count } relevés de compte
}
letter-enclosure-certificate = { $count ->
    [one] { $count } certificat
   *[other] { $count } certificats
}
letter-enclosure-other = { $count ->
    [one] { $count } autre pièce
   *[other] { $count } autres pièces
}
