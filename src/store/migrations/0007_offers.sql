-- What an offer or a promise gives besides money, and who said it.
ALTER TABLE events ADD COLUMN remedy TEXT;
ALTER TABLE events ADD COLUMN said_by TEXT;
