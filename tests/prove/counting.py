"""A table of the examples that the properties were tried on, after `make prove`.

`pytest -p tests.prove.counting` prints it for any choice of tests. All properties together must
have been tried on `AIM` examples, or the run fails: a search that ends early would not show.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

AIM = 200_000
PASSING = re.compile(r"(\d+) passing")
_COUNTED: Counter[str] = Counter()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Note with the test how many examples passed; it travels with the report of a worker."""
    told = getattr(item, "hypothesis_statistics", "")
    if found := sum(map(int, PASSING.findall(told))):
        item.user_properties.append(("examples", found))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up, by the file of the test."""
    if report.when == "teardown":
        for name, value in report.user_properties:
            if name == "examples" and isinstance(value, int):
                _COUNTED[report.nodeid.partition("::")[0]] += value


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run of all tests on too few examples."""
    chosen = session.config.option.keyword or session.config.args != ["tests"]
    worker = hasattr(session.config, "workerinput")
    if not worker and not chosen and session.exitstatus == 0 and _COUNTED.total() < AIM:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The table."""
    terminalreporter.section("examples of properties")
    for name, number in sorted(_COUNTED.items()):
        terminalreporter.write_line(f"{number:>9,}  {name}")
    terminalreporter.write_line(f"{_COUNTED.total():>9,}  together; at least {AIM:,} in make prove")
