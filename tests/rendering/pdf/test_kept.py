"""What was typeset before is taken again only when nothing of it would differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.rendering.pdf import typeset
from dossier.rendering.pdf.kept import Kept

SHARE = {"kind": "Risk", "site": "A dossier", "lang": "en"}


def test_kept_bytes_are_those_that_would_be_made(tmp_path: Path) -> None:
    fresh = typeset.png("share.typ", SHARE)
    first, second = Kept(tmp_path), Kept(tmp_path)
    assert typeset.png("share.typ", SHARE, first) == fresh
    assert typeset.png("share.typ", SHARE, second) == fresh
    assert (first.again, second.again) == (0, 1)


def test_another_text_template_option_or_means_is_another_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    class Watched(Kept):
        def get(self, digest: str, make: object) -> bytes:
            seen.append(digest)
            return b""

    kept = Watched(tmp_path)
    typeset.png("share.typ", SHARE, kept)
    typeset.png("share.typ", SHARE | {"kind": "Event"}, kept)
    typeset.pdf("brief.typ", {}, 0, kept)
    typeset.pdf("brief.typ", {}, 1, kept)
    monkeypatch.setattr(typeset, "_means", lambda: "other fonts")
    typeset.png("share.typ", SHARE, kept)
    assert len(set(seen)) == len(seen) == 5


def test_a_damaged_file_is_made_anew_and_mended(tmp_path: Path) -> None:
    Kept(tmp_path).get("a", lambda: b"made")
    for damage in (b"", b"short", (tmp_path / "a").read_bytes()[:-1]):
        (tmp_path / "a").write_bytes(damage)
        assert Kept(tmp_path).get("a", lambda: b"made") == b"made"
        kept = Kept(tmp_path)
        assert kept.get("a", lambda: b"other") == b"made"
        assert kept.again == 1


def test_what_no_build_asks_for_is_forgotten(tmp_path: Path) -> None:
    old, new = Kept(tmp_path), Kept(tmp_path)
    old.get("a", lambda: b"a")
    old.get("b", lambda: b"b")
    new.get("b", lambda: b"b")
    new.forget_others()
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = Kept(tmp_path / "file" / "folder")
    assert kept.get("a", lambda: b"made") == b"made"
    kept.forget_others()
