#!/bin/sh
# A plain text summary of claims, to read, print or send.
#
#   examples/export-summary.sh            every claim
#   examples/export-summary.sh 3 5        claims 3 and 5
#   CLAIMCTL_LANG=fr examples/export-summary.sh > dossiers.txt
#
# Needs claimctl and a POSIX awk, nothing else. Exits as `claimctl export` does: 3 when there is no such claim.

set -u
umask 077

if ! command -v claimctl >/dev/null 2>&1; then
    echo "export-summary: claimctl is not on the PATH; install it with: cargo install --path ." >&2
    exit 127
fi

# The whole export first: a summary that breaks off in the middle would look complete.
claims=$(claimctl export --format csv "$@") || exit

# The program speaks the language that it is told to, else the locale's.
language=${CLAIMCTL_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}

printf '%s\n' "$claims" | awk -v language="$language" '
    # CSV as RFC 4180 has it: cells in quotes may hold commas, line breaks and doubled quotes.
    BEGIN {
        french = language ~ /^fr/
        colon = french ? "\302\240: " : ": "    # a no-break space before it
        status["yours"] = french ? "à vous" : "yours to act"
        status["waiting"] = french ? "en attente" : "waiting"
        status["overdue"] = french ? "en retard" : "overdue"
        status["closed"] = french ? "clos" : "closed"
        labels("status Status Statut|problem Problem Problème|seller Seller Vendeur|order_ref Order Commande")
        labels("ordered_on Ordered_on Commandé_le|asked Asked Demandé|received Received Reçu")
        labels("outstanding Outstanding Reste_dû|next Next À_faire|due_on By Au_plus_tard_le|legal_on Legal_last_day Dernier_jour_légal")
        labels("outcome Outcome Issue|closed_on Closed_on Clos_le")
    }

    {
        sub(/\r$/, "")
        text = pending == "" ? $0 : pending "\n" $0
        copy = text
        if (gsub(/"/, "", copy) % 2) { pending = text; next }
        pending = ""
        count = split_row(text)
        if (!header) { for (i = 1; i <= count; i++) column[cell[i]] = i; header = 1; next }
        summary()
    }

    function labels(list,    all, part, i, n) {
        n = split(list, all, "|")
        for (i = 1; i <= n; i++) {
            split(all[i], part, " ")
            order[++fields] = part[1]
            label[fields] = french ? part[3] : part[2]
            gsub(/_/, " ", label[fields])
        }
    }

    function split_row(row,    n, i, c, quoted) {
        n = 1; cell[1] = ""
        for (i = 1; i <= length(row); i++) {
            c = substr(row, i, 1)
            if (c == "\"" && quoted && substr(row, i + 1, 1) == "\"") { cell[n] = cell[n] c; i++ }
            else if (c == "\"") quoted = !quoted
            else if (c == "," && !quoted) cell[++n] = ""
            else cell[n] = cell[n] c
        }
        return n
    }

    # An apostrophe keeps a spreadsheet from taking a cell for a formula; here it is taken off again.
    function value(name,    found) {
        found = cell[column[name]]
        if (name == "status" && found in status) return status[found]
        if (found ~ /^\047[=+@-]/) found = substr(found, 2)
        gsub(/\n/, " ", found)
        return found
    }

    function summary(    i, found, money) {
        if (shown++) print ""
        print (french ? "Dossier " : "Claim ") value("id") " - " value("title")
        money = "^(asked|received|outstanding)$"
        for (i = 1; i <= fields; i++) {
            found = value(order[i])
            if (found == "") continue
            if (order[i] ~ money) found = found " " value("currency")
            print "  " label[i] colon found
        }
    }
'
