"""Verification of the built site: what a reader would stumble over stops the publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.rendering import addresses

TAG = re.compile(r"<[a-zA-Z][^>]*>")
# Every attribute is read, so that what stands in the value of one is not taken for another.
ATTRIBUTE = re.compile(r"""\s([a-zA-Z][\w:-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
READ = frozenset({"id", "href", "src"})
SILENT = re.compile(r"<(script|style|pre|code|svg)\b.*?</\1>", re.DOTALL)
SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1>", re.DOTALL)
TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
LOADS = re.compile(r"<(?:script|img|iframe|source|video|audio|embed|link)\b[^>]*>")
EXTERNAL_LOAD = re.compile(r"""\s(?:src|href)=["']?(?:https?:)?//""")
PASSIVE_LINK = re.compile(r"""\srel=["']?(?:canonical|alternate|license|next|prev)\b""")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a built page, named by its path below the site."""

    page: str
    message: str


@dataclass
class BuiltPage:
    """What verification needs to know of one page."""

    path: str
    html: str
    ids: Counter[str] = field(default_factory=Counter)
    targets: list[str] = field(default_factory=list)


def faults(site: Path, dataset: Dataset | None = None) -> list[Fault]:
    """Every fault of a built site; with a dataset, citations are looked for as well."""
    pages = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    read = {name: _read(name, path) for name, path in pages.items()}
    found: list[Fault] = []
    for page in read.values():
        found += _template_remains(page)
        found += _repeated_ids(page)
        found += _broken_links(page, read, site)
        found += _foreign_loads(page)
    found += _missing_twins(read)
    if dataset is not None:
        found += _missing_citations(read, dataset)
    return found


def _read(name: str, path: Path) -> BuiltPage:
    html = path.read_text(encoding="utf-8")
    page = BuiltPage(name, html)
    for tag in TAG.findall(SCRIPT.sub("", html)):
        for attribute, *values in ATTRIBUTE.findall(tag):
            if attribute not in READ:
                continue
            value = unescape(next((v for v in values if v), ""))
            if attribute == "id":
                page.ids[value] += 1
            else:
                page.targets.append(value)
    return page


def _template_remains(page: BuiltPage) -> Iterator[Fault]:
    text = SILENT.sub("", page.html)
    match = TEMPLATE.search(text)
    if match:
        near = text[max(0, match.start() - 20) : match.end() + 40]
        yield Fault(page.path, f"template text remains near `{' '.join(near.split())}`")


def _repeated_ids(page: BuiltPage) -> Iterator[Fault]:
    for name, number in page.ids.items():
        if number > 1:
            yield Fault(page.path, f"the id `{name}` occurs {number} times")


def _broken_links(page: BuiltPage, pages: dict[str, BuiltPage], site: Path) -> Iterator[Fault]:
    folder = Path(page.path).parent
    for target in dict.fromkeys(page.targets):
        try:
            parts = urlsplit(target)
        except ValueError:
            yield Fault(page.path, f"`{target}` is no address")
            continue
        if parts.scheme in ("http", "https", "mailto", "data") or parts.netloc:
            continue
        if parts.scheme:
            yield Fault(page.path, f"the address `{target}` has a scheme that is not allowed")
            continue
        if page.path.endswith("404.html") and target.startswith("/"):
            continue
        path = _resolve(folder, unquote(parts.path)) if parts.path else page.path
        if path in pages:
            if parts.fragment and unquote(parts.fragment) not in pages[path].ids:
                yield Fault(page.path, f"`{target}` leads to a place that its page does not have")
        elif path is None or not (site / path).is_file():
            yield Fault(page.path, f"`{target}` leads nowhere")


def _resolve(folder: Path, path: str) -> str | None:
    parts: list[str] = [] if path.startswith("/") else list(folder.parts)
    for part in path.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    if path.endswith("/") or not parts:
        parts.append("index.html")
    return "/".join(parts)


def _foreign_loads(page: BuiltPage) -> Iterator[Fault]:
    for tag in LOADS.findall(page.html):
        if EXTERNAL_LOAD.search(tag) and not PASSIVE_LINK.search(tag):
            yield Fault(page.path, f"`{tag[:80]}` would be loaded from another host")


def _missing_twins(pages: dict[str, BuiltPage]) -> Iterator[Fault]:
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    russian = {name for name in pages if not name.startswith("en/")}
    for name in sorted(russian - english):
        yield Fault(name, "the page has no English twin")
    for name in sorted(english - russian):
        yield Fault(f"en/{name}", "the page has no Russian twin")


def _missing_citations(pages: dict[str, BuiltPage], dataset: Dataset) -> Iterator[Fault]:
    for record, _, cite in dataset.citations:
        if record.TYPE not in addresses.PAGES or cite.source not in dataset.sources:
            continue
        address = dataset.sources[cite.source].url
        for language in LANGUAGES:
            name = addresses.address_of(record).partition("#")[0]
            name = name if language == "ru" else f"{language}/{name}"
            if name not in pages or address not in pages[name].targets:
                yield Fault(name, f"the citation of `{cite.source}` is not on the page")
