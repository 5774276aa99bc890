"""The feed of changes: valid Atom, the same on every build, harmless whatever the data say."""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dossier.dataset import load
from dossier.rendering.feed import ATOM, MOST, feed
from dossier.rendering.renderer import Renderer, Settings
from tests.fixtures.trial import copy_trial

N = f"{{{ATOM}}}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
BASE = "https://example.org/dossier/"

EDITIONS = """\
id: editions
editions:
- date: '2026-11-21'
  note: {ru: Первое издание., en: The first edition.}
"""
HISTORY = """\
history:
- date: '2026-11-22'
  kind: correction
  note: {ru: День исправлен., en: The day was corrected.}
  old: {ru: 13 сентября, en: 13 September}
  new: {ru: 15 сентября, en: 15 September}
  source: trial-gazette
- date: '2026-11-22'
  kind: update
  note: {ru: Вступило в силу., en: It entered into force.}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = copy_trial(tmp_path)
    (folder / "editions.yml").write_text(EDITIONS)
    with (folder / "elements/trial-agreement-2018.yml").open("a") as file:
        file.write(HISTORY)
    with (folder / "sources/trial-column.yml").open("a") as file:
        file.write("added: '2026-11-22'\n")
    return folder


def made(data: Path, language: str = "en", base: str = BASE) -> bytes:
    return feed(Renderer(load(data), language, Settings()), "Trial", base)


def entries(xml: bytes) -> dict[str, ET.Element]:
    return {entry.findtext(f"{N}title", ""): entry
            for entry in ET.fromstring(xml).iter(f"{N}entry")}  # fmt: skip


@pytest.mark.parametrize("base", ["", BASE])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_feed_holds_to_the_standard(language: str, base: str, data: Path) -> None:
    """What RFC 4287, section 4, says must be."""
    root = ET.fromstring(made(data, language, base))
    assert root.tag == f"{N}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for holder in (root, *root.iter(f"{N}entry")):
        for name in ("id", "title", "updated"):
            assert len(holder.findall(f"{N}{name}")) == 1, name
            assert (holder.findtext(f"{N}{name}") or "").strip()
        assert STAMP.fullmatch(holder.findtext(f"{N}updated", ""))
        assert uuid.UUID(holder.findtext(f"{N}id", "")).version == 5
        links = [(link.get("rel"), link.get("type")) for link in holder.findall(f"{N}link")]
        assert len(set(links)) == len(links)
        assert ("alternate", "text/html") in links
    assert len(root.findall(f"{N}author/{N}name")) == 1
    ids = [element.text for element in root.iter(f"{N}id")]
    assert len(set(ids)) == len(ids)
    for content in root.iter(f"{N}content"):
        assert content.get("type") == "html"
        assert len(content) == 0
    known = {"feed", "id", "title", "updated", "link", "author", "name", "rights", "entry",
             "category", "content"}  # fmt: skip
    assert {element.tag.removeprefix(N) for element in root.iter()} == known
    latest = max(entry.findtext(f"{N}updated", "") for entry in root.iter(f"{N}entry"))
    assert root.findtext(f"{N}updated") == latest


def test_a_correction_tells_the_old_value_the_new_one_and_the_source(data: Path) -> None:
    content = entries(made(data))["Correction: A trial agreement was signed"]
    html = content.findtext(f"{N}content", "")
    assert html.startswith(
        "<p>The day was corrected.</p><p>Before: 13\N{NO-BREAK SPACE}September</p>"
    )
    assert "Now: 15\N{NO-BREAK SPACE}September" in html
    assert 'Source: <a href="https://gazette.example.org/' in " ".join(html.split())


def test_what_happened_is_named_in_the_language_of_the_feed(data: Path) -> None:
    assert set(entries(made(data, "ru"))) == {
        "Исправление ошибки: Подписано пробное соглашение",
        "Новые данные: Подписано пробное соглашение",
        "Новая запись: Чем опасно пробное событие",
        "Исправление ошибки: Прошло пробное учение",
        "Новый идентификатор: trial-plan",
        "Издание от 21\N{NO-BREAK SPACE}ноября 2026\N{NO-BREAK SPACE}г.",
    }


def test_where_the_site_stands_changes_addresses_and_no_identity(data: Path) -> None:
    known, unknown = ET.fromstring(made(data)), ET.fromstring(made(data, base=""))
    assert [e.text for e in known.iter(f"{N}id")] == [e.text for e in unknown.iter(f"{N}id")]
    there = [link.get("href") for link in known.iter(f"{N}link") if link.get("rel") != "self"]
    here = [link.get("href") for link in unknown.iter(f"{N}link")]
    assert there == [BASE + (address or "") for address in here]
    assert known.find(f"{N}link[@rel='self']").get("href") == BASE + "feed.xml"  # type: ignore[union-attr]
    assert unknown.find(f"{N}link[@rel='self']") is None


def test_the_languages_have_identities_of_their_own(data: Path) -> None:
    russian, english = (ET.fromstring(made(data, language)) for language in ("ru", "en"))
    ids = [{e.text for e in root.iter(f"{N}id")} for root in (russian, english)]
    assert not ids[0] & ids[1]


def test_the_same_data_give_the_same_bytes_in_any_folder(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    data.rename(other / "data")
    first = made(other / "data")
    (other / "data").rename(data)
    assert made(data) == first


def test_a_later_change_leaves_the_identity_of_earlier_entries(data: Path) -> None:
    before = {e.findtext(f"{N}id") for e in entries(made(data)).values()}
    path = data / "elements/trial-plan-2019.yml"
    path.write_text(path.read_text("utf-8") + "added: '2026-11-22'\n")
    assert before < {e.findtext(f"{N}id") for e in entries(made(data)).values()}


def test_hostile_text_is_text(data: Path) -> None:
    path = data / "elements/trial-agreement-2018.yml"
    hostile = '"<script>alert(1)</script> ]]> &amp; {{ 7*7 }} \\u0001\\uFFFF"'
    text = path.read_text("utf-8").replace("The day was corrected.", hostile)
    text = text.replace("en: A trial agreement was signed", f"en: {hostile}")
    path.write_text(text, "utf-8")
    root = ET.fromstring(made(data))
    shown: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            assert tag in ("p", "a", "span"), tag

        def handle_data(self, data: str) -> None:
            shown.append(data)

    for content in root.iter(f"{N}content"):
        Reader().feed(content.text or "")
    assert "<script>alert(1)</script> ]]> &amp; {{ 7*7 }} \ufffd\ufffd" in " ".join(shown)
    assert any("<script>" in (e.text or "") for e in root.iter(f"{N}title"))


def test_a_long_history_is_cut_to_the_latest(data: Path) -> None:
    notes = "".join(
        f"- {{date: '2026-11-{1 + number % 21:02}', kind: update, note: {{ru: а, en: a}}}}\n"
        for number in range(MOST + 20)
    )
    path = data / "elements/trial-plan-2019.yml"
    path.write_text(path.read_text("utf-8") + "history:\n" + notes)
    days = [e.findtext(f"{N}updated", "") for e in ET.fromstring(made(data)).iter(f"{N}entry")]
    assert len(days) == MOST
    assert days == sorted(days, reverse=True)


def test_a_dossier_without_editions_and_changes_has_an_empty_feed(tmp_path: Path) -> None:
    data = copy_trial(tmp_path)
    (data / "tombstones.yml").unlink()
    path = data / "elements/trial-exercise-2020.yml"
    path.write_text(path.read_text("utf-8").partition("history:")[0])
    root = ET.fromstring(made(data))
    assert root.findall(f"{N}entry") == []
    assert root.findtext(f"{N}updated") == "2026-11-21T00:00:00Z"
