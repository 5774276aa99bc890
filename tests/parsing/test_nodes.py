"""Reading YAML: strings stay what was typed, places are exact, tricks are refused."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from dossier.messages import Message
from dossier.parsing.findings import Finding
from dossier.parsing.nodes import (
    MAX_DEPTH,
    Mapping,
    Mark,
    ParseError,
    locate,
    locate_key,
    plain,
    read,
    scalars,
)
from dossier.parsing.nodes import Path as NodePath
from dossier.parsing.syntax import syntax_error


def all_refused(text: str | bytes) -> list[Finding]:
    """The finding that ends the reading, or else those that did not."""
    try:
        return read(text if isinstance(text, bytes) else text.encode())[1]
    except ParseError as error:
        return [error.finding]


def refused(text: str | bytes) -> Finding:
    """The first of them."""
    return all_refused(text)[0]


@pytest.mark.parametrize(
    "typed", ["NO", "yes", "2024-05-01", "12:30", "1_000", "0x1F", "1e3", "Null", "=", "<<", ".inf"]
)
def test_a_plain_value_stays_the_string_that_was_typed(typed: str) -> None:
    root, findings = read(f"a: {typed}\nb: [{typed}]\n".encode())
    assert plain(root) == {"a": typed, "b": [typed]}
    assert findings == []


def test_quotes_and_blocks_are_read_as_yaml_reads_them() -> None:
    root, _ = read(b"a: 'it''s'\nb: \"\\u0416\\n\"\nc: >-\n  one\n  two\nd: ''\n")
    assert plain(root) == {"a": "it's", "b": "Ж\n", "c": "one two", "d": ""}


def test_a_byte_order_mark_is_no_part_of_the_first_field() -> None:
    root, _ = read(b"\xef\xbb\xbfa: b\n")
    assert plain(root) == {"a": "b"}


# What is refused: the text, the rule and the place.
MISTAKES: list[tuple[str | bytes, str, tuple[int, int]]] = [
    ("a: 1\nab: 2\na: 3\n", "yaml-duplicate-key", (3, 1)),
    ("a: {b: 1, b: 2}\n", "yaml-duplicate-key", (1, 11)),
    ("a: &x 1\n", "yaml-alias", (1, 4)),
    ("имя: *x\n", "yaml-alias", (1, 6)),
    ("a: !!str 1\n", "yaml-tag", (1, 4)),
    ("a: !x {b: c}\n", "yaml-tag", (1, 4)),
    ("a:\nb: 1\n", "yaml-no-value", (1, 3)),
    ("a: ~\n", "yaml-no-value", (1, 4)),
    ("a: null\n", "yaml-no-value", (1, 4)),
    ("a:\n  - 1\n  -\n", "yaml-no-value", (3, 4)),
    ("a: [1, 2\nb: 3\n", "yaml-syntax", (1, 4)),
    ("a: b: c\n", "yaml-syntax", (1, 5)),
    ("a: @b\n", "yaml-syntax", (1, 4)),
    ("a: 1\n\tb: 2\n", "yaml-syntax", (2, 1)),
    ("a: 'b\nc: d\n", "yaml-syntax", (1, 4)),
    ("a: 1\n---\nb: 2\n", "yaml-syntax", (2, 1)),
    ("- a\n", "yaml-syntax", (1, 1)),
    ("a\n", "yaml-syntax", (1, 1)),
    ("? [a]\n: b\n", "yaml-syntax", (1, 3)),
    ("", "yaml-empty", (1, 1)),
    ("# later\n", "yaml-empty", (1, 1)),
    ("a: 1\nй: б\x07\n", "yaml-encoding", (2, 5)),
    ("a: 1\nй: ".encode() + b"\xff", "yaml-encoding", (2, 5)),
    ("a: " + "[" * MAX_DEPTH, "yaml-depth", (1, MAX_DEPTH + 3)),
]


@pytest.mark.parametrize(("text", "rule", "mark"), MISTAKES)
def test_a_mistake_is_refused_at_its_place(
    text: str | bytes, rule: str, mark: tuple[int, int]
) -> None:
    finding = refused(text)
    assert (finding.rule, finding.line, finding.column) == (rule, *mark)


def test_the_depth_that_is_allowed_is_read() -> None:
    root, _ = read(("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).encode())
    assert isinstance(root, Mapping)


def test_several_mistakes_that_do_not_stop_the_reading_are_all_told() -> None:
    _, findings = read(b"a: *x\nb: !y 1\nb: 2\nc:\n")
    assert [finding.rule for finding in findings] == [
        "yaml-alias", "yaml-tag", "yaml-duplicate-key", "yaml-no-value",
    ]  # fmt: skip


ROOT, _ = read("title:\n  ru: Учение\nclaims:\n  - id: one\n    text: x\n  - id: two\n".encode())


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        (("title", "ru"), (2, 7)),
        (("title",), (1, 1)),
        (("claims", 1, "id"), (6, 9)),
        (("claims", 1), (6, 5)),
        (("claims", 1, "text"), (6, 5)),
        (("claims", 2), (3, 1)),
        (("claims", "id"), (3, 1)),
        (("nothing", "here"), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_a_value_is_found_by_its_path_or_where_it_should_stand(
    path: NodePath, mark: tuple[int, int]
) -> None:
    assert locate(ROOT, path) == Mark(*mark)


@pytest.mark.parametrize(
    ("path", "mark"),
    [
        (("title", "ru"), (2, 3)),
        (("claims", 0, "text"), (5, 5)),
        (("claims", 1, "text"), (6, 5)),
        (("claims", 2, "text"), (4, 3)),
        (("claims", "id", "text"), (4, 3)),
        (("nothing", "here"), (1, 1)),
        ((0, "here"), (1, 1)),
        ((), (1, 1)),
    ],
)
def test_a_key_is_found_by_its_path(path: NodePath, mark: tuple[int, int]) -> None:
    assert locate_key(ROOT, path) == Mark(*mark)


def test_every_string_is_walked_in_the_order_of_the_file() -> None:
    assert [(path, scalar.value) for path, scalar in scalars(ROOT)] == [
        (("title", "ru"), "Учение"),
        (("claims", 0, "id"), "one"),
        (("claims", 0, "text"), "x"),
        (("claims", 1, "id"), "two"),
    ]


def test_a_field_below_a_text_is_a_matter_of_indentation_and_not_of_a_colon() -> None:
    with pytest.raises(ParseError) as refused:
        read(b"title: A plan\n  ru: x\n")
    assert "indentation" in str(refused.value.finding.remedy)
    with pytest.raises(ParseError) as refused:
        read(b"title: A plan: signed\n")
    assert str(refused.value) == "a colon and a space stand in the middle of a text"


# Slips of the hand: the text, the line and what is told of it.
SLIPS = [
    ("title:\n ru: a\n  en: b\n", 2, "odd number of spaces"),
    ("claims:\n  - id: a\n   text: b\n", 3, "odd number of spaces"),
    ("id: a\nkind:exercise\nmode: deed\n", 2, "no space after the colon"),
    ("claims:\n  -id: a\n    text: b\n", 2, "no space after the hyphen"),
    ("a: '2024\nb: c\nd: '2026'\n", 1, "never closed"),
    ('a: b\nc: "2024\nd: c\n', 2, "never closed"),
    ("a:\n  - {ru: 'x', en: 'y}\nd: '2026'\n", 2, "never closed"),
    ("a: 'x\n  y'\nb: 'it's here'\n", 3, "followed by something else"),
    ("a: 'x\n  y'\nb: [c\nd: e\n", 3, "square bracket that opens here"),
]


@pytest.mark.parametrize(("text", "line", "said"), SLIPS)
def test_a_slip_of_the_hand_is_told_in_plain_words(text: str, line: int, said: str) -> None:
    finding = refused(text)
    assert finding.line == line
    assert said in str(finding.message)


# Each brings libyaml to another complaint.
NO_YAML = [
    "a: [x\nb: y\n", "a: {x: y\nb: z\n", "a: [\n", "- a\nb: c\n", "a: b\n}\n", "a: b\nhello\n",
    "a\nb: c\n", "a: - b\n", "a: ? b\n", "a: |\n  x\n...\n{b: c\n", "a: b\n...\nc: d\n", "%b: c\n",
    "a: @b\n", "a: * b\n", "a: & b\n", "a: !<b\n", "a: !b!c d\n", "a: !%zz d\n", 'a: "\\q"\n',
    'a: "\\xZZ"\n', "a: |x\n  b\n", "a: |0\n  b\n", "a: 'x\n---\ny'\n", "%YAML 1.x\na: b\n",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_YAML)
def test_what_libyaml_says_in_english_is_said_in_russian(text: str) -> None:
    finding = refused(text)
    assert str(finding.message) != "this is not valid YAML", "it is said what is wrong"
    for said in (finding.message, finding.remedy):
        words = re.sub(r"`[^`]+`", "", said.in_language("ru"))
        assert not re.search(r"[a-z]{2}", words) and re.search(r"[а-я]{2}", words)


# Further ones, whose places and words are told by the list below alone.
OTHERS = [
    "title: A plan\n  ru: x\n", "title: A plan: signed\n", "a: b\tc: d\n\te: f\n", "a: 'b'\tc\n",
    "a: *x\nb: !y 1\nb: 2\nc:\n", "a: &y\n  b: !!int 1\n  ? c\n", "{a: b}: c\n", "[a]: c\n",
    "a: {b: 'c\n", "- 'a': b\n- \"c\": 'd' e\n", "a: 'b': c\n", "a: 'b' # c\nd: [\n", "'a' b: c\n",
    "a: [b, 'it's']\n", 'a: "b \\" c" d\n', "a:\n  b:c\n  d: e\n", "a:\n  - b:c\n  - d: e\n",
    "a:b\n\nc: d\n", "a:b\n\n\nc: d\n", "x: y\na:b\n\nc: d\n", "a:\n  -b: c\n  - d: e\n",
    "# a\n   # b\n b\nc: d\n",
    "a: b\n   c: d\n", "a: https://b\nc\nd: e\n", "a: |\n  b\n c\n d: e\n", "a\n", "a: b\n- c\n",
    "a: 1\r\nb: 2\u2028c: 3\x85 d: [\n", "\ufeffa: [\n", "a: 'b\n\n\n\n", "---\na: b\n---\n",
    "a: ''\nb: \"\"\n? ''\n: c\n? ~\n: d\n", "a: b\n\n\n\n  c: d\n",
]  # fmt: skip


def test_what_is_told_of_each_text_is_what_was_read_and_approved() -> None:
    """All that is told of each text above; `UPDATE_GOLDEN=1` writes the list anew, to be read."""
    lines = []
    for text in [*(case[0] for case in [*MISTAKES, *SLIPS]), *NO_YAML, *OTHERS]:
        lines.append(repr(text))
        for it in all_refused(text):
            assert (it.path, it.severity) == ("", "error")
            lines.append(f"  {it.line}:{it.column} {it.rule}: {it.message}; {it.remedy}")
    told, expected = "\n".join(lines) + "\n", Path(__file__).with_name("told.txt")
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(told, "utf-8")
    assert told == expected.read_text("utf-8")


def test_what_libyaml_has_never_said_is_told_in_general_words() -> None:
    error = syntax_error(yaml.MarkedYAMLError(problem="something new"), "a: b\n")
    assert str(error) == "this is not valid YAML"
    assert error.finding == Finding(
        "", 1, 1, "yaml-syntax", Message("this is not valid YAML"),
        Message("look at the quotes, brackets and indentation around this place"),
    )  # fmt: skip


def test_what_comes_again_in_another_file_is_kept_once() -> None:
    one, _ = read(b"kind: exercise\n")
    two, _ = read(b"kind: exercise\n")
    assert one.keys["kind"] is two.keys["kind"]
    assert plain(one)["kind"] is plain(two)["kind"]
