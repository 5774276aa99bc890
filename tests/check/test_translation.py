"""Findings in Russian: every sentence that a rule can say is in the catalogue, and none besides."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from dossier.authoring.guide_view import groups_in
from dossier.check import rules
from dossier.check.catalogue import about_field, catalogue
from dossier.check.findings import Finding
from dossier.check.rules import all_rules
from dossier.check.rules.date_format import _phrase
from dossier.check.translation import in_language, in_russian
from dossier.dataset import load
from dossier.dates.errors import _TROUBLES
from dossier.forge.review.trespass import TRESPASSES
from dossier.model import ONE_FILE, RECORD_TYPES
from dossier.model.shape import shape_of
from tests.fixtures.trial import break_it, copy_trial

ROOT = Path(__file__).parents[2]
CASES = sorted(
    path for path in (ROOT / "tests/rules").iterdir() if (path / "expected.txt").exists()
)
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Where the Russian leaves the sort of the record unsaid, since it would have to be inflected.
UNSAID = (
    "name the other {a} that is meant, or delete the entry",
    "name an existing {a}, or add the one that is meant",
    "name an existing {a}",
    "`{a}` has a tombstone, but the {b} still exists",
)
PLACE = re.compile(r"\{\w+\}")

# Where sentences are written, and the rules that say those which no rule's own module holds.
SHARED = {
    "dataset/validation.py": ("schema-missing-field", "schema-unknown-field", "schema-value"),
    "parsing/malformed.py": ("yaml-syntax", "yaml-encoding"),
    "parsing/nodes.py": tuple(rule for rule in all_rules() if rule.startswith("yaml-")),
    "parsing/documents.py": ("file-place", "yaml-size"),
    "rendering/macro_arguments.py": ("page-call",),
}
# Words of several that are no sentences of their own.
PARTS = ("an item of", "at least 7", "at most 7", ", or 7", "one of 7", " and 7 more", "letter 7")
# What PyYAML says, and malformed.py looks for.
FOREIGN = (
    "mapping values are",
    "end of stream",
    "did not find",
    "found character",
    "the text cannot",
)


def sentences(path: Path) -> Iterator[str]:
    """The English sentences inside a module's functions, a number in every open place."""
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        described = ast.get_docstring(function, clean=False)
        inside = {
            id(piece)
            for node in ast.walk(function)
            if isinstance(node, ast.JoinedStr)
            for piece in ast.walk(node)
            if piece is not node
        }
        for node in ast.walk(function):
            if id(node) in inside:
                continue
            if isinstance(node, ast.JoinedStr):
                text = "".join(
                    str(piece.value) if isinstance(piece, ast.Constant) else "7"
                    for piece in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
            else:
                continue
            if (
                text != described
                and len(text.split()) > 2
                and not text.startswith((*PARTS, *FOREIGN))
            ):
                yield text


def owners() -> Iterator[tuple[str, tuple[str, ...], str]]:
    for rule in all_rules():
        path = ROOT / "dossier/check/rules" / f"{rule.replace('-', '_')}.py"
        for text in sentences(path):
            yield path.name, (rule,), text
    for name, said_by in SHARED.items():
        for text in sentences(ROOT / "dossier" / name):
            yield name, said_by, text


def findings_of(case: Path, folder: Path) -> list[Finding]:
    data = copy_trial(folder)
    break_it(data, case)
    return rules.findings(load(data))


def is_part(text: str, said_by: tuple[str, ...]) -> bool:
    """Whether a sentence of the catalogue has the text in it, with anything in open places."""
    shape = re.compile(".+?".join(re.escape(piece) for piece in text.split("7")))
    known = (*said_by, "common")
    return any(shape.search(key) for rule in known for key in catalogue("findings").get(rule, {}))


def test_every_sentence_of_a_rule_has_its_russian() -> None:
    missing = [
        f"{name}: {text}"
        for name, said_by, text in owners()
        if not any(in_russian(rule, part) for rule in said_by for part in (text, head(text)))
        and not is_part(text, said_by)
    ]
    assert missing == []


def head(text: str) -> str:
    """The message of a macro's error, which its remedy follows after a semicolon."""
    return text.partition("; ")[0]


def test_every_trouble_of_a_date_has_its_russian() -> None:
    texts = [f"“7” {trouble}." for _, trouble in _TROUBLES]
    for name in ("edtf.py", "errors.py"):
        texts += [
            text for text in sentences(ROOT / "dossier/dates" / name) if text.endswith((".", "?"))
        ]
    texts.remove("7 If no date is known, leave the field out.")  # stands after another
    silent = [text for text in texts if not in_russian("date-format", _phrase(text))]
    assert silent == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_broken_record_brings_is_said_in_russian(case: Path, tmp_path: Path) -> None:
    for finding in findings_of(case, tmp_path):
        for text in (finding.message, finding.remedy):
            said = in_russian(finding.rule, text)
            assert said, f"not in locale/findings.ru.yml: {text}"
            assert CYRILLIC.search(said)


def test_a_sentence_keeps_every_value_of_the_english_one() -> None:
    for rule, known in catalogue("findings").items():
        if rule in ("types", "sorts"):
            continue
        for english, russian in known.items():
            if english in UNSAID:
                assert set(PLACE.findall(russian)) < set(PLACE.findall(english)), english
            else:
                assert set(PLACE.findall(russian)) == set(PLACE.findall(english)), english


def test_the_catalogue_knows_no_rule_that_there_is_not() -> None:
    known = {*all_rules(), *TRESPASSES, "common", "types", "sorts"}
    assert set(catalogue("findings")) <= known
    assert set(catalogue("rules")) == set(all_rules())


def test_every_rule_is_explained_in_russian() -> None:
    for rule, texts in catalogue("rules").items():
        assert set(texts) == {"summary", "why"}, rule
        assert all(CYRILLIC.search(text) and text.endswith(".") for text in texts.values()), rule


def test_every_field_says_what_it_is_in_both_languages() -> None:
    met, silent = set(), []
    waiting: list[type[BaseModel]] = [*RECORD_TYPES, *ONE_FILE.values()]
    while waiting:
        model = waiting.pop()
        if model in met:
            continue
        met.add(model)
        for name, below in shape_of(model).fields.items():
            waiting.extend(groups_in(below))
            if not about_field(model, name, "en") or not about_field(model, name, "ru"):
                silent.append(f"{model.__name__}.{name}")
    assert silent == []


def test_the_catalogue_describes_no_field_that_there_is_not() -> None:
    import dossier.model as models
    from dossier.model import article, citation, dispute, edition, element, history, links, question
    from dossier.model import risk, scenario, texts, tombstone, vocabulary  # isort: skip

    known = {
        f"{name}.{field}"
        for module in (models, article, citation, dispute, edition, element, history, links,
                       question, risk, scenario, texts, tombstone, vocabulary)
        for name, model in vars(module).items()
        if hasattr(model, "model_fields")
        for field in model.model_fields
    }  # fmt: skip
    assert set(catalogue("fields")) - known == set()


def test_what_the_catalogue_does_not_have_stays_english() -> None:
    finding = Finding("data/x.yml", 1, 1, "date-format", "quite another sentence", "and advice")
    assert list(in_language([finding], "ru")) == [finding]


def test_a_value_that_looks_like_a_sentence_cannot_lead_astray() -> None:
    text = "`{a} is not a term of `vocabulary/{b}` is not a term of `vocabulary/kinds.yml`"
    assert in_russian("unknown-term", text) is not None
    assert in_russian("unknown-term", "`x\ny` is not a term of `z`") == "слова `x\ny` нет в `z`"


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (
            "an item of `people` must have fields of its own, and holds a text",
            "у пункта `people` должны быть свои поля, а там текст",
        ),
        ("`x` is not a value of an item of `sides`", "`x` — не значение пункта `sides`"),
        ("write one of `raises` or `lowers`", "напишите одно из: `raises` или `lowers`"),
    ],
)
def test_what_a_sentence_speaks_of_is_inflected(english: str, russian: str) -> None:
    assert in_russian("schema-value", english) == russian


def test_a_value_as_long_as_a_file_is_told_whole() -> None:
    value = "x` is not a value of `y" * 10_000
    told = in_russian("schema-value", f"`{value}` is not a value of `kind`")
    assert told is not None and value[:100] in told
