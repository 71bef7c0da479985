### command
