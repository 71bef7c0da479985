-- Whether a change took in what came from another desk: taking it back is this desk's own business.
ALTER TABLE changes ADD COLUMN came INTEGER NOT NULL DEFAULT 0;
