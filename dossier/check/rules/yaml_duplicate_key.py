"""A field stands in its mapping only once."""

WHY = "YAML readers keep the last of two equal fields without a word, so that the other is lost."
BAD = """\
stage: signed
stage: ratified
"""
GOOD = "stage: ratified\n"
