-- Whether the vault has a copy of the bytes, or only the path is known; the day of the picture; the day of the removal.
ALTER TABLE evidence ADD COLUMN stored INTEGER NOT NULL DEFAULT 0 CHECK (stored IN (0, 1));
ALTER TABLE evidence ADD COLUMN taken_on TEXT;
ALTER TABLE evidence ADD COLUMN removed_on TEXT;
