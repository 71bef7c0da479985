### store: the file of claims, and evidence on disk

store-no-folder = cannot create the folder `{ $path }`
store-no-reach = cannot reach `{ $path }`
store-cannot-open = cannot open `{ $path }`, or cannot write in its folder
store-is-folder = `{ $path }` is a folder, not a file
store-not-a-file = `{ $path }` is not an ordinary file
store-not-a-database = `{ $path }` is not a file of claims
store-not-ours = `{ $path }` belongs to another program
store-newer = `{ $path }` was written by a newer version of claimctl
store-damaged = `{ $path }` is damaged
store-read-only = `{ $path }` cannot be written to
store-busy = `{ $path }` is in use by another command
store-full = there is no space left to write `{ $path }`
store-value = `{ $path }` holds a value that this version does not know: `{ $value }`
store-day = the year of `{ $day }` does not have four digits
store-no-claim = there is no claim `{ $id }`
store-no-event = claim `{ $id }` has no event `{ $no }`
store-no-evidence = claim `{ $id }` has no evidence `E{ $no }`
store-sqlite = cannot read or write `{ $path }`

store-cause-denied = you do not have the right to do so
store-cause-not-a-folder = a part of the path is a file, not a folder
store-cause-read-only = the disk can only be read
store-cause-full = the disk is full
store-cause-missing = it does not exist
store-cause-folder = it is a folder
store-cause-newer = its schema is number { $found }, and this version knows them up to { $known }
store-cause-system = the system says: { $text }

store-hint-other-file = name another file: `claimctl --db FILE list`
store-hint-newer = install the latest version of claimctl, or name another file: `claimctl --db FILE list`
store-hint-restore = see what can be saved: `claimctl doctor`; or bring a backup back: `claimctl restore FILE`
store-hint-writable = give yourself the right to write: `chmod u+w { $path }`
store-hint-open = give yourself the rights: `chmod u+rw { $path }`; or name another file: `claimctl --db FILE list`
store-hint-again = nothing was changed; try again once the other command has ended
store-hint-space = nothing was changed; free some space, then try again
store-hint-list = see the numbers: `claimctl list --all`
store-hint-show = see what it holds: `claimctl show { $id }`

store-evidence-missing = there is no file `{ $path }`
store-evidence-folder = `{ $path }` is a folder: add the files in it one by one
store-evidence-not-a-file = `{ $path }` is not an ordinary file
store-evidence-denied = you do not have the right to read `{ $path }`
store-evidence-unreadable = cannot read `{ $path }`
store-evidence-full = the disk is full: `{ $path }` could not be written
store-evidence-unwritable = cannot write `{ $path }`
store-evidence-uncopied = `{ $path }` could not be copied into the folder of evidence
store-evidence-taken = `{ $path }` is there already
store-evidence-altered = `{ $path }` is not what it was when it was added
store-evidence-hint-full = nothing was added; make room, then try again
store-evidence-hint-taken = nothing was replaced; give another name with `--out`
store-evidence-hint-altered = see what is wrong: `claimctl evidence verify --all`
store-evidence-hint-missing = a name with spaces goes in quotes: `"my receipt.pdf"`
store-evidence-hint-denied = give yourself the right to read: `chmod u+r { $path }`
