#!/usr/bin/env bash
# Measures claimctl against the sqlite3 shell: bench.sh [--quick] [--size N]... [--pairs N] [--batch N]
#                                                             [--no-valgrind] [--claimctl FILE]
#
# Both run the query of due.sql on the same file, one batch of the one after one batch of the other, so that whatever else
# the machine does falls on both. What is printed is the median of the batches, per run. It prints figures and judges none.
# The desk is made in TMPDIR: what a durable change costs is told by the disk that it is on.
set -eu
LC_ALL=C
export LC_ALL

here=$(cd "${BASH_SOURCE[0]%/*}" && pwd)
claimctl=$here/../../target/release/claimctl
day=2026-11-20
horizon=2026-11-27
sizes=
pairs=30
batch=20
valgrind=valgrind

usage() {
  echo "usage: bench.sh [--quick] [--size CLAIMS]... [--pairs N] [--batch RUNS] [--no-valgrind] [--claimctl FILE]" >&2
  exit 2
}

while [ $# -gt 0 ]; do
  case $1 in
    --quick)
      batch=5
      sizes=${sizes:-10000}
      shift
      continue
      ;;
    --no-valgrind)
      valgrind=
      shift
      continue
      ;;
    --size | --pairs | --batch | --claimctl) [ $# -ge 2 ] || usage ;;
    *) usage ;;
  esac
  case $1:$2 in
    --claimctl:*) claimctl=$2 ;;
    *:*[!0-9]* | *: | *:0) usage ;;
    --size:*) sizes="$sizes $2" ;;
    --pairs:*) pairs=$2 ;;
    --batch:*) batch=$2 ;;
  esac
  shift 2
done
sizes=${sizes:-"100 1000 10000"}

missing() { echo "not measured: $1 ($2 is not installed)"; }
has() { command -v "$1" >/dev/null 2>&1; }

if [ ! -x "$claimctl" ]; then
  echo "bench.sh: there is no $claimctl; build it: cargo build --release" >&2
  exit 1
fi
if ! has sqlite3; then
  missing "anything" "sqlite3"
  exit 0
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
# The user's own desk, playbooks and language are none of our business.
export HOME="$folder" XDG_CONFIG_HOME="$folder" XDG_DATA_HOME="$folder"
unset CLAIMCTL_DB CLAIMCTL_LANG CLAIMCTL_TODAY

query=$(sed -e '/^--/d' -e "s/:today/'$day'/g" -e "s/:horizon/'$horizon'/g" "$here/due.sql")
answers=$here/../amazon-not-received.toml
desk=$folder/claims.db
scratch=$folder/scratch.db

# What is measured: sets `argv`.
command_of() {
  local ours=("$claimctl" --db "$desk" --today "$day" --lang en)
  case $1 in
    due) argv=("${ours[@]}" list --due) ;;
    due-sqlite3) argv=(sqlite3 "$desk" "$query") ;;
    new) argv=("${ours[@]}" new --answers "$answers") ;;
    # One row, on disk before it returns: what any durable change costs here, whoever makes it.
    new-sqlite3) argv=(sqlite3 "$scratch" "INSERT INTO kept VALUES ('x')") ;;
    show) argv=("${ours[@]}" show 1) ;;
    start) argv=("$claimctl" --version) ;;
    start-sqlite3) argv=(sqlite3 --version) ;;
  esac
}

# Runs a command often and appends "wall cpu", in microseconds per run, to its samples.
sample() {
  local TIMEFORMAT='%3R %3U %3S' run argv
  command_of "$1"
  { time for ((run = 0; run < batch; run++)); do "${argv[@]}" >/dev/null; done; } 2>"$folder/time"
  awk -v runs="$batch" '{ printf "%d %d\n", $1 * 1e6 / runs, ($2 + $3) * 1e6 / runs }' "$folder/time" >>"$folder/$1.samples"
}

# median COMMAND COLUMN
median() {
  sort -n -k"$2,$2" "$folder/$1.samples" | awk -v column="$2" '
    { v[NR] = $column }
    END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

# The most memory that a run takes, in KiB.
memory() {
  local argv
  command_of "$1"
  if has /usr/bin/time; then
    /usr/bin/time -f %M -o "$folder/memory" "${argv[@]}" >/dev/null
    cat "$folder/memory"
  else
    echo -
  fi
}

instructions() {
  local argv
  command_of "$1"
  if [ -n "$valgrind" ] && has "$valgrind"; then
    "$valgrind" --tool=callgrind --callgrind-out-file=/dev/null --log-file="$folder/refs" "${argv[@]}" >/dev/null
    awk '/refs:/ { gsub(",", "", $NF); printf "%.2fM\n", $NF / 1e6 }' "$folder/refs"
  else
    echo -
  fi
}

row() { printf '%-20s %7s  %-8s %10s %9s %8s %13s\n' "$@"; }

# figures OPERATION SIZE PROGRAM COMMAND
figures() {
  row "$1" "$2" "$3" "$(awk -v t="$(median "$4" 1)" 'BEGIN { printf "%.2f ms", t / 1000 }')" \
    "$(awk -v t="$(median "$4" 2)" 'BEGIN { printf "%.2f ms", t / 1000 }')" "$(memory "$4")" "$(instructions "$4")"
}

ratio() { awk -v ours="$(median "$1" "$2")" -v theirs="$(median "$1-sqlite3" "$2")" 'BEGIN { printf (theirs ? "%.2f" : "-"), ours / (theirs ? theirs : 1) }'; }

# pairs_of OPERATION SIZE COMMAND: claimctl and the sqlite3 shell in turn, and how many times as much the first one takes.
pairs_of() {
  local pair
  rm -f "$folder"/*.samples
  for ((pair = 0; pair < pairs; pair++)); do
    sample "$3"
    sample "$3-sqlite3"
  done
  figures "$1" "$2" claimctl "$3"
  figures "$1" "$2" sqlite3 "$3-sqlite3"
  row "$1" "$2" ratio "$(ratio "$3" 1)" "$(ratio "$3" 2)" - -
}

alone() {
  local pair
  for ((pair = 0; pair < pairs; pair++)); do
    sample "$3"
  done
  figures "$1" "$2" claimctl "$3"
}

has /usr/bin/time || missing memory /usr/bin/time
has "${valgrind:-true}" || missing instructions valgrind
echo "binary: $(wc -c <"$claimctl") bytes; sqlite3 shell: $(sqlite3 --version | cut -d' ' -f1)"
echo "the desk is on $(stat -f -c %T "$folder" 2>/dev/null || echo "an unknown file system")"
echo "medians of $pairs pairs of batches of $batch runs"
row operation claims program wall CPU KiB instructions

pairs_of "start" - start
sqlite3 "$scratch" "CREATE TABLE kept (text)"
for size in $sizes; do
  sh "$here/desk.sh" "$desk" "$size" "$claimctl"
  pairs_of "list --due" "$size" due
  alone "show" "$size" show
  # Last, for it makes the desk larger.
  pairs_of "new --answers" "$size" new
done
