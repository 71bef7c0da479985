### Les commandes : leur aide, et ce qu'elles disent.

command-about = Vos litiges de consommation : quoi faire, avant quand, sur quel fondement, avec quels mots et quelles preuves.
command-help-usage = Usage :
command-help-commands = Commandes{"\u00A0"}
command-help-arguments = Arguments{"\u00A0"}
command-help-options = Options{"\u00A0"}
command-help-command = COMMANDE
command-help-global = Options générales{"\u00A0"}
command-help-values = { $help } ({ $values })
command-value-FILE = FICHIER
command-value-WHO = QUI
command-value-FOLDER = RÉPERTOIRE
command-value-FILES = FICHIERS
command-value-LANG = LANGUE
command-value-DATE = DATE
command-value-INSTANT = INSTANT
command-value-WHEN = QUAND
command-value-STYLE = STYLE
command-value-DAYS = JOURS
command-value-COLUMNS = COLONNES
command-value-NAME = NOM
command-value-KEY = CLÉ
command-value-FORMAT = FORMAT
command-value-ID = DOSSIER
command-value-IDS = DOSSIERS
command-value-EVENT = FAIT
command-value-CHANNEL = MOYEN
command-value-ADDRESS = ADRESSE
command-value-PROGRAM = PROGRAMME
command-value-TEXT = TEXTE
command-value-AMOUNT = MONTANT
command-value-ASKED = DEMANDE
command-value-REMEDY = DEMANDE
command-value-NUMBER = NUMÉRO
command-value-KIND = TYPE
command-value-OUTCOME = ISSUE
command-value-ANSWER = RÉPONSE
command-value-DEADLINE = ÉCHÉANCE
command-value-RULE = RÈGLE
command-value-COUNTRY = PAYS
command-value-PLAYBOOK = FICHE
command-value-PROBLEM = PROBLÈME
command-value-EVIDENCE = PREUVE
command-help-events = Les faits :
command-help-channels = Les moyens :
command-help-answers = Les réponses (--kind) :
command-help-remedies = Ce qui est proposé ou promis (--remedy) :
command-help-keys = Les données :
command-help-terms = Des dates qui peuvent être à venir :
command-help-other-keys = Le jour d’un fait par son nom, suivi de _on : delivered_on, ordered_on (les noms : claimctl log --help).
    Ce que les fiches demandent pour ce dossier se change aussi : claimctl edit ID le donne.
command-help-letters = Les types de lettre :
command-help-kinds = Les types de preuve :
command-help-playbook-kinds = Les types :
command-help-problems = Les problèmes :
command-help-outcomes = Les issues :
command-help-help = Affiche cette aide
command-help-version = Affiche la version

command-global-arg-db = Le fichier de la base (CLAIMCTL_DB)
command-global-arg-lang = La langue : fr ou en (CLAIMCTL_LANG, sinon celle du système)
command-global-arg-today = Le jour pris pour aujourd’hui, AAAA-MM-JJ (CLAIMCTL_TODAY)
command-global-arg-color = Quand utiliser des couleurs (NO_COLOR)
command-global-arg-no_input = Ne jamais poser de question
command-global-arg-prompts = Comment poser les questions ; « plain » : des lignes numérotées
command-global-arg-quiet = Sans les messages d’état

command-new-about = Ouvre un dossier, en quatre étapes guidées
command-new-arg-answers = Le fichier des réponses, TOML ou JSON ; « - » pour l’entrée standard
command-next-about = Poursuit un dossier : quoi faire maintenant, le faire, le noter
command-next-arg-id = Le dossier ; sinon le parcours interrompu, ou le plus urgent
command-next-arg-force = Continuer bien qu’une preuve manque ; le journal le note
command-list-about = Liste les dossiers et ce qui est à faire
command-list-arg-due = Ce qui échoit dans ce nombre de jours (7 sans nombre), et tout ce qui est en retard
command-list-arg-overdue = Seulement ce qui est en retard
command-list-arg-all = Les dossiers clos aussi
command-list-arg-seller = Seulement les dossiers contre ce vendeur
command-list-arg-sort = L’ordre
command-list-arg-format = La forme de la sortie
command-list-arg-exit_code = Sort avec le code 10 si quelque chose échoit ou est en retard
command-show-about = Montre tout d’un dossier
command-show-arg-id = Le dossier
command-show-arg-format = La forme : text pour ici, html pour une page où tout est
command-show-arg-open = Ouvre la page dans votre navigateur
command-show-arg-all = Toutes les échéances, même passées ou sans objet, et tous ceux à qui s’adresser
command-log-about = Note un fait : envoyé, reçu, dit, promis
command-log-arg-id = Le dossier
command-log-arg-event = Le fait, par exemple contacted, answered, refunded
command-log-arg-on = Le jour ; par défaut aujourd’hui, ou celui de l’e-mail qui le prouve
command-log-arg-at = Le jour et l’heure
command-log-arg-received = Le jour de la réception par l’autre
command-log-arg-channel = Par quel moyen
command-log-arg-note = Ce qui a été dit
command-log-arg-amount = Combien, par exemple 34,90 €
command-log-arg-kind = Avec answered : ce que dit la réponse
command-log-arg-remedy = Ce qui est proposé, promis ou demandé, par exemple replacement
command-log-arg-who = Qui l’a dit, par exemple « Mme Roy, service clients »
command-log-arg-by = La date promise, demandée ou fixée
command-log-arg-about = Le recours ou la règle dont il s’agit
command-log-arg-corrects = Le numéro de l’événement remplacé
command-log-arg-files = Une preuve ; l’option peut être répétée
command-edit-about = Ajoute ou corrige des données du dossier
command-edit-arg-id = Le dossier
command-edit-arg-facts = Des données, par exemple order_ref=AB-123 ; une valeur vide efface ; sans aucune, la liste de celles qui se changent
command-why-about = Explique le calcul de chaque date
command-why-arg-id = Le dossier
command-why-arg-deadline = L’échéance, ou la fin de son nom
command-timeline-about = Dessine un dossier dans le temps : les faits, et ce qui est ouvert jusqu’à quand
command-timeline-arg-id = Le dossier
command-timeline-arg-format = La forme de la sortie
command-timeline-arg-width = La largeur en colonnes ; à défaut, celle du terminal
command-rights-about = Dit ce que vous pouvez encore faire, et jusqu’à quand ; rien n’est enregistré
command-rights-arg-answers = Le fichier des réponses, TOML ou JSON ; « - » pour l’entrée standard
command-rights-arg-format = La forme de la sortie
command-rights-others = Les autres voies
command-rights-why-not = Pourquoi une voie n’est pas ouverte
command-rights-keep = Rien n’a été enregistré. Pour ouvrir un dossier et être prévenu à temps : claimctl new
command-letter-about = Écrit la lettre de l’étape
command-letter-arg-id = Le dossier
command-letter-arg-kind = Le type de lettre ; sinon celle que l’étape demande
command-letter-arg-list = Les lettres qui conviennent, et pourquoi les autres non
command-letter-arg-template = Afficher son modèle, pour en faire le vôtre
command-letter-arg-by = La date demandée pour la réponse
command-letter-arg-format = La forme de la sortie
command-offer-about = Pèse une offre : ce qui est dû, ce qui reste ouvert ; puis l’accepte, la refuse ou demande plus
command-offer-arg-id = Le dossier
command-offer-arg-accept = Accepter l’offre : la lettre, et le journal
command-offer-arg-refuse = La refuser
command-offer-arg-counter = La refuser et demander autre chose : un montant, ou replacement, repair…
command-offer-arg-by = La date de réponse ou d’exécution demandée
command-offer-arg-on = Le jour de votre réponse, aujourd’hui sauf indication
command-offer-arg-channel = Par quel moyen elle part
command-offer-arg-note = Ce qu’il faut en retenir
command-offer-arg-format = La forme du résultat
command-letter-arg-channel = Le moyen d’envoi ; le texte est ajusté
command-letter-arg-edit = Modifier d’abord le texte dans votre éditeur
command-letter-arg-out = Le fichier à écrire
command-letter-arg-to = L’adresse du destinataire de l’e-mail
command-letter-arg-attach = Les pièces à joindre à un e-mail : E2
command-letter-arg-include_confidential = Des pièces confidentielles peuvent l’accompagner
command-letter-arg-copy = Mettre le texte dans le presse-papiers
command-letter-arg-open = Ouvrir un brouillon dans la messagerie
command-letter-arg-sent = L’envoi est fait (aujourd’hui, sauf si vous donnez le jour) : le noter et garder le texte comme pièce
command-letter-arg-files = Preuve de l’envoi
command-evidence-about = Ajoute, liste, vérifie et ressort les preuves
command-evidence-add-about = Ajoute des preuves à un dossier
command-evidence-add-arg-id = Le dossier
command-evidence-add-arg-files = Les fichiers
command-evidence-add-arg-kind = Ce que c’est : photo, message, receipt, certificate… (message pour un e-mail, sinon other par défaut)
command-evidence-add-arg-proves = Ce que cela prouve
command-evidence-add-arg-taken_on = Le jour de la photo ou du document
command-evidence-add-arg-link = Sans copie : seuls le chemin et l’empreinte sont notés
command-evidence-add-arg-sent = Pour un e-mail : il est de vous
command-evidence-add-arg-received = Pour un e-mail : il est de l’autre partie
command-evidence-add-arg-on = Pour un e-mail sans date : le jour de l’envoi
command-evidence-add-arg-confidential = À tenir hors de tout ce qui se partage
command-evidence-list-about = Liste les preuves d’un dossier
command-evidence-list-arg-id = Le dossier
command-evidence-list-arg-all = Aussi ce qui a été retiré
command-evidence-list-arg-include_confidential = Aussi les noms des preuves confidentielles
command-evidence-list-arg-format = La forme de la sortie
command-evidence-open-about = Ouvre une preuve dans son programme
command-evidence-open-arg-id = Le dossier
command-evidence-open-arg-evidence = La preuve : E2
command-evidence-extract-about = Copie une preuve hors du coffre, octet pour octet
command-evidence-extract-arg-id = Le dossier
command-evidence-extract-arg-evidence = La preuve : E2
command-evidence-extract-arg-out = Le fichier ou le répertoire où l’écrire, ou - pour la sortie standard
command-evidence-verify-about = Vérifie que chaque fichier est resté ce qu’il était
command-evidence-verify-arg-id = Le dossier
command-evidence-verify-arg-all = Tous les dossiers, et ce que le coffre contient sans appartenir à aucun
command-evidence-note-about = Note ce qu’une preuve montre ou ce qu’elle est
command-evidence-note-arg-id = Le dossier
command-evidence-note-arg-evidence = La preuve : E2
command-evidence-note-arg-text = Ce qu’elle prouve
command-evidence-note-arg-kind = Ce que c’est
command-evidence-note-arg-taken_on = Le jour de la photo ou du document
command-evidence-note-arg-confidential = À tenir hors de tout ce qui se partage
command-evidence-note-arg-shared = Elle peut être partagée, finalement
command-evidence-remove-about = Retire des preuves d’un dossier ; le fichier reste gardé
command-evidence-remove-arg-id = Le dossier
command-evidence-remove-arg-evidence = La preuve : E2
command-evidence-purge-about = Efface des preuves pour de bon ; l’empreinte, le type et les jours restent
command-evidence-purge-arg-id = Le dossier
command-evidence-purge-arg-evidence = La preuve : E2 ; sinon toutes celles qui sont confidentielles
command-evidence-purge-arg-force = Aussi ce qui peut encore servir
command-evidence-purge-arg-yes = Sans poser de question
command-undo-about = Annule la dernière modification, quelle qu’elle soit
command-undo-arg-list = Liste seulement ce qui peut être annulé, le plus récent d’abord
command-undo-arg-format = La forme de la liste
command-forget-about = Supprime entièrement un dossier : son journal, ses preuves
command-forget-arg-id = Le dossier
command-forget-arg-yes = Sans poser de question
command-close-about = Clôt un dossier, avec ses dernières vérifications
command-close-arg-id = Le dossier
command-close-arg-outcome = L’issue
command-close-arg-amount = La somme reçue en tout
command-close-arg-confirmation_kept = La confirmation écrite est-elle gardée ?
command-close-arg-debits_stopped = Les prélèvements ont-ils cessé ?
command-close-arg-refund_arrived = Le remboursement est-il arrivé ?
command-import-about = Ajoute à vos dossiers ceux d’un autre appareil ou d’un fichier
command-import-arg-from = Le fichier, ou - pour l’entrée standard
command-import-arg-dry_run = Dire seulement ce qui viendrait ; ne rien modifier
command-import-arg-erase = Supprimer ici aussi ce qui a été supprimé définitivement ailleurs
command-import-arg-with = Des faits pour toutes les lignes d’un tableau, sauf celles qui les donnent elles-mêmes
command-dossier-about = Réunit le dossier pour qui décide ou conseille
command-dossier-arg-id = Le dossier
command-dossier-arg-addressee = À qui il est destiné
command-dossier-arg-out = Le répertoire à créer, ou un fichier qui finit par .zip ou .pdf
command-dossier-arg-include_confidential = Aussi les preuves confidentielles
command-dossier-arg-archive = Pour un PDF, l’exemplaire à conserver : PDF/A, avec les fichiers des preuves
command-help-addressees = Destinataires :
command-export-about = Exporte les dossiers dans un format stable
command-export-arg-ids = Les dossiers ; tous par défaut
command-export-arg-format = La forme de la sortie
command-export-arg-out = Le fichier à écrire
command-export-arg-include_confidential = Aussi les preuves confidentielles
command-export-arg-archive = Pour un PDF, l’exemplaire à conserver : PDF/A, avec les fichiers des preuves
command-export-bundle-done = { $claims ->
    [one] { $claims } dossier
   *[other] { $claims } dossiers
} et { $files ->
    [one] { $files } fichier de preuve
   *[other] { $files } fichiers de preuve
} dans { $file }. Pour les ajouter ailleurs : claimctl import { $typed }
command-export-bundle-out = { $claims ->
    [one] { $claims } dossier
   *[other] { $claims } dossiers
} et { $files ->
    [one] { $files } fichier de preuve
   *[other] { $files } fichiers de preuve
} : copie faite.
command-export-bundle-confidential = { $count ->
    [one] { $count } fichier confidentiel n’y est pas
   *[other] { $count } fichiers confidentiels n’y sont pas
} ; pour les y mettre : --include-confidential
command-export-bundle-terminal = claimctl export --format bundle --out FICHIER
command-backup-about = Écrit tout dans un seul fichier : dossiers, preuves, vos fiches de règles
command-backup-arg-to = Le fichier ou le répertoire où l’écrire, ou - pour la sortie standard
command-backup-arg-yes = Remplacer un fichier sans demander
command-restore-about = Fait revenir une sauvegarde ; ce qu’elle remplace est gardé
command-restore-arg-from = La sauvegarde, ou - pour l’entrée standard
command-restore-arg-yes = Remplacer ce qui s’y trouve sans demander
command-doctor-about = Vérifie dossiers, preuves, droits et fiches, et répare ce qui doit l’être
command-doctor-arg-fix = Réparer sans demander
command-doctor-arg-save_to = Sauver dans un nouveau fichier ce qui reste lisible d’un fichier de dossiers endommagé
command-playbook-about = Les fiches de règles : lister, montrer, écrire, vérifier
command-playbook-list-about = Liste les fiches, l’âge de leur relecture et ce qu’on sait de leurs sources
command-playbook-list-arg-country = Seulement celles qui valent pour les consommateurs de ce pays, comme FR
command-playbook-list-arg-kind = Seulement celles de ce type
command-playbook-list-arg-problem = Seulement celles qui parlent de ce problème
command-playbook-list-arg-stale = Les sources à vérifier de nouveau, la plus ancienne d’abord : non lues, ou non vérifiées depuis 12 mois
command-playbook-list-arg-format = La forme de la sortie
command-playbook-show-about = Montre une fiche, avec ses sources
command-playbook-show-arg-id = La fiche
command-playbook-check-about = Vérifie des fiches et leurs exemples, toutes ensemble
command-playbook-check-arg-files = Les fichiers et dossiers ; vos propres fiches, sauf indication
command-playbook-new-about = Écrit une première fiche à compléter, commentée
command-playbook-new-arg-id = Son identifiant, comme platform/ma-boutique ; sans lui, un modèle est montré
command-playbook-new-arg-out = Le fichier à écrire, au lieu d’une de vos fiches (- pour la sortie standard)
command-playbook-schema-about = Écrit le schéma JSON des fiches, pour les éditeurs qui les complètent et les vérifient

command-next-line = Dossier { $id }, { $title } : { $sentence }
command-hold-why = Cette étape attend une preuve : { $why }
command-hold-add = Pour l’ajouter : claimctl evidence add { $id } FICHIER --kind { $kind }
command-hold-force = Pour continuer sans elle : claimctl next { $id } --force
command-hold-note = Poursuivi sans { $proof } : { $act }
command-hold-gone-on = On continue sans la preuve ; le journal le note.
command-hold-none = Aucune étape n’attend de preuve.

command-log-you-have = Au plus tard le { $day }, vous : { $what }.
command-log-they-have = Au plus tard le { $day }, { $who } : { $what }.
command-log-met = Fait : { $what }.
command-log-opens-on = S’ouvre le { $day } : { $route }.
command-log-open-now = Ouvert dès maintenant : { $route }.
command-log-shut = N’est plus ouvert : { $route }.
command-log-you-have-now = Au plus tard le { $day } (avant : { $old }), vous : { $what }.
command-log-they-have-now = Au plus tard le { $day } (avant : { $old }), { $who } : { $what }.
command-log-no-day = Échéance qui n’existe plus : { $what } ({ $day }).
command-log-gone = Ne concerne plus ce dossier : { $route }.
command-log-replaces = À la place du n° { $no } : { $event }, { $day }.
command-log-takes-back = Annulé : n° { $no }, { $event }, { $day }.

command-show-title = Dossier { $id } – { $title }
command-show-state = { $status } · { $step }
command-show-contact = { $name } : { $how }
command-show-contacts = À qui s’adresser
command-show-contacts-more = { $count ->
    [one] Un autre, pour une étape qui n’est pas ouverte aujourd’hui : claimctl show { $id } --all
   *[other] { $count } autres, pour des étapes qui ne sont pas ouvertes aujourd’hui : claimctl show { $id } --all
}
command-show-dead-end = { $title } : { $why } { $instead }.
command-show-dead-ends = Démarches qui ne mènent à rien
command-show-deadlines = Échéances
command-show-whys = D’où viennent ces dates (le détail : claimctl why { $id })
command-show-routes = Recours
command-show-rights = Vos droits
command-show-rights-whys = Vos droits (le détail : claimctl why { $id })
command-show-right = { $right }. { $heed }
command-show-log = Journal
command-show-needs = Ce qu’il faut pour la prochaine étape
command-show-need-there = { $what } : au dossier ({ $pieces })
command-show-need-lacking = { $what } : manque (--kind { $kind })
command-show-need-add = Pour en ajouter : claimctl evidence add { $id } FICHIER --kind TYPE
command-show-held-back = En attente d’une preuve : { $route }. { $why }
command-show-evidence = Preuves
command-show-money = Argent
command-show-gaps = Ce qui manque encore
command-show-warnings = À savoir
command-show-column-who = Qui
command-show-column-what = Quoi
command-show-column-due = Au plus tard
command-show-column-state = État
command-show-taken = fait le { $day }
command-show-reason = { $route } : { $reason }
command-show-due-moved = { $due } (avant : { $before })
command-show-paused = suspendu depuis le { $day }
command-show-another-way = par une autre voie
command-show-held = peut encore attendre
command-show-due-legal = { $due } (limite légale { $legal })
command-show-by = pour le { $day }
command-show-asked = Demandé : { $amount }
command-show-received = Reçu : { $amount }
command-show-outstanding = Reste dû : { $amount }

command-letter-subject = Objet : { $subject }
command-letter-sign = Avant l’envoi, ajoutez vos nom et adresse (ou réglez `name` et `address` dans config.toml), et signez si c’est un courrier.
command-letter-too-long = le texte compte { $length } caractères et la messagerie en accepte { $limit } : raccourcissez la description, ou modifiez le texte avec --edit
command-letter-written = Écrit dans { $file }.
command-letter-edit-kept = Le texte que vous avez écrit est gardé dans { $file }.
command-letter-own-broken = votre modèle dans `{ $playbook }` ne se remplit pas ({ $reason }) : celui du programme est utilisé
command-letter-template = Pour en faire le vôtre : enregistrez-le sous { $file }, modifiez-le, puis : claimctl playbook check
command-letter-copied = Le texte est dans le presse-papiers. Son objet : { $subject }
command-letter-opened = Le brouillon s’ouvre dans votre messagerie.
command-letter-now = convient maintenant

command-evidence-added = Ajouté : E{ $no }, { $name }.
command-evidence-attached = Ajouté : E{ $no }, { $name } (pièce jointe de E{ $of }).
command-evidence-part = pièce jointe de E{ $no }
command-evidence-known = Déjà là : E{ $no }, { $name }.
command-evidence-none = Aucune preuve dans ce dossier.
command-evidence-confidential = confidentiel
command-evidence-nameless = (nom non montré)
command-evidence-taken = du { $day }
command-evidence-linked = sans copie
command-evidence-purged = effacée le { $day }
command-evidence-removed-on = retirée le { $day }
command-evidence-again = De retour : E{ $no }, { $name }.
command-evidence-removed = Retiré : E{ $no }. Le fichier reste gardé ; ajoutez-le de nouveau pour le faire revenir.
command-evidence-extracted = E{ $no } est dans { $path }.
command-evidence-day-seen = { $name } : l’appareil photo indique le { $day }. Pour noter ce jour, ajoutez --taken-on.
command-evidence-day-ask = { $name } : l’appareil photo indique le { $day }. Est-ce exact ?
command-evidence-own = Les fichiers de claimctl lui-même sont laissés de côté.

command-mail-none = { $name } : ce n’est pas un e-mail ; gardé comme un fichier ordinaire.
command-mail-mailbox = { $name } : plusieurs e-mails en un seul fichier ; gardé comme un fichier ordinaire. Pour qu’ils soient notés au journal, enregistrez-les un par un (.eml).
command-mail-outlook = { $name } : gardé comme un fichier ordinaire. Si c’est un e-mail d’Outlook, enregistrez-le en .eml pour qu’il soit noté au journal.
command-mail-too-large = { $name } : trop gros pour être lu comme un e-mail ; gardé comme un fichier ordinaire.
command-mail-linked = { $name } : sans copie, ses pièces jointes n’en sont pas sorties.
command-mail-left = { $name } : { $count ->
    [one] une pièce jointe de plus reste dans l’e-mail
   *[other] { $count } pièces jointes de plus restent dans l’e-mail
}.
command-mail-who = { $name } ({ $from } → { $to }) : qui l’a écrit ?
command-mail-who-sent = Moi
command-mail-who-received = L’autre partie
command-mail-who-neither = Personne des deux : garder le fichier, sans le noter au journal
command-mail-kept = { $file } est gardé, rien n’est noté au journal.
command-mail-unknown = on ne sait pas qui a écrit { $file } : gardé, mais rien n’est noté au journal. Dites-le : claimctl evidence add { $id } { $file } --received (ou --sent). Pour que ce soit reconnu, mettez vos adresses dans { $settings } : mail = ["vous@example.org"]
command-mail-undated = la date de { $file } manque ou ne peut pas être lue : gardé, mais rien n’est noté au journal. Donnez-la : claimctl evidence add { $id } { $file } --on DATE
command-mail-end = { $file } répond après la résiliation : gardé, mais rien n’est noté au journal. Si cette réponse confirme la fin du contrat : claimctl log { $id } answered --file { $file }. Sinon : claimctl log { $id } refused --file { $file }
command-mail-end-ask = { $name } : cette réponse confirme-t-elle la fin du contrat ?
command-mail-refused = { $file } est gardé, mais rien n’est noté au journal : { $why }
command-mail-proves = Le journal l’avait déjà : { $no }, { $event }, { $day }. L’e-mail y est joint.
command-mail-automatic = C’est une réponse automatique. Si elle répond vraiment : claimctl log { $id } answered --file { $file }
command-mail-before = L’e-mail précède votre premier message. S’il y répond : claimctl log { $id } answered --file { $file }

command-verify-missing = Dossier { $id }, E{ $no }, { $name } : absent
command-verify-unreadable = Dossier { $id }, E{ $no }, { $name } : illisible
command-verify-altered = Dossier { $id }, E{ $no }, { $name } : modifié
command-verify-stranger = { $path } : n’appartient à aucun dossier
command-nothing-done = Rien n’a été fait.
command-purge-nothing = Il n’y a rien à effacer.
command-close-purge-hint = Des fichiers confidentiels sont encore gardés : { $list }. Pour les effacer : claimctl evidence purge { $id }
command-purge-ask = Effacer { $list } du dossier { $id } pour de bon ? Ce sera irréversible.
command-purge-done = E{ $no } est effacée pour de bon. L’empreinte, le type et les jours restent.
command-purge-linked = E{ $no } est oubliée. Le fichier lui-même est à vous et reste en place : { $path }
command-purge-elsewhere = Hors d’atteinte : les sauvegardes et exports déjà faits, les copies envoyées, les instantanés du disque.
command-purge-aside = Ce qu’un restore a mis de côté l’a peut-être encore : { $path }. Pour supprimer ce fichier : rm { $path }
command-forget-ask = Supprimer entièrement le dossier { $id } ({ $title }), son journal et ses preuves ? Ce sera irréversible.
command-forget-done = Le dossier { $id } ({ $title }) est supprimé. Son numéro ne sera plus donné.
command-undo-nothing = Il n’y a rien à annuler.
command-undo-done = Annulé dans le dossier { $id } : { $what }.
command-undo-opened = Le dossier { $id } est clos comme abandonné. Pour le supprimer entièrement : claimctl forget { $id }
command-undo-came-closed = Le dossier { $id } reste clos comme il est venu. Pour l’effacer entièrement : claimctl forget { $id }
command-undo-line = { $at }  dossier { $id } : { $what }
command-undo-what-opened = ouverture, { $title }
command-undo-what-event = { $event }, { $day }
command-undo-what-added = ajout de E{ $no }
command-undo-what-removed = retrait de E{ $no }
command-undo-what-again = retour de E{ $no }
command-undo-what-noted = ce qui est noté de E{ $no }
command-verify-intact = { $count ->
    [0] Aucune preuve à vérifier.
    [one] { $count } fichier vérifié : il est resté ce qu’il était.
   *[other] { $count } fichiers vérifiés : tous sont restés ce qu’ils étaient.
}
command-verify-wrong = { $count ->
    [one] { $count } fichier vérifié
   *[other] { $count } fichiers vérifiés
}, { $wrong ->
    [one] { $wrong } problème.
   *[other] { $wrong } problèmes.
}

command-close-already = Le dossier { $id } est déjà clos.
command-close-done = Dossier { $id } clos : { $outcome }.
command-close-ask-confirmation-kept = Avez-vous gardé la confirmation écrite ?
command-close-ask-debits-stopped = Avez-vous vérifié que les prélèvements ont cessé ?
command-close-ask-refund-arrived = Le remboursement est-il arrivé sur votre compte ?
command-close-open-confirmation-kept = confirmation écrite pas encore gardée ; rappel le { $day }
command-close-open-debits-stopped = arrêt des prélèvements pas encore vérifié ; rappel le { $day }
command-close-open-refund-arrived = remboursement pas encore arrivé ; rappel le { $day }
command-close-note-confirmation-kept = Garder la confirmation écrite
command-close-note-debits-stopped = Vérifier que les prélèvements ont cessé
command-close-note-refund-arrived = Vérifier que le remboursement est arrivé

command-export-done = { $count ->
    [one] { $count } dossier exporté dans { $file }.
   *[other] { $count } dossiers exportés dans { $file }.
}

command-playbook-built-in = intégrée
command-playbook-own = la vôtre, { $file }
command-playbook-own-holidays = Les jours fériés de `{ $country }` sont les vôtres, à la place de ceux du programme : { $file }
command-playbook-overrides = la vôtre, remplace la fiche intégrée, { $file }
command-playbook-fine = { $id } est en ordre ({ $count ->
    [one] { $count } exemple
   *[other] { $count } exemples
}).
command-playbook-fine-holidays = { $id } est en ordre.
command-playbook-waits = { $id } s’appuie sur ce qui ne tient pas : ses exemples n’ont pas été vérifiés.
command-playbook-files = { $count ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
command-playbook-all-fine = Tout est en ordre : { $files }, { $count ->
    [one] { $count } exemple
   *[other] { $count } exemples
}.
command-playbook-check-none = Aucune fiche à vérifier dans { $folder }.
command-playbook-left-out = { $what } ; cette fiche est laissée de côté{ $more ->
    [0] { "" }
    [one] { "" } (et un autre problème)
   *[other] { "" } (et { $more } autres problèmes)
}
command-playbook-more-left-out = { $count ->
    [one] une autre de vos fiches ne tient pas et est laissée de côté
   *[other] { $count } autres de vos fiches ne tiennent pas et sont laissées de côté
}
command-playbook-list-none = Aucune fiche ne passe ces filtres.
command-playbook-column-id = Fiche
command-playbook-column-title = Titre
command-playbook-column-reviewed = Relue
command-playbook-column-sources = Sources
command-playbook-titled-own = { $title } (la vôtre)
command-playbook-titled-overrides = { $title } (la vôtre, remplace la fiche intégrée)
command-playbook-age-today = aujourd’hui
command-playbook-age-days = { $count ->
    [one] hier
   *[other] il y a { $count } jours
}
command-playbook-age-months = il y a { $count } mois
command-playbook-age-years = { $count ->
    [one] il y a { $count } an
   *[other] il y a { $count } ans
}
command-playbook-known-read = toutes lues
command-playbook-known-secondary = { $count ->
    [one] { $count } indirecte
   *[other] { $count } indirectes
}
command-playbook-known-memory = { $count } de mémoire
command-playbook-known-none = –
command-playbook-stale-none = Rien à vérifier de nouveau : chaque source a été lue, et vérifiée dans les 12 derniers mois.
command-playbook-stale-count = { $count ->
    [one] { $count } source à vérifier de nouveau.
   *[other] { $count } sources à vérifier de nouveau.
}
command-playbook-written-held = Elle tient telle quelle, et ne vaut pour aucun de vos dossiers tant que `seller_country` est dans son `when`. Mettez-y vos règles, retirez-le, puis : claimctl playbook check { $file }
command-playbook-written = Elle tient telle quelle. Mettez-y vos règles, puis : claimctl playbook check { $file }
