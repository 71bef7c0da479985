# Pages for printing.

pdf-not-built = this claimctl makes no PDF: it was built without the feature “pdf”
pdf-hint-build = cargo install claimctl --features pdf
pdf-refused = the pages cannot be set: { $reason }

pdf-subject = Subject: { $subject }
