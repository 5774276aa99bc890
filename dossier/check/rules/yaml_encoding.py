"""Every file is UTF-8 without control characters."""

WHY = (
    "Other encodings turn Cyrillic into other letters without a word, and control characters are "
    "invisible leftovers of copying."
)
BAD = 'title: "\\x8f\\xab\\xa0\\xad"  # bytes of an older Cyrillic encoding\n'
GOOD = "title: План\n"
