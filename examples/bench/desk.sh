#!/bin/sh
# Makes a desk of N claims to measure: desk.sh FILE N CLAIMCTL
#
# The first claims (100 at most) are made by the program itself, from the answers files of the folder above. The others
# are copies of them, made with SQL in the sqlite3 shell: thousands of durable commits would only measure the disk.
# Then the days are spread: one claim in a hundred is due within seven days of 2026-11-20, the others later.
set -eu

file=$1
count=$2
claimctl=$3
here=$(cd "$(dirname "$0")" && pwd)
day=2026-11-20

rm -f "$file"
set -- "$here"/../*.toml
made=0
while [ "$made" -lt "$count" ] && [ "$made" -lt 100 ]; do
  "$claimctl" --db "$file" --today "$day" new --answers "$1" >/dev/null
  set -- "$@" "$1"
  shift
  made=$((made + 1))
done

copies=
for table in terms answers events deadlines agenda; do
  columns=$(sqlite3 "$file" "SELECT group_concat(name) FROM pragma_table_info('$table') WHERE name <> 'claim_id'")
  copies="$copies
INSERT INTO $table (claim_id,$columns) SELECT n.id,$columns FROM copies n JOIN $table t ON t.claim_id = n.seed;"
done
columns=$(sqlite3 "$file" "SELECT group_concat(name) FROM pragma_table_info('claims') WHERE name NOT IN ('id', 'uid')")

sqlite3 "$file" <<SQL
CREATE TEMP TABLE copies AS
  WITH RECURSIVE n(id) AS (SELECT $made + 1 WHERE $count > $made UNION ALL SELECT id + 1 FROM n WHERE id < $count)
  SELECT id, (id - 1) % $made + 1 AS seed FROM n;
BEGIN;
INSERT INTO claims (id, uid, $columns)
  SELECT n.id, lower(hex(randomblob(16))), $columns FROM copies n JOIN claims c ON c.id = n.seed;
$copies
UPDATE deadlines SET until_on = NULL, remind_on = date('$day',
  CASE claim_id % 100 WHEN 1 THEN claim_id / 100 % 8 ELSE 8 + (claim_id * 37 + no * 11) % 700 END || ' days');
UPDATE deadlines SET due_on = date(remind_on, '+' || (claim_id % 3) || ' days'), legal_on = NULL;
COMMIT;
SQL
