"""Whatever the files hold, reading and checking them ends in findings and not in an exception."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.check import report, rules
from dossier.dataset import load
from dossier.dataset.validation import validate
from dossier.model import RECORD_TYPES, Record, Tombstones
from dossier.parsing import nodes
from dossier.parsing.documents import Document
from tests.effort import share
from tests.fixtures.trial import TRIAL, copy_trial

FILES = sorted(path.relative_to(TRIAL).as_posix() for path in TRIAL.rglob("*.yml"))
TEXTS = {name: (TRIAL / name).read_bytes() for name in FILES}
PIECES = [
    b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a",
    b"!!int ", b"!x ", b"|\n", b">-\n", b"'", b'"', b"#", b"---\n", b"...\n", b"? ", b"%", b"@",
    b"~", b"null", b"\n", b"\r", "\u2028".encode(), "\u200b".encode(), "й".encode(), b'"\\u0000"',
    b"2020-13-45", b"X" * 50, b"/", b"..", b"http://[", b"https://xn--a", b"-1", b"9" * 50, b"",
]  # fmt: skip


# What the pages may ask for: every macro that shows records, whatever has become of them.
CALLS = """\
{{ chronology(since=2018) }} {{ figure('timeline') }} {{ theme("exercises") }} {{ people() }}
{{ element("trial-plan-2019", "the plan") }} {{ cite("trial-agency", "paragraph 2") }}
{{ grade("trial-plan-2019", "trial-treaty-article-1", why=true) }} {{ risk("trial-habits") }}
{{ obligation("trial-treaty-article-1") }} {{ obligations() }} {{ assessments() }}
{{ risk_register() }} {{ indicators() }} {{ relations() }} {{ disputes() }} {{ questions() }}
{{ article("trial-article") }} {{ bibliography() }} {{ actors() }} {{ figures() }}
{{ count("elements") }} {{ changes() }} {{ change_log() }} {{ vocabulary("stages") }}
{{ terms("stages") }}
"""


@given(st.binary(max_size=400))
@settings(max_examples=share(0.8))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        root, _ = nodes.read(data)
    except nodes.ParseError as refused:
        finding = refused.finding
        assert finding.rule in rules.all_rules() and str(finding.remedy)
        assert finding.line >= 1 and finding.column >= 1
    else:
        document = Document("data/elements/x.yml", data.decode("utf-8-sig"), root)
        models: tuple[type[Record], ...] = (*RECORD_TYPES, Tombstones)
        for model in models:
            record, problems = validate(model, document)
            assert (record is None) == bool(problems)


def mutated(text: bytes, chance: random.Random) -> bytes:
    """A file after some slips: pieces put in, cut out, or moved from elsewhere."""
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        kind = chance.random()
        if kind < 0.5:
            text = text[:place] + chance.choice(PIECES) + text[place:]
        elif kind < 0.8:
            text = text[:place] + text[place + chance.randint(1, 30) :]
        else:
            start = chance.randrange(len(text) + 1)
            text = text[:place] + text[start : start + 60] + text[place:]
    return text


def mixed_values(text: bytes, chance: random.Random) -> bytes:
    """A file that is still YAML, with values exchanged for others and lines left out."""
    lines = text.decode().splitlines(keepends=True)
    values = [line.partition(": ")[2] for line in lines if ": " in line]
    odd = [
        "'1'\n",
        "''\n",
        '"\\u200B"\n',
        "2020-99-99\n",
        "trial-plan-2019\n",
        "NO\n",
        "[]\n",
        "{}\n",
        "'../x'\n",
        "javascript:x\n",
        "https://\n",
        "a#b#c\n",
        "'#'\n",
        "/\n",
        "in_force\n",
    ]
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(lines))
        key, colon, value = lines[place].partition(": ")
        if colon and value.strip():
            lines[place] = f"{key}: {chance.choice(values + odd)}"
        elif chance.random() < 0.3:
            del lines[place]
    return "".join(lines).encode()


def test_a_call_is_right_where_only_the_record_is_to_be_mended(trial: Path) -> None:
    """A date that cannot be read, and files that give no record, are told once and as such."""
    name = "elements/trial-plan-2019.yml"
    try:
        for slip, rule in ((b"\ndate: ", "date-format"), (b"\nno_field: ", "schema-unknown-field")):
            (trial / name).write_bytes(TEXTS[name].replace(b"\ndate: ", slip + b"2019/5 #"))
            found = {finding.rule for finding in rules.findings(load(trial))}
            assert rule in found and "page-call" not in found
    finally:
        (trial / name).write_bytes(TEXTS[name])


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = copy_trial(tmp_path_factory.mktemp("fuzz"))
    for language in ("ru", "en"):
        page = data.parent / f"docs/{language}/index.md"
        page.parent.mkdir(parents=True)
        page.write_text(CALLS, "utf-8")
    return data


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
@settings(max_examples=share(0.24), suppress_health_check=[HealthCheck.too_slow])
def test_spoilt_records_give_findings(trial: Path, chance: random.Random) -> None:
    spoilt = chance.sample(FILES, chance.randint(1, 3))
    spoil = chance.choice([mutated, mixed_values])
    try:
        for name in spoilt:
            (trial / name).write_bytes(spoil(TEXTS[name], chance))
        found = rules.findings(load(trial))
        "\n".join(report.as_text(found, trial.parent)).encode()
        "\n".join(report.as_github(found)).encode()
        report.as_json(found).encode()
        assert all(
            finding.line >= 1 and str(finding.message) and str(finding.remedy) for finding in found
        )
    finally:
        for name in spoilt:
            (trial / name).write_bytes(TEXTS[name])
