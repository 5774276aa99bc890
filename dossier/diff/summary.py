"""The first paragraph of a review: how many records came, changed and went, what to look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.diff.model import Difference
from dossier.diff.wording import Wording

_FATES = ("added", "changed", "renamed", "merged", "split", "retracted", "removed")


def summary(difference: Difference, say: Wording) -> str:
    """The paragraph; its sentences that count nothing are left out."""
    sentences = [say.words("nothing")] if difference.is_empty else []
    for fate in _FATES:
        kinds = Counter(change.type for change in difference.records if change.fate == fate)
        counts = [(f"{kind}s", number) for kind, number in kinds.items()]
        sentences += _listing(f"summary.{fate}", counts, say)
    natures = Counter(nature for change in difference.records for nature in change.natures)
    counts = [("corrections", natures["correction"]), ("new_facts", natures["new_fact"])]
    sentences += _listing("summary.natures", counts, say)
    sentences += _listing("summary.attention", _attention(difference), say, bold=True)
    # Entries of one page, such as questions, have anchors of their own.
    files = {page.address.partition("#")[0] for page in difference.pages}
    for key, noun, number in (
        ("summary.pages", "pages", len(files)),
        ("summary.prose", "paragraphs", len(difference.passages)),
        ("layout_only", "files", len(difference.layout_only)),
    ):
        if number:
            sentences.append(say.words(key, count=say.words.count(noun, number)))
    return " ".join(sentences)


def _listing(
    key: str, counts: Iterable[tuple[str, int]], say: Wording, *, bold: bool = False
) -> list[str]:
    """One sentence with the counts that are not 0, or none; a count is its noun and a number."""
    counted = [say.words.count(noun, number) for noun, number in counts if number]
    listed = ", ".join(f"**{one}**" if bold else one for one in counted)
    return [say.words(key, list=listed)] if listed else []


def _attention(difference: Difference) -> list[tuple[str, int]]:
    """How much of what there is to look at first."""
    warnings = Counter(move.warning for move in difference.grades)
    return [
        ("unread", len(difference.unread)),
        ("lost", sum(change.is_lost for change in difference.records)),
        ("unexplained", sum(change.is_unexplained for change in difference.records)),
        ("one_origin", warnings["one_origin"] + warnings["new_one_origin"]),
        ("weaker", warnings["lower"] + warnings["none"]),
    ]
