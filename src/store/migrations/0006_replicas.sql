-- What tells two copies of a desk apart and lets them become one again: ids of events between machines, and when each fact
-- and each mark of a piece of evidence was written.
ALTER TABLE events ADD COLUMN uid TEXT;
-- The number that a piece was given first, and when; another desk may have given the same number to another piece.
ALTER TABLE evidence ADD COLUMN first_no INTEGER;
ALTER TABLE evidence ADD COLUMN added_at TEXT;

-- Older logs are in the order of their numbers, and so are they by their instants from here on. The same log gets the same ids
-- on every desk that has it.
UPDATE events SET recorded_at = (
  SELECT max(earlier.recorded_at) FROM events AS earlier
  WHERE earlier.claim_id = events.claim_id AND earlier.no <= events.no
);
UPDATE events SET uid = recorded_at || '/' || printf('%06d', no);
UPDATE evidence SET first_no = no, added_at = (SELECT created_at FROM claims WHERE id = claim_id);

-- Every value that was written over another, since the claim was opened; `over_at` is when the value that it replaced was
-- written, null where that is the first one.
CREATE TABLE fact_changes (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  key TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  over_at TEXT,
  value TEXT,
  PRIMARY KEY (claim_id, key, changed_at)
) STRICT, WITHOUT ROWID;

-- The last that was written of each piece of evidence.
CREATE TABLE marks (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  sha256 TEXT NOT NULL,
  mark TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (claim_id, sha256, mark)
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'kind', added_at, kind FROM evidence;
INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'note', added_at, note FROM evidence WHERE note IS NOT NULL;
INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'taken-on', added_at, taken_on FROM evidence WHERE taken_on IS NOT NULL;
INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'confidential', added_at, 'yes' FROM evidence WHERE confidential = 1;
INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'removed-on', added_at, removed_on FROM evidence WHERE removed_on IS NOT NULL;
INSERT OR IGNORE INTO marks SELECT claim_id, sha256, 'purged-on', added_at, purged_on FROM evidence WHERE purged_on IS NOT NULL;
