# Pages for printing.

pdf-not-built = this claimctl makes no PDF: it was built without the feature “pdf”
pdf-hint-build = cargo install --path . --features pdf; without it: --format html, and print the page from your browser
pdf-no-archive = only a PDF has a copy for keeping
pdf-hint-archive = claimctl export --format pdf --archive --out FILE
pdf-hint-archive-dossier = claimctl dossier { $id } --for { $who } --archive --out FILE.pdf
pdf-hint-letter = claimctl letter { $id } --format pdf --out FILE
pdf-hint-terminal = claimctl export --format pdf --out FILE
pdf-unprintable = No font in this program has these characters, so another sign stands in their place: { $characters }
pdf-refused = the pages cannot be set: { $reason }

pdf-registered = By registered letter with advice of delivery

pdf-apart = Good to know
pdf-attached = Attached to this document:

pdf-exhibit-gap = { $exhibit }: { $why }
pdf-exhibit-gone = The file cannot be read, so it is not shown here.
pdf-exhibit-too-large = The file is larger than 100 MB, so it is not shown here.
pdf-exhibit-no-picture = The file is no picture that can be shown here.
pdf-exhibit-no-pdf = The file is a PDF that cannot be opened, or that asks for a password.
pdf-exhibit-no-paper = A file of this kind cannot be shown on paper.
pdf-exhibit-first-pages = { $shown ->
    [0] None of the { $count } pages can be shown here.
    [one] Only the first of { $count } pages is shown here.
   *[other] Only { $shown } of { $count } pages are shown here.
}
