"""Starting files for new records: what the model asks for, what may stand there, and TODO.

A placeholder is reported by the rule `placeholder`, so that a file that was begun and not ended
can be saved, but not published.
"""

from dossier.check.rules.placeholder import PLACEHOLDER

__all__ = ["PLACEHOLDER"]
