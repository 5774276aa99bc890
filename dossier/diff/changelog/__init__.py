"""`dossier changelog`: what is new, corrected and updated, for whoever publishes an edition.

Between two states of the data it is found by comparing them, so that it also shows what was
changed without a note to readers. Without two states it is what the records themselves tell, the
same as on the site.
"""
