-- A file of schema 8, as it was written on 2026-11-20.
PRAGMA foreign_keys = OFF;
BEGIN TRANSACTION;

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
  note TEXT, stored INTEGER NOT NULL DEFAULT 0 CHECK (stored IN (0, 1)), taken_on TEXT, removed_on TEXT, part_of INTEGER CHECK (part_of > 0), message_id TEXT, mail_from TEXT, mail_to TEXT, mail_subject TEXT, mail_sent_at TEXT, mail_extract TEXT, first_no INTEGER, added_at TEXT,
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
  note TEXT, uid TEXT, remedy TEXT, said_by TEXT,
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

CREATE INDEX deadlines_live ON deadlines (remind_on, claim_id, due_on, legal_on, until_on)
  WHERE settled = 'no' AND (chased = 0 AND quiet = 0);

CREATE TABLE agenda (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  from_on TEXT NOT NULL,
  status TEXT NOT NULL,
  due_on TEXT,
  command TEXT,
  what_fr TEXT NOT NULL,
  what_en TEXT NOT NULL, outstanding_minor INTEGER, surcharge_minor INTEGER,
  PRIMARY KEY (claim_id, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  made_at TEXT NOT NULL,
  opened INTEGER NOT NULL CHECK (opened IN (0, 1)),
  first_event INTEGER,
  last_event INTEGER,
  undone_at TEXT
, came INTEGER NOT NULL DEFAULT 0) STRICT;

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

CREATE TABLE forgotten (
  uid TEXT PRIMARY KEY,
  forgotten_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_changes (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  key TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  over_at TEXT,
  value TEXT,
  PRIMARY KEY (claim_id, key, changed_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE marks (
  claim_id INTEGER NOT NULL REFERENCES claims (id),
  sha256 TEXT NOT NULL,
  mark TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (claim_id, sha256, mark)
) STRICT, WITHOUT ROWID;

INSERT INTO claims (id, uid, title, language, problem, wanted, country, seller, seller_key, seller_kind, item, item_kind, sale, order_ref, amount_minor, currency, payment, draft, created_at, updated_at, description)
  VALUES (1, '019aa0d4-1c80-7c3e-9f7a-5d1f2b3c4d5e', 'Casque', 'fr', 'not-received', 'refund', 'FR', 'Électro Dépôt', 'electro depot', 'trader', 'casque', 'goods', 'online', '403-1', 3490, 'EUR', 'card-cb', 0, '2026-11-20T10:00:00.000000000Z', '2026-11-20T10:05:00.000000000Z', 'Jamais arrivé.');
INSERT INTO claims (id, uid, language, draft, walk_step, walk_question, created_at, updated_at)
  VALUES (2, '019aa0d4-1c81-7c3e-9f7a-5d1f2b3c4d5f', 'en', 1, 'identify-problem', 'seller', '2026-11-20T11:00:00.000000000Z', '2026-11-20T11:00:00.000000000Z');
INSERT INTO unknowns VALUES (2, 'order_ref');
INSERT INTO terms VALUES (1, 'latest_delivery_on', '2026-11-10');
INSERT INTO answers VALUES (1, 'parcel_locker', 'no');
INSERT INTO evidence VALUES (1, 1, 'receipt', 'reçu.pdf', '/home/ana/reçu.pdf', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 0, 'application/pdf', 0, NULL, NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1, '2026-11-20T10:04:00.000000000Z');
INSERT INTO events VALUES (1, 1, 'ordered', '2026-11-01', NULL, NULL, '2026-11-20T10:00:00.000000000Z', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '019aa0d4-1c80-7c3e-9f7a-000000000001', NULL, NULL);
INSERT INTO events VALUES (1, 2, 'contacted', '2026-11-12', '14:30:00', NULL, '2026-11-20T10:05:00.000000000Z', 'email', NULL, NULL, '2026-11-25', NULL, NULL, 'Où est mon colis ?', '019aa0d4-1c80-7c3e-9f7a-000000000002', NULL, NULL);
INSERT INTO event_evidence VALUES (1, 2, 1);
INSERT INTO deadlines VALUES (1, 1, 'yours#2', 'trader', '2026-11-12', '2026-11-25', '2026-11-25', NULL, NULL, 'no', 0, 0, 'Le vendeur doit répondre', 'The seller must answer');
INSERT INTO agenda VALUES (1, '2026-11-20', 'waiting', '2026-11-25', 'claimctl show 1', 'Attendez la réponse du vendeur', 'Wait for the seller', 3490, NULL);
INSERT INTO meta VALUES ('rulebook', '0.1.0');
INSERT INTO changes VALUES (1, 1, '2026-11-20T10:05:00.000000000Z', 0, 2, 2, NULL, 0);
INSERT INTO facts_before VALUES (1, 'item', NULL);
INSERT INTO evidence_before VALUES (1, 1, 1, NULL, NULL, NULL, NULL, NULL);
INSERT INTO fact_changes VALUES (1, 'item', '2026-11-20T10:05:00.000000000Z', NULL, 'casque');
INSERT INTO marks VALUES (1, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'kind', '2026-11-20T10:04:00.000000000Z', 'receipt');
COMMIT;
PRAGMA application_id = 1131179363;
PRAGMA user_version = 8;
