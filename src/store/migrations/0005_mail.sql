-- The message that a piece of evidence was attached to; what a mail says of itself. The instant is RFC 3339 text in the zone of
-- whoever sent it.
ALTER TABLE evidence ADD COLUMN part_of INTEGER CHECK (part_of > 0);
ALTER TABLE evidence ADD COLUMN message_id TEXT;
ALTER TABLE evidence ADD COLUMN mail_from TEXT;
ALTER TABLE evidence ADD COLUMN mail_to TEXT;
ALTER TABLE evidence ADD COLUMN mail_subject TEXT;
ALTER TABLE evidence ADD COLUMN mail_sent_at TEXT;
ALTER TABLE evidence ADD COLUMN mail_extract TEXT;
