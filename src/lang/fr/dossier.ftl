# Dossiers à remettre : tout un dossier pour qui ne le connaît pas.

dossier-for-mediator = Pour le médiateur · établi le { $on } · dossier { $no }
dossier-for-bank = Pour la banque ou le prestataire de paiement · établi le { $on } · dossier { $no }
dossier-for-platform = Pour la plateforme · établi le { $on } · dossier { $no }
dossier-for-court = Pour le tribunal · établi le { $on } · dossier { $no }
dossier-for-adviser = Pour qui me conseille · établi le { $on } · dossier { $no }

## La première page

dossier-gaps = Ce qui manque
dossier-gaps-none = Rien de ce qui est demandé ne manque.
dossier-gap-detail = { $what } : { $detail }
dossier-apart-title = À savoir
dossier-apart = Absentes de ce fichier, à joindre : { $pieces }
dossier-too-large = Trop lourdes pour être montrées ici, jointes en fichiers : { $pieces }
dossier-confidential = { $count ->
    [one] Laissée de côté : une pièce confidentielle.
   *[other] Laissées de côté : { $count } pièces confidentielles.
}
dossier-trouble-missing = Le fichier de la pièce E{ $no } a disparu.
dossier-trouble-altered = Le fichier de la pièce E{ $no } n’est plus celui qui a été conservé.
dossier-trouble-unreadable = Le fichier de la pièce E{ $no } est illisible.
dossier-trouble-no-picture = La pièce E{ $no } porte le nom d’une image, mais n’en est pas une qui puisse être montrée.
dossier-trouble-purged = Le fichier de la pièce E{ $no } a été supprimé le { $on } ; son empreinte reste.

dossier-summary = L’essentiel
dossier-unnamed = (nom non indiqué)
dossier-sum-consumer = Qui réclame
dossier-sum-against = Contre qui
dossier-sum-seller-on = { $seller }, sur { $platform }
dossier-sum-happened = Ce qui s’est passé
dossier-sum-purchase = Achat : { $parts }.
dossier-sum-order = n° { $no }
dossier-sum-bought = le { $on }
dossier-sum-asked = Ce qui est demandé
dossier-sum-increase = et { $amount } que la loi ajoute pour le retard
dossier-sum-done = Ce qui a été fait
dossier-sum-nothing-done = Rien n’a encore été écrit au vendeur.
dossier-sum-more = […] { $count } de plus, dans la chronologie
dossier-sum-late = Ce qui est en retard
dossier-sum-owed = { $who } : { $what }, pour le { $on }
dossier-sum-open = Ce qui est possible, jusqu’à quand
dossier-sum-route = { $route } : { $window }
dossier-sum-nothing-open = Rien n’est possible aujourd’hui.
dossier-sum-next = Prochaine étape

## Ce que demande le destinataire

dossier-asks-mediator = Ce que demande le médiateur
dossier-asks-bank = Ce que demande la banque ou le prestataire de paiement
dossier-asks-platform = Ce que demande la plateforme
dossier-asks-court = Ce que demande le tribunal
dossier-asks-adviser = Ce qu’il faut au dossier
dossier-asks = Liste de contrôle pour qui constitue le dossier : « vous » y est le consommateur.
dossier-check-done = oui
dossier-check-missing = manque
dossier-no-route = Aucune règle connue ne mène ce dossier à ce destinataire
dossier-ask-open = La voie est ouverte : { $route }
dossier-ask-closed = La voie n’est pas ouverte : { $route }
dossier-ask-happened = { $event }, le { $on }
dossier-ask-proof = La preuve : { $proof }
dossier-ask-there = { $pieces }
dossier-ask-name = Votre nom
dossier-ask-address = Votre adresse postale
dossier-hint-name = name = "Prénom Nom" dans config.toml
dossier-hint-address = address = ["1 rue", "75000 Ville"] dans config.toml
dossier-hint-evidence = claimctl evidence add { $id } FICHIER --kind { $kind }
dossier-hint-confidential = gardée confidentielle : --include-confidential
dossier-hint-verify = claimctl evidence verify { $id }

## Les parties et les faits

dossier-parties = Les parties
dossier-consumer = Consommateur
dossier-seller = Vendeur
dossier-platform = Plateforme
dossier-payment = Payé par
dossier-facts = Les faits

## Ce qui s’est passé

dossier-picture = Le dossier dans le temps
dossier-timeline = Ce qui s’est passé, jour après jour
dossier-column-day = Jour
dossier-column-what = Quoi
dossier-column-details = Précisions
dossier-column-exhibits = Pièces
dossier-by = pour le { $day }
dossier-letters = Ce qui a été envoyé
dossier-letters-none = Rien n’a encore été envoyé.
dossier-letter-heading = { $what }, { $on }
dossier-letter-by = Envoyé par
dossier-letter-received = Reçu le
dossier-letter-answer = Réponse demandée pour le
dossier-letter-subject = Objet
dossier-letter-proof = Preuve
dossier-letter-unproven = aucune au dossier

## L’argent

dossier-money = L’argent
dossier-column-amount = Montant
dossier-money-price = Prix payé
dossier-money-asked = Demandé
dossier-money-received = Reçu le { $on }
dossier-money-outstanding = Reste dû
dossier-money-added = { $days ->
    [one] Ajouté par la loi, { $days } jour de retard
   *[other] Ajouté par la loi, { $days } jours de retard
}
dossier-money-total = Dû aujourd’hui
dossier-money-none = Aucune somme n’est demandée, ou le montant n’est pas connu.
dossier-money-how = Comment la majoration a été calculée :
dossier-money-due = le remboursement était dû au plus tard le { $on }

## Les droits et les recours

dossier-rights = Les droits invoqués, et leurs sources
dossier-column-right = Quoi
dossier-column-who = Qui
dossier-column-due = Quand
dossier-column-source = Source
dossier-due-open = au plus tard le { $on }
dossier-due-held = pour le { $on }, peut encore attendre
dossier-due-missed = en retard depuis le { $on }
dossier-due-met = fait à temps ({ $on })
dossier-right-heed = { $right }. { $heed }
dossier-routes = Les recours, et jusqu’à quand
dossier-column-route = Recours
dossier-column-state = État
dossier-column-window = Fenêtre
dossier-route-taken = fait le { $on }
dossier-window-both = du { $from } au { $until }
dossier-window-from = à partir du { $from }
dossier-window-until = jusqu’au { $until }
dossier-window-after = après une autre étape
dossier-window-none = sans limite connue

## Les pièces

dossier-exhibits = Les pièces
dossier-exhibits-none = Il n’y a pas de pièces.
dossier-exhibit-heading = E{ $no } – { $kind }
dossier-exhibit-note = Ce qu’elle montre
dossier-exhibit-day = Du
dossier-exhibit-proves = Prouve
dossier-exhibit-mail = E-mail
dossier-exhibit-part = Jointe à
dossier-exhibit-file = Fichier
dossier-exhibit-state = État
dossier-exhibit-picture = Pièce E{ $no } : { $what }

## Plusieurs dossiers

dossier-report = { $count ->
    [one] { $count } dossier, { $on }
   *[other] { $count } dossiers, { $on }
}
dossier-contents = Sommaire
dossier-column-claim = Dossier
dossier-column-next = Prochaine étape
dossier-not-opened = impossible d’ouvrir la page du dossier { $id }
dossier-not-opened-hint = claimctl show { $id } --format html

## L’écrire

dossier-done = Écrit : { $path }.
dossier-taken = il y a déjà quelque chose à `{ $path }`
dossier-taken-hint = claimctl dossier { $id } --for { $who } --out RÉPERTOIRE
