"""A field that is named has a value."""

WHY = (
    "An empty field can mean unknown, none or forgotten; leaving it out, or saying which, is clear."
)
BAD = """\
publisher: Official Gazette
author:
"""
GOOD = "publisher: Official Gazette\n"
