### Ce qui ne va pas dans une fiche de règles : un message par code.

playbook-folder-unreadable = impossible de lire le dossier des fiches `{ $folder }`
playbook-builtin-broken = la fiche intégrée `{ $file }` ne tient pas : c’est une erreur du programme

playbook-type-text = un texte entre guillemets
playbook-type-list = une liste entre crochets
playbook-type-yes-no = true ou false
playbook-type-number = un nombre entier
playbook-type-date = une date comme 2026-11-20, sans guillemets
playbook-type-table = une table de clés et de valeurs
playbook-type-other = autre chose

playbook-bad-amount = `{ $value }` n’est pas un montant comme `{ $sample }`
playbook-bad-bands = les paliers doivent se suivre : une seule unité, chacun plus long que le précédent, et un plafond au moins égal au pourcentage
playbook-bad-date = `{ $value }` n’est pas une date comme 2026-11-20
playbook-bad-duration = `{ $value }` n’est pas une durée qui convient ici, comme P14D, P8W, P2M, P1Y ou PT48H
playbook-bad-holiday = `{ $value }` n’est pas un jour du type `{ $type }`
playbook-bad-id = `{ $value }` n’a pas la forme d’un nom : minuscules sans accent, chiffres et traits d’union simples (tirets bas dans la clé d’une question)
playbook-bad-number = `{ $value }` n’est pas un nombre qui convient ici
playbook-bad-question = la question `{ $key }` n’a pas le type ou les choix qui conviennent à sa clé
playbook-bad-time = `{ $value }` n’est pas une heure comme 14:30:00
playbook-bad-url = `{ $value }` n’est pas l’adresse d’une page : elle commence par https://
playbook-day-kind-without-days = `day_kind = "{ $value }"` demande une durée en jours
playbook-duplicate-id = `{ $value }` est déjà le nom d’autre chose
playbook-duplicate-key = cette clé figure deux fois ici
playbook-empty-list = la liste de `{ $key }` est vide
playbook-event-after-today = cet événement est postérieur au jour de l’exemple : { $day }
playbook-id-is-not-path = l’identifiant est `{ $value }`, mais le chemin du fichier indique `{ $path }`
playbook-kind-is-not-path = le type est `{ $value }`, mais l’identifiant indique `{ $path }`
playbook-misplaced-key = `{ $key }` n’a pas de sens à côté de `{ $beside }`
playbook-missing-key = il manque `{ $key }`
playbook-missing-translation = ce texte manque dans la langue `{ $language }`
playbook-no-counter-example = aucun exemple ne dit ce qui ne doit pas sortir : donnez `absent` à l’un d’eux
playbook-no-example = il n’y a pas de `[[example]]` : il en faut au moins un qui s’applique, et un cas ressemblant qui ne s’applique pas
playbook-question-clash = la question `{ $value }` a un autre type ou d’autres choix dans la fiche `{ $playbook }`
playbook-right-with-duration = une règle de type `right` n’a ni durée, ni point de départ, ni rappel
playbook-rule-cycle = la fin de la règle `{ $value }` se compte à partir d’elle-même
playbook-rule-with-two-durations = une règle a soit `length` et `from`, soit `latest_of`, soit `earliest_of`
playbook-rule-without-duration = cette règle n’a pas de durée : donnez-lui `length` et `from`, ou `latest_of`, ou `earliest_of`
playbook-rule-without-source = cette règle n’a pas de `source`
playbook-rule-without-start = cette règle a une durée, mais pas de `from` d’où la compter
playbook-start-unclear = un point de départ a exactement une des clés `event`, `term` et `rule`
playbook-still-needed = il manque ici `{ $value }`, que la fiche `{ $playbook }` nomme
playbook-syntax = ce n’est pas du TOML correct à cet endroit
playbook-unknown-base = `{ $value }` n’est pas une fiche que l’on puisse préciser : elle doit exister et n’en préciser elle-même aucune
playbook-unknown-dead-end = il n’y a pas d’impasse `{ $value }`
playbook-unknown-event = il n’y a pas d’événement `{ $value }` ; il y a { $valid }
playbook-unknown-fact = il n’y a pas de fait `{ $key }` pour une condition ; il y a { $valid }
playbook-unknown-key = clé inconnue `{ $key }` ; les clés possibles ici sont { $valid }
playbook-unknown-platform = il n’y a pas de plateforme `{ $value }` ; il y a { $valid }
playbook-unknown-route = il n’y a pas de voie `{ $value }`
playbook-unknown-rule = il n’y a pas de règle `{ $value }`
playbook-unknown-source = il n’y a pas de source `{ $value }` dans ce fichier ; il y a { $valid }
playbook-unknown-value = `{ $value }` n’est pas une valeur qui convient ici ; il y a { $valid }
playbook-unreadable = le fichier est illisible, trop grand ou n’est pas un texte en UTF-8
playbook-unsupported-format = le format est { $found }, mais ce programme connaît { $known }
playbook-validity-reversed = `until` est antérieur à `in_force_from`
playbook-wrong-type = il faut ici { $expected }

playbook-example-missing = `{ $id }` ne sort pas
playbook-example-not-absent = `{ $id }` sort et ne devrait pas
playbook-example-differs = `{ $id }` : `{ $key }` vaut { $found } et devrait valoir { $expected }
