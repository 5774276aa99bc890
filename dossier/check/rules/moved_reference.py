"""A reference names a record by the id that it has now, not by one that it had."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Advice, _
from dossier.model.tombstone import Tombstone
from dossier.rendering.mentions import mentions

SEVERITY = "warning"
WHY = _(
    "An old id still leads to its record, on the site too. But whoever looks for all that leans on "
    "a record looks for its id, and must find every place."
)
BAD = """\
# docs/en/themes/exercises.md, after `kis-exercise` was given the id `kis-2023-exercise`
# The drill of 2023 {{ element("kis-exercise") }} was held in Kars.
"""
GOOD = """\
# docs/en/themes/exercises.md
# The drill of 2023 {{ element("kis-2023-exercise") }} was held in Kars.
"""
SAID = {
    "moved": _("`{old}` was moved"),
    "merged": _("`{old}` was merged into another record"),
}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each reference in data and on pages that names an old id."""
    for redirect in dataset.redirects:
        stone = dataset.stones[redirect.type, redirect.old]
        yield Problem(redirect.record, redirect.path, *_advice(stone, redirect.new))
    if not dataset.stones:
        return
    for page in dataset.pages:
        text = page.document.text
        for mention in mentions(text):
            for kind in mention.types:
                new = dataset.id_now(kind, mention.id)
                if new != mention.id:
                    advice = _advice(dataset.stones[kind, mention.id], new)
                    yield Problem(page.document, (), *advice, mark=mention.mark(text))


def _advice(stone: Tombstone, new: str) -> Advice:
    message = SAID[stone.fate].given(old=stone.id)
    return message, _("write `{new}`; `dossier fmt --fix` does it everywhere", new=new)
