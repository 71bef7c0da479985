### Le dossier dessiné dans le temps, au terminal et dans les dossiers à remettre.

timeline-title = Chronologie au { $today }
timeline-today = aujourd’hui
timeline-today-line = Aujourd’hui : { $today }
timeline-happened = Ce qui s’est passé
timeline-done = Démarches faites
timeline-windows = Ce qui est possible, et quand
timeline-dues = Dates à surveiller
timeline-undated = Sans date pour l’instant
timeline-nothing = On ne connaît encore aucune date de ce dossier.

timeline-event = { $on } : { $what }
timeline-and = { $before } · { $what }
timeline-window = { $title } : { $when }
timeline-open-both = possible depuis le { $from }, jusqu’au { $until }
timeline-open-from = possible depuis le { $from }, sans limite connue
timeline-open-until = possible jusqu’au { $until }
timeline-open-always = possible, sans limite connue
timeline-open-paused = possible ; le délai est suspendu depuis le { $since }
timeline-closing = { $when }, bientôt trop tard
timeline-later-both = possible à partir du { $from }, jusqu’au { $until }
timeline-later-from = possible à partir du { $from }, sans limite connue
timeline-step-both = après une autre étape, à partir du { $from } et jusqu’au { $until }
timeline-step-from = après une autre étape, à partir du { $from }
timeline-step-until = après une autre étape, jusqu’au { $until }
timeline-step-always = après une autre étape
timeline-step-because = { $when }. { $reason }
timeline-unopened = { $reason } ; jusqu’au { $until }
timeline-legal = { $when } (limite légale { $legal })
timeline-due = { $who } : { $what } – { $when }
timeline-due-open = au plus tard le { $due }
timeline-due-missed = au plus tard le { $due }, dépassé
timeline-due-held = au plus tard le { $due }, peut encore attendre
timeline-due-paused = suspendu depuis le { $since }

timeline-month = { $month ->
    [1] janv.
    [2] févr.
    [3] mars
    [4] avr.
    [5] mai
    [6] juin
    [7] juil.
    [8] août
    [9] sept.
    [10] oct.
    [11] nov.
   *[other] déc.
}
timeline-day = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
timeline-month-of-year = { $month } { $year }

timeline-sign-today = aujourd’hui
timeline-sign-happened = fait ou arrivé
timeline-sign-open = possible
timeline-sign-later = possible plus tard
timeline-sign-step = après une autre étape
timeline-sign-past = terminé
timeline-sign-due = dernier jour
timeline-sign-legal = limite légale
timeline-sign-before = commencé avant
timeline-sign-beyond = se poursuit
timeline-sign-cut = période abrégée
