-- Days are ISO text (2026-11-20), instants RFC 3339 text in UTC with nine decimals, so that text order is time order.
-- Ids of closed sets are those of the command line. Amounts are minor units and an ISO 4217 code.

CREATE TABLE claims (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  title TEXT,
  language TEXT NOT NULL,
  problem TEXT,
  wanted TEXT,
  country TEXT,
  region TEXT,
  seller TEXT,
  seller_key TEXT,
  seller_kind TEXT,
  seller_country TEXT,
  platform TEXT,
  sold_by TEXT,
  shipped_by TEXT,
  item TEXT,
  item_kind TEXT,
  sale TEXT,
  order_ref TEXT,
  customer_ref TEXT,
  amount_minor INTEGER,
  currency TEXT,
  payment TEXT,
  notice_period TEXT,
  draft INTEGER NOT NULL CHECK (draft IN (0, 1)),
  outcome TEXT,
  closed_on TEXT,
  walk_step TEXT,
  walk_question TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  description TEXT,
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;

CREATE INDEX claims_open ON claims (updated_at, walk_step) WHERE closed_on IS NULL;

CREATE TABLE unknowns (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  key TEXT NOT NULL,
  PRIMARY KEY (claim_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  term TEXT NOT NULL,
  falls_on TEXT NOT NULL,
  PRIMARY KEY (claim_id, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE answers (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (claim_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  no INTEGER NOT NULL CHECK (no > 0),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  media_type TEXT,
  confidential INTEGER NOT NULL CHECK (confidential IN (0, 1)),
  purged_on TEXT,
  note TEXT,
  PRIMARY KEY (claim_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  no INTEGER NOT NULL CHECK (no > 0),
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  at TEXT,
  received_on TEXT,
  recorded_at TEXT NOT NULL,
  channel TEXT,
  amount_minor INTEGER,
  currency TEXT,
  by_on TEXT,
  about TEXT,
  corrects INTEGER CHECK (corrects < no),
  note TEXT,
  PRIMARY KEY (claim_id, no),
  FOREIGN KEY (claim_id, corrects) REFERENCES events (claim_id, no),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE event_evidence (
  claim_id INTEGER NOT NULL,
  event_no INTEGER NOT NULL,
  evidence_no INTEGER NOT NULL,
  PRIMARY KEY (claim_id, event_no, evidence_no),
  FOREIGN KEY (claim_id, event_no) REFERENCES events (claim_id, no),
  FOREIGN KEY (claim_id, evidence_no) REFERENCES evidence (claim_id, no)
) STRICT, WITHOUT ROWID;

CREATE TABLE deadlines (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  no INTEGER NOT NULL,
  rule TEXT NOT NULL,
  who TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  remind_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  legal_on TEXT,
  until_on TEXT,
  settled TEXT NOT NULL CHECK (settled IN ('no', 'met', 'moot')),
  chased INTEGER NOT NULL CHECK (chased IN (0, 1)),
  quiet INTEGER NOT NULL CHECK (quiet IN (0, 1)),
  what_fr TEXT NOT NULL,
  what_en TEXT NOT NULL,
  PRIMARY KEY (claim_id, no)
) STRICT, WITHOUT ROWID;

-- What is due is one range of this index, whatever the number of claims: it holds every column that the search needs.
-- The brackets are for SQLite, which takes two terms of a plain chain of ANDs as known and looks the third one up.
CREATE INDEX deadlines_live ON deadlines (remind_on, claim_id, due_on, legal_on, until_on)
  WHERE settled = 'no' AND (chased = 0 AND quiet = 0);

CREATE TABLE agenda (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  from_on TEXT NOT NULL,
  status TEXT NOT NULL,
  due_on TEXT,
  command TEXT,
  what_fr TEXT NOT NULL,
  what_en TEXT NOT NULL,
  PRIMARY KEY (claim_id, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
