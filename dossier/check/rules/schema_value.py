"""Every value has the form that its field asks for."""

WHY = "Other programs read the exported values, and cannot ask what was meant."
BAD = """\
id: signed
rank: best
"""
GOOD = """\
id: signed
rank: preferred
"""
