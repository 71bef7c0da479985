### safe: backups, restoring, and what the doctor finds

safe-progress = Copying
safe-holds = { $claims ->
    [one] 1 claim
   *[other] { $claims } claims
}, { $files ->
    [one] 1 file of evidence
   *[other] { $files } files of evidence
}, { $playbooks ->
    [one] 1 playbook of your own
   *[other] { $playbooks } playbooks of your own
}
safe-written = Backup in { $file }: { $what }.
safe-written-out = Backup written: { $what }.
safe-evidence-missing = claim { $id }, E{ $no }: the file is missing, and left out
safe-evidence-unreadable = claim { $id }, E{ $no }: the file cannot be read, and left out
safe-evidence-altered = claim { $id }, E{ $no }: the file is altered, and left out
safe-left-out = { $path } cannot be read or has too long a name: it is not in the backup
safe-no-claims = there is nothing to back up: no claim in `{ $path }`
safe-terminal = a file of claims is not for a terminal
safe-terminal-hint = claimctl backup FILE, or claimctl backup - | age -p > desk.age
safe-exists-hint = claimctl backup --yes { $file }
safe-ask-replace = { $file } is there already. Replace it?
safe-changed = `{ $path }` has changed while it was copied
safe-changed-hint = what was written is not whole; run the command again

safe-stdin-terminal = a file of claims does not come from a terminal
safe-stdin-terminal-hint = claimctl restore FILE, or age -d desk.age | claimctl restore --yes -
safe-refused = `{ $file }` was not restored
safe-refused-hint = nothing was changed; take another backup: claimctl restore FILE
safe-not-a-backup = it is not a backup of claimctl
safe-a-bundle = it is a bundle of claims, not a backup; to add them to yours: claimctl import FILE
safe-newer = it was made by a newer version of claimctl ({ $name })
safe-cut = it is cut off, or damaged
safe-name = it holds something that does not belong in it: `{ $name }`
safe-not-a-file = `{ $name }` in it is a link or a folder, not a file
safe-twice = it lists `{ $name }` twice
safe-unlisted = `{ $name }` in it is not what its list says
safe-length = `{ $name }` in it is not as long as its list says
safe-altered = `{ $name }` in it is altered
safe-no-desk = it holds no file of claims
safe-behind = there is something behind its end
safe-too-large = it needs { $needed } MB, and the disk has { $free } MB left
safe-desk-damaged = the file of claims in it is damaged, or is none
safe-evidence-not-there = a file of evidence that a claim counts on is not in it (SHA-256 { $hash })
safe-evidence-stray = it holds a file of evidence that belongs to no claim (SHA-256 { $hash })
safe-ask-restore = Put the backup of { $day } in the place of { $path } and of your playbooks? What is there is kept beside it.
safe-would-replace = `{ $path }` or your playbooks would be replaced; nothing was changed
safe-would-replace-hint = what is there would be kept beside it: claimctl restore --yes { $file }
safe-kept = What was there is kept: { $path }
safe-restored = Restored: { $what }.
safe-was-missing = { $count ->
    [one] 1 file of evidence was missing
   *[other] { $count } files of evidence were missing
} when the backup was made: claimctl evidence verify --all

safe-doctor-problem = Problem: { $what }
safe-doctor-detail = { "  " }{ $text }
safe-doctor-fix = { "  " }To repair it: claimctl doctor --fix
safe-doctor-repaired = { "  " }Repaired.
safe-doctor-desk-none = File of claims: none yet ({ $path })
safe-doctor-desk-ok = File of claims: in order ({ $count ->
    [one] 1 claim
   *[other] { $count } claims
})
safe-doctor-desk-damaged = the file of claims is damaged ({ $path })
safe-doctor-claim = claim { $id } cannot be read: { $why }
safe-doctor-ask-save = Save what can be read into { $file }? The damaged file stays as it is.
safe-doctor-save = { "  " }To save what can be read: claimctl doctor --save-to FILE
safe-doctor-evidence-ok = Evidence: { $count ->
    [0] no copy to check
    [one] 1 copy, as it was
   *[other] { $count } copies, all as they were
}
safe-doctor-missing = claim { $id }, E{ $no }: the copy is missing; if you have the file still: claimctl evidence add { $id } FILE
safe-doctor-unreadable = claim { $id }, E{ $no }: the copy is there but cannot be read; to see why: claimctl evidence extract { $id } E{ $no }
safe-doctor-altered = claim { $id }, E{ $no }: the copy is altered; if you have the file still: claimctl evidence add { $id } FILE
safe-doctor-stranger = { "  " }No claim of this desk has this file; a desk beside it may: { $path }
safe-doctor-leftovers-ok = Unfinished work: none
safe-doctor-leftovers = { $count ->
    [one] a crash left 1 copy unfinished
   *[other] a crash left { $count } copies unfinished
}
safe-doctor-ask-leftovers = Clear it away? What a claim needs is kept.
safe-doctor-rights-ok = Rights: your files are yours alone
safe-doctor-barred = { $path } cannot be written to: chmod u+w { $typed }
safe-doctor-rights = { $count ->
    [one] 1 file or folder has too many rights: { $path }
   *[other] { $count } files and folders have too many rights, such as { $path }
}
safe-doctor-ask-rights = Make them yours alone?
safe-doctor-save-hint = name another file: claimctl doctor --save-to FILE
safe-doctor-playbooks = { $count ->
    [one] 1 playbook of your own does not hold and is left out
   *[other] { $count } playbooks of your own do not hold and are left out
}: claimctl playbook check
safe-doctor-playbooks-ok = Playbooks: { $count ->
    [0] none of your own
    [one] 1 of your own, it holds
   *[other] { $count } of your own, all hold
}
safe-doctor-sources = Sources: { $count ->
    [0] all checked in the last 12 months
    [one] 1 wants another look (claimctl playbook list --stale)
   *[other] { $count } want another look (claimctl playbook list --stale)
}
safe-doctor-fine = Nothing is wrong.
safe-doctor-all-repaired = Everything is repaired.
safe-doctor-left = { $count ->
    [one] 1 problem is left.
   *[other] { $count } problems are left.
}
safe-saved = { $count ->
    [one] 1 claim
   *[other] { $count } claims
} saved into { $file }
safe-saved-table = { "  " }{ $table }: { $count }
safe-saved-part = { "  " }{ $table }: { $count }; a part could not be read
safe-saved-incomplete = Something is missing, or may be, of the claims: { $claims }
safe-saved-drafts = Their facts are lost, their log and evidence are with a draft of the same number: { $claims }
safe-saved-lost = Lost: the claims { $claims }
safe-saved-stand-in = Facts lost: fill them in anew
safe-saved-evidence = The copies of evidence are still in { $path }: copy that folder beside the new file
safe-saved-next = Look at it: claimctl --db { $file } list --all. To put it in place: claimctl --db { $file } backup - | claimctl --db { $path } restore --yes -
safe-forgotten = { $count ->
    [one] 1 claim of the backup was removed with forget since, and stays removed.
   *[other] { $count } claims of the backup were removed with forget since, and stay removed.
}
safe-purged = { $count ->
    [one] 1 file of evidence that was deleted for good since stays deleted.
   *[other] { $count } files of evidence that were deleted for good since stay deleted.
}
