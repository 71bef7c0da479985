### safe: les sauvegardes, leur retour, et ce que trouve doctor

safe-progress = Sauvegarde
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
safe-evidence-missing = dossier { $id }, E{ $no } : le fichier est introuvable et n’est pas dans la sauvegarde
safe-evidence-altered = dossier { $id }, E{ $no } : le fichier est altéré et n’est pas dans la sauvegarde
safe-left-out = { $path } est illisible ou porte un nom trop long : il n’est pas dans la sauvegarde
safe-no-claims = il n’y a rien à sauvegarder : aucun dossier dans `{ $path }`
safe-terminal = une sauvegarde ne s’affiche pas dans un terminal
safe-terminal-hint = claimctl backup FICHIER, ou claimctl backup - | age -p > dossiers.age
safe-exists-hint = claimctl backup --yes { $file }
safe-ask-replace = { $file } existe déjà. Le remplacer ?
safe-changed = `{ $path }` a changé pendant l’écriture de la sauvegarde
safe-changed-hint = la sauvegarde n’est pas complète ; relancez la commande

safe-stdin-terminal = une sauvegarde ne se lit pas dans un terminal
safe-stdin-terminal-hint = claimctl restore FICHIER, ou age -d dossiers.age | claimctl restore --yes -
safe-refused = `{ $file }` n’a pas été restauré
safe-refused-hint = rien n’a été modifié ; prenez une autre sauvegarde : claimctl restore FICHIER
safe-not-a-backup = ce n’est pas une sauvegarde de claimctl
safe-newer = elle vient d’une version plus récente de claimctl ({ $name })
safe-cut = elle est incomplète ou endommagée
safe-name = elle contient ce qu’aucune sauvegarde ne contient : `{ $name }`
safe-not-a-file = `{ $name }` y est un lien ou un répertoire, pas un fichier
safe-twice = sa liste nomme deux fois `{ $name }`
safe-unlisted = `{ $name }` n’y est pas ce que dit sa liste
safe-length = `{ $name }` n’y a pas la longueur que dit sa liste
safe-altered = `{ $name }` y est altéré
safe-no-desk = elle ne contient pas de fichier de dossiers
safe-behind = quelque chose suit sa fin
safe-too-large = il lui faut { $needed } Mo et il en reste { $free } sur le disque
safe-desk-damaged = le fichier de dossiers qu’elle contient est endommagé, ou n’en est pas un
safe-evidence-not-there = il y manque un fichier de preuve dont un dossier a besoin (SHA-256 { $hash })
safe-evidence-stray = elle contient un fichier de preuve qui n’appartient à aucun dossier (SHA-256 { $hash })
safe-ask-restore = Mettre la sauvegarde du { $day } à la place de { $path } et de vos fiches ? Ce qui s’y trouve sera gardé à côté.
safe-would-replace = `{ $path }` ou vos fiches seraient remplacés ; rien n’a été modifié
safe-would-replace-hint = ce qui s’y trouve serait gardé à côté : claimctl restore --yes { $file }
safe-kept = Ce qui s’y trouvait est gardé : { $path }
safe-restored = Restauré : { $what }.
safe-was-missing = { $count ->
    [one] { $count } fichier de preuve manquait
   *[other] { $count } fichiers de preuve manquaient
} lors de la sauvegarde : claimctl evidence verify --all
