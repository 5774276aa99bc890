"""What proves must itself be right: mutants of decorated functions, targets of the fuzzing."""

from __future__ import annotations

import importlib

import pytest

from tests.conftest import ROOT
from tests.prove import fuzz, mutants

DECORATED = '''
from functools import lru_cache


class Day:
    @property
    def year(self) -> int:
        """The year."""
        return 2026

    @staticmethod
    def name() -> str:
        return "day"


@lru_cache(
    maxsize=1,
)
def first() -> list[int]:
    return [Day().year]
'''


def test_code_without_decorators_does_the_same() -> None:
    code = mutants.undecorated(DECORATED)
    assert "@property" not in code and "@lru_cache" not in code and "@staticmethod" in code
    held: dict[str, object] = {}
    exec(compile(code, "code", "exec"), held)
    first = held["first"]
    assert callable(first)
    assert first() == [2026] and first() is first()


@pytest.mark.parametrize("part", mutants.PARTS)
def test_each_part_has_code_and_tests(part: str) -> None:
    changed, tests = mutants.PARTS[part]
    assert list(ROOT.glob(changed))
    assert [
        name for name in tests if name.startswith("tests/") and not (ROOT / name).exists()
    ] == []


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_each_target_of_the_fuzzing_is_a_property(target: str) -> None:
    module, _, name = fuzz.TARGETS[target].rpartition(".")
    assert callable(getattr(importlib.import_module(module), name).hypothesis.fuzz_one_input)
