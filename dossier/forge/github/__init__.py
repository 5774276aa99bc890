"""What writes to GitHub, through `gh` and `git`: comments, suggestions, labels, pull requests.

These run from the main branch only. What they are given (an artifact of a pull request, the text
of an issue) is data, of which every part is checked before anything is written.
"""
