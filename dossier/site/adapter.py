"""What the adapters to a site generator share: which edition, and how an error is shown.

Only plain mappings come in, so that the engine needs no site generator to be installed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import escape

from dossier.check import report
from dossier.dataset import Dataset
from dossier.language.typography import polish
from dossier.parsing.documents import find_written
from dossier.parsing.findings import Finding
from dossier.rendering import embeds, feed, finishing, happenings
from dossier.rendering.abbreviations import expansions
from dossier.rendering.old_addresses import redirects
from dossier.rendering.pages import Page
from dossier.rendering.pictures import files as picture_files
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.names import suggested
from dossier.site import mistakes
from dossier.site.edition import Edition, current, edition, latest, show
from dossier.site.fallback import showable
from dossier.site.metadata import Metadata, metadata
from dossier.site.pages import generated

NAMES = "assets/names.json"
RUNNING_HEAD = "assets/stylesheets/running-head.css"


def edition_of(config: Mapping[str, Any]) -> Edition:
    """The edition of the build that is going on; `renew` begins one."""
    return current(_data_of(config))


def renew(config: Mapping[str, Any]) -> Edition:
    """The edition that a configuration asks for, read again if any file has changed."""
    return edition(_data_of(config))


def forgive(config: Mapping[str, Any]) -> None:
    """Let pages be made from what is sound of an edition with errors: for the preview."""
    show(showable(latest(_data_of(config))))


def findings_lines(config: Mapping[str, Any], language: str) -> list[str]:
    """The findings of the edition for the terminal."""
    return mistakes.as_lines(latest(_data_of(config)), language)


def mistakes_on(config: Mapping[str, Any], url: str, failure: str = "") -> str:
    """What the preview puts on top of a page, and why the page cannot be made, if it cannot."""
    return mistakes.block(latest(_data_of(config)), url, language_of(config), failure)


def is_broken(config: Mapping[str, Any], url: str) -> bool:
    """Whether errors of a page keep the preview from making it anew."""
    findings = mistakes.of_page(latest(_data_of(config)), url, language_of(config))
    return any(finding.is_error for finding in findings)


def pages_of_mistakes(config: Mapping[str, Any]) -> Iterator[Page]:
    """Pages that the preview makes for records that cannot be read, where there are no others."""
    return mistakes.pages(latest(_data_of(config)), language_of(config))


def _data_of(config: Mapping[str, Any]) -> Path:
    """The folder that `extra.data` names, from the folder of the configuration.

    Zensical tells macros no file: it is run where the configuration lies.
    """
    file = Path(config.get("config_file_path") or "mkdocs.yml").absolute()
    return file.parent / str(config["extra"]["data"])


def language_of(config: Mapping[str, Any]) -> str:
    """The language of a configuration: `theme.language`."""
    return str(config["theme"]["language"])


def address_of(config: Mapping[str, Any], settings: Settings) -> str:
    """Where this language's site will stand, or nothing when that is not known."""
    if not settings.site_url:
        return ""
    folder = str(config["extra"].get("folder", ""))
    return settings.site_url.rstrip("/") + "/" + folder


def pages_of(config: Mapping[str, Any]) -> Iterator[Page]:
    """The generated pages of a configuration."""
    yield from generated(edition_of(config).renderer(language_of(config)))


def files_of(config: Mapping[str, Any]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files beside the pages that are made from records, and how to make each."""
    renderer = edition_of(config).renderer(language_of(config))
    base = address_of(config, Settings.from_environment())
    yield RUNNING_HEAD, lambda: _running_head(renderer)
    yield NAMES, lambda: _as_json(suggested(renderer.dataset, renderer.language))
    yield feed.FILE, lambda: feed.feed(renderer, str(config["site_name"]), base)
    for subscription in happenings.feeds(renderer):
        make = partial(happenings.feed, renderer, subscription, str(config["site_name"]), base)
        yield subscription.path, make
    for name, html in redirects(renderer, base):
        yield name, html.encode
    yield from picture_files.files(renderer, base)
    yield from embeds.files(renderer)


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _running_head(renderer: Renderer) -> bytes:
    """The style of the head of printed pages, which names the dossier (CSS Paged Media 3)."""
    name = json.dumps(renderer.words("site_name"), ensure_ascii=False).replace("<", "\\3c ")
    font = '8.5pt "Dossier Serif", serif'
    head = f"@top-left {{ content: {name}; font: {font}; color: #444; }}"
    return f"@page {renderer.language} {{ {head} }}\n".encode()


def metadata_of(
    config: Mapping[str, Any], url: str, meta: Mapping[str, Any], page: Page | None
) -> Metadata:
    """What the head of a page tells programs."""
    renderer = edition_of(config).renderer(language_of(config))
    base = address_of(config, renderer.settings)
    title = str(meta.get("title") or config["site_name"])
    description = str(meta.get("description") or config["site_description"]).strip()
    return metadata(renderer, base, url, title, description, page)


def written_in(config: Mapping[str, Any], name: str) -> str:
    """The file of a hand-written page, from the folder of the configuration."""
    root = Path(config["config_file_path"]).absolute().parent
    return (Path(config["docs_dir"]).relative_to(root) / name).as_posix()


def mending(source: str, config: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What a reader can do about a page, as words and addresses; nothing on an unknown host.

    `source` is the file that the page is made from; a folder of records cannot be edited at once.
    """
    renderer = edition_of(config).renderer(language_of(config))
    ways = [(renderer.words("propose_correction"), renderer.forge.propose(source))]
    if Path(source).suffix:
        ways.append((renderer.words("edit_page"), renderer.forge.edit(source)))
    return [way for way in ways if way[1]]


def finish(html: str, config: Mapping[str, Any], *, typeset: bool) -> str:
    """The last step of a page: abbreviations explained and, for written pages, typography."""
    language = language_of(config)
    dataset = edition_of(config).dataset
    return finishing.finish(html, language, _explained(dataset, language), typeset=typeset)


def _explained(dataset: Dataset, language: str) -> dict[str, str]:
    """What is explained on its first use, escaped for an attribute."""
    meanings = expansions(dataset, language)
    return {word: str(escape(polish(meaning, language))) for word, meaning in meanings.items()}


def print_stamp(config: Mapping[str, Any]) -> str:
    """Which edition a printed page comes from."""
    renderer = edition_of(config).renderer(language_of(config))
    stamp = renderer.stamp
    date = renderer.when_text(stamp.checked) if stamp.checked else renderer.words("not_dated")
    return renderer.words("print_stamp", date=date, version=stamp.version)


def edition_line(config: Mapping[str, Any]) -> str:
    """Of which day the edition is, and up to which day its sources were checked."""
    renderer = edition_of(config).renderer(language_of(config))
    editions = renderer.dataset.editions
    parts = []
    if editions is not None and editions.editions:
        newest = max(edition.date for edition in editions.editions)
        parts.append(renderer.words("edition_of", date=renderer.when_text(newest)))
    if (checked := renderer.stamp.checked) is not None:
        parts.append(renderer.words("checked_until", date=renderer.when_text(checked)))
    return "&nbsp;· ".join(parts)


def findings_text(edition: Edition) -> str:
    """All findings as text, with a summary at the end."""
    return _shown(list(edition.findings), edition.base)


def refused_text(config: Mapping[str, Any]) -> str:
    """What a build may not read or copy out of the configuration's `docs/`, as text, or nothing.

    The data may lie elsewhere, and then the check has looked at the pages beside the data.
    """
    docs = Path(config["docs_dir"]).parent
    findings = sorted(find_written(docs).findings)
    return _shown(findings, docs.parent) if findings else ""


def _shown(findings: list[Finding], base: Path) -> str:
    return "\n".join([*report.as_text(findings, base), report.summary(findings)])
