### ui

ui-error = erreur :
ui-caused-by = cause :
ui-hint = conseil :
ui-warning = attention :
ui-colon = {" "}:

## Questions

ui-yes = Oui
ui-no = Non
# Les touches et les mots qui valent oui et non, séparés par un espace.
ui-letters-yes = o y yes
ui-letters-no = n no
ui-unknown = Je ne sais pas
ui-go-on = Continuer
ui-stop-here = S’arrêter ici, et reprendre plus tard
ui-review-help = Choisissez une ligne pour la corriger.
ui-required = Une réponse est nécessaire.
ui-enter-skips = Entrée sans rien écrire :
ui-nothing-found = Rien ne correspond.

ui-keys-choose = ↑↓ choisir · Entrée valider · Échap revenir · Ctrl-C quitter
ui-keys-text = Entrée valider · Échap revenir · Ctrl-C quitter
ui-keys-lines = Entrée deux fois pour finir · Échap revenir · Ctrl-C quitter
ui-keys-yes-no = o/n ou ←→ et Entrée · Échap revenir · Ctrl-C quitter
ui-keys-find = a-z chercher · ↑↓ choisir · Entrée valider · Échap revenir · Ctrl-C quitter

ui-pages = Entrée pour la suite ({ $page }/{ $pages }) · Échap tout afficher · Ctrl-C quitter

## Questions sans mise en page (--prompts plain)

ui-plain-choose = Votre choix { $default }(« < » pour revenir) :
ui-plain-find = Quelques lettres du nom, ou un numéro { $default }(« < » pour revenir) :
ui-plain-text = Votre réponse { $default }(« < » pour revenir) :
ui-plain-yes-no = Oui ou non { $default }(« < » pour revenir) :
ui-plain-review = Entrée pour continuer, un numéro pour corriger, s pour s’arrêter ici (« < » pour revenir) :
ui-plain-no-such = { $count ->
    [one] Il n’y a que la réponse { $count }.
   *[other] Répondez par un numéro de 1 à { $count }, ou par quelques lettres d’une réponse.
}
ui-plain-lines = Plusieurs lignes sont possibles ; une ligne vide termine.
ui-plain-dash-skips = Un tiret seul (-) :
ui-plain-yes-or-no = Répondez par oui ou par non.
ui-plain-review-again = Entrée, un des numéros, ou s.
ui-letter-stop = s

ui-skip = passer
