"""One edition is kept in memory until a file changes."""

from __future__ import annotations

import os
from pathlib import Path

from dossier.site.edition import current, edition


def touch_later(path: Path) -> None:
    """A time of its own, as a file saved again would have."""
    time = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(time, time))


def test_an_edition_without_errors_is_sound(data: Path) -> None:
    found = edition(data)
    assert found.sound
    assert found.findings == ()
    assert found.base == data.parent


def test_an_edition_with_an_error_is_not_sound(data: Path) -> None:
    (data / "elements" / "trial-plan-2019.yml").write_text("id: [", "utf-8")
    assert not edition(data).sound


def test_the_edition_is_kept_while_no_file_changes(data: Path) -> None:
    assert edition(data) is edition(data)


def test_a_changed_file_makes_a_new_edition(data: Path) -> None:
    before = edition(data)
    path = data / "elements" / "trial-plan-2019.yml"
    path.write_text(path.read_text("utf-8").replace("Подписан пробный", "Принят пробный"), "utf-8")
    touch_later(path)
    after = edition(data)
    assert after is not before
    assert after.dataset.elements["trial-plan-2019"].title.ru == "Принят пробный план на год"


def test_a_new_and_a_deleted_file_make_a_new_edition(data: Path) -> None:
    before = edition(data)
    extra = data / "elements" / "extra.yml"
    extra.write_text("id: extra", "utf-8")
    during = edition(data)
    extra.unlink()
    assert before is not during
    assert not during.sound
    assert edition(data).sound


def test_the_current_edition_is_the_last_one_read_whatever_happens_to_files(data: Path) -> None:
    found = edition(data)
    (data / "elements" / "trial-plan-2019.yml").unlink()
    assert current(data) is found


def test_the_current_edition_is_read_when_there_is_none_yet(data: Path) -> None:
    assert current(data).base == data.parent


def test_a_renderer_is_made_once_a_language(data: Path) -> None:
    found = edition(data)
    assert found.renderer("ru") is found.renderer("ru")
    assert found.renderer("ru").language == "ru"
    assert found.renderer("en") is not found.renderer("ru")
