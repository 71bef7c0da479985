### safe: backups, restoring, and what the doctor finds

safe-progress = Backup
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
safe-evidence-missing = claim { $id }, E{ $no }: the file is missing, and not in the backup
safe-evidence-altered = claim { $id }, E{ $no }: the file is altered, and not in the backup
safe-left-out = { $path } cannot be read or has too long a name: it is not in the backup
safe-no-claims = there is nothing to back up: no claim in `{ $path }`
safe-terminal = a backup is not for a terminal
safe-terminal-hint = claimctl backup FILE, or claimctl backup - | age -p > desk.age
safe-exists-hint = claimctl backup --yes { $file }
safe-ask-replace = { $file } is there already. Replace it?
safe-changed = `{ $path }` has changed while the backup was written
safe-changed-hint = the backup is not whole; run the command again

safe-stdin-terminal = a backup does not come from a terminal
safe-stdin-terminal-hint = claimctl restore FILE, or age -d desk.age | claimctl restore --yes -
safe-refused = `{ $file }` was not restored
safe-refused-hint = nothing was changed; take another backup: claimctl restore FILE
safe-not-a-backup = it is not a backup of claimctl
safe-newer = it was made by a newer version of claimctl ({ $name })
safe-cut = it is cut off, or damaged
safe-name = it holds something that no backup holds: `{ $name }`
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
