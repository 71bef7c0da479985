-- Every note of a piece of evidence, by the piece's hash: as `fact_changes` has the values of a fact.
CREATE TABLE note_changes (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  key TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  over_at TEXT,
  value TEXT,
  PRIMARY KEY (claim_id, key, changed_at)
) STRICT, WITHOUT ROWID;
