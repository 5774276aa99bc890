"""Verification of the built site: a fault that a reader would meet stops the publication."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.dataset import Dataset
from dossier.language.words import LANGUAGES
from dossier.parsing import markup
from dossier.rendering import addresses
from dossier.rendering.allowlist import refused
from dossier.rendering.old_addresses import redirecting
from dossier.site.policy import POLICY, hash_of, is_inline
from dossier.site.prune import URL

CLASS = {"class"}
SILENT = frozenset({"script", "style", "pre", "code", "svg"})
TEMPLATE = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a built page, named by its path below the site."""

    page: str
    message: str


@dataclass
class BuiltPage:
    """What verification needs to know of one page."""

    path: str
    ids: Counter[str] = field(default_factory=Counter)
    targets: dict[str, None] = field(default_factory=dict)
    policy: str = ""
    faults: list[str] = field(default_factory=list)


Pages = dict[str, BuiltPage]


def read(site: Path, dataset: Dataset | None = None) -> Pages:
    """What is on each page of a built site, by its path, and what is wrong with it alone."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    written = _written(dataset) if dataset is not None else paths.keys()
    moved = redirecting(dataset) if dataset is not None else set()
    return {name: _read(name, path, name in written, name in moved) for name, path in paths.items()}


def faults(site: Path, dataset: Dataset | None = None, pages: Pages | None = None) -> list[Fault]:
    """Every fault of a built site; with a dataset, citations are looked for as well.

    `pages` are those of the site, if they were read already.
    """
    pages = read(site, dataset) if pages is None else pages
    all_faults: list[Fault] = []
    for page in pages.values():
        all_faults += (Fault(page.path, message) for message in dict.fromkeys(page.faults))
        all_faults += _other_policy(page, pages)
        all_faults += _repeated_ids(page)
        all_faults += _broken_links(page, pages, site)
    all_faults += _broken_styles(site)
    all_faults += _missing_twins(pages)
    if dataset is not None:
        all_faults += _missing_citations(pages, dataset)
        for name in ("404.html", "en/404.html"):
            if name not in pages:
                all_faults.append(Fault(name, "there is no page for an address that leads nowhere"))
    return all_faults


def _written(dataset: Dataset) -> set[str]:
    """The pages that are written by hand, all others being made from records."""
    folders = {"ru": "", "en": "en/"}
    return {
        folders[page.language] + page.name.removesuffix(".md") + ".html" for page in dataset.pages
    }


def _read(name: str, path: Path, is_written: bool, is_moved: bool) -> BuiltPage:
    html = path.read_text(encoding="utf-8")
    page = BuiltPage(name)
    scripts = []
    plain: dict[tuple[str, bool], markup.Element] = {}
    for element in markup.elements(html):
        attributes = element.attributes
        if attributes.keys() <= CLASS and element.tag != "script":  # most; each is looked at once
            plain[element.tag, bool(attributes)] = element
            continue
        if "id" in attributes:
            page.ids[attributes["id"]] += 1
        if not page.policy and attributes.get("http-equiv") == POLICY:
            page.policy = attributes.get("content", "")
        elif is_moved and (target := _onward(element)):
            page.targets[target] = None
        elif problem := refused(element):
            page.faults.append("; ".join(map(str, problem)))
        elif is_inline(element):
            scripts.append(element.text)
        else:
            page.targets.update((address, None) for _, address in element.addresses())
    problems = map(refused, plain.values())
    page.faults += ("; ".join(map(str, problem)) for problem in problems if problem)
    page.faults += _foreign_scripts(scripts, page.policy)
    # A record's title is text, whatever it looks like, and the theme unescapes it for the head.
    text = html if is_written else html.partition("</head>")[2]
    page.faults += _template_remains(text, scripts)
    return page


def _onward(element: markup.Element) -> str:
    """Where a page at an old address sends its readers: a page of this site, at once."""
    refresh = element.attributes.get("http-equiv", "") == "refresh"
    delay, _, target = element.attributes.get("content", "").partition("; url=")
    is_own = not urlsplit(target).scheme and not target.startswith(("/", "\\"))
    return target if refresh and delay == "0" and is_own else ""


def _other_policy(page: BuiltPage, pages: dict[str, BuiltPage]) -> Iterator[Fault]:
    if not page.policy or page.policy != pages.get("index.html", page).policy:
        yield Fault(page.path, "the page does not carry the content policy of the site")


def _foreign_scripts(scripts: list[str], policy: str) -> Iterator[str]:
    """Scripts of no template: the policy names the hashes of those that belong to the theme."""
    allowed = policy.replace(";", " ").split()
    for script in scripts:
        if hash_of(script) not in allowed:
            start = " ".join(script.split())[:40]
            yield f"the script `{start}` is none of the theme's, and no other may run; leave it out"


def _template_remains(html: str, scripts: list[str]) -> Iterator[str]:
    """What no template engine has read; braces of the data come as entities."""
    for script in scripts:
        html = html.replace(script, "")
    if not TEMPLATE.search(html):
        return
    silent = 0
    for place, piece in markup.pieces(html):
        tag, step = markup.step(piece)
        silent += step if tag in SILENT else 0
        match = TEMPLATE.search(piece) if silent <= 0 else None
        if match:
            start = place + match.start()
            near = html[max(place, start - 20) : start + 42]
            yield f"template text remains near `{' '.join(near.split())}`"
            return


def _repeated_ids(page: BuiltPage) -> Iterator[Fault]:
    for name, number in page.ids.items():
        if number > 1:
            yield Fault(page.path, f"the id `{name}` occurs {number} times")


def _broken_links(page: BuiltPage, pages: dict[str, BuiltPage], site: Path) -> Iterator[Fault]:
    folder = Path(page.path).parent
    for target in page.targets:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
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


def _broken_styles(site: Path) -> Iterator[Fault]:
    """What a style sheet names and the site does not hold: a font that is gone, for one."""
    for sheet in sorted(site.rglob("*.css")):
        name = sheet.relative_to(site).as_posix()
        for address in dict.fromkeys(URL.findall(sheet.read_text("utf-8"))):
            path = urlsplit(address).path
            if not address.startswith(("data:", "#")) and not (sheet.parent / path).is_file():
                yield Fault(name, f"`{address}` leads nowhere")


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
