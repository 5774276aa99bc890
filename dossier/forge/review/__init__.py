"""A pull request as its reviewer needs it: findings, what changes in words, suggestions.

Both sides of the change are read from git as data, each once. `dossier review` says it where the
change is, without rights; `dossier comment` says it on the pull request, from the main branch.
"""
