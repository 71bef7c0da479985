### Ce qui ne peut être lu, et comment l’écrire.

reading-not-a-date = `{ $text }` n’est pas une date
reading-no-such-day = `{ $text }` n’existe pas dans le calendrier
reading-ambiguous = `{ $text }` peut se lire de deux façons
reading-two-digit-year = `{ $text }` : l’année n’a que deux chiffres
reading-no-year = `{ $text }` : il manque l’année
reading-far-year = `{ $text }` : l’année doit être comprise entre 1900 et 2200
reading-wrong-weekday = `{ $text }` : le { $on } est un { $weekday }
reading-not-an-instant = `{ $text }` n’est pas une date suivie d’une heure
reading-not-yes-no = `{ $text }` n’est ni oui ni non

## What to type instead

reading-hint-date = écrivez par exemple `20/11/2026`, `20 novembre 2026`, `hier` ou `il y a 3 jours`
reading-hint-ambiguous = écrivez `{ $one }` pour le { $one-day }, `{ $other }` pour le { $other-day }
reading-hint-four-digits = écrivez l’année en quatre chiffres : `20/11/2026`
reading-hint-year = ajoutez l’année, par exemple `{ $written }`
reading-hint-instant = écrivez par exemple `20/11/2026 14h30` ou `2026-11-20T14:30`
reading-hint-yes-no = répondez `oui` ou `non`
