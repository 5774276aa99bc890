"""Items for reference managers are read by programs that did not write them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_file, parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as forms
from citeproc.source.json import CiteProcJSON

from dossier.dataset import Dataset
from dossier.dates import edtf
from dossier.export import outputs
from dossier.export.bibtex import bibtex
from dossier.export.citations import CITED
from dossier.export.csl_json import issued
from dossier.export.ris import ris
from dossier.model import Source
from dossier.rendering.views.items import Item, item_of_source
from tests.conftest import ROOT
from tests.making import dataset, source

HARD = r"50 % of {X}_1 & “#2” cost $3 \ ~ ^"


def _unescaped(value: str) -> str:
    """What TeX would set for the escapes that BibTeX needs."""
    for command, sign in (("textbackslash", "\\"), ("textasciitilde", "~"),
                          ("textasciicircum", "^")):  # fmt: skip
        value = value.replace(f"\\{command}{{}}", sign)
    return re.sub(r"\\([{}&%$#_])", r"\1", value)


def test_bibtex_holds_every_source(exported: Path, real: Dataset) -> None:
    library = parse_string((exported / "cite/sources.bib").read_text("utf-8"))
    assert library.failed_blocks == []
    entries = {entry.key: entry.fields_dict for entry in library.entries}
    assert list(entries) == list(real.sources)
    for key, record in real.sources.items():
        assert _unescaped(entries[key]["title"].value).strip("{}") == record.title.strip("{}")
        assert entries[key]["url"].value == record.url
        assert ("year" in entries[key]) == bool(record.published)


def test_ris_holds_every_source(exported: Path, real: Dataset) -> None:
    entries = rispy.loads((exported / "cite/sources.ris").read_text("utf-8"))
    assert [entry["id"] for entry in entries] == list(real.sources)
    assert [entry["title"] for entry in entries] == [s.title for s in real.sources.values()]
    assert [entry["urls"] for entry in entries] == [[s.url] for s in real.sources.values()]


@pytest.fixture(scope="module")
def plain_style(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A style of our own in a few lines, so that no test needs a collection of styles."""
    path = tmp_path_factory.mktemp("style") / "plain.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info>'
        "<title>Plain</title><id>plain</id><updated>2026-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation><bibliography><layout>'
        '<group delimiter="|"><names variable="author"/><text variable="title"/>'
        '<text variable="container-title"/><date variable="issued"><date-part name="year"/></date>'
        '<text variable="URL"/></group></layout></bibliography></style>',
        "utf-8",
    )
    return path


@pytest.mark.slow
def test_citeproc_cites_every_source_and_record(
    exported: Path, real: Dataset, plain_style: Path
) -> None:
    items = json.loads((exported / "cite/sources.json").read_bytes())
    for kind in CITED:
        for path in sorted((exported / "cite" / f"{kind}s").glob("*.json")):
            items += json.loads(path.read_bytes())
    cited = sum(len(real.records[kind]) for kind in CITED)
    assert len(items) == len(real.sources) + 2 * cited
    style = CitationStylesStyle(str(plain_style), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), forms.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    said = [str(entry) for entry in bibliography.bibliography()]
    assert len(said) == len(items)
    for entry, record in zip(said, real.sources.values(), strict=False):
        assert record.url in entry


def test_a_record_is_cited_with_its_edition_in_its_language(exported: Path) -> None:
    name = "cite/elements/transit-agreement-2024"
    for language in ("ru", "en"):
        (entry,) = parse_file(str(exported / f"{name}.{language}.bib")).entries
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        assert fields["language"] == language
        assert re.fullmatch(r"[0-9a-f]{7}", fields["version"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["urldate"])


def test_signs_that_mean_something_to_tex_come_back() -> None:
    made = bibtex(item_of_source(source("hard", title=HARD)), "")
    (entry,) = parse_string(made).entries
    title = entry.fields_dict["title"].value
    assert _unescaped(title.removeprefix("{").removesuffix("}")) == HARD


@pytest.mark.parametrize("date", ["../2018", "2018/2020", "19XX", "201X"])
def test_a_date_without_a_year_is_told_in_words(date: str) -> None:
    item = item_of_source(source("x", published=date))
    (entry,) = parse_string(bibtex(item, "some time")).entries
    assert "year" not in entry.fields_dict
    assert entry.fields_dict["note"].value == "some time"
    (read,) = rispy.loads(ris(item, "some time"))
    assert "year" not in read
    assert read["notes"] == ["some time"]


def test_such_a_date_is_in_the_report(tmp_path: Path) -> None:
    outputs.write(dataset(source("x", published="19XX")), tmp_path)
    adapted = json.loads((tmp_path / "data/manifest.json").read_bytes())["adapted"]
    assert {"format": "bib, ris", "place": "cite/x/issued", "rule": "no-year"} in adapted


def test_dates_are_as_exact_as_they_are_known() -> None:
    dates = {
        "2018-09-13": {"date-parts": [[2018, 9, 13]]},
        "2018-09": {"date-parts": [[2018, 9]]},
        "2018": {"date-parts": [[2018]]},
        "2018~": {"date-parts": [[2018]], "circa": True},
        "2018-22": {"date-parts": [[2018]], "season": 2},
        "2018/2020": {"date-parts": [[2018], [2020]]},
        "2018/..": {"literal": "words"},
        "19XX": {"literal": "words"},
    }
    assert {text: issued(edtf.parse(text), "words") for text in dates} == dates


def test_a_title_with_line_breaks_stays_in_one_line(tmp_path: Path) -> None:
    outputs.write(dataset(source("x", title="a\nb\r\nER  - ")), tmp_path)
    (read,) = rispy.loads((tmp_path / "cite/sources/x.ris").read_text("utf-8"))
    assert read["title"] == "a b ER  -"


def test_an_archived_copy_and_an_author_are_told() -> None:
    record: Source = source("x", author="A. B.", archive_url="https://archive.example/1")
    (read,) = rispy.loads(ris(item_of_source(record), ""))
    assert read["authors"] == ["A. B."]
    assert read["file_attachments1"] == "https://archive.example/1"
    item: Item = item_of_source(record)
    (entry,) = parse_string(bibtex(item, "")).entries
    assert entry.fields_dict["author"].value == "{A. B.}"
    assert entry.fields_dict["note"].value == "https://archive.example/1"


def test_the_citation_file_is_valid_and_the_repository_has_the_same(exported: Path) -> None:
    path = exported / "CITATION.cff"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema",
               "vendor.citation-file-format", str(path)]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert (ROOT / "CITATION.cff").read_bytes() == path.read_bytes(), (
        "copy CITATION.cff from `dossier export` into the repository"
    )
