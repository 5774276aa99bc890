"""Written pages in the PDF: read from the built site, since only there their macros are text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from dossier.dataset import Dataset
from dossier.model import (
    Article,
    Assessment,
    Dispute,
    Element,
    Obligation,
    Question,
    Risk,
    Scenario,
    Source,
)
from dossier.rendering import addresses
from dossier.rendering.pdf import prose
from dossier.rendering.pdf.downloads import BRIEF
from dossier.rendering.pdf.saying import key

Json = dict[str, Any]

# What has a place of its own in the book.
PRINTED = (Element, Risk, Scenario, Obligation, Assessment, Article, Dispute, Question, Source)
BRIEF_PAGE = f"{BRIEF}.html"
METHOD_PAGE = "method.html"
GLOSSARY = "context/glossary.html"


@dataclass(frozen=True, slots=True)
class Written:
    """The pages that the book takes over, as blocks; a page that a dossier lacks has none.

    Only a page's own part is taken: of the brief what stands in its frame.
    """

    brief: list[Json]
    method: list[Json]
    glossary: list[Json]

    @classmethod
    def read(cls, site: Path) -> Written:
        """The pages of the built site of one language."""
        return cls(
            _blocks(site, BRIEF_PAGE, f".{BRIEF}"),
            _blocks(site, METHOD_PAGE, "#main"),
            _blocks(site, GLOSSARY, "#main"),
        )

    @property
    def pages(self) -> dict[str, list[Json]]:
        """The pages by their addresses, those that are there."""
        named = {BRIEF_PAGE: self.brief, METHOD_PAGE: self.method, GLOSSARY: self.glossary}
        return {page: blocks for page, blocks in named.items() if blocks}


NOTHING = Written([], [], [])


def alone(blocks: list[Json], site: str | None) -> list[Json]:
    """Blocks for a document of their own: links lead to the site, where its address is known."""
    return list(_changed(blocks, lambda run: _leading(run, {}, site), lambda _anchor: None))


def in_book(written: Written, dataset: Dataset, site: str | None) -> dict[str, list[Json]]:
    """The pages as parts of the book: links lead to its own places where it has them."""
    places = {
        addresses.address_of(record): key(record)
        for kind in PRINTED
        for record in dataset.of(kind).values()
    }
    for page, blocks in written.pages.items():
        places |= {f"{page}#{anchor}": f"{page}-{anchor}" for anchor in _anchors(blocks)}
    return {
        page: list(_changed(blocks, lambda run: _leading(run, places, site), partial(_place, page)))
        for page, blocks in written.pages.items()
    }


def _blocks(site: Path, page: str, within: str) -> list[Json]:
    path = site / page
    return prose.blocks(path.read_text("utf-8"), page, within) if path.is_file() else []


def _place(page: str, anchor: str | None) -> str | None:
    return f"{page}-{anchor}" if anchor else None


def _anchors(blocks: Iterable[Json]) -> Iterable[str]:
    for block in blocks:
        if block.get("id") and block["k"] in ("h", "term"):
            yield block["id"]
        yield from _anchors(_inner(block))


def _inner(block: Json) -> Iterable[Json]:
    """The blocks inside a block."""
    for part in block.get("items", ()):
        yield from part if isinstance(part, list) else [part]
    yield from block.get("blocks", ())


def _leading(run: Json, places: Mapping[str, str], site: str | None) -> Json:
    """A run with the place or the address that it leads to, or without a link."""
    if "u" not in run:
        return run
    to = run["u"]
    kept = {name: value for name, value in run.items() if name != "u"}
    if to in places:
        return kept | {"key": places[to]}
    if "://" in to or to.startswith("mailto:"):
        return kept | {"to": to}
    return kept | {"to": site + to} if site else kept


def _changed(
    blocks: Iterable[Json],
    runs: Callable[[Json], Json],
    place: Callable[[str | None], str | None],
) -> Iterable[Json]:
    """The blocks with each run and each anchor changed, however deep they stand."""
    for block in blocks:
        changed = dict(block)
        if block["k"] in ("h", "term"):
            changed["key"] = place(block["id"])
        if "runs" in block:
            changed["runs"] = [runs(run) for run in block["runs"]]
        if block["k"] == "table":
            changed["head"] = [[runs(run) for run in cell] for cell in block["head"]]
            changed["rows"] = [
                [[runs(run) for run in cell] for cell in row] for row in block["rows"]
            ]
        if "blocks" in block:
            changed["blocks"] = list(_changed(block["blocks"], runs, place))
        if block["k"] == "dl":
            changed["items"] = list(_changed(block["items"], runs, place))
        elif "items" in block:
            changed["items"] = [list(_changed(item, runs, place)) for item in block["items"]]
        yield changed
