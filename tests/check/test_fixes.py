"""Fixes mend what is certain under the name of their rule, once and for all."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dossier.check import fixes, rules
from dossier.cli import main
from dossier.dataset import Dataset
from dossier.dataset.validation import validate
from dossier.formatting import formatted
from dossier.model import RECORD_TYPES, Source
from dossier.model.annotations import Edtf, Mark, Prose, Url, Verbatim
from dossier.model.shape import shape_of
from dossier.parsing import nodes
from dossier.parsing.documents import Document
from dossier.parsing.nodes import read
from tests.laying_out import TEXT, fmt


def findings_on(text: str, model: Any, rule: str) -> list[rules.Problem]:
    """What one rule says of one record."""
    root, _ = read(text.encode())
    document = Document(f"data/{model.FOLDER}/x.yml", text, root)
    record, problems = validate(model, document)
    records: dict[str, dict[str, Any]] = {kind.TYPE: {} for kind in RECORD_TYPES}
    if record is not None:
        records[model.TYPE]["x"] = record
    dataset = Dataset(Path("data"), records, problems, documents=[document])
    return list(rules.all_rules()[rule].problems(dataset, None))


def test_every_fix_bears_the_name_of_a_rule() -> None:
    assert fixes.all_fixes().keys() <= rules.all_rules().keys()
    assert len(fixes.all_fixes()) == 7


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("date-format", "2018-9-13", "2018-09-13"),
        ("date-format", "13.09.2018", "2018-09-13"),
        ("date-format", "13/09/2018", "2018-09-13"),
        ("date-format", "09/08/2018", "09/08/2018"),
        ("date-format", "2018-09-XX", "2018-09"),
        ("date-format", "2018-09-1X", "2018-09-1X"),
        ("date-format", "март 2021", "2021-03"),
        ("date-format", "весной 2021", "весной 2021"),
        ("url-form", "https://e.org/?utm_source=a", "https://e.org/"),
        ("url-form", "https://e.org/p?q=%20a+b&fbclid=1#x", "https://e.org/p?q=%20a+b#x"),
        ("url-form", "https://e.org/p?a&utm_x&b=", "https://e.org/p?a&b="),
        ("url-form", "javascript:alert(1)?utm_source=a", "javascript:alert(1)"),
        ("url-form", "https://[?utm_source=a", "https://[?utm_source=a"),
        ("russian-typography", 'назван "планом" - дня нет', "назван «планом» — дня нет"),
        ("russian-typography", '"план "А" на год"', "«план „А“ на год»"),
        ("russian-typography", "«план \"А\"»", "«план „А“»"),
        ("russian-typography", "в 2012--2014 годах", "в 2012–2014 годах"),
        ("russian-typography", "2012 - 2014", "2012 - 2014"),
        ("russian-typography", "экран 5\" и 7\"", "экран 5\" и 7\""),
        ("russian-typography", "Кот-д'Ивуар", "Кот-д’Ивуар"),
        ("russian-typography", "а -- -- б", "а — — б"),
        ("english-typography", 'called a "plan" -- no day', "called a “plan” – no day"),
        ("english-typography", "word--word, 2012--2014", "word—word, 2012–2014"),
        ("english-typography", '"a "b" c"', "“a ‘b’ c”"),
        ("mixed-scripts", "Cовместное учение", "Совместное учение"),
        ("mixed-scripts", "Kазахстан", "Казахстан"),
        ("mixed-scripts", "Тurkey", "Turkey"),
        ("mixed-scripts", "COВ", "COВ"),
        ("unicode-nfc", "и\u0306од", "йод"),
        ("hidden-characters", "со\u00adглаше\u200bние", "соглашение"),
        ("hidden-characters", "a\tb", "a b"),
        ("hidden-characters", "می\u200cشود", "می\u200cشود"),
        ("hidden-characters", "👨\u200d🚀", "👨\u200d🚀"),
    ],
)  # fmt: skip
def test_a_fix_mends_what_is_certain_and_leaves_the_rest(
    rule: str, before: str, after: str
) -> None:
    places: dict[str, tuple[tuple[Mark, ...], nodes.Path]] = {
        "date-format": ((Edtf(),), ("date",)),
        "url-form": ((Url(),), ("url",)),
        "english-typography": ((Prose(900),), ("note", "en")),
    }
    marks, path = places.get(rule, ((Prose(900),), ("note", "ru")))
    assert fixes.all_fixes()[rule](before, marks, path) == after


def test_titles_of_documents_keep_their_own_typography() -> None:
    text = 'id: x\ntitle: Мemo "a" - b\n'
    assert fmt(text, Source, fix=True) == text
    assert any(isinstance(mark, Verbatim) for mark in shape_of(Source).at(("title",)).marks)


def test_a_fix_that_would_leave_nothing_leaves_the_value() -> None:
    assert fmt('id: x\ntitle: "\\u200B"\n', Source, fix=True) == 'id: x\ntitle: "\\u200B"\n'


WORDS = st.lists(
    st.sampled_from(["Казахстан", "и", "Турция", "подписали", "план", "Совместное", "учение"]),
    min_size=1,
    max_size=6,
).map(" ".join)


def pieces(text: str) -> list[str]:
    return [text[start : start + 3] for start in range(0, len(text), 3)]


MIXED = str.maketrans("аоС", "aoC")
SPOIL: dict[str, Callable[[str, str], str]] = {
    "hidden-characters": lambda text, sign: sign.join([*pieces(text), "а"]),
    "unicode-nfc": lambda text, sign: unicodedata.normalize("NFD", text + " й ё"),
    "mixed-scripts": lambda text, sign: (text + " планы").translate(MIXED),
    "russian-typography": lambda text, sign: f'"{text}" - {text} "{text} "{text}"" -- {text}',
    "english-typography": lambda text, sign: f'"{text}" -- "{text} "{text}""--{text}',
}
HIDDEN = st.sampled_from("\u00ad\u200b\u200c\u200d\u200e\u202e\u2066\ufeff\t\u2028\x07")


@pytest.mark.slow
@pytest.mark.parametrize("rule", SPOIL)  # 2,000 records for each of five rules
@given(WORDS, HIDDEN)
def test_what_a_fix_has_mended_its_rule_reports_no_longer(rule: str, text: str, sign: str) -> None:
    spoilt = SPOIL[rule](text, sign)
    language = "en" if rule == "english-typography" else "ru"
    tree = {"id": "x", "instrument": {"ru": "а", language: spoilt}, **OBLIGATION}
    record = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True)
    model = RECORD_TYPES[2]
    mended = formatted(record.encode(), model, (fixes.all_fixes()[rule],))
    assert findings_on(record, model, rule)
    assert not findings_on(mended, model, rule)
    assert formatted(mended.encode(), model, (fixes.all_fixes()[rule],)) == mended


OBLIGATION = {
    "scope": "csto",
    "stage": "in_force",
    "obligation": "none",
    "text": {"ru": "а"},
    "relevance": {"ru": "а"},
}


@pytest.mark.slow
@given(
    st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)),
    st.sampled_from(["{0.day}.{0.month}.{0.year:04}", "{0.year:04}-{0.month}-{0.day}",
                     "{0.year:04}/{0.month:02}/{0.day:02}", "{0.year:04}{0.month:02}{0.day:02}"]),
    st.sampled_from(["", "~", "?"]),
)  # fmt: skip
def test_every_written_day_becomes_the_same_day(
    day: datetime.date, form: str, qualifier: str
) -> None:
    fix = fixes.all_fixes()["date-format"]
    assert fix(form.format(day) + qualifier, (Edtf(),), ("date",)) == f"{day}{qualifier}"


@pytest.mark.slow
@given(st.text(max_size=30) | TEXT | st.text("ab\"' -—«»„“”5аоcA", max_size=15))
def test_fixes_are_idempotent_and_never_raise(value: str) -> None:
    for marks, path in (
        ((Prose(900),), ("note", "ru")),
        ((Prose(900),), ("note", "en")),
        ((Edtf(),), ("date",)),
        ((Url(),), ("url",)),
        ((Verbatim(),), ("title",)),
    ):
        once = value
        for fix in fixes.all_fixes().values():
            mended = fix(once, marks, path)
            assert fix(mended, marks, path) == mended, (fix.__module__, once)
            once = mended
        again = once
        for fix in fixes.all_fixes().values():
            again = fix(again, marks, path)
        assert again == once


def test_a_rule_with_a_fix_says_so_when_it_is_explained() -> None:
    for rule in rules.all_rules():
        output = CliRunner().invoke(main, ["explain", rule]).output
        assert ("dossier fmt --fix" in output) == (rule in fixes.all_fixes()), rule
