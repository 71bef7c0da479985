### exchange: ce qu’un appareil fait des entrées d’un autre

exchange-takes-back = annule le n° { $no } ({ $event }, { $day })
exchange-reopened = rouvert
exchange-events-back = { $count ->
    [one] { $count } événement annulé ici compte de nouveau
   *[other] { $count } événements annulés ici comptent de nouveau
}
exchange-removes = retire { $list }
exchange-pieces-back = { $list } de retour
exchange-undone = Cela ne vaut que sur cet appareil ; un nouvel import le fait revenir.
exchange-abandoned = le dossier { $id } est déjà ici, fermé comme abandonné ; pour le rouvrir : claimctl log { $id } reopened
exchange-note-apart = dossier { $id } : pour E{ $no }, « { $lost } » ({ $lost_on }) et « { $counts } » ({ $counts_on }) ont été écrits chacun de leur côté ; le plus récent compte. Pour choisir l’autre : claimctl evidence note { $id } E{ $no } { $typed }
exchange-note-apart-long = dossier { $id } : la note de E{ $no } a été écrite de deux côtés, le { $lost_on } et le { $counts_on } ; la plus récente compte. Les deux figurent au journal : claimctl show { $id }
exchange-show-note-apart = pour E{ $no }, « { $lost } » ({ $lost_on }) a été écrit à part de « { $counts } » ({ $counts_on }), qui compte
exchange-purge-kept = E{ $no } est effacée de ce dossier. Le même fichier reste une preuve { $count ->
    [one] du dossier { $claims }
   *[other] des dossiers { $claims }
}, et il y reste.
exchange-purge-elsewhere = E{ $no } est effacée de ce dossier. Une autre base du même répertoire a le même fichier, et le garde.
exchange-doctor-no-claims = { $count ->
    [one] { $count } fichier de preuve est là
   *[other] { $count } fichiers de preuve sont là
}, et aucun dossier : les dossiers ont été perdus. Pour les retrouver : claimctl restore SAUVEGARDE
exchange-fuller = `{ $file }` n’a pas été remplacé
exchange-fuller-why = il contient { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
}, et il n’y en a aucun ici
exchange-fuller-hint = claimctl restore { $file } les fait revenir ; pour écrire quand même une sauvegarde vide, donnez un nom de fichier qui n’existe pas encore
exchange-is-the-evidence = c’est dans le répertoire des preuves
exchange-too-long = `{ $key }` dépasse { $most } caractères
exchange-unknown-value = il contient `{ $value }`, que cette version de claimctl ne connaît pas ; rien n’a changé ici
exchange-unknown-value-hint = claimctl --version, ici et là où le fichier a été écrit : la plus ancienne est à mettre à jour
exchange-not-here = dossier { $id }, E{ $no } ({ $name }) : le fichier est resté sur l’appareil d’où il vient ; un lot l’apporte : claimctl export --format bundle --out FICHIER
exchange-no-files = les fichiers des preuves ne sont pas venus : un export JSON ne contient que leur description. Un lot les apporte : claimctl export --format bundle --out FICHIER
