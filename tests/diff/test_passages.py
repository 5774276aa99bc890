"""Changed paragraphs: found in each language, paired with their twins, with what they cite."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.dataset import Dataset, load
from dossier.diff.passages import MOST_BLOCKS, Passage, Side, passages
from dossier.diff.prose_lines import _cites, _contrast, prose_lines
from dossier.diff.wording import Wording
from tests.fixtures.trial import copy_trial

RU = "# Учения { #drills }\n\nПервое.\n\nВторое.\n\n## План { #plan }\n\nТретье.\n"
EN = "# Drills { #drills }\n\nOne.\n\nTwo.\n\n## Plan { #plan }\n\nThree.\n"


def compared(folder: Path, old: tuple[str, str], new: tuple[str, str]) -> tuple[Passage, ...]:
    made = []
    for name, texts in (("base", old), ("head", new)):
        data = copy_trial(folder / name)
        for language, text in zip(("ru", "en"), texts, strict=True):
            page = folder / name / "docs" / language / "page.md"
            page.parent.mkdir(parents=True)
            page.write_text(text, "utf-8")
        made.append(load(data))
    return passages(made[0], made[1])


def test_the_same_pages_have_no_passage(tmp_path: Path) -> None:
    assert compared(tmp_path, (RU, EN), (RU, EN)) == ()


def test_a_paragraph_that_changed_in_one_language_comes_with_its_twin(tmp_path: Path) -> None:
    [passage] = compared(tmp_path, (RU, EN), (RU.replace("Второе.", "Иное."), EN))
    assert (passage.sides["ru"].old, passage.sides["ru"].new) == ("Второе.", "Иное.")
    assert passage.sides["en"].new == "Two." and not passage.sides["en"].is_changed
    assert passage.line == {"ru": 5, "en": 5}


def test_the_first_line_of_a_page_is_compared_whole(tmp_path: Path) -> None:
    [passage] = compared(tmp_path, (RU, EN), ("О" + RU, EN))
    assert (passage.sides["ru"].old, passage.sides["ru"].new) == (RU[:20], "О" + RU[:20])
    assert passage.line["ru"] == 1


def test_a_paragraph_put_in_above_changes_none_below(tmp_path: Path) -> None:
    new = (RU.replace("Первое.", "Новое.\n\nПервое."), EN.replace("One.", "New.\n\nOne."))
    [passage] = compared(tmp_path, (RU, EN), new)
    assert (passage.sides["ru"].old, passage.sides["ru"].new) == (None, "Новое.")
    assert (passage.sides["en"].old, passage.sides["en"].new) == (None, "New.")


def test_a_paragraph_that_is_gone_is_told_in_both_languages(tmp_path: Path) -> None:
    new = (RU.replace("Второе.\n\n", ""), EN.replace("Two.\n\n", ""))
    [passage] = compared(tmp_path, (RU, EN), new)
    assert {side.old for side in passage.sides.values()} == {"Второе.", "Two."}
    assert all(side.new is None for side in passage.sides.values())


def test_what_a_paragraph_cites_is_told_before_and_now(tmp_path: Path) -> None:
    new = RU.replace("Третье.", 'Третье {{ element("trial-plan-2019") }}.')
    [passage] = compared(tmp_path, (RU, EN), (new, EN))
    assert passage.sides["ru"].cited == () and passage.sides["ru"].cites == ("trial-plan-2019",)


def test_a_title_in_the_front_matter_is_prose_too(tmp_path: Path) -> None:
    old = ("---\ntitle: Учения\n---\n" + RU, EN)
    [passage] = compared(tmp_path, old, ("---\ntitle: Манёвры\n---\n" + RU, EN))
    assert passage.sides["ru"].new == "title: Манёвры" and passage.line["ru"] == 2


def test_a_page_of_too_many_paragraphs_is_compared_place_by_place(tmp_path: Path) -> None:
    old = "# П { #p }\n\n" + "a\n\n" * (MOST_BLOCKS + 5)
    found = compared(tmp_path, (old, EN), (old.replace("a", "b", 1), EN))
    assert [passage.sides["ru"].new for passage in found] == ["b"]


def test_a_paragraph_without_an_end_is_cut_before_it_is_compared(tmp_path: Path) -> None:
    old, new = "слово " * 20_000, "слово иное " * 10_000
    found = compared(tmp_path, (old, EN), (new, EN))
    base, head = (load(tmp_path / name / "data") for name in ("base", "head"))
    lines = list(prose_lines(found, Wording("ru", base, head)))
    assert max(map(len, lines)) < 4_000


def test_a_paragraph_that_only_follows_a_rename_says_what_it_said(tmp_path: Path) -> None:
    old = tuple(text.replace("## ", '{{ element("trial-a") }} x.\n\n## ') for text in (RU, EN))
    new = tuple(text.replace("trial-a", "trial-b") for text in old)
    also = (new[0].replace("Второе", "Иное"), new[1].replace(" x.", " y."))
    pages = compared(tmp_path / "1", (old[0], old[1]), (new[0], new[1]))
    assert len(pages) == 1
    base, head = (load(tmp_path / "1" / name / "data") for name in ("base", "head"))
    assert passages(base, head, {"trial-a": "trial-b"}) == ()
    assert len(compared(tmp_path / "2", (old[0], old[1]), also)) == 2
    base, head = (load(tmp_path / "2" / name / "data") for name in ("base", "head"))
    assert len(passages(base, head, {"trial-a": "trial-b"})) == 2


def passage(page: str, line: int, old: Side, new: Side | None = None) -> Passage:
    return Passage(page, {"ru": old, "en": new or Side()}, {"ru": line})


def test_a_page_with_many_changes_and_many_such_pages_are_cut(trial: Dataset) -> None:
    of_one = [passage("a.md", number, Side("a", "b")) for number in range(1, 15)]
    pages = [passage(f"b/{number:02}.md", 1, Side("a", "b")) for number in range(12)]
    lines = list(prose_lines((*of_one, *pages), Wording("en", trial, trial)))
    assert lines[:4] == ["**`a.html`**", "", "| Russian | English |", "|---|---|"]
    absent = "*(there is no such paragraph)*"
    assert lines[4:16] == [f"| {n}: ~~a~~ **b** | {absent} |" for n in range(1, 13)]
    assert lines[16:20] == ["", "and 2 more paragraphs of this page", "", "**`b/00.html`**"]
    assert lines[-3:] == [f"| 1: ~~a~~ **b** | {absent} |", "", "and 1 more pages"]
    assert [line for line in lines if line.startswith("**b/")] == []
    whole = list(prose_lines((*of_one[:12], *pages[:11]), Wording("en", trial, trial)))
    assert not [line for line in whole if "more" in line] and whole[-1] != ""


IDS = tuple("abcdefghij")


@pytest.mark.parametrize(
    ("side", "shown"),
    [
        (Side("a", "b"), ""),
        (Side("a", "b " * 21), "<br>*cites no record*"),
        (Side("a", "# " + "b " * 21), ""),
        (Side("a", "{{ x() }}" * 21 + "b"), ""),
        (Side("b " * 21, None), "<br>*cites no record*"),
        (Side("a", "b", ("x",), ("x",)), "<br>*cites* `x`"),
        (Side("a", "b", IDS, IDS),
         "<br>*cites* `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, and 2 more"),
        (Side("a", "b", ("x",), ("x", "y")), "<br>*cites now* `x`, `y`; *before* `x`"),
        (Side("a", "b", (), ("y",)), "<br>*cites now* `y`; *before* none"),
        (Side("a", "b", ("y",), ()), "<br>*cites now* none; *before* `y`"),
        (Side("a", "b", IDS[:4], IDS[1:5]),
         "<br>*cites now* `b`, `c`, `d`, `e`; *before* `a`, `b`, `c`, `d`"),
        (Side("a", "b", IDS[:5], IDS[1:5]), "<br>*no longer cites* `a`"),
        (Side("a", "b", IDS[1:5], IDS[:5]), "<br>*cites now too* `a`"),
        (Side("a", "b", IDS[:5], IDS[1:6]), "<br>*cites now too* `f`; *no longer cites* `a`"),
        (Side("a", "b", IDS[:5], IDS[4::-1]), ""),
    ],
)  # fmt: skip
def test_what_a_changed_paragraph_cites_is_said_below_it(
    side: Side, shown: str, trial: Dataset
) -> None:
    assert _cites(side, Wording("en", trial, trial)) == shown


WORDS = " ".join(f"w{number}" for number in range(100, 160))
FIRST, LAST = WORDS[: 12 * 5 - 1], WORDS[-12 * 5 + 1 :]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("one two", "one three", "one ~~two~~ **three**"),
        ("a b c d e f g", "x b c d e f y", "~~a~~ **x** b c d e f ~~g~~ **y**"),
        ("a b c d", "x b c y", "~~a b c d~~ **x b c y**"),
        ("a c", "a c b", "a ~~c~~ **c b**"),
        ("a {{ x(1) }} b", "a {{ x(2) }} b", "a ~~{{ x(1) }}~~ **{{ x(2) }}** b"),
        (f"{WORDS} a", f"{WORDS} b", f"… {LAST} ~~a~~ **b**"),
        (f"a {WORDS}", f"b {WORDS}", f"~~a~~ **b** {FIRST} …"),
        (f"a {WORDS} a", f"b {WORDS} b", f"~~a~~ **b** {FIRST} … {LAST} ~~a~~ **b**"),
        ("x" * 699, "y", f"~~{'x' * 699}~~ **y** …"),
        ("x" * 400, "y" * 299, f"~~{'x' * 400}~~ **{'y' * 299}**"),
        ("a " * 351 + "b c d e", "x b c d f", f"~~{('a ' * 350).strip()}~~ **x** …"),
    ],
)  # fmt: skip
def test_both_versions_are_written_as_one(old: str, new: str, shown: str) -> None:
    assert _contrast(old, new) == shown


def test_what_stayed_after_a_change_in_a_long_paragraph_is_no_change() -> None:
    words = " ".join(f"word{n}" for n in range(3_000))
    side = Side(f"{words} old {words}", f"{words} newer {words}")
    shown = _contrast(side.old or "", side.new or "")
    assert re.findall(r"~~.+?~~|\*\*.+?\*\*", shown) == ["~~old~~", "**newer**"]
