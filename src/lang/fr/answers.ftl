### Ce qui ne va pas dans un fichier de réponses.

answers-line = ligne { $line } : { $what }

## Lecture du fichier
answers-not-toml = cette ligne n’est pas de la forme `clé = valeur`
answers-toml-hint = écrivez `clé = "valeur"`, une réponse par ligne
answers-unreadable = la valeur de `{ $key }` est illisible : il manque un guillemet ou un crochet
answers-quote = la valeur de `{ $key }` est un texte et doit être entre guillemets
answers-write-text = écrivez `{ $key } = "{ $value }"`
answers-write = écrivez `{ $value }`
answers-not-json = ce n’est plus du JSON à la colonne { $column }
answers-json-ends = le JSON s’arrête avant d’être complet
answers-json-no-object = le JSON n’est pas un objet
answers-json-hint = écrivez `{"{"} "clé": "valeur", "clé": "valeur" {"}"}`, sans virgule après la dernière réponse
answers-flat = `{ $key }` contient une liste ou une table
answers-flat-hint = donnez une seule valeur par réponse ; il n’y a pas de sections
answers-twice = `{ $key }` figure déjà à la ligne { $first }

## Clés et valeurs
answers-unknown-key = `{ $key }` n’est pas une clé d’un fichier de réponses
answers-did-you-mean = vouliez-vous dire `{ $known }` ?
answers-keys-hint = les clés sont `problem`, `wanted`, `country`, `seller`, `item`, `amount`, …, un événement suivi de `_on` comme `ordered_on`, et les questions propres aux fiches de règles
answers-unknown-value = `{ $value }` n’est pas une valeur de `{ $key }`
answers-valid-values = écrivez l’une de ces valeurs : { $values }
answers-did-you-mean-value = vouliez-vous dire `{ $value }` ? Les valeurs sont : { $values }
answers-own-shop = omettez `platform` pour une boutique indépendante ; les plateformes sont : { $values }
answers-missing = il manque `{ $key }`
answers-missing-for = il manque `{ $key }` : « { $playbook } » en dépend
answers-empty = `{ $key }` est vide
answers-empty-hint = omettez la clé si vous ne connaissez pas la réponse
answers-not-a-text = `{ $key }` ne peut pas être `{ $value }` : il faut un texte
answers-control = `{ $key }` contient un caractère de contrôle ({ $value })
answers-later = `{ $key }` n’a pas sa place dans un fichier de réponses : le dossier doit déjà exister
answers-later-hint = créez d’abord le dossier, puis utilisez `claimctl log ID ÉVÉNEMENT`
answers-channel-alone = `{ $key }` dit comment un message est parti, mais pas quand
answers-channel-alone-hint = ajoutez `{ $known }`

## Jours et heures
answers-date-ambiguous = `{ $value }` peut désigner deux jours différents
answers-write-either = écrivez `{ $one }` ou `{ $other }`
answers-date-format = `{ $value }` n’est pas un jour écrit sous la forme année-mois-jour
answers-date-unreal = `{ $value }` n’est pas un jour du calendrier
answers-date-far = `{ $value }` est trop éloigné pour être exact
answers-date-hour = `{ $key }` attend un jour sans heure
answers-hour-missing = `{ $key }` attend un jour avec son heure
answers-hour-missing-hint = écrivez aussi l’heure, comme dans `{ $value }`, ou utilisez la clé `{ $known }`
answers-hour-zone = `{ $value }` comporte un fuseau horaire
answers-hour-unreal = `{ $value }` n’est pas une heure de la journée
answers-future = `{ $key }` est dans le futur : le { $date } vient après aujourd’hui, le { $today }
answers-future-hint = pour un jour à venir, utilisez la clé `{ $known }`
answers-before-order = `{ $key }` (le { $date }) précède la commande ou le contrat (le { $ordered })

## Montants, lieux, durées
answers-money-no-currency = le montant `{ $value }` n’a pas de devise
answers-money-unknown-currency = la devise de `{ $value }` n’est pas dans la norme ISO 4217
answers-money-not-a-number = `{ $value }` n’est pas un montant
answers-money-too-many-decimals = `{ $value }` a plus de décimales que sa devise
answers-money-ambiguous = `{ $value }` peut désigner deux montants différents
answers-money-negative = `{ $value }` est négatif
answers-money-too-large = `{ $value }` est trop grand
answers-money-hint = écrivez un montant comme `34,90 EUR`
answers-country = `{ $value }` n’est pas le code d’un pays
answers-country-hint = écrivez les deux lettres de la norme ISO 3166-1, comme `FR`
answers-region = `{ $value }` n’est pas le code d’une région
answers-region-hint = écrivez le code de la norme ISO 3166-2, comme `FR-67`, `DE-BY` ou `GB-ENG`
answers-region-of = la région `{ $value }` n’est pas dans le pays `{ $country }`
answers-period = `{ $value }` n’est pas une durée
answers-period-negative = la durée `{ $value }` est négative
answers-period-hint = écrivez `P1M` pour un mois, `P14D` pour 14 jours, `P1Y` pour un an
answers-too-many = trop de réponses dans ce fichier, à partir de `{ $key }`

answers-export-none = ce n’est pas un export JSON de dossiers
answers-export-broken = ce n’est pas du JSON valide, ou il est incomplet
answers-export-value = dossier numéro { $claim } du fichier : { $key } ne peut pas être `{ $value }`
answers-export-hint = pour en écrire un : claimctl export --format json --out FICHIER

## Tableaux

answers-table-unknown = `{ $key }` n’est pas une colonne d’un tableau
answers-table-twice = les colonnes { $first } et { $second } s’appellent toutes deux `{ $key }`
answers-table-wide = le tableau a plus de 500 colonnes
answers-table-nameless = la cellule `{ $value }` est dans une colonne sans nom
answers-table-ragged = la ligne a { $cells ->
    [one] { $cells } cellule
   *[other] { $cells } cellules
} et l’en-tête { $columns }
answers-table-quote = un guillemet n’est pas fermé, ou n’est pas doublé
answers-table-quote-hint = mettez entre guillemets droits un texte qui contient des séparateurs ou des guillemets, et doublez les siens : "a ""b"", c"
answers-table-empty = il n’y a aucune ligne sous l’en-tête
answers-table-more = il y a plus de { $count } problèmes ; seuls ceux-ci sont affichés
answers-table-with = donnez-le dans une colonne `{ $key }`, ou pour toutes les lignes : --with { $key }=VALEUR
answers-table-with-one = donnez-le dans une colonne `{ $key }`, ou pour toutes les lignes : --with { $key }=VALEUR, parmi { $values }
answers-table-currency = écrivez-la après le montant, dans une colonne `currency`, ou pour toutes les lignes : --with currency=EUR
answers-table-currencies = `{ $value }` n’est pas la devise de `{ $amount }`
answers-table-end-hint = un dossier clos a besoin de `closed_on` et de `outcome` ; pour un dossier qui continue, laissez les deux vides, ainsi que `status`
answers-table-uid = `{ $value }` n’est pas un UUID, l’identifiant d’un dossier entre machines
answers-table-uid-hint = laissez `uid` vide pour un dossier qui ne vient pas de claimctl
answers-table-uid-twice = `{ $value }` est déjà l’identifiant de la ligne { $first }
answers-table-list = c’est une liste de claimctl sans la colonne `uid` : ses dossiers viendraient une seconde fois
answers-table-list-hint = claimctl export --format csv écrit un tableau qui peut revenir
