### The picture of a claim in time, in the terminal and in dossiers.

timeline-title = Timeline on { $today }
timeline-today = today
timeline-today-line = Today: { $today }
timeline-happened = What happened
timeline-done = What was done
timeline-windows = What you can do, and when
timeline-dues = Days to watch
timeline-undated = Not dated for now
timeline-nothing = No date is known of this claim yet.

timeline-event = { $on }: { $what }
timeline-and = { $before } · { $what }
timeline-window = { $title }: { $when }
timeline-open-both = open since { $from }, until { $until }
timeline-open-from = open since { $from }, no limit known
timeline-open-until = open until { $until }
timeline-open-always = open, no limit known
timeline-open-paused = open; its time limit stands still since { $since }
timeline-closing = { $when }, closing soon
timeline-later-both = opens on { $from }, until { $until }
timeline-later-from = opens on { $from }, no limit known
timeline-step-both = after another step, from { $from } until { $until }
timeline-step-from = after another step, from { $from }
timeline-step-until = after another step, until { $until }
timeline-step-always = after another step
timeline-step-because = { $when }. { $reason }
timeline-unopened = { $reason }; until { $until }
timeline-legal = { $when } (legal limit { $legal })
timeline-due = { $who }: { $what } – { $when }
timeline-due-open = by { $due }
timeline-due-missed = by { $due }, missed
timeline-due-held = by { $due }, may still wait
timeline-due-paused = paused since { $since }

timeline-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
timeline-day = { $day } { $month } { $year }
timeline-month-of-year = { $month } { $year }

timeline-sign-today = today
timeline-sign-happened = done or happened
timeline-sign-open = open
timeline-sign-later = opens later
timeline-sign-step = after another step
timeline-sign-past = over
timeline-sign-due = last day
timeline-sign-legal = legal limit
timeline-sign-before = since before
timeline-sign-beyond = goes on
timeline-sign-cut = time left out
