"""No file is larger than 256 kB."""

WHY = (
    "A record is a page or two; a larger file is a mistake or an attack, and would slow every "
    "check."
)
BAD = "# a file with the whole text of a document\n"
GOOD = "# a paraphrase, and `cites` that name the source of the document\n"
