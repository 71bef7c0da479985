# Les pages à imprimer.

pdf-not-built = ce claimctl ne fait pas de PDF : il a été construit sans l’option « pdf »
pdf-hint-build = cargo install claimctl --features pdf
pdf-refused = la mise en page est impossible : { $reason }

pdf-subject = Objet : { $subject }
