# Answers, offers and promises.

offer-kind-of-answers = `--kind` is for an answer, not for `{ $event }`
offer-kind-of-answers-hint = claimctl log { $id } answered --kind { $kind }
offer-silent-note = Still no answer
