"""The typeset edition: the whole dossier as one book, and the images shown when it is shared."""
