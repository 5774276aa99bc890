"""Text editions: each kind of record as one Markdown file a language, and `llms.txt` to lead there.

For those who read with a program that wants words: a language model, a screen reader, a search in
files. `llms.txt` has the form proposed by llmstxt.org: a name, a summary, sections of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.export.bundle import Bundle
from dossier.language.words import LANGUAGES, Words
from dossier.rendering.tables import Cell, Row, Table

# Every table that has a text, with the table of its parts and the column that ties them.
CHAPTERS = {
    "elements": ("claims", "element"),
    "obligations": ("", ""),
    "risks": ("indicators", "risk"),
    "scenarios": ("", ""),
    "assessments": ("", ""),
    "disputes": ("versions", "dispute"),
    "questions": ("", ""),
    "sources": ("", ""),
}
TITLES = ("title", "instrument", "id")
_MARKUP = re.compile(r"([\\`*_\[\]<>|])")

Lines = list[str]
LinesOf = dict[Cell, Lines]  # by the id of the claim or record that they belong to


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """Every text edition, and the file that leads to them."""
    tables = {table.name: table for table in bundle.tables}
    for language in LANGUAGES:
        cited = _cited(tables["citations"], tables["sources"], language)
        for name, (parts, tie) in CHAPTERS.items():
            below: LinesOf = {}
            if parts:
                place = tables[parts].names.index(tie)
                for row, lines in _entries(tables[parts], language, 3, cited, bundle, tie):
                    below.setdefault(row[place], []).extend(lines)
            table = tables[name]
            said = [f"# {table.label(language)}", "", table.about.in_language(language)]
            for row, lines in _entries(table, language, 2, cited, bundle):
                said += [*lines, *below.get(row[0], ())]
            yield path_of(name, language), ("\n".join(said) + "\n").encode()
    yield "llms.txt", _guide(tables, bundle).encode()


def path_of(name: str, language: str) -> str:
    """Where the text edition of a table stands, from the root of the site."""
    return f"text/{language}/{name}.md"


def _cited(citations: Table, sources: Table, language: str) -> LinesOf:
    """The sources of each claim and record, with what they show: a line each."""
    word = Words(language)("column.source").capitalize()
    named = {row[0]: dict(zip(sources.names, row, strict=True)) for row in sources.rows}
    lines_of: LinesOf = {}
    for row in citations.rows:
        cite = dict(zip(citations.names, row, strict=True))
        source = named.get(cite["source"], {})
        said = f"{_plain(source.get('title'))} ({_plain(source.get('publisher'))})"
        line = f"- {word}: {said}, {source.get('url')}: {_plain(cite[f'shows_{language}'])}"
        lines_of.setdefault(cite["claim"] or cite["record"], []).append(line)
    return lines_of


def _entries(
    table: Table, language: str, depth: int, cited: LinesOf, bundle: Bundle, tie: str = ""
) -> Iterator[tuple[Row, Lines]]:
    """Each row with its lines: a heading, what the row has, its sources; without its `tie`."""
    worded = {column.stem for column in table.columns if column.language == language}
    shown = [
        (place, column.stem, column.word(language))
        for place, column in enumerate(table.columns)
        if column.language == language or (not column.language and column.stem not in worded)
    ]
    title = next(place for stem in TITLES for place, name, _ in shown if name == stem)
    for row in table.rows:
        lines = ["", f"{'#' * depth} {_plain(row[title] or row[0])}", ""]
        for place, stem, word in shown:
            value = row[place]
            if value is not None and place != title and stem != tie:
                said = bundle.address(str(value)) if stem == "page" else _plain(value)
                lines.append(f"- {word}: {said}")
        yield row, lines + cited.get(row[0], [])


def _plain(value: Cell) -> str:
    """A value in which nothing is Markdown; an address keeps its signs."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if text.startswith(("https://", "http://")) else _MARKUP.sub(r"\\\1", text)


def _guide(tables: dict[str, Table], bundle: Bundle) -> str:
    about, state = bundle.dataset.about, bundle.edition
    name, licence = about.name.en or about.name.ru, about.licence
    lines = [
        f"# {name}",
        "",
        f"> {Words('en')('llms.summary')}",
        "",
        Words("en")("llms.edition", day=str(state["edition"]), version=state["version"],
                    licence=f"{licence.name}, {licence.url}"),
    ]  # fmt: skip
    for language in LANGUAGES:
        lines += ["", f"## {Words(language)('llms.texts')}", ""]
        for chapter in CHAPTERS:
            table, path = tables[chapter], bundle.address(path_of(chapter, language))
            label, meaning = table.label(language), table.about.in_language(language)
            lines.append(f"- [{label}]({path}): {meaning}")
    lines += ["", f"## {Words('en')('llms.data')}", ""]
    for path in ("api/v1/index.json", "data/datapackage.json", "data/dossier.sqlite"):
        lines.append(f"- [{path}]({bundle.address(path)})")
    return "\n".join(lines) + "\n"
