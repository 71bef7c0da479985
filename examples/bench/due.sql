-- What `claimctl list --due 7 --lang en` asks of its file, word for word; a test in src/store/list.rs compares them.
SELECT c.id, c.title, c.seller, c.platform, c.item, c.problem, a.status, c.closed_on IS NOT NULL, c.draft,
       a.what_en, a.command, d.due_on AS due, d.legal_on, c.amount_minor, c.currency,
       a.outstanding_minor, a.surcharge_minor, c.updated_at
FROM (SELECT claim_id, min(due_on) AS due_on, legal_on FROM deadlines INDEXED BY deadlines_live
      WHERE settled = 'no' AND chased = 0 AND quiet = 0
        AND remind_on <= :horizon AND (until_on IS NULL OR until_on >= :today)
      GROUP BY claim_id) d JOIN claims c ON c.id = d.claim_id
LEFT JOIN agenda a ON a.claim_id = c.id
  AND a.from_on = (SELECT max(from_on) FROM agenda WHERE claim_id = c.id AND from_on <= :today)
WHERE 1
ORDER BY due NULLS LAST, c.id
