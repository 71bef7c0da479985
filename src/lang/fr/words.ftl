### Le nom des choses, et ce qui se dit d’elles.

## Problems, as headings

words-problem-not-received = Colis jamais arrivé
words-problem-marked-delivered = Colis indiqué livré, mais non reçu
words-problem-late = Livraison en retard
words-problem-damaged = Article arrivé abîmé
words-problem-defective = Article défectueux
words-problem-not-as-described = Article non conforme à l’annonce
words-problem-wrong-item = Mauvais article reçu
words-problem-counterfeit = Contrefaçon
words-problem-change-of-mind = Changement d’avis
words-problem-cancel-order = Commande à annuler
words-problem-cancel-subscription = Abonnement à résilier
words-problem-wrong-charge = Montant débité inexact
words-problem-unknown-charge = Débit inconnu ou non autorisé
words-problem-refund-missing = Remboursement promis, mais non reçu
words-problem-special-circumstances = Circonstances particulières

## What is wanted, as nouns without an article

words-remedy-refund = remboursement
words-remedy-partial-refund = remboursement partiel
words-remedy-replacement = remplacement
words-remedy-repair = réparation
words-remedy-delivery = livraison
words-remedy-cancellation = annulation ou résiliation
words-remedy-price-reduction = réduction du prix

## How a claim ended

words-outcome-refunded = Remboursé
words-outcome-partly-refunded = Remboursé en partie
words-outcome-replaced = Article remplacé
words-outcome-repaired = Article réparé
words-outcome-cancelled = Contrat annulé ou résilié
words-outcome-refused = Refusé
words-outcome-abandoned = Abandonné

## Events, as lines of the log

words-event-ordered = Commande passée
words-event-contract = Contrat conclu
words-event-contract-copy-received = Copie du contrat reçue
words-event-paid = Paiement effectué
words-event-shipped = Colis expédié
words-event-tracking-delivered = Colis livré selon le suivi
words-event-delivered = Colis reçu
words-event-receipt-confirmed = Réception confirmée
words-event-discovered = Problème découvert
words-event-debited = Compte débité
words-event-statement-received = Relevé de compte reçu
words-event-meter-read = Compteur relevé
words-event-life-event = Changement de situation
words-event-contacted = Message envoyé
words-event-answered = Réponse reçue
words-event-information-requested = Informations demandées
words-event-documents-sent = Documents envoyés
words-event-offered = Offre reçue
words-event-offer-accepted = Offre acceptée
words-event-offer-refused = Offre refusée
words-event-promised = Promesse reçue
words-event-refused = Refus reçu
words-event-unavailable-notice = Article indisponible, ou livraison refusée
words-event-formal-notice-sent = Mise en demeure envoyée
words-event-withdrawal-information-received = Information sur la rétractation reçue
words-event-withdrawn = Rétractation envoyée
words-event-cancelled = Annulation demandée
words-event-terminated = Résiliation envoyée
words-event-service-stopped = Service interrompu
words-event-renewal-notice-received = Avis de reconduction reçu
words-event-renewed = Contrat reconduit
words-event-contract-change-notice = Modification du contrat annoncée
words-event-complained-to-consumer-service = Réclamation au service consommateurs envoyée
words-event-return-requested = Retour demandé
words-event-return-agreed = Retour accepté
words-event-returned = Article renvoyé
words-event-repair-requested = Réparation demandée
words-event-repaired = Article réparé
words-event-replaced = Article remplacé
words-event-refund-announced = Remboursement annoncé
words-event-refunded = Remboursement reçu
words-event-dispute-opened = Litige ouvert
words-event-escalated = Intervention de la plateforme demandée
words-event-dispute-decided = Litige tranché
words-event-appealed = Appel formé
words-event-bank-contacted = Banque ou prestataire de paiement saisi
words-event-bank-answered = Réponse de la banque ou du prestataire de paiement reçue
words-event-mediator-contacted = Médiateur saisi
words-event-mediation-file-complete = Dossier de médiation déclaré complet
words-event-mediation-ended = Médiation terminée
words-event-conciliator-contacted = Conciliateur de justice saisi
words-event-claim-served = Tribunal saisi
words-event-judgment = Jugement rendu
words-event-extended = Délai prolongé
words-event-paused = Délai suspendu
words-event-resumed = Délai repris
words-event-own-date = Date fixée par vous
words-event-note = Note
words-event-closed = Dossier clos
words-event-reopened = Dossier rouvert
words-event-undone = Entrée annulée

## The day of an event, inside a sentence

words-day-ordered = la date de la commande
words-day-contract = la date du contrat
words-day-contract-copy-received = la date de réception de la copie du contrat
words-day-paid = la date du paiement
words-day-shipped = la date d’expédition
words-day-tracking-delivered = la date de livraison selon le suivi
words-day-delivered = la date de livraison
words-day-receipt-confirmed = la date à laquelle vous avez confirmé la réception
words-day-discovered = la date de découverte du problème
words-day-debited = la date du débit
words-day-statement-received = la date de réception du relevé de compte
words-day-meter-read = la date du relevé de compteur
words-day-life-event = la date du changement de situation
words-day-contacted = la date de votre message
words-day-answered = la date de la réponse
words-day-information-requested = la date de la demande d’informations
words-day-documents-sent = la date d’envoi des documents
words-day-offered = la date de l’offre
words-day-offer-accepted = la date d’acceptation de l’offre
words-day-offer-refused = la date de refus de l’offre
words-day-promised = la date de la promesse
words-day-refused = la date du refus
words-day-unavailable-notice = la date du renoncement à livrer
words-day-formal-notice-sent = la date de la mise en demeure
words-day-withdrawal-information-received = la date de réception de l’information sur la rétractation
words-day-withdrawn = la date de la rétractation
words-day-cancelled = la date de la demande d’annulation
words-day-terminated = la date de la résiliation
words-day-service-stopped = la date d’interruption du service
words-day-renewal-notice-received = la date de réception de l’avis de reconduction
words-day-renewed = la date de reconduction du contrat
words-day-contract-change-notice = la date de l’annonce de la modification du contrat
words-day-complained-to-consumer-service = la date de la réclamation au service consommateurs
words-day-return-requested = la date de la demande de retour
words-day-return-agreed = la date d’acceptation du retour
words-day-returned = la date de renvoi de l’article
words-day-repair-requested = la date de la demande de réparation
words-day-repaired = la date de la réparation
words-day-replaced = la date du remplacement
words-day-refund-announced = la date de l’annonce du remboursement
words-day-refunded = la date du remboursement
words-day-dispute-opened = la date d’ouverture du litige
words-day-escalated = la date à laquelle l’intervention a été demandée
words-day-dispute-decided = la date de la décision sur le litige
words-day-appealed = la date de l’appel
words-day-bank-contacted = la date à laquelle vous avez saisi la banque ou le prestataire de paiement
words-day-bank-answered = la date de la réponse de la banque ou du prestataire de paiement
words-day-mediator-contacted = la date de saisine du médiateur
words-day-mediation-file-complete = la date à laquelle le dossier de médiation a été déclaré complet
words-day-mediation-ended = la date de fin de la médiation
words-day-conciliator-contacted = la date de saisine du conciliateur de justice
words-day-claim-served = la date de saisine du tribunal
words-day-judgment = la date du jugement
words-day-extended = la date de la prolongation
words-day-paused = la date de la suspension
words-day-resumed = la date de reprise du délai
words-day-own-date = la date fixée par vous
words-day-note = la date de la note
words-day-closed = la date de clôture
words-day-reopened = la date de réouverture
words-day-undone = la date de l’annulation de l’entrée

## Channels, inside a sentence

words-channel-platform = messagerie de la plateforme
words-channel-chat = discussion en ligne
words-channel-email = e-mail
words-channel-form = formulaire en ligne
words-channel-phone = téléphone
words-channel-letter = courrier simple
words-channel-registered-letter = lettre recommandée avec accusé de réception
words-channel-in-person = sur place
words-answer-kind-accepted = accord sur ce que vous demandez : c’est une promesse
words-answer-kind-offered = offre : une somme ou un autre geste
words-answer-kind-refused = refus
words-answer-kind-asked-more = demande d’informations ou de documents
words-answer-kind-promised = promesse, avec sa date si elle est donnée
words-answer-kind-silent = silence : vous notez que rien n’est venu

## Whose act an event is

words-direction-sent = envoyé
words-direction-received = reçu
words-direction-fact = fait

## Who, with the article, inside a sentence

words-who-consumer = vous
words-who-trader = le vendeur
words-who-platform = la plateforme
words-who-carrier = le transporteur
words-who-payment-provider = la banque ou le prestataire de paiement
words-who-mediator = le médiateur
words-who-court = le tribunal

## Who, as a label

words-party-consumer = Vous
words-party-trader = Vendeur
words-party-platform = Plateforme
words-party-carrier = Transporteur
words-party-payment-provider = Banque ou prestataire de paiement
words-party-mediator = Médiateur
words-party-court = Tribunal

## Kinds of purchase

words-item-kind-goods = Objet neuf
words-item-kind-second-hand-goods = Objet d’occasion
words-item-kind-service = Service
words-item-kind-digital = Contenu ou service numérique
words-item-kind-subscription = Abonnement

## How the contract was made

words-sale-online = En ligne
words-sale-phone = Par téléphone
words-sale-home-visit = À domicile, par démarchage
words-sale-store = En magasin

## Means of payment

words-payment-card = Carte bancaire
words-payment-card-visa = Carte Visa
words-payment-card-mastercard = Carte Mastercard
words-payment-card-amex = Carte American Express
words-payment-card-cb = Carte CB, sans autre réseau
words-payment-paypal = PayPal
words-payment-amazon-pay = Amazon Pay
words-payment-sepa-debit = Prélèvement SEPA
words-payment-transfer = Virement
words-payment-klarna = Klarna
words-payment-alma = Alma, en plusieurs fois
words-payment-app-store = Boutique d’applications
words-payment-cash = Espèces
words-payment-other = Autre moyen

## The status of a claim

words-status-draft = brouillon
words-status-yours = à vous d’agir
words-status-waiting = en attente
words-status-overdue = en retard
words-status-closed = clos

## Steps, with their number

words-step-identify-problem = 1. Cerner le problème
words-step-check-policy = 2. Vérifier vos droits et vos délais
words-step-contact-seller = 3. Contacter le vendeur
words-step-open-dispute = 4. Ouvrir un litige
words-step-closed = Dossier clos

## Terms, as labels

words-term-latest_delivery_on = Livraison annoncée au plus tard
words-term-latest_shipping_on = Expédition annoncée au plus tard
words-term-term_ends_on = Échéance du contrat
words-term-next_debit_on = Prochain prélèvement
words-term-payment_due_on = Paiement exigible

## The state of a route

words-route-state-not-yet = pas encore
words-route-state-open = possible
words-route-state-closing = bientôt trop tard
words-route-state-closed = trop tard
words-route-state-blocked = sous condition

## The state of a deadline

words-deadline-state-open = en cours
words-deadline-state-met = respecté
words-deadline-state-missed = dépassé
words-deadline-state-moot = sans objet

## Kinds of evidence

words-evidence-kind-photo = Photo
words-evidence-kind-screenshot = Capture d’écran
words-evidence-kind-video = Vidéo
words-evidence-kind-receipt = Ticket ou reçu
words-evidence-kind-invoice = Facture
words-evidence-kind-contract = Contrat
words-evidence-kind-message = Message
words-evidence-kind-letter = Texte envoyé
words-evidence-kind-tracking = Suivi du colis
words-evidence-kind-proof-of-sending = Preuve d’envoi
words-evidence-kind-statement = Relevé de compte
words-evidence-kind-certificate = Attestation ou certificat
words-evidence-kind-other = Autre pièce

## How a source was known

words-basis-read = texte lu
words-basis-secondary = source indirecte
words-basis-memory = de mémoire
words-basis-yours = vos documents

## How sure the research was

words-confidence-high = sûr
words-confidence-medium = assez sûr
words-confidence-low = peu sûr

## Kinds of letter

words-addressee-mediator = le médiateur
words-addressee-bank = la banque ou le prestataire de paiement
words-addressee-platform = la plateforme
words-addressee-court = le tribunal
words-addressee-adviser = une association, un avocat, qui vous conseille
words-letter-kind-first-message = Premier message
words-letter-kind-reminder = Relance
words-letter-kind-formal-notice = Mise en demeure
words-letter-kind-cancellation = Demande d’annulation
words-letter-kind-withdrawal = Rétractation
words-letter-kind-termination = Résiliation
words-letter-kind-platform-dispute = Litige auprès de la plateforme
words-letter-kind-refund-ticket = Demande de remboursement
words-letter-kind-offer-accepted = Acceptation d’une offre
words-letter-kind-offer-refused = Refus d’une offre
words-letter-kind-counter-offer = Contre-proposition
words-letter-kind-confirmation = Confirmation d’un échange
words-letter-kind-special-request = Demande dans une situation particulière
words-letter-kind-escalation = Recours à la plateforme
words-letter-kind-mediator-request = Saisine d’un médiateur ou d’un conciliateur
words-letter-kind-chargeback = Contestation du paiement auprès de la banque
words-letter-kind-sepa-refund = Remboursement d’un prélèvement par la banque
words-letter-kind-authority-report = Signalement à l’autorité
words-letter-kind-court-summary = Exposé du litige pour le tribunal

## Kinds of seller

words-seller-kind-trader = Professionnel
words-seller-kind-private = Particulier

## Which of the two sold or shipped

words-side-platform = La plateforme
words-side-seller = Le vendeur

## To whom a route leads

words-door-seller = Vendeur
words-door-platform = Plateforme
words-door-payment-provider = Banque ou prestataire de paiement
words-door-mediator = Médiateur
words-door-regulator = Autorité publique
words-door-court = Tribunal

## What a playbook is about

words-playbook-kind-law = Loi
words-playbook-kind-platform = Plateforme
words-playbook-kind-payment = Moyen de paiement
words-playbook-kind-sector = Secteur

## Languages, each in itself

words-language-fr = français
words-language-en = English

## Facts, with the article, inside a sentence

words-fact-title = le titre
words-fact-language = la langue
words-fact-problem = le problème
words-fact-wanted = ce que vous demandez
words-fact-country = le pays où vous habitez
words-fact-region = la région où vous habitez
words-fact-seller = le nom du vendeur
words-fact-seller_kind = le type de vendeur (professionnel ou particulier)
words-fact-seller_country = le pays du vendeur
words-fact-platform = la plateforme
words-fact-sold_by = qui a vendu : la plateforme ou un vendeur tiers
words-fact-shipped_by = qui a expédié : la plateforme ou le vendeur
words-fact-item = l’article
words-fact-item_kind = le type d’achat
words-fact-sale = le mode de vente
words-fact-order_ref = le numéro de commande
words-fact-customer_ref = le numéro de client
words-fact-amount = le montant
words-fact-payment = le moyen de paiement
words-fact-description = la description de ce qui s’est passé
words-fact-notice_period = le préavis prévu au contrat
words-fact-latest_delivery_on = la date limite de livraison annoncée
words-fact-latest_shipping_on = la date limite d’expédition annoncée
words-fact-term_ends_on = la date d’échéance du contrat
words-fact-next_debit_on = la date du prochain prélèvement
words-fact-payment_due_on = la date d’exigibilité du paiement
words-fact-other = `{ $key }`

## Gaps, reasons and warnings

words-gap-fact = À préciser : { $fact }
words-gap-question = Réponse à donner : { $ask }
words-gap-evidence = À joindre : { $what }
words-gap-date = À préciser : { $missing }, sans quoi le délai « { $rule } » ne peut être calculé
words-reason-open = possible
words-reason-taken = fait le { $on }
words-reason-opens-on = possible à partir du { $on }
words-reason-opening-unknown = date d’ouverture inconnue : il manque { $missing }
words-reason-closing-unknown = possible un temps limité ; pour en calculer la fin, il manque { $missing }
words-reason-needs = { $needs }
words-reason-closes-on = possible jusqu’au { $on }
words-reason-closed-on = trop tard, dernier jour : { $on }
words-reason-excluded-by = plus possible après le recours déjà engagé : « { $route } »
words-reason-not-needed = plus nécessaire
words-warning-weak-source = « { $rule } » : règle peu sûre ou citée de mémoire, à vérifier avant de vous y fier
words-warning-stale-source = « { $rule } » : source vérifiée le { $on }, il y a plus de 12 mois ; vérifiez-la à nouveau
words-warning-indirect-source = Connu par une source indirecte seulement : { $rules }
words-warning-changeable-both = Promesses privées, qui peuvent changer : { $playbooks }
words-warning-changeable-policy = Promesse d’une entreprise, qu’elle peut changer : { $playbooks }
words-warning-changeable-scheme = Règles d’un réseau de paiement, qu’il peut changer : { $playbooks }
words-warning-partial-holiday = « { $rule } » : le dernier jour tient compte d’un jour férié ({ $holiday }) qui ne vaut pas partout
words-warning-excludes = Engager « { $route } » vous ferme « { $kills } », encore possible aujourd’hui
words-warning-alternative-closing = Autre voie bientôt fermée : « { $route } », dernier jour le { $on }
words-warning-no-law = Aucune règle de droit n’est connue pour ce pays ({ $country }) : seules comptent ici les règles de la plateforme et du moyen de paiement
words-warning-no-law-no-country = Pays inconnu : seules comptent ici les règles de la plateforme et du moyen de paiement
words-warning-base-law-only = Le droit propre à ce pays ({ $country }) n’est pas encore dans nos règles : seules comptent ici les règles communes de l’Union européenne, que la loi du pays peut compléter
words-warning-older-law = « { $rule } » : cette règle vaut pour les contrats conclus depuis le { $on } ; le droit qui s’appliquait au vôtre n’est pas dans nos règles
words-rule-yours = date n° { $no } de votre journal
words-warning-own-holidays = Les jours fériés comptés ici ({ $country }) sont ceux de votre propre fichier, à la place de ceux du programme : { $file }
words-warning-not-counted = Aucune date n’est donnée pour des règles qui dépendent de trop d’autres, ou d’elles-mêmes : { $rules }
words-warning-refunded-more = Le total remboursé dépasse la somme demandée : vérifiez les montants du journal
words-warning-other-currency = Le remboursement de { $amount } (n° { $no } du journal) n’est pas dans la monnaie du dossier : il n’est pas compté comme reçu. Corrigez-le avec la somme créditée (--corrects { $no })

## Amounts and durations that cannot be read

words-money-no-currency = `{ $text }` n’a pas de devise
words-money-unknown-currency = `{ $text }` : cette devise n’existe pas dans la norme ISO 4217
words-money-not-a-number = `{ $text }` n’est pas un montant
words-money-too-many-decimals = `{ $text }` a plus de décimales que sa devise
words-money-ambiguous = `{ $text }` peut se lire de deux façons
words-money-negative = `{ $text }` : un montant ne peut pas être négatif
words-money-too-large = `{ $text }` est un montant trop élevé
words-money-hint = écrivez le montant ainsi : `34,90 EUR`
words-money-hint-ambiguous = écrivez les centimes et aucun séparateur de milliers : `1249,00 EUR`
words-period-not-a-period = `{ $text }` n’est pas une durée
words-period-too-long = `{ $text }` dépasse toute durée possible
words-period-hint = écrivez `P14D` pour 14 jours, `P8W` pour 8 semaines, `P2M` pour 2 mois, `P1Y` pour un an, `PT48H` pour 48 heures

words-plain = { $value }
