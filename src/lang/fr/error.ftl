### Ce qui peut échouer : quoi, pourquoi, que faire.

error-no-data-folder = aucun dossier de données n’est connu sur cette machine
error-no-data-folder-hint = indiquez le fichier : claimctl --db FICHIER …
error-no-settings-folder = aucun dossier de réglages n’est connu sur cette machine
error-no-settings-folder-hint = indiquez le fichier : claimctl playbook new { $id } --out FICHIER
error-settings = le fichier de réglages `{ $path }` a un problème
error-settings-too-large = il est bien trop grand
error-settings-not-toml = ligne { $line } : ce n’est pas du TOML
error-settings-unknown = ligne { $line } : `{ $key }` n’est pas un réglage
error-settings-mail = ligne { $line } : `mail` attend vos adresses
error-settings-hint = mail = ["vous@example.org", "autre@example.org"]
error-settings-text = ligne { $line } : `{ $key }` attend un texte de 8 lignes de 100 caractères au plus
error-settings-text-hint = name = "Prénom Nom", address = ["12 rue des Lilas", "75011 Paris"], phone = "…"
error-letter-attach = on ne joint de pièces qu’à un e-mail
error-letter-attach-hint = claimctl letter ID TYPE --format eml --attach E1 --out lettre.eml
error-letter-no-sender = un e-mail a un expéditeur, et vos réglages n’ont pas d’adresse
error-letter-address = `{ $text }` n’est pas une adresse e-mail
error-letter-edit = la lettre n’a pas pu être modifiée ; rien n’a été envoyé ni noté
error-letter-edit-status = l’éditeur s’est arrêté avec { $status }
error-letter-edit-empty = il ne reste rien de la lettre ; rien n’a été envoyé ni noté
error-letter-edit-hint = VISUAL=nano claimctl letter ID --edit
error-letter-copy = le texte n’a pas pu être mis dans le presse-papiers
error-letter-copy-hint = installez wl-clipboard ou xclip, ou écrivez un fichier : claimctl letter ID --out lettre.txt
error-letter-draft = aucune messagerie n’a pu être ouverte
error-letter-draft-attach = un brouillon ouvert ainsi ne peut pas porter de pièces
error-letter-draft-long = le texte est trop long pour un brouillon ouvert ainsi
error-evidence-too-large = { $no } est trop lourde pour un e-mail (plus de 25 Mo)
error-language = langue inconnue : `{ $text }`
error-language-hint = --lang fr ou --lang en
error-today = `{ $text }` n’est pas une date
error-today-hint = --today 2026-11-20
error-system = { $text }
error-output = la sortie n’a pas pu être écrite
error-unexpected = une erreur imprévue est survenue
error-usage-command = commande inconnue : `{ $argument }`
error-usage-missing = il manque : { $argument }
error-usage-conflict = `{ $argument }` ne va pas avec une autre option donnée
error-usage-count = `{ $argument }` n’a pas le bon nombre de valeurs
error-usage-empty = `{ $argument }` attend une valeur
error-usage-value = `{ $value }` n’est pas une valeur possible pour `{ $argument }`
error-usage-argument = argument inattendu : `{ $argument }`
error-usage-other = la commande n’a pas pu être comprise
error-usage-hint = { $command }
error-usage-log-hint = { $command } donne la liste des faits : contacted, answered, promised, refused, refunded, note…
error-did-you-mean = vouliez-vous dire `{ $text }` ?
error-one-of = au choix : { $list }
error-no-terminal = pas de terminal : aucune question ne peut être posée
error-no-terminal-hint = claimctl new --answers FICHIER, ou claimctl new --prompts plain
error-no-terminal-rights = pas de terminal : aucune question ne peut être posée
error-no-terminal-rights-hint = claimctl rights --answers FICHIER, ou claimctl rights --prompts plain
error-claim-number = `{ $text }` n’est pas un numéro de dossier
error-no-claim = il n’y a pas de dossier { $id }
error-no-claim-hint = claimctl list --all
error-no-claims = il n’y a aucun dossier
error-no-claims-hint = claimctl new
error-unknown-member = `{ $text }` n’est pas { $set }
error-set-event = un événement connu
error-set-channel = un moyen de contact connu
error-set-answer-kind = une réponse connue
error-set-remedy = une demande connue
error-set-letter-kind = un type de lettre connu
error-set-evidence-kind = un type de preuve connu
error-set-addressee = un destinataire de dossier connu
error-set-outcome = une issue connue
error-set-playbook-kind = un type de fiche
error-set-problem = un problème connu
error-not-a-fact = `{ $text }` n’a pas la forme CLÉ=VALEUR
error-not-a-fact-hint = claimctl edit 1 order_ref=AB-123
error-region-hint = claimctl edit { $id } { $facts }
error-fact = `{ $key }` n’a pas pu être modifié
error-fact-value = `{ $value }` ne convient pas pour `{ $key }`
error-unknown-key = clé inconnue : `{ $text }`
error-read-file = le fichier `{ $file }` n’a pas pu être lu
error-write-file = le fichier `{ $file }` n’a pas pu être écrit
error-too-large = il est trop gros
error-not-utf8 = ce n’est pas du texte en UTF-8
error-not-utf8-hint = iconv -f ISO-8859-15 -t UTF-8 { $file } | claimctl new --answers -
error-answers = { $count ->
    [one] le fichier `{ $file }` contient un problème
   *[other] le fichier `{ $file }` contient { $count } problèmes
}
error-answers-line-hint = ligne { $line } : { $what } ({ $hint })
error-answers-line = ligne { $line } : { $what }
error-answers-hint = { $what } ({ $hint })
error-answers-plain = { $what }
error-answers-nothing-stored = rien n’a été enregistré ; corrigez le fichier et relancez la commande
error-no-deadline = ce dossier n’a pas d’échéance `{ $text }`
error-no-deadlines = ce dossier n’a pas d’échéance
error-no-playbook = il n’y a pas de fiche `{ $text }`
error-no-playbook-hint = claimctl playbook list
error-playbook-id = `{ $text }` n’est pas le nom d’une fiche
error-playbook-id-hint = d’abord son type, puis minuscules, chiffres et traits d’union : claimctl playbook new platform/ma-boutique
error-playbook-taken = il y a déjà une fiche intégrée `{ $text }`
error-playbook-taken-hint = prenez un autre nom : claimctl playbook new { $text }-perso
error-file-exists = le fichier `{ $file }` existe déjà ; rien n’a été écrit
error-file-exists-hint = claimctl playbook check { $file }
error-country = `{ $text }` n’est pas le code d’un pays
error-country-hint = écrivez deux lettres : FR, DE, GB
error-playbooks-wrong = { $count ->
    [one] un problème trouvé
   *[other] { $count } problèmes trouvés
} : { $wrong ->
    [one] un fichier ne tient pas, sur { $files }
   *[other] { $wrong } fichiers ne tiennent pas, sur { $files }
}
error-playbook-wrong = { $count ->
    [one] un problème trouvé
   *[other] { $count } problèmes trouvés
}
error-no-letter = aucune lettre ne convient à ce dossier aujourd’hui
error-no-letter-hint = claimctl letter { $id } --list
error-letter-not-fitting = ce dossier n’appelle pas de lettre de ce type ({ $kind })
error-letter = la lettre n’a pas pu être écrite ({ $kind })
error-draft = le dossier { $id } est un brouillon
error-draft-hint = claimctl next { $id }
error-log-closed = un dossier se clôt avec la commande close
error-log-closed-hint = claimctl close { $id }
error-undone-what = il faut dire quel événement est annulé
error-undone-what-hint = claimctl log { $id } undone --corrects NUMÉRO
error-claim-closed = ce dossier est clos
error-claim-closed-hint = claimctl log { $id } reopened
error-not-closed = ce dossier n’est pas clos
error-no-event = ce dossier n’a pas d’événement { $no }
error-no-event-hint = claimctl show { $id }
error-log-refused = l’événement « { $event } » n’a pas été noté
error-received-day = le jour de réception doit se situer entre l’envoi et aujourd’hui
error-which-clock = dites quelle échéance est déplacée : --rule FICHE#RÈGLE, ou la fin de son nom
error-several-rules = plusieurs règles de ce dossier finissent par `{ $text }`
error-own-date = il faut dire quelle règle change, et pour quelle date
error-own-date-hint = claimctl log { $id } { $event } --rule FICHE#RÈGLE --until DATE (les règles : claimctl why { $id })
error-by-before = la date donnée avec --by précède l’événement
error-no-rule = ce dossier n’a ni règle ni recours `{ $text }`
error-no-clock = `{ $text }` ne fixe aucune date dans ce dossier
error-clock-not-begun = le délai de `{ $rule }` ne court pas encore : il manque { $missing }
error-clock-log-hint = claimctl log { $id } { $event } --on DATE
error-clock-edit-hint = claimctl edit { $id } { $fact }
error-clock-own-date-hint = claimctl log { $id } own-date --rule { $rule } --on DATE
error-paused-already = `{ $rule }` est suspendu depuis le { $day } (n° { $no } du journal)
error-paused-already-hint = claimctl log { $id } resumed --rule { $rule }
error-paused-change-hint = claimctl log { $id } paused --rule { $rule } --corrects { $no } --on DATE
error-paused-is = ce délai n’est pas suspendu ce jour-là ; `{ $rule }` l’est depuis le { $day }
error-nothing-paused = aucun délai de ce dossier n’est suspendu ce jour-là
error-nothing-paused-hint = claimctl show { $id }
error-pause-too-late = `{ $rule }` a pris fin le { $day } : une suspension après ce jour n’y change rien
error-pause-too-late-hint = claimctl log { $id } extended --rule { $rule } --until DATE
error-extended-shorter = `{ $rule }` court de toute façon jusqu’au { $day }
error-extended-shorter-hint = claimctl log { $id } own-date --rule { $rule } --on DATE
error-says-nothing = `{ $event }` ne dit rien de { $option }
error-says-nothing-hint = claimctl log { $id } { $event } --note TEXTE
error-says-nothing-by-hint = claimctl log { $id } { $event } --by DATE --note TEXTE
error-event-replaced = l’événement { $no } a été remplacé par le n° { $by }
error-event-replaced-hint = claimctl log { $id } { $event } --corrects { $no }
error-event-undone = l’événement { $no } a été annulé par le n° { $by }
error-event-undoes = l’événement { $no } annule le n° { $by }, qu’il faut noter de nouveau
error-event-undone-hint = claimctl log { $id } { $event } --on DATE
error-corrects-kind = `{ $new }` ne peut pas remplacer `{ $old }` (n° { $no })
error-corrects-kind-hint = claimctl log { $id } undone --corrects { $no }
error-about-hint = claimctl why { $id }
error-close-outcome = il faut dire comment le dossier se termine
error-close-outcome-hint = --outcome, au choix : { $list }
error-is-the-desk = c’est la base des dossiers elle-même
error-name-not-utf8 = son nom n’est pas du texte en UTF-8 : renommez-le d’abord
error-read-folder = le répertoire `{ $folder }` n’a pas pu être lu
error-folder-empty = le répertoire `{ $path }` ne contient aucun fichier
error-pattern-empty = aucun fichier ne correspond à `{ $path }`
error-no-evidence = le dossier { $id } n’a pas de preuve `{ $text }`
error-no-evidence-hint = claimctl evidence list { $id } --all
error-not-confirmed = c’est irréversible, et il n’y a personne à qui le demander
error-not-confirmed-hint = ajoutez --yes si vous êtes sûr de vous
error-purge-needed = ce qui n’est pas confidentiel peut devoir servir de preuve jusqu’au { $day }
error-purge-unknown = ce qui n’est pas confidentiel peut encore devoir servir de preuve, et l’on ne sait pas jusqu’à quand
error-purge-hint = sans numéro, claimctl evidence purge { $id } efface les fichiers confidentiels ; --force efface aussi les autres
error-nothing-to-note = il n’y a rien à noter
error-nothing-to-note-hint = claimctl evidence note { $id } { $no } "…", ou l’une des options --kind, --taken-on, --confidential, --shared
error-evidence-purged = E{ $no } a été effacée le { $day }
error-evidence-missing = le fichier de E{ $no } est introuvable
error-evidence-missing-hint = claimctl evidence verify { $id }
error-open = { $no } n’a pas pu être ouverte
error-open-hint = claimctl evidence extract { $id } { $no }
error-stored-all-the-same = le dossier { $id } est enregistré malgré tout : claimctl show { $id }
error-close-currency = le total reçu ({ $total }) n’est pas dans la monnaie du dossier ({ $known })
error-close-less = le journal compte déjà plus ({ $known }) que ce total ({ $total })
error-undone-close = la clôture et la réouverture ne s’annulent pas ainsi
error-refund-zero = un remboursement de zéro n’en est pas un
error-fact-required = `{ $key }` est indispensable et ne peut pas être effacé
