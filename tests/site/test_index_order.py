"""The search index depends on the pages alone: Pagefind's order of filters does not show."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import cbor2
import pytest

from dossier.site.index_order import MARK, UnknownFormatError, settle_order
from tests.conftest import ROOT

Values = list[list[object]]


def write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(MARK + cbor2.dumps(value)))


def index(folder: Path, filters: list[tuple[str, str, Values]]) -> Path:
    """An index as Pagefind writes it, with its filters in the order given."""
    for name, stored, values in filters:
        write(folder / "filter" / f"{stored}.pf_filter", [name, values])
    names = [[name, stored] for name, stored, _ in filters]
    write(folder / "pagefind.ru_aaa.pf_meta", ["1.5.2", [["ru_1", 10]], [], names, [], ["title"]])
    entry = {"version": "1.5.2", "languages": {"ru": {"hash": "ru_aaa", "page_count": 1}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry), "utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_orders_of_the_same_filters_give_the_same_bytes(tmp_path: Path) -> None:
    years: Values = [["2018", [2, 1]], ["1993", [0]]]
    one = index(tmp_path / "one", [("year", "ru_y", years), ("kind", "ru_k", [["учение", [1]]])])
    two = index(
        tmp_path / "two",
        [
            ("kind", "ru_k2", [["учение", [1]]]),
            ("year", "ru_y2", [["1993", [0]], ["2018", [1, 2]]]),
        ],
    )
    settle_order(one)
    settle_order(two)
    assert contents(one) == contents(two)


def test_names_still_lead_from_the_entry_to_every_filter(tmp_path: Path) -> None:
    folder = index(tmp_path, [("year", "ru_y", [["2018", [1]], ["1993", [0]]])])
    settle_order(folder)
    entry = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    meta = folder / f"pagefind.{entry['languages']['ru']['hash']}.pf_meta"
    [[name, stored]] = cbor2.loads(gzip.decompress(meta.read_bytes())[len(MARK) :])[3]
    kept = gzip.decompress((folder / "filter" / f"{stored}.pf_filter").read_bytes())
    assert name == "year"
    assert cbor2.loads(kept[len(MARK) :]) == ["year", [["1993", [0]], ["2018", [1]]]]
    assert len(list((folder / "filter").iterdir())) == 1


def test_an_index_of_another_form_is_refused_and_named(tmp_path: Path) -> None:
    folder = index(tmp_path, [("year", "ru_y", [["2018", [1]]])])
    (folder / "filter" / "ru_y.pf_filter").write_bytes(gzip.compress(b"pagefind_new"))
    with pytest.raises(UnknownFormatError, match=r"ru_y\.pf_filter"):
        settle_order(folder)


def test_no_header_tells_which_python_packed_it(tmp_path: Path) -> None:
    """3.11 writes 3 (Unix) as the system and 3.13 writes 255 (unknown): RFC 1952, 2.3.1."""
    settle_order(index(tmp_path, [("year", "ru_y", [["2018", [1]]])]))
    packed = [*tmp_path.rglob("*.pf_filter"), *tmp_path.rglob("*.pf_meta")]
    assert len(packed) == 2
    assert {path.read_bytes()[9] for path in packed} == {255}


def test_the_reader_of_the_index_needs_no_compiler() -> None:
    """Version 6 of cbor2 has no wheel for a Mac with an Intel processor; 5.9 runs anywhere."""
    (pinned,) = re.findall(r"^cbor2==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    assert pinned.split(".")[0] == "5"


def test_the_header_of_a_packed_file_is_the_same_on_every_python(tmp_path: Path) -> None:
    folder = index(tmp_path, [("year", "ru_y", [["1993", [0]]])])
    settle_order(folder)
    (packed,) = folder.glob("filter/*.pf_filter")
    assert packed.read_bytes()[4:10] == bytes([0, 0, 0, 0, 2, 255])  # no time, no system
