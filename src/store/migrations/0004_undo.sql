-- What each change did, so that it can be taken back: what the facts were, what was written down of evidence, which events came.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  made_at TEXT NOT NULL,
  opened INTEGER NOT NULL CHECK (opened IN (0, 1)),
  first_event INTEGER,
  last_event INTEGER,
  undone_at TEXT
) STRICT;

CREATE INDEX changes_of_claim ON changes (claim_id);

CREATE TABLE facts_before (
  change_id INTEGER NOT NULL REFERENCES changes (id),
  key TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (change_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_before (
  change_id INTEGER NOT NULL REFERENCES changes (id),
  no INTEGER NOT NULL,
  added INTEGER NOT NULL CHECK (added IN (0, 1)),
  kind TEXT,
  note TEXT,
  taken_on TEXT,
  confidential INTEGER CHECK (confidential IN (0, 1)),
  removed_on TEXT,
  PRIMARY KEY (change_id, no)
) STRICT, WITHOUT ROWID;

-- Claims that were forgotten, so that no old copy brings them back.
CREATE TABLE forgotten (
  uid TEXT PRIMARY KEY,
  forgotten_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
