"""A pull request seen as a reviewer needs it: findings, what changes in words, suggestions.

`dossier review` runs where the change is, without rights; what it leaves in a folder is data. Only
`dossier comment`, which never runs the code of the change, writes to the pull request.
"""
