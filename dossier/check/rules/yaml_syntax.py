"""Every file is one mapping of fields in plain YAML."""

WHY = "What cannot be read cannot be checked; nothing in the file would reach a reader."
BAD = "title: Visit: second day\n"
GOOD = 'title: "Visit: second day"\n'
