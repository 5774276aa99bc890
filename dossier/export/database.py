"""The tables as one SQLite database: keys, a table for each list, views, full-text search."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dossier.export.bundle import Bundle
from dossier.rendering.tables import Column, Table

PATH = "data/dossier.sqlite"
TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}

# What a first question asks, ready to be read; part of the promise on the page “Data”.
VIEWS = {
    "events_by_year": """
        SELECT year, kind, kind_ru, kind_en, count(*) AS events FROM elements
        WHERE scope = 'cooperation' GROUP BY year, kind ORDER BY year, kind""",
    "evidence": """
        SELECT claims.id AS claim, claims.element, elements.date, claims.text_ru, claims.text_en,
               claims.confidence, citations.stance, citations.shows_ru, citations.shows_en,
               sources.id AS source, sources.title, sources.publisher, sources.url
        FROM claims JOIN elements ON elements.id = claims.element
        JOIN citations ON citations.claim = claims.id JOIN sources ON sources.id = citations.source
        ORDER BY elements.date_first, claims.id, citations.id""",
    "indicators_seen": """
        SELECT risks."order", risks.title_ru AS risk_ru, risks.title_en AS risk_en, indicators.*
        FROM indicators JOIN risks ON risks.id = indicators.risk
        ORDER BY risks."order", indicators.id""",
}
SEARCH = """CREATE VIRTUAL TABLE search USING fts5(
    kind UNINDEXED, id UNINDEXED, ru, en, tokenize = 'unicode61 remove_diacritics 2')"""


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """The database, made in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        path = Path(folder) / "dossier.sqlite"
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN")
            _fill(connection, bundle)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        finally:
            connection.close()
        _settle(path)
        yield PATH, path.read_bytes()


def _settle(path: Path) -> None:
    """Take out of the header what counts changes and what names the library: neither is content.

    SQLite file format 1.3.7 and 1.3.18.
    """
    with path.open("r+b") as file:
        for place, number in ((24, 1), (92, 1), (96, 3_040_000)):
            file.seek(place)
            file.write(number.to_bytes(4, "big"))


def _fill(connection: sqlite3.Connection, bundle: Bundle) -> None:
    for table in bundle.tables:
        _table(connection, table)
        for column in table.columns:
            if column.many and not column.language:
                _list(connection, table, column)
    for name, query in VIEWS.items():
        connection.execute(f"CREATE VIEW {name} AS {query}")
    _search(connection, bundle.tables)
    _meaning(connection, bundle)


def _table(connection: sqlite3.Connection, table: Table) -> None:
    columns = ", ".join(_column(column, table) for column in table.columns)
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    places = ", ".join("?" * len(table.columns))
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', table.rows)  # noqa: S608


def _column(column: Column, table: Table) -> str:
    said = f'"{column.name}" {TYPES[column.type]}'
    if (column.name,) == table.key:
        said += " PRIMARY KEY"
    if column.required:
        said += " NOT NULL"
    if column.refers and not column.many:
        said += f' REFERENCES "{column.refers}"(id)'
    return said


def _list(connection: sqlite3.Connection, table: Table, column: Column) -> None:
    """A column of several values as a table of its own, a row a value: `elements_parties`."""
    name = f"{table.name}_{column.name}"
    target = f' REFERENCES "{column.refers}"(id)' if column.refers else ""
    connection.execute(
        f'CREATE TABLE "{name}" (id TEXT NOT NULL REFERENCES "{table.name}"(id), '
        f"value TEXT NOT NULL{target})"
    )
    place = table.names.index(column.name)
    pairs = ((row[0], value) for row in table.rows if row[place]
             for value in str(row[place]).split("; "))  # fmt: skip
    connection.executemany(f'INSERT INTO "{name}" VALUES (?, ?)', pairs)  # noqa: S608


def _search(connection: sqlite3.Connection, tables: list[Table]) -> None:
    """All words of every row, each language apart."""
    connection.execute(SEARCH)
    for table in tables:
        places = {
            language: [n for n, c in enumerate(table.columns) if c.language in (language, "")
                       and c.type == "string" and c.name not in ("id", f"page_{language}")]
            for language in ("ru", "en")
        }  # fmt: skip
        rows = (
            (table.name, row[0], *(" ".join(str(row[n]) for n in places[lang] if row[n])
                                   for lang in ("ru", "en")))
            for row in table.rows
        )  # fmt: skip
        connection.executemany("INSERT INTO search VALUES (?, ?, ?, ?)", rows)


def _meaning(connection: sqlite3.Connection, bundle: Bundle) -> None:
    """What the columns mean, and which state of the data this is."""
    connection.execute(
        'CREATE TABLE columns ("table" TEXT, "column" TEXT, type TEXT, refers TEXT, label_ru TEXT, '
        'label_en TEXT, about_ru TEXT, about_en TEXT, PRIMARY KEY ("table", "column"))'
    )
    connection.executemany(
        "INSERT INTO columns VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (table.name, column.name, column.type, column.refers or None, column.label("ru"),
             column.label("en"), column.about.in_language("ru"), column.about.in_language("en"))
            for table in bundle.tables
            for column in table.columns
        ],
    )  # fmt: skip
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)")
    about = bundle.dataset.about
    facts = {"name_ru": about.name.ru, "name_en": about.name.en, "licence": about.licence.url,
             "site": bundle.site or None, **bundle.edition}  # fmt: skip
    values = [(name, None if value is None else str(value)) for name, value in facts.items()]
    connection.executemany("INSERT INTO about VALUES (?, ?)", values)
