"""Straight quotation marks, where it is certain which of them open and which close."""

from __future__ import annotations

_OPENS_AFTER = " \u00a0\t\n([{—–-/«„“‘"
_CLOSES_BEFORE = " \u00a0\t\n)]}—–-/»“”’.,:;!?…"


def curled(text: str, outer: tuple[str, str], inner: tuple[str, str]) -> str:
    """The text with curly marks for straight ones; as it was if one of them is in doubt.

    `inner` marks stand inside of other quotation marks, whether these were straight or not.
    """
    result: list[str] = []
    open_marks: list[str] = []  # the closing marks that are awaited; "" for one typed curly
    for place, char in enumerate(text):
        if char == '"':
            before = text[place - 1] if place else " "
            after = text[place + 1] if place + 1 < len(text) else " "
            opens = (before in _OPENS_AFTER or before == '"') and not after.isspace()
            closes = (after in _CLOSES_BEFORE or after == '"') and not before.isspace()
            if opens == closes:  # in doubt: whether one is awaited decides, beside another mark
                if not (opens and '"' in (before, after)):
                    return text
                opens = not open_marks
            if opens:
                if len(open_marks) > 1:
                    return text
                pair = inner if open_marks else outer
                open_marks.append(pair[1])
                char = pair[0]
            else:
                if not open_marks or not open_marks[-1]:
                    return text
                char = open_marks.pop()
        elif char == outer[0]:
            open_marks.append("")
        elif char == outer[1] and open_marks and open_marks.pop():
            return text
        result.append(char)
    return text if any(open_marks) else "".join(result)
