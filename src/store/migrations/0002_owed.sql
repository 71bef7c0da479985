-- What is owed and what the law adds to it, from the day of the row on, in the currency of the claim.
ALTER TABLE agenda ADD COLUMN outstanding_minor INTEGER;
ALTER TABLE agenda ADD COLUMN surcharge_minor INTEGER;
