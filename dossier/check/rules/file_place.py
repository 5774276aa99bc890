"""The data folder holds only records, each a `.yml` file in the folder of its type."""

WHY = (
    "A file that no rule looks at would be published unchecked, or would be missing without "
    "anybody noticing."
)
BAD = "# data/notes/cooperation-plan-2024.yml\n"
GOOD = "# data/elements/cooperation-plan-2024.yml\n"
