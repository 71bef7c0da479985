# Les pages à imprimer.

pdf-not-built = ce claimctl ne fait pas de PDF : il a été construit sans l’option « pdf »
pdf-hint-build = cargo install --path . --features pdf ; à défaut : --format html, et imprimez la page depuis votre navigateur
pdf-no-archive = seul un PDF a un exemplaire à conserver
pdf-hint-archive = claimctl export --format pdf --archive --out FICHIER
pdf-hint-archive-dossier = claimctl dossier { $id } --for { $who } --archive --out FICHIER.pdf
pdf-hint-letter = claimctl letter { $id } --format pdf --out FICHIER
pdf-hint-terminal = claimctl export --format pdf --out FICHIER
pdf-unprintable = Aucune police de ce programme n’a ces caractères, remplacés par un autre signe : { $characters }
pdf-refused = la mise en page est impossible : { $reason }

pdf-registered = Lettre recommandée avec avis de réception

pdf-apart = À savoir
pdf-attached = Joint à ce document :

pdf-exhibit-gap = { $exhibit } : { $why }
pdf-exhibit-gone = Le fichier ne peut pas être lu ; il n’est pas reproduit ici.
pdf-exhibit-too-large = Le fichier dépasse 100 Mo ; il n’est pas reproduit ici.
pdf-exhibit-no-picture = Le fichier n’est pas une image qui puisse être reproduite ici.
pdf-exhibit-no-pdf = Le fichier est un PDF qui ne s’ouvre pas, ou qui demande un mot de passe.
pdf-exhibit-no-paper = Un fichier de ce type ne peut pas être reproduit sur papier.
pdf-exhibit-first-pages = { $shown ->
    [0] Aucune des { $count } pages ne peut être reproduite ici.
    [one] Seule { $shown } page sur { $count } est reproduite ici.
   *[other] Seules { $shown } pages sur { $count } sont reproduites ici.
}
