"""What a fork writes is shown in the comment and does nothing there."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.check import rules
from dossier.dataset import Dataset, with_file
from dossier.dataset.snapshots import Snapshot
from dossier.diff.compare import compare
from dossier.diff.markdown import as_markdown
from dossier.diff.wording import Wording
from dossier.forge.review.comment import MARKER, as_comment
from dossier.forge.review.history import Change
from dossier.forge.review.report import Review
from dossier.forge.review.suggestions import Suggestion
from dossier.language.words import LANGUAGES
from tests.effort import share
from tests.forge.github.conftest import Pulled, replace
from tests.forge.github.rendering import live

PLAN = "elements/trial-plan-2019.yml"
CLAIM = "ru: План подписан в феврале."

# The first are what once passed as the text of a fork's run.
HOSTILE = [
    "` @victim [pay here](https://evil.example) ![](https://evil.example/t.png) #1 | `",
    "a\\\\GH-7", "x | y :--- | --- ` @victim | `", "@everybody", "a ![x](https://e.example/x.png)",
    "[x](/settings)", "https://e.example", "<img src=x>", "<!-- -->`<img src=x>`", "- <!-- --><b>",
    "closes #1", "www.e.example", "\\\\[x](/x)", "` @everybody", "<details>`@all`</details>",
    "[x]: /x", "&commat;all", "GH-1", "gh-1", "_GH-1", "\u200bx", "</details> @all", "$x$",
    "|a|b| |-|-| | `x | @all` |", "~~~mermaid graph", "``` @all", "# x", "<https://e.example>",
    "0123456789abcdef0123456789abcdef01234567", "a@b.example", "octo/cat#1", "--> @all",
]  # fmt: skip


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def test_hostile_text_anywhere_in_a_record_does_nothing_in_the_comment(
    pulled: Pulled,
) -> None:
    def change(data: Path) -> None:
        text = (data / PLAN).read_text("utf-8").replace(CLAIM, f"ru: {quoted(HOSTILE[0])}")
        (data / PLAN).write_text(text, "utf-8")
        for number, evil in enumerate(HOSTILE):
            key = f"hostile-{number}"
            made = text.replace("trial-plan-2019", key)
            made = made.replace("kind: protocol_plan", f"kind: {quoted(evil)}")
            made = made.replace("ru: Подписан пробный план на год", f"ru: {quoted(evil)}")
            (data / f"elements/{key}.yml").write_text(made, "utf-8")
        source = (data / "sources/trial-column.yml").read_text("utf-8")
        title = next(line for line in source.split("\n") if line.startswith("title:"))
        for number, evil in enumerate(HOSTILE):
            made = source.replace("id: trial-column", f"id: column-{number}")
            made = made.replace(title, f"title: {quoted(evil)}")
            (data / f"sources/column-{number}.yml").write_text(made, "utf-8")

    body = pulled(change).posted()
    assert live(body) == []
    assert "pay here" in body


@pytest.mark.parametrize("evils", [HOSTILE[start::6] for start in range(6)])
def test_hostile_text_does_nothing_as_title_id_term_and_broken_yaml(
    evils: list[str], pulled: Pulled
) -> None:
    def change(data: Path) -> None:
        source = (data / "sources/trial-agency.yml").read_text("utf-8")
        for number, evil in enumerate(evils):
            made = source.replace("id: trial-agency", f"id: {quoted(evil)}")
            (data / f"sources/other-{number}.yml").write_text(made, "utf-8")
            (data / f"elements/broken-{number}.yml").write_text(f"{evil}: [\n", "utf-8")
            name = evil.replace("/", "\u2215")
            (data / f"elements/{name}.yml").write_text(f"id: {quoted(evil)}\n{quoted(evil)}: x\n")
        replace(data / PLAN, CLAIM, f"ru: {quoted(evils[0])}")
        replace(data / PLAN, "kind: protocol_plan", f"kind: {quoted(evils[1])}")
        replace(data / "sources/trial-column.yml", "title: ", f"title: {quoted(evils[2])} #")
        replace(data / "sources/trial-agency.yml", "id: trial-agency", f"id: {quoted(evils[3])}")

    body = pulled(change).posted()
    assert live(body) == []


def test_the_renderer_of_these_tests_sees_what_is_live() -> None:
    for evil in (
        "[a](/b)",
        "![a](/b)",
        "@all",
        "#1",
        "GH-7",
        "https://e.example",
        "<b>",
        "a|b\n-|-",
    ):
        assert live(f"{MARKER}\n\n- x {evil}" if "\n" not in evil else evil) != [], evil


BITS = [*HOSTILE, *"`|\\[]()!<>-#*_~&:.@$7x я\t\u00a0\u2028", "``", "](", "//", "www", "GH", "---"]


@pytest.mark.slow
@settings(max_examples=share(0.25))  # each compares and checks a whole dataset
@given(st.lists(st.lists(st.sampled_from(BITS), max_size=8).map("".join), min_size=6, max_size=6))
def test_no_mixture_of_signs_comes_alive_in_a_comment(trial: Dataset, texts: list[str]) -> None:
    name, path = PLAN, f"data/{PLAN}"
    text = next(one.text for one in trial.documents if one.path == path)
    places = ("Подписан пробный план на год", "kind: protocol_plan", "- kz-mod", "paragraph 2",
              "id: signed-in-january", "'2019-01~'")  # fmt: skip
    for place, evil in zip(places, texts, strict=True):
        key, sign, _ = place.rpartition(" ")
        kept = key + sign if place.startswith(("kind", "-", "id")) else ""
        assert place in text
        text = text.replace(place, kept + quoted(" ".join(evil.split())), 1)
    changed = with_file(trial, name, text)
    difference = compare(Snapshot("a", trial), Snapshot("b", changed))
    words = {
        language: as_markdown(difference, Wording(language, trial, changed), 24_000)
        for language in LANGUAGES
    }
    review = Review(Change(Path(), "", "", "", ()), tuple(rules.findings(changed)), words, ())
    assert live(as_comment(review, [Suggestion(evil, 1, 1, "") for evil in texts])) == []
