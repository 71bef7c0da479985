# Answers, offers and promises.

offer-kind-of-answers = `--kind` is for an answer, not for `{ $event }`
offer-kind-of-answers-hint = claimctl log { $id } answered --kind { $kind }
offer-silent-note = Still no answer
offer-agreed-by = What was agreed is expected by { $day } (a delay that claimctl suggests, not the law).
