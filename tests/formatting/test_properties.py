"""Layout says nothing otherwise than before, keeps comments, and is settled at once."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.formatting import Refused, model_of
from dossier.model import RECORD_TYPES, Record, Tombstones
from dossier.parsing import nodes
from tests.effort import share
from tests.fixtures.trial import TRIAL
from tests.laying_out import TEXT, fmt

MODELS: tuple[type[Record], ...] = (*RECORD_TYPES, Tombstones)
MANY = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


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
    except nodes.ParseError:
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
        except nodes.ParseError:
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
@settings(max_examples=share(0.4))
def test_records_with_comments_anywhere_keep_every_one(path: Path, chance: random.Random) -> None:
    model = model_of(path)
    text = commented(path.read_text("utf-8"), chance)
    result = fmt(text, model)
    assert result.count("# remark") == text.count("# remark")
    assert fmt(result, model) == result
