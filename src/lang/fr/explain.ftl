### Comment une date a été calculée, et d’après quelle source.

explain-from-event = { $event }, le { $on } (n° { $no } du journal)
explain-from-event-received = { $event } ; arrivée chez l’autre partie le { $on } (n° { $no } du journal)
explain-from-term = { $term } : { $on }
explain-minus-notice = − { $period } de préavis → { $on }
explain-from-rule = Fin du délai « { $rule } » : { $on }
explain-end-of-year = fin de l’année civile → { $on }
explain-added = + { $period } → { $on }
explain-added-days = + { $period }, jour de départ non compté → { $on }
explain-taken-off = − { $period } → { $on }
explain-latest-of = la plus tardive des dates en jeu, « { $rule } » → { $on }
explain-earliest-of = la plus proche des dates en jeu, « { $rule } » → { $on }
explain-capped = limité à { $period } en tout → { $on }
explain-rolled-saturday = le { $on } est un samedi → jour suivant
explain-rolled-sunday = le { $on } est un dimanche → jour suivant
explain-rolled-holiday = le { $on } est férié ({ $holiday }) → jour suivant
explain-rolled-partial = le { $on } est férié, mais pas partout ({ $holiday }) → jour suivant
explain-rolled-substitute = le { $on } remplace un jour férié tombé un week-end ({ $holiday }) → jour suivant
explain-rolled-to = dernier jour légal, reporté au { $on }
explain-roll-unknown = la règle ne dit rien des week-ends ni des jours fériés : par prudence, pas de report
explain-own-date = date de votre commande ou de votre contrat, qui l’emporte (n° { $no } du journal) → { $on }
explain-extended = délai prolongé (n° { $no } du journal{ $reason }) → { $on }
explain-paused = suspendu pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, du { $from } au { $to } (n° { $no } du journal{ $reason }) → { $on }
explain-stopped = suspendu depuis le { $from } (n° { $no } du journal{ $reason }) : les jours qui restent courront à la reprise
explain-reason = { "" } : « { $reason } »
explain-reason-none = { "" }
explain-promise = { $event } (n° { $no } du journal), pour le { $on }

## Where a rule comes from

explain-source-read = { $source } ({ $nature }texte lu, vérifié le { $on }){ $caveat }
explain-source-secondary = { $source } ({ $nature }source indirecte, vérifiée le { $on }){ $caveat }
explain-source-memory = { $source } ({ $nature }de mémoire, noté le { $on }){ $caveat }
explain-nature-law = { "" }
explain-nature-yours = { "" }
explain-nature-policy = promesse d’une entreprise, qui peut changer ;{ " " }
explain-nature-scheme = règle d’un réseau de paiement, qui peut changer ;{ " " }
explain-nature-advice = conseil, sans valeur de règle ;{ " " }
explain-all-policy = Tout y est promesse d’une entreprise, qui peut la changer.
explain-all-scheme = Tout y est règle d’un réseau de paiement, qui peut la changer.
explain-all-advice = Tout y est conseil, sans valeur de règle.
explain-yours-contract = votre contrat
explain-yours-promise = leur promesse
explain-yours-log = votre journal
explain-yours-other = { $source } (vos documents)
explain-caveat-none = { "" }
explain-caveat-weak = { "" } : à vérifier avant de vous y fier
explain-caveat-stale = { "" } : vérification vieille de plus de 12 mois, à refaire

explain-title = { $who } : { $what }, au plus tard le { $day }
explain-safe-and-legal = Jour sûr : { $safe }. Dernier jour légal : { $legal }, parce que la règle reporte un dernier jour chômé ; nous vous rappelons le premier.
explain-lead = Rappel dès le { $day }, soit { $lead } avant (notre choix).
explain-moved = Avant ce changement : { $day }.
explain-wait-title = { $what } : possible à partir du { $day }
explain-wait-routes = Ouvre : { $routes }
explain-in-force-from = Vaut pour les contrats conclus depuis le { $from }.
explain-in-force-until = Vaut pour les contrats conclus jusqu’au { $until }.
explain-in-force-both = Vaut pour les contrats conclus du { $from } au { $until }.
explain-refines = Remplace la règle générale « { $rule } » ({ $id }).
explain-source-dated = La source elle-même date de { $date }.
explain-short = { $what } : { $steps } ({ $source })
explain-short-rolled = reporté au { $on }
explain-short-added = + { $period }
explain-short-taken-off = − { $period }
explain-name-read = { $source }
explain-name-secondary = { $source }, source indirecte
explain-name-memory = { $source }, de mémoire
explain-short-from-event = { $event }, le { $on }
explain-not-counted = le { $on } n’est pas compté : férié ({ $holiday })
explain-not-counted-day = le { $on } n’est pas compté
explain-waited-for = le vendeur pouvait attendre : { $event }, le { $on } (n° { $no } du journal) → { $on }
explain-held = pas encore en retard : il peut attendre l’étape « { $event } »
explain-mark-memory = { $what } (de mémoire : à vérifier)
explain-mark-secondary = { $what } (source indirecte)
explain-mark-read = { $what }
explain-mark-yours = { $what }
