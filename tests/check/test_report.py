"""Findings as people and machines read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dossier.check.report import (
    WIDTH,
    as_explanation,
    as_github,
    as_json,
    as_text,
    printable,
    summary,
)
from dossier.check.rules import all_rules
from dossier.messages import Message
from dossier.parsing.findings import Finding


def finding(line: int = 1, column: int = 1, **more: Any) -> Finding:
    told: dict[str, Any] = {
        "path": "data/x.yml",
        "rule": "unknown-term",
        "message": Message("wrong"),
        "remedy": Message("mend it"),
    }
    return Finding(line=line, column=column, **(told | more))


def shown(tmp_path: Path, text: str | bytes, place: Finding) -> list[str]:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(as_text([place], tmp_path))


def test_a_finding_shows_its_line_and_a_caret_below_the_place(tmp_path: Path) -> None:
    assert shown(tmp_path, "id: x\nkind: учения\n", finding(2, 7)) == [
        "data/x.yml:2:7: error[unknown-term]: wrong",
        "    2 | kind: учения",
        "      |       ^",
        "  help: mend it",
        "",
    ]


def test_of_a_long_line_the_part_around_the_place_is_shown(tmp_path: Path) -> None:
    lines = shown(tmp_path, "a" * 300 + "b" + "c" * 300, finding(1, 301))
    source, caret = lines[1].partition("| ")[2], lines[2].partition("| ")[2]
    assert source.startswith("…a") and source.endswith("c…") and len(source) == WIDTH + 2
    assert source[caret.index("^")] == "b"


@pytest.mark.parametrize("text", [b"a\tb: c", b"a\x1bb: c", "a\u202eb: c".encode(), b"a\xffb: c"])
def test_the_caret_stands_right_after_signs_that_have_no_width(text: bytes, tmp_path: Path) -> None:
    lines = shown(tmp_path, text, finding(1, 3))
    source, caret = lines[1].partition("| ")[2], lines[2].partition("| ")[2]
    assert source[caret.index("^")] == "b"
    assert source.replace("\ufffd", "·").isprintable()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_lines_end_where_yaml_ends_them(end: str, tmp_path: Path) -> None:
    assert shown(tmp_path, f"a: b{end}c: d", finding(2, 1))[1] == "    2 | c: d"


def test_without_the_file_the_finding_stands_alone(tmp_path: Path) -> None:
    assert list(as_text([finding(3, 1)], tmp_path)) == [
        "data/x.yml:3:1: error[unknown-term]: wrong", "  help: mend it", "",
    ]  # fmt: skip


def test_a_link_is_not_followed_to_show_a_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "secret").write_text("password")
    (tmp_path / "data" / "x.yml").symlink_to("../secret")
    assert "password" not in "".join(as_text([finding()], tmp_path))


def test_github_gets_one_escaped_line_a_finding() -> None:
    place = finding(2, 7, path="data/a,b:c.yml", message=Message("50 %\nwrong"))
    assert list(as_github([place])) == [
        "::error file=data/a%2Cb%3Ac.yml,line=2,col=7,title=unknown-term"
        "::50 %25·wrong%0Ahelp: mend it"
    ]


def test_json_is_a_list_whatever_is_in_it() -> None:
    assert json.loads(as_json([])) == []
    assert json.loads(as_json([finding(message=Message("й\udcff"))]))[0]["message"] == "й?"


def test_the_summary_counts_in_words() -> None:
    warning = Finding("data/x.yml", 1, 1, "x", Message("m"), Message("r"), "warning")
    assert summary([]) == "0 errors, 0 warnings"
    assert summary([finding(), warning, warning]) == "1 error, 2 warnings"


def test_what_could_steer_a_terminal_becomes_a_dot() -> None:
    assert printable("a\x1b[2J\nb\u00a0c\u200bй") == "a·[2J·b\u00a0c·й"


def test_an_explanation_has_the_rule_the_reason_and_both_examples() -> None:
    assert as_explanation(all_rules()["unknown-term"]) == (
        "unknown-term (error)\n\n"
        "Every controlled value is a term of its vocabulary.\n\n"
        "Why: Readers filter and compare by these words; two spellings of one word are two words "
        "to them.\n\n"
        "Bad:\n  kind: excercise\n\n"
        "Good:\n  kind: exercise\n"
    )
