"""What writes to GitHub, through `gh` and `git`: comments, suggestions, labels, pull requests.

These run from the main branch only. What a fork or an issue brings (git objects, the text of a
form) is data: it is read with limits, and nothing of it is run.
"""
