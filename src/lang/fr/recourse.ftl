# Recours : ce que les lettres disent des preuves, des sommes, et de la suite si rien ne vient.

## Les preuves

recourse-proof = { $count ->
    [one] pièce { $proofs }
   *[other] pièces { $proofs }
}

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

## Ce qui suit si rien ne vient

recourse-next-later = { $what } dès que je le pourrai, le { $on }
recourse-next-notice = je vous adresserai une mise en demeure
recourse-next-platform = je demanderai à { $platform } d’intervenir
recourse-next-any-platform = je demanderai à la plateforme d’intervenir
recourse-next-provider = je contesterai ce paiement auprès du prestataire de paiement
recourse-next-bank = je contesterai ce paiement auprès de ma banque
recourse-next-debit = je demanderai à ma banque le remboursement du prélèvement
recourse-next-mediator = je saisirai le médiateur compétent
recourse-next-conciliator = je saisirai le conciliateur de justice
recourse-next-ecc = je saisirai le Centre européen des consommateurs
recourse-next-court = je saisirai le tribunal

## Pourquoi une lettre n’est pas possible

recourse-no-mediator = Aucun médiateur n’est prévu pour ce dossier.
recourse-no-chargeback = Les faits connus n’ouvrent aucun recours auprès de la banque.
recourse-no-debit = Le paiement n’a pas été fait par prélèvement SEPA.
recourse-not-yet-refused = Attendez un refus du vendeur, ou son silence après le jour fixé.

## Le motif, pour la banque

recourse-reason-not-received = achat non reçu
recourse-reason-marked-delivered = achat non reçu, malgré ce qu’indique le suivi
recourse-reason-late = achat non reçu à la date convenue
recourse-reason-damaged = achat reçu endommagé
recourse-reason-defective = achat défectueux
recourse-reason-not-as-described = achat non conforme à la description
recourse-reason-wrong-item = achat non conforme à la commande
recourse-reason-counterfeit = contrefaçon
recourse-reason-change-of-mind = achat rendu, non remboursé
recourse-reason-cancel-order = commande annulée, non remboursée
recourse-reason-cancel-subscription = abonnement résilié, somme prélevée malgré tout
recourse-reason-wrong-charge = somme débitée à tort
recourse-reason-unknown-charge = opération non reconnue
recourse-reason-refund-missing = remboursement dû, non reçu
recourse-reason-special-circumstances = circonstances particulières

## Ce qui s’est passé

recourse-told-ordered = Le { $when }, j’ai passé la commande
recourse-told-contract = Le { $when }, le contrat a été conclu
recourse-told-paid = Le { $when }, j’ai payé
recourse-told-shipped = Le { $when }, l’envoi m’a été annoncé
recourse-told-tracking-delivered = Le { $when }, le suivi a indiqué une livraison
recourse-told-delivered = Le { $when }, la livraison a eu lieu
recourse-told-discovered = Le { $when }, j’ai découvert le problème
recourse-told-debited = Le { $when }, la somme a été débitée de mon compte
recourse-told-renewed = Le { $when }, le contrat a été reconduit
recourse-told-service-stopped = Le { $when }, le service a cessé
recourse-told-dispute-opened = Le { $when }, j’ai ouvert un litige
recourse-told-escalated = Le { $when }, j’ai demandé l’intervention de la plateforme
recourse-told-dispute-decided = Le { $when }, une décision m’a été communiquée
recourse-told-appealed = Le { $when }, j’ai contesté cette décision
recourse-told-bank-contacted = Le { $when }, j’ai saisi ma banque
recourse-told-bank-answered = Le { $when }, ma banque m’a répondu
recourse-told-mediator-contacted = Le { $when }, j’ai saisi un médiateur
recourse-told-mediation-ended = Le { $when }, la médiation ou la conciliation a pris fin
recourse-told-conciliator-contacted = Le { $when }, j’ai saisi un conciliateur de justice
recourse-told-claim-served = Le { $when }, j’ai saisi le tribunal
recourse-told-judgment = Le { $when }, le tribunal a rendu sa décision

recourse-ground = { $what } : au plus tard le { $on } ({ $source })
recourse-exhibit-dated = { $kind } du { $on }
recourse-exhibit = { $no } : { $kind }
recourse-exhibit-note = { $no } : { $kind } ({ $note })
