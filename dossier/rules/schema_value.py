"""Every value has the form that its field asks for."""

WHY = "Other programs read the exported values, and cannot ask what was meant."
BAD = """\
consulted: full
title_is_descriptive: yes
"""
GOOD = """\
consulted: full
title_is_descriptive: 'true'
"""
