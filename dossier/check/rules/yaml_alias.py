"""Anchors and aliases (`&name`, `*name`) are not used."""

WHY = (
    "An alias hides the value from whoever reads that line, and a few of them can grow without "
    "bounds."
)
BAD = """\
published: &day 2018-09-13
accessed: *day
"""
GOOD = """\
published: 2018-09-13
accessed: 2018-09-13
"""
