"""Every field is one that its record type has."""

WHY = "A misspelt field would be left out in silence, and its content with it."
BAD = """\
parites:
  - kazakhstan
"""
GOOD = """\
parties:
  - kazakhstan
"""
