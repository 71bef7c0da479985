### store: le fichier des dossiers et les preuves sur le disque

store-no-folder = impossible de créer le dossier `{ $path }`
store-no-reach = impossible d’accéder à `{ $path }`
store-cannot-open = impossible d’ouvrir `{ $path }`, ou d’écrire dans son dossier
store-is-folder = `{ $path }` est un dossier, pas un fichier
store-not-a-file = `{ $path }` n’est pas un fichier ordinaire
store-not-a-database = `{ $path }` n’est pas un fichier de dossiers
store-not-ours = `{ $path }` appartient à un autre programme
store-newer = `{ $path }` a été écrit par une version plus récente de claimctl
store-damaged = `{ $path }` est endommagé
store-read-only = impossible d’écrire dans `{ $path }`
store-busy = `{ $path }` est utilisé par une autre commande
store-full = il n’y a plus de place pour écrire `{ $path }`
store-value = `{ $path }` contient une valeur que cette version ne connaît pas : `{ $value }`
store-day = l’année de `{ $day }` n’a pas quatre chiffres
store-no-claim = il n’y a pas de dossier `{ $id }`
store-no-event = le dossier `{ $id }` n’a pas d’événement `{ $no }`
store-no-evidence = le dossier `{ $id }` n’a pas de preuve `E{ $no }`
store-sqlite = impossible de lire ou d’écrire `{ $path }`

store-cause-denied = vous n’en avez pas le droit
store-cause-not-a-folder = une partie du chemin est un fichier, pas un dossier
store-cause-read-only = le disque est en lecture seule
store-cause-full = le disque est plein
store-cause-missing = il n’existe pas
store-cause-folder = c’est un dossier
store-cause-newer = son schéma porte le numéro { $found } et cette version les connaît jusqu’au { $known }
store-cause-system = le système répond : { $text }

store-hint-other-file = indiquez un autre fichier : `claimctl --db FICHIER list`
store-hint-newer = installez la dernière version de claimctl, ou indiquez un autre fichier : `claimctl --db FICHIER list`
store-hint-restore = voyez ce qui peut être sauvé : `claimctl doctor` ; ou faites revenir une sauvegarde : `claimctl restore FICHIER`
store-hint-writable = donnez-vous le droit d’écrire : `chmod u+w { $path }`
store-hint-open = donnez-vous les droits : `chmod u+rw { $path }` ; ou indiquez un autre fichier : `claimctl --db FICHIER list`
store-hint-again = rien n’a été modifié ; réessayez quand l’autre commande aura fini
store-hint-space = rien n’a été modifié ; libérez de la place, puis réessayez
store-hint-list = voyez les numéros : `claimctl list --all`
store-hint-show = voyez ce qu’elle contient : `claimctl show { $id }`

store-evidence-missing = il n’y a pas de fichier `{ $path }`
store-evidence-folder = `{ $path }` est un dossier : ajoutez ses fichiers un par un
store-evidence-not-a-file = `{ $path }` n’est pas un fichier ordinaire
store-evidence-denied = vous n’avez pas le droit de lire `{ $path }`
store-evidence-unreadable = impossible de lire `{ $path }`
store-evidence-full = le disque est plein : `{ $path }` n’a pas pu être écrit
store-evidence-unwritable = impossible d’écrire `{ $path }`
store-evidence-uncopied = `{ $path }` n’a pas pu être copié dans le répertoire des preuves
store-evidence-taken = `{ $path }` existe déjà
store-evidence-altered = `{ $path }` n’est plus ce qu’il était quand il a été ajouté
store-evidence-hint-full = rien n’a été ajouté ; libérez de la place, puis réessayez
store-evidence-hint-taken = rien n’a été remplacé ; donnez un autre nom avec `--out`
store-evidence-hint-altered = voyez ce qui ne va pas : `claimctl evidence verify --all`
store-evidence-hint-missing = un nom qui contient des espaces se met entre guillemets : `"mon reçu.pdf"`
store-evidence-hint-denied = donnez-vous le droit de lire : `chmod u+r { $path }`
