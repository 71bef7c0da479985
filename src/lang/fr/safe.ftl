### safe: les sauvegardes, leur retour, et ce que trouve doctor

safe-progress = Copie
safe-holds = { $claims ->
    [one] { $claims } dossier
   *[other] { $claims } dossiers
}, { $files ->
    [one] { $files } fichier de preuve
   *[other] { $files } fichiers de preuve
}, { $playbooks ->
    [one] { $playbooks } fiche personnelle
   *[other] { $playbooks } fiches personnelles
}
safe-written = Sauvegarde dans { $file } : { $what }.
safe-written-out = Sauvegarde écrite : { $what }.
safe-evidence-missing = dossier { $id }, E{ $no } : le fichier est introuvable et a été laissé de côté
safe-evidence-unreadable = dossier { $id }, E{ $no } : le fichier est illisible et a été laissé de côté
safe-evidence-altered = dossier { $id }, E{ $no } : le fichier est altéré et a été laissé de côté
safe-left-out = { $path } est illisible ou porte un nom trop long : il n’est pas dans la sauvegarde
safe-no-claims = il n’y a rien à sauvegarder : aucun dossier dans `{ $path }`
safe-terminal = un fichier de dossiers ne s’affiche pas dans un terminal
safe-terminal-hint = claimctl backup FICHIER, ou claimctl backup - | age -p > dossiers.age
safe-exists-hint = claimctl backup --yes { $file }
safe-ask-replace = { $file } existe déjà. Le remplacer ?
safe-changed = `{ $path }` a changé pendant la copie
safe-changed-hint = la copie n’est pas complète ; relancez la commande

safe-stdin-terminal = un fichier de dossiers ne se lit pas dans un terminal
safe-stdin-terminal-hint = claimctl restore FICHIER, ou age -d dossiers.age | claimctl restore --yes -
safe-refused = `{ $file }` n’a pas été restauré
safe-refused-hint = rien n’a été modifié ; prenez une autre sauvegarde : claimctl restore FICHIER
safe-not-a-backup = ce n’est pas une sauvegarde de claimctl
safe-a-bundle = c’est un lot de dossiers, pas une sauvegarde ; pour les ajouter aux vôtres : claimctl import FICHIER
safe-newer = il vient d’une version plus récente de claimctl ({ $name })
safe-cut = il est incomplet ou endommagé
safe-name = il contient ce qui n’y a pas sa place : `{ $name }`
safe-not-a-file = `{ $name }` y est un lien ou un répertoire, pas un fichier
safe-twice = sa liste nomme deux fois `{ $name }`
safe-unlisted = `{ $name }` n’y est pas ce que dit sa liste
safe-length = `{ $name }` n’y a pas la longueur que dit sa liste
safe-altered = `{ $name }` y est altéré
safe-no-desk = il ne contient pas de fichier de dossiers
safe-behind = quelque chose suit sa fin
safe-too-large = il lui faut { $needed } Mo et il en reste { $free } sur le disque
safe-desk-damaged = le fichier de dossiers qu’il contient est endommagé, ou n’en est pas un
safe-evidence-not-there = il y manque un fichier de preuve dont un dossier a besoin (SHA-256 { $hash })
safe-evidence-stray = il contient un fichier de preuve qui n’appartient à aucun dossier (SHA-256 { $hash })
safe-ask-restore = Mettre la sauvegarde du { $day } à la place de { $path } et de vos fiches ? Ce qui s’y trouve sera gardé à côté.
safe-would-replace = `{ $path }` ou vos fiches seraient remplacés ; rien n’a été modifié
safe-would-replace-hint = ce qui s’y trouve serait gardé à côté : claimctl restore --yes { $file }
safe-kept = Ce qui s’y trouvait est gardé : { $path }
safe-restored = Restauré : { $what }.
safe-was-missing = { $count ->
    [one] { $count } fichier de preuve manquait
   *[other] { $count } fichiers de preuve manquaient
} lors de la sauvegarde : claimctl evidence verify --all

safe-doctor-problem = Problème : { $what }
safe-doctor-detail = { "  " }{ $text }
safe-doctor-fix = { "  " }Pour le réparer : claimctl doctor --fix
safe-doctor-repaired = { "  " }Réparé.
safe-doctor-desk-none = Fichier de dossiers : aucun pour l’instant ({ $path })
safe-doctor-desk-ok = Fichier de dossiers : en ordre ({ $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
})
safe-doctor-desk-damaged = le fichier de dossiers est endommagé ({ $path })
safe-doctor-claim = le dossier { $id } est illisible : { $why }
safe-doctor-ask-save = Sauver dans { $file } ce qui reste lisible ? Le fichier endommagé reste tel quel.
safe-doctor-save = { "  " }Pour sauver ce qui reste lisible : claimctl doctor --save-to FICHIER
safe-doctor-evidence-ok = Preuves : { $count ->
    [0] aucune copie à vérifier
    [one] { $count } copie, intacte
   *[other] { $count } copies, toutes intactes
}
safe-doctor-missing = dossier { $id }, E{ $no } : la copie est introuvable ; si vous avez encore le fichier : claimctl evidence add { $id } FICHIER
safe-doctor-unreadable = dossier { $id }, E{ $no } : la copie est là mais ne peut pas être lue ; pour savoir pourquoi : claimctl evidence extract { $id } E{ $no }
safe-doctor-altered = dossier { $id }, E{ $no } : la copie est altérée ; si vous avez encore le fichier : claimctl evidence add { $id } FICHIER
safe-doctor-stranger = { "  " }Aucun dossier d’ici n’a ce fichier ; un autre fichier de dossiers voisin l’a peut-être : { $path }
safe-doctor-leftovers-ok = Travaux inachevés : aucun
safe-doctor-leftovers = { $count ->
    [one] une interruption a laissé { $count } copie inachevée
   *[other] une interruption a laissé { $count } copies inachevées
}
safe-doctor-ask-leftovers = Faire place nette ? Ce dont un dossier a besoin est gardé.
safe-doctor-rights-ok = Droits : vos fichiers ne sont qu’à vous
safe-doctor-barred = impossible d’écrire dans { $path } : chmod u+w { $typed }
safe-doctor-rights = { $count ->
    [one] { $count } fichier ou répertoire a trop de droits : { $path }
   *[other] { $count } fichiers et répertoires ont trop de droits, dont { $path }
}
safe-doctor-ask-rights = Les réserver à vous seul ?
safe-doctor-save-hint = indiquez un autre fichier : claimctl doctor --save-to FICHIER
safe-doctor-playbooks = { $count ->
    [one] { $count } fiche personnelle ne tient pas et est laissée de côté
   *[other] { $count } fiches personnelles ne tiennent pas et sont laissées de côté
} : claimctl playbook check
safe-doctor-playbooks-ok = Fiches : { $count ->
    [0] aucune fiche personnelle
    [one] { $count } fiche personnelle, elle tient
   *[other] { $count } fiches personnelles, toutes tiennent
}
safe-doctor-sources = Sources : { $count ->
    [0] toutes vérifiées depuis moins de 12 mois
    [one] { $count } à revoir (claimctl playbook list --stale)
   *[other] { $count } à revoir (claimctl playbook list --stale)
}
safe-doctor-fine = Tout est en ordre.
safe-doctor-all-repaired = Tout est réparé.
safe-doctor-left = { $count ->
    [one] Il reste { $count } problème.
   *[other] Il reste { $count } problèmes.
}
safe-saved = { $count ->
    [one] { $count } dossier sauvé
   *[other] { $count } dossiers sauvés
} dans { $file }
safe-saved-table = { "  " }{ $table } : { $count }
safe-saved-part = { "  " }{ $table } : { $count } ; une partie est illisible
safe-saved-incomplete = Il manque, ou peut manquer, quelque chose aux dossiers : { $claims }
safe-saved-drafts = Leurs données sont perdues, leur journal et leurs preuves sont dans un brouillon du même numéro : { $claims }
safe-saved-lost = Perdus : les dossiers { $claims }
safe-saved-stand-in = Données perdues, à saisir de nouveau
safe-saved-evidence = Les copies des preuves sont toujours dans { $path } : copiez ce répertoire à côté du nouveau fichier
safe-saved-next = Pour le voir : claimctl --db { $file } list --all. Pour le mettre en place : claimctl --db { $file } backup - | claimctl --db { $path } restore --yes -
safe-forgotten = { $count ->
    [one] { $count } dossier de la sauvegarde a été supprimé par forget depuis, et le reste.
   *[other] { $count } dossiers de la sauvegarde ont été supprimés par forget depuis, et le restent.
}
safe-purged = { $count ->
    [one] { $count } fichier de preuve supprimé définitivement depuis le reste.
   *[other] { $count } fichiers de preuve supprimés définitivement depuis le restent.
}
