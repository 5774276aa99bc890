"""The tables as one workbook for Excel, LibreOffice and Numbers: a sheet each, one to explain."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from collections.abc import Iterator
from typing import Any

import xlsxwriter

from dossier.export.bundle import Bundle
from dossier.rendering.tables import Cell, Column, Table

PATH = "data/dossier.xlsx"
GUIDE = "О таблицах · About"
MOST = 32_767  # characters of a cell
EARLIEST = "1900-01-01"
# A text that looks like a formula, a number or a link stays a text.
OPTIONS = {
    "constant_memory": True,  # rows go to a file of their own as they come
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "default_date_format": "yyyy-mm-dd",
}
WIDTHS = {"integer": 9, "boolean": 9, "date": 12}


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """The workbook."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, OPTIONS)
    about = bundle.dataset.about
    book.set_properties(
        {"title": about.name.ru, "subject": about.name.en or "", "comments": about.licence.name,
         "created": bundle.moment.replace(tzinfo=None)}
    )  # fmt: skip
    head = book.add_format({"bold": True, "bottom": 1})
    _guide(book, head, bundle)
    for table in bundle.tables:
        _sheet(book, head, table, bundle)
    book.close()
    yield PATH, _without_modes(content.getvalue())


def _without_modes(packed: bytes) -> bytes:
    """The ZIP without the modes of the files that it was packed from: they are the machine's.

    They stand in the central directory, four bytes at 38 of each entry (APPNOTE 4.3.12).
    """
    archive = bytearray(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as read:
        place = read.start_dir
    while archive[place : place + 4] == b"PK\x01\x02":
        archive[place + 38 : place + 42] = bytes(4)
        place += 46 + sum(struct.unpack_from("<3H", archive, place + 28))
    return bytes(archive)


def _guide(book: Any, head: Any, bundle: Bundle) -> None:
    """The first sheet: what this is, and what every column of every sheet means."""
    sheet = book.add_worksheet(GUIDE)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    about, state = bundle.dataset.about, bundle.edition
    sheet.write_string(0, 0, about.name.ru, head)
    sheet.write_string(1, 0, about.name.en or "", head)
    known = (state["edition"], state["version"], about.licence.name, about.licence.url, bundle.site)
    sheet.write_string(2, 0, " · ".join(filter(None, known)))
    names = ("лист · sheet", "столбец · column", "тип · type", "по-русски", "in English",
             "что это", "what it is")  # fmt: skip
    for column, name in enumerate(names):
        sheet.write_string(4, column, name, head)
    row = 5
    for table in bundle.tables:
        for cells in _explained(table):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, wrapped)
            row += 1
    sheet.set_column(0, 2, 18)
    sheet.set_column(3, 4, 32)
    sheet.set_column(5, 6, 60)
    sheet.freeze_panes(5, 0)
    sheet.autofilter(4, 0, max(row - 1, 4), len(names) - 1)


def _explained(table: Table) -> Iterator[tuple[str, ...]]:
    said = [table.about.in_language(language) for language in ("ru", "en")]
    yield table.name, "", "", table.label("ru"), table.label("en"), *said
    for column in table.columns:
        about = [column.about.in_language(language) for language in ("ru", "en")]
        yield (table.name, column.name, column.type, column.label("ru"), column.label("en"), *about)


def _sheet(book: Any, head: Any, table: Table, bundle: Bundle) -> None:
    sheet = book.add_worksheet(table.name)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, head)
        sheet.set_column(place, place, WIDTHS.get(column.type, 40 if column.language else 18))
    for number, cells in enumerate(table.rows, start=1):
        for place, value in enumerate(cells):
            if value is not None:
                where = f"{table.name}/{cells[0]}/{table.names[place]}"
                _write(sheet, number, place, value, table.columns[place], where, bundle)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write(
    sheet: Any, row: int, place: int, value: Cell, column: Column, where: str, bundle: Bundle
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int):
        sheet.write_number(row, place, value)
    elif column.type == "date" and str(value) >= EARLIEST:
        sheet.write_datetime(row, place, datetime.date.fromisoformat(str(value)))
    else:
        text = str(value)
        if column.type == "date":
            bundle.report.note("xlsx", where, "early-date")
        if len(text) > MOST:
            bundle.report.note("xlsx", where, "long-cell")
        sheet.write_string(row, place, text[:MOST])
