### next
