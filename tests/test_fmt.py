"""Layout and fixes: nothing is said otherwise than before, and a second run changes nothing."""

from __future__ import annotations

import datetime
import random
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier import fixes, nodes, rules
from dossier.cli import main
from dossier.dataset import Dataset
from dossier.documents import Document
from dossier.fmt import Refused, formatted, model_of
from dossier.fmt.shape import shape_of
from dossier.model import RECORD_TYPES, Element, Risk, Source, Tombstones, Vocabulary
from dossier.model.annotations import Edtf, Prose, Url, Verbatim
from dossier.validation import validate
from tests.fixtures.trial import ROOT, TRIAL, copy_trial

MODELS = (*RECORD_TYPES, Tombstones)
MANY = settings(
    max_examples=5_000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def fmt(text: str, model: Any = Element, fix: bool = False) -> str:
    return formatted(text.encode(), model, tuple(fixes.all_fixes().values()) if fix else ())


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["fmt", *map(str, arguments)])


# What the layout is


def test_the_dataset_is_in_the_canonical_layout() -> None:
    result = run("--check", ROOT / "data")
    assert result.output.endswith("files would change\n")
    assert "\n" not in result.output.strip(), result.output
    assert result.exit_code == 0


def test_keys_come_in_the_order_of_the_model_and_the_history_last() -> None:
    text = "review: published\nhistory: []\nclaims:\n  - cites: []\n    id: a\nid: x\nodd: 1\n"
    assert list(yaml.safe_load(fmt(text))) == ["id", "claims", "review", "odd", "history"]
    assert fmt(text).index("- id: a") < fmt(text).index("cites: []")


def test_lists_are_indented_below_their_key_and_brackets_are_opened() -> None:
    assert fmt("id: x\nparties: [a, b]\nthemes:\n- c\n") == (
        "id: x\nparties:\n  - a\n  - b\nthemes:\n  - c\n"
    )


def test_a_short_name_keeps_its_braces_and_a_long_one_opens() -> None:
    short = "id: x\npeople:\n  - name: {ru: Имя, en: Name}\n"
    assert fmt(short) == short
    assert fmt("id: x\ntitle: {en: B, ru: A}\n") == "id: x\ntitle: {ru: A, en: B}\n"
    assert fmt(f"id: x\ntitle: {{ru: {'а' * 100}}}\n") == f"id: x\ntitle:\n  ru: {'а' * 100}\n"


def test_a_long_text_stays_on_one_line() -> None:
    words = "слово " * 60 + "конец"
    folded = "\n    ".join(words.split())
    assert fmt(f"id: x\ntitle:\n  ru: >-\n    {folded}\n") == f"id: x\ntitle:\n  ru: {words}\n"


def test_a_text_of_several_lines_is_a_literal_block() -> None:
    text = "id: x\nnote:\n  ru: |-\n    один\n\n    два\n"
    assert fmt(text) == text
    assert fmt('id: x\nnote:\n  ru: "один\\n\\nдва"\n') == text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("'plain'", "plain"),
        ('"a: b"', "'a: b'"),
        ("'NO'", "'NO'"),
        ("'y'", "'y'"),
        ("'1'", "'1'"),
        ("'1e3'", "'1e3'"),
        ("'0o7'", "'0o7'"),
        ("'12:30'", "'12:30'"),
        ("'+'", "'+'"),
        ("''", "''"),
        ("'a #b'", "'a #b'"),
        ("'- a'", "'- a'"),
        ('"don\'t"', "don't"),
        ("'\"x\" y'", "'\"x\" y'"),
        ('"\\u200B"', '"\\u200B"'),
        ("'—'", "'—'"),
    ],
)
def test_quotes_stand_only_where_yaml_needs_them(typed: str, written: str) -> None:
    assert fmt(f"id: x\npublisher: {typed}\n", Source) == f"id: x\npublisher: {written}\n"


def test_dates_stand_in_quotes_and_flags_and_numbers_do_not() -> None:
    assert fmt("id: x\npublished: 2020\ntitle_is_descriptive: 'true'\n", Source) == (
        "id: x\ntitle_is_descriptive: true\npublished: '2020'\n"
    )
    assert fmt("id: x\norder: '7'\n", Risk) == "id: x\norder: 7\n"


def test_terms_of_a_vocabulary_keep_their_order() -> None:
    text = "id: x\nterms:\n  b:\n    label: {ru: Б}\n  a:\n    label: {ru: А}\n"
    assert fmt(text, Vocabulary) == text


def test_comments_stay_with_what_they_are_about() -> None:
    text = """\
# The head of the file.

mode: deed  # why a deed
# About the title,
# in two lines.
title:
  # about the Russian
  ru: А
  # the end of the title
claims:
  # about the claim
  -
    # about its text
    text: {ru: Б}  # short
    # about its id
    id: a
    # the end of the claim
  # the end of the claims
id: x  # the id
# the end
"""
    result = """\
# The head of the file.

id: x  # the id
# About the title,
# in two lines.
title:
  # about the Russian
  ru: А
  # the end of the title
mode: deed  # why a deed
claims:
  # about the claim
  # about its text
  # about its id
  - id: a
    text: {ru: Б}  # short
    # the end of the claim
  # the end of the claims
# the end
"""
    assert fmt(text.replace("    # about its text\n", "")) == result.replace(
        "  # about its text\n", ""
    )
    assert fmt(result) == result


def test_comments_in_brackets_and_after_block_headers_are_kept() -> None:
    text = (
        "id: x\nparties: [  # who\n  a,  # first\n  b\n  # end\n]\n"
        "note:\n  ru: |-  # raw\n    1\n    2\n"
    )
    assert fmt(text) == (
        "id: x\nparties:  # who\n  - a  # first\n  - b\n  # end\n"
        "note:\n  ru: |-  # raw\n    1\n    2\n"
    )


def test_line_ends_and_a_byte_order_mark_are_made_uniform() -> None:
    assert formatted(b"\xef\xbb\xbfid: x\r\nmode: deed # a\r\n\r\n", Element) == (
        "id: x\nmode: deed  # a\n"
    )


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2", "a: &b c", "- a", "", "a: !!int 1", "a:\n"])
def test_a_file_with_mistakes_of_yaml_is_left_as_it_is(text: str) -> None:
    with pytest.raises(Refused, match=r"line [12]"):
        fmt(text)


# The command


def test_check_lists_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    path = data / "elements/trial-plan-2019.yml"
    path.write_text(path.read_text("utf-8").replace("mode: word", "mode:   'word'"), "utf-8")
    before = path.read_bytes()
    run(data / "vocabulary")
    result = run("--check", data / "elements", path)
    assert result.output == (
        f"would change: {path}\n1 of 3 files would change\n"
        f"To change them, run `dossier fmt {data / 'elements'} {path}`\n"
    )
    assert result.exit_code == 1
    assert path.read_bytes() == before
    result = run("--check", "--fix", path, "--language", "ru")
    assert result.output == (
        f"изменился бы: {path}\nИзменилось бы файлов: 1 из 1\n"
        f"Изменить их — `dossier fmt --fix {path}`\n"
    )
    assert run(path).exit_code == 0
    assert run("--check", path).exit_code == 0


def test_a_broken_file_is_named_and_the_others_are_formatted(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    broken = data / "elements/trial-plan-2019.yml"
    broken.write_text("id: [\n", "utf-8")
    other = data / "elements/trial-exercise-2020.yml"
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    result = run(data / "elements")
    assert f"left as it is: {broken}: line 2: this is not valid YAML" in result.output
    assert f"changed: {other}" in result.output
    assert result.exit_code == 1
    assert broken.read_text("utf-8") == "id: [\n"


def test_a_path_without_records_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert run(tmp_path).exit_code == 2
    assert "holds no records" in run(tmp_path / "a.txt").output
    assert run(tmp_path / "nowhere").exit_code == 2


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    outside = tmp_path / "outside.yml"
    outside.write_text("id:   x\n", "utf-8")
    (data / "elements/x.yml").symlink_to(outside)
    run(data)
    assert outside.read_text("utf-8") == "id:   x\n"


# Properties

ODD = st.sampled_from([
    "", " ", "-", "- a", ": ", "a: b", "a:", "#", "a #b", "'", '"', "null", "~", "NO", "1", "1e3",
    "0x1F", "2020-01-01", "12:30", "---", "...", "[a", "{a}", "a, b", "*a", "&a", "!a", "|", ">",
    "%a", "@a", "`a", "?", "? a", "\n", "a\n", "a\nb", "a\n\nb\n", " a\nb", "a\n b", "a \nb",
    "a\n#b", "\ta", "a\tb", "a\u00a0b", "\u00a0", "\u200b", "\u2028", "\x85", "\ufeff", "😀",
    "й", "\\", "a\\nb", "true", "false", "07", "=", "<<", "a\n\n\n", "\r", "\x00", "é: ж",
])  # fmt: skip
TEXT = ODD | st.text(max_size=12) | st.text("ab:#-'\" \n{},[]", max_size=10)
KEYS = sorted({name for model in MODELS for name in model.model_fields} | {"ru", "en"})
KEY = st.sampled_from(KEYS) | st.text("ab 1:#-'", min_size=1, max_size=5)
TREE = st.dictionaries(
    KEY,
    st.recursive(
        TEXT,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
        max_leaves=6,
    ),
    min_size=1,
    max_size=5,
)


@st.composite
def spoilt_layouts(draw: st.DrawFn) -> str:
    """A tree written in one of many layouts, with comments in it."""
    style = draw(st.sampled_from([None, None, "'", '"', "|", ">"]))
    text = yaml.dump(
        draw(TREE),
        Dumper=yaml.CSafeDumper,
        default_flow_style=draw(st.sampled_from([False, True, None])),
        default_style=style,
        width=draw(st.sampled_from([20, 1000])),
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=draw(st.booleans()),
        sort_keys=draw(st.booleans()),
    )
    chance = draw(st.randoms(use_true_random=False))
    return commented(text, chance)


def commented(text: str, chance: random.Random) -> str:
    """The text with comments wherever they do not become part of a value."""
    try:
        before = nodes.plain(nodes.read(text.encode())[0])
    except nodes.Malformed:
        return text
    for number in range(chance.randint(0, 3)):
        lines = text.split("\n")
        place = chance.randrange(len(lines))
        remark = f"# remark {number}"
        if chance.random() < 0.4:
            lines[place] += "  " + remark
        else:
            lines.insert(place, " " * chance.randint(0, 6) + remark)
        if chance.random() < 0.2:
            lines.insert(place, "")
        changed = "\n".join(lines)
        try:
            if nodes.plain(nodes.read(changed.encode())[0]) == before:
                text = changed
        except nodes.Malformed:
            pass
    return text


@pytest.mark.slow
@pytest.mark.parametrize("half", [MODELS[::2], MODELS[1::2]])  # 5,000 records of each
@given(data=st.data(), text=spoilt_layouts())
@MANY
def test_layout_changes_nothing_that_is_said_and_is_settled_at_once(
    half: tuple[Any, ...], data: st.DataObject, text: str
) -> None:
    model = data.draw(st.sampled_from(half))
    try:
        result = fmt(text, model)
    except Refused as refused:
        assert str(refused).startswith("line "), (str(refused), text)
        return
    assert nodes.plain(nodes.read(result.encode())[0]) == nodes.plain(nodes.read(text.encode())[0])
    assert fmt(result, model) == result
    assert result.count("# remark") == text.count("# remark")


@given(st.sampled_from(sorted(TRIAL.rglob("*.yml"))), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_records_with_comments_anywhere_keep_every_one(path: Path, chance: random.Random) -> None:
    model = model_of(path)
    text = commented(path.read_text("utf-8"), chance)
    result = fmt(text, model)
    assert result.count("# remark") == text.count("# remark")
    assert fmt(result, model) == result


# Fixes


def findings_on(text: str, model: Any, rule: str) -> list[rules.Breach]:
    """What one rule says of one record."""
    root, _ = nodes.read(text.encode())
    document = Document(f"data/{model.FOLDER}/x.yml", text, root)
    record, problems = validate(model, document)
    records: dict[str, dict[str, Any]] = {kind.TYPE: {} for kind in RECORD_TYPES}
    if record is not None:
        records[model.TYPE]["x"] = record
    dataset = Dataset(Path("data"), records, problems, documents=[document])
    return list(rules.all_rules()[rule].breaches(dataset, None))


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
        ("date-format", "март 2021", "март 2021"),
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
    places = {
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
SPOIL = {
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
@settings(max_examples=2_000, deadline=None)
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
@settings(max_examples=2000, deadline=None)
def test_every_written_day_becomes_the_same_day(
    day: datetime.date, form: str, qualifier: str
) -> None:
    fix = fixes.all_fixes()["date-format"]
    assert fix(form.format(day) + qualifier, (Edtf(),), ("date",)) == f"{day}{qualifier}"


@pytest.mark.slow
@given(st.text(max_size=30) | TEXT | st.text("ab\"' -—«»„“”5аоcA", max_size=15))
@settings(max_examples=10_000, deadline=None)
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
