"""Findings: rules, fixes and reports.

What is wrong has one name at each level. A rule yields a `Problem`: of a record, at a path in it.
A `Finding` is at a line of a file, whether reading or a rule has met it. Both say what is wrong and
how to mend it in messages (`dossier.messages`). A `Fault` is of a page that was built. What is
raised instead has a name in `Error`.
"""
