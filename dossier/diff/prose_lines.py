"""Changed prose in a comment: a table with both languages, what is gone struck out, new in bold."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from dossier.dataset.written_pages import TAGS
from dossier.diff import escape
from dossier.diff.passages import Passage, Side
from dossier.diff.wording import Wording
from dossier.language.words import LANGUAGES

MOST = 12  # paragraphs of a page
MOST_PAGES = 12
AROUND = 60  # characters that stay on each side of a change
LONGEST = 700
MOST_COMPARED = 1_000  # words between what stayed: comparing takes the square of alike words
MOST_CITED = 8  # ids before and now that are all listed; of more, those that came and went
# What `difflib` calls an opcode: what happened, the words before from and to, those of now.
Step = tuple[str, int, int, int, int]
# A word with the space behind it; a call of a macro is one word.
_WORD = re.compile(r"(?:\{\{.*?\}\}|[^\s{]+|\{)\s*", re.DOTALL)


def prose_lines(passages: tuple[Passage, ...], say: Wording) -> Iterator[str]:
    """The changed paragraphs, page by page, with a blank line between pages."""
    pages: dict[str, list[Passage]] = {}
    for passage in passages:
        pages.setdefault(passage.page, []).append(passage)
    for name in list(pages)[:MOST_PAGES]:
        yield from _page(name, pages[name], say)
        if name != list(pages)[-1]:
            yield ""
    if len(pages) > MOST_PAGES:
        yield say.words("prose.more_pages", number=len(pages) - MOST_PAGES)


def _page(name: str, passages: list[Passage], say: Wording) -> Iterator[str]:
    address = say.address(name.removesuffix(".md") + ".html")
    yield from (f"**{address}**", "")
    yield f"| {say.words('prose.ru')} | {say.words('prose.en')} |"
    yield "|---|---|"
    for passage in passages[:MOST]:
        cells = [_cell(passage, language, say) for language in LANGUAGES]
        yield f"| {cells[0]} | {cells[1]} |"
    if len(passages) > MOST:
        yield from ("", say.words("prose.more", number=len(passages) - MOST))


def _cell(passage: Passage, language: str, say: Wording) -> str:
    side = passage.sides[language]
    line = passage.line.get(language)
    head = say.words("prose.line", number=line) + " " if line else ""
    if side.old is None and side.new is None:
        return say.words("prose.none")
    if not side.is_changed:
        return f"{head}*{say.words('prose.same')}* {escape.plain(side.new or '', 160)}"
    return head + _contrast(side.old or "", side.new or "") + _cites(side, say)


def _contrast(old: str, new: str) -> str:
    """Both versions as one, cut where nothing changed for long."""
    before, after = (_WORD.findall(text) for text in (old, new))
    parts: list[str] = []
    room = LONGEST
    codes = _steps(before, after)
    for place, (tag, first, last, start, end) in enumerate(codes):
        gone, come = "".join(before[first:last]), "".join(after[start:end])
        if tag == "equal":
            parts.append(_elided(come, place > 0, place + 1 < len(codes)))
            continue
        shown = [(gone, "~~"), (come, "**")]
        parts += [_marked(text[:room], sign) for text, sign in shown if text.strip()]
        room -= len(gone) + len(come)
        if room <= 0:
            parts.append("…")
            break
    return " ".join(" ".join(parts).split())


def _steps(before: list[str], after: list[str]) -> list[Step]:
    """What a comparison of words found; a word or two that stayed part no change in two."""
    steps: list[Step] = []
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    # From 200 words on the commonest words are left out: with them, the time grows with its cube.
    compared = difflib.SequenceMatcher(None, old[:MOST_COMPARED], new[:MOST_COMPARED])
    codes: list[Step] = [
        (tag, head + first, head + last, head + start, head + end)
        for tag, first, last, start, end in compared.get_opcodes()
    ]
    if head:
        codes.insert(0, ("equal", 0, head, 0, head))
    if tail:
        codes.append(("equal", len(before) - tail, len(before), len(after) - tail, len(after)))
    for place, (tag, first, last, start, end) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        kept = "equal" if tag == "equal" and not (inside and last - first < 3) else "replace"
        if steps and kept == "replace" == steps[-1][0]:
            _, first, _, start, _ = steps.pop()
        steps.append((kept, first, last, start, end))
    return steps


def _alike(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _marked(text: str, sign: str) -> str:
    """A text between signs, in which a call of a macro stands as code."""
    shown = escape.plain(_flat(text), LONGEST)
    return f" {sign}{shown}{sign} "


def _elided(text: str, after_change: bool, before_change: bool) -> str:
    flat = _flat(text)
    if len(flat) <= 2 * AROUND + 10:
        return escape.plain(flat, LONGEST)
    start = flat[:AROUND].rpartition(" ")[0] if after_change else ""
    end = flat[-AROUND:].partition(" ")[2] if before_change else ""
    return " ".join(filter(None, (escape.plain(start), "…", escape.plain(end))))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cites(side: Side, say: Wording) -> str:
    if side.cites == side.cited:
        if not side.cites:
            return f"<br>*{say.words('prose.cites_nothing')}*" if _is_text(side) else ""
        return f"<br>{say.words('prose.cites', list=_ids(side.cites, say))}"
    if len(side.cites) + len(side.cited) > MOST_CITED:
        came = _ids(tuple(id_ for id_ in side.cites if id_ not in side.cited), say)
        gone = _ids(tuple(id_ for id_ in side.cited if id_ not in side.cites), say)
        parts = [say.words("prose.cites_too", list=came)] if came else []
        parts += [say.words("prose.cites_no_more", list=gone)] if gone else []
        return f"<br>{'; '.join(parts)}" if parts else ""
    now, before = (_ids(ids, say) or say.words("none") for ids in (side.cites, side.cited))
    return f"<br>{say.words('prose.cites_now', now=now, before=before)}"


def _is_text(side: Side) -> bool:
    """Whether there are words at all, and not only a call or a heading."""
    text = TAGS.sub("", side.new or side.old or "").strip()
    return len(text) > 40 and not text.startswith("#")


def _ids(ids: tuple[str, ...], say: Wording) -> str:
    return say.listed([escape.code(id_) for id_ in ids], 8)
