### import: les dossiers venus d’ailleurs, ou d’un fichier

import-refused = rien n’a été importé de `{ $file }`
import-refused-hint = pour écrire ce qui s’importe : claimctl export --format bundle --out FICHIER
import-terminal-hint = claimctl import FICHIER
import-unknown = ce n’est ni un lot de dossiers, ni une sauvegarde, ni un export JSON de claimctl, ni un tableau (CSV) avec une ligne d’en-tête
import-new = Dossier { $id }, nouveau : { $title } ({ $events ->
    [one] { $events } événement
   *[other] { $events } événements
}, { $files ->
    [0] aucune preuve
    [one] { $files } fichier de preuve
   *[other] { $files } fichiers de preuve
})
import-would-come = Nouveau : { $title } ({ $events ->
    [one] { $events } événement
   *[other] { $events } événements
}, { $files ->
    [0] aucune preuve
    [one] { $files } fichier de preuve
   *[other] { $files } fichiers de preuve
})
import-more = Dossier { $id }, { $title } : { $what }
import-events = { $count ->
    [one] { $count } nouvel événement
   *[other] { $count } nouveaux événements
}
import-pieces = nouvelles preuves : { $list }
import-marked = noté sur { $list }
import-fact = { $fact }
import-order = ordre et preuves du journal
import-apart = dossier { $id } : { $lost } ({ $lost_on }) et { $counts } ({ $counts_on }) ont été écrits chacun de leur côté ; le plus récent compte. Pour choisir l’autre : claimctl edit { $id } { $typed }
import-apart-long = dossier { $id } : { $key } a été écrit de deux côtés, le { $lost_on } et le { $counts_on } ; le plus récent compte. Les deux figurent au journal : claimctl show { $id }
import-left = dossier { $id } : { $there } dans le fichier est { $here } ici, et le reste ; un export JSON ne dit pas lequel est le plus récent, un lot (--format bundle) le dit
import-renumbered = dossier { $id } : E{ $before } devient E{ $after }, car l’autre appareil avait donné son numéro à un fichier plus ancien
import-not-erased = dossier { $id } : E{ $no } a été supprimée définitivement ailleurs et reste ici ; pour la supprimer ici aussi : claimctl import { $file } --erase
import-erased = Dossier { $id } : E{ $no } est supprimée définitivement ici aussi.
import-would-erase = Dossier { $id } : E{ $no } serait supprimée définitivement ici aussi.
import-erased-claim = Le dossier { $id } ({ $title }) est oublié ici aussi.
import-gone = le dossier { $id } a été oublié ailleurs et reste ici ; pour l’oublier ici aussi : claimctl import { $file } --erase
import-would-forget = le dossier { $id } a été oublié ailleurs et serait oublié ici aussi
import-forgotten = { $count ->
    [one] { $count } dossier oublié ici est laissé de côté.
   *[other] { $count } dossiers oubliés ici sont laissés de côté.
}
import-end = { $new ->
    [one] { $new } nouveau dossier
   *[other] { $new } nouveaux dossiers
}, { $more } avec du nouveau, { $same } déjà à jour.
import-would-end = Il y aurait { $new ->
    [one] { $new } nouveau dossier
   *[other] { $new } nouveaux dossiers
}, { $more } avec du nouveau, { $same } déjà à jour.
import-nothing-done = Rien n’a été importé.
import-show-apart = { $lost } ({ $lost_on }) a été écrit à part de { $counts } ({ $counts_on }), qui compte
import-no-table = `--with { $text }` vaut pour un tableau (CSV) : ce fichier dit lui-même ce que sont ses dossiers
import-with-hint = claimctl import FICHIER --with country=FR
import-left-out = Laissé de côté, car claimctl le calcule lui-même : { $list }.
import-table-end = { $new ->
    [one] { $new } nouveau dossier
   *[other] { $new } nouveaux dossiers
}, { $same } déjà là.
import-table-would-end = Il y aurait { $new ->
    [one] { $new } nouveau dossier
   *[other] { $new } nouveaux dossiers
}, { $same } déjà là.
import-table-next = Pour voir la suite à donner : claimctl list
