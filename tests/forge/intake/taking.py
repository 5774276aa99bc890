"""`dossier intake` with forms that are filled in here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.dataset import load
from dossier.forge.intake.comment import MARKER
from tests.forge.intake.asking import FORMS, body_of, event_of


def held(data: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in sorted(data.parent.rglob("*")) if path.is_file()
    }


def take(data: Path, payload: Any, tmp_path: Path) -> Result:
    event = tmp_path / "event.json"
    event.write_text(payload if isinstance(payload, str) else json.dumps(payload), "utf-8")
    result = CliRunner(env={"SOURCE_DATE_EPOCH": None}).invoke(
        main, ["intake", str(event), "--data", str(data), "--today", "2026-11-25"]
    )
    event.unlink()
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def filled(data: Path, form: str, answers: dict[str, str]) -> dict[str, Any]:
    return event_of(body_of(FORMS[form], answers, load(data)))


def take_form(data: Path, form: str, answers: dict[str, str], tmp_path: Path) -> Result:
    return take(data, filled(data, form, answers), tmp_path)


def refused(data: Path, form: str, answers: dict[str, str], tmp_path: Path) -> str:
    """What is said of a form that makes no draft; nothing at all may have been written."""
    before = held(data)
    result = take_form(data, form, answers, tmp_path)
    assert result.exit_code == 1, result.output
    assert held(data) == before
    assert result.output.startswith(MARKER)
    return result.output
