"""`data/` holds only records, each in the folder of its type; no link of `docs/` leads out."""

WHY = (
    "A file that no rule looks at would be published unchecked, or would be missing without "
    "anybody noticing; a link would publish a file of whoever builds the site."
)
BAD = "# data/notes/cooperation-plan-2024.yml\n"
GOOD = "# data/elements/cooperation-plan-2024.yml\n"
