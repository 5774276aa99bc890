"""How to cite a page: two styles, one edition, an address set apart."""

from __future__ import annotations

import re

import pytest

from dossier.dataset import Dataset
from dossier.language.words import Words
from dossier.model.naming import title_in
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.citing import Stamp, reference_to, stamp_of

STAMP = Stamp("2026-02-14", "a1b2c3d")


def words(language: str) -> Words:
    name = {"ru": "Пробное досье", "en": "The trial dossier"}[language]
    return Words(language, {"site_name": name})


def test_after_gost_the_entry_stands_in_the_dossier_with_its_edition() -> None:
    said = reference_to("Подписан план", "https://example.org/x.html", STAMP, words("ru"))
    assert said.gost == (
        "Подписан план // Пробное досье : [сайт]. "
        "Издание по состоянию на 14.02.2026, версия данных a1b2c3d. URL:"
    )
    assert said.address == "https://example.org/x.html"


def test_after_apa_the_date_follows_the_title() -> None:
    english = reference_to("The plan was signed", "x.html", STAMP, words("en")).apa
    assert english.startswith("The plan was signed. (2026, February 14). In ")
    assert "(2026, 14 февраля)" in reference_to("План", "x.html", STAMP, words("ru")).apa


@pytest.mark.parametrize("title", ["Is it so?", "It is so!", "It is so."])
def test_after_apa_a_title_has_one_sign_at_its_end(title: str) -> None:
    assert reference_to(title, "", STAMP, words("en")).apa.startswith(f"{title} (2026, ")


def test_without_a_day_each_style_says_so_in_its_words() -> None:
    undated = Stamp(None, "a1b2c3d")
    assert reference_to("X", "", undated, words("en")).apa.startswith("X. (n.d.). In ")
    assert "(б. д.)" in reference_to("X", "", undated, words("ru")).apa


GOST = {
    "ru": r".+ // .+ : \[сайт\]\. Издание по состоянию на \d\d\.\d\d\.\d{4}, "
    r"версия данных [0-9a-f]{7}\. URL:",
    "en": r".+ // .+ : \[website\]\. Edition of \d+ \w+ \d{4}, data version [0-9a-f]{7}\. URL:",
}
APA = {
    "ru": r".+[.?!…»] \(\d{4}, \d+ [а-я]+\)\. .+ \(версия данных [0-9a-f]{7}\)\.",
    "en": r".+[.?!…] \(\d{4}, [A-Z][a-z]+ \d+\)\. In .+ \(data version [0-9a-f]{7}\)\.",
}  # fmt: skip


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_record_is_cited_by_the_rules_of_both_styles(real: Dataset, language: str) -> None:
    renderer = Renderer(real, language, Settings())
    for record in real.all_records():
        if record.TYPE in addresses.PAGES:
            said = renderer.reference(title_in(record, language), "x.html")
            gost, apa = (text.replace("\N{NO-BREAK SPACE}", " ") for text in (said.gost, said.apa))
            assert re.fullmatch(GOST[language], gost), gost
            assert re.fullmatch(APA[language], apa), apa
            if language == "en" and record.TYPE != "source":
                assert not re.search("[а-яё]", apa, re.IGNORECASE), apa


def test_equal_data_has_an_equal_stamp_and_a_change_another(trial: Dataset) -> None:
    assert stamp_of(trial) == stamp_of(trial)
    fewer = Dataset(trial.data, trial.records, [], documents=trial.documents[1:])
    assert stamp_of(fewer).version != stamp_of(trial).version


def test_the_address_is_whole_where_the_site_is_known(trial: Dataset) -> None:
    known = Renderer(trial, "en", Settings(site_url="https://example.org/dossier/"))
    assert known.reference("x", "risks/x.html").address == (
        "https://example.org/dossier/en/risks/x.html"
    )
    assert Renderer(trial, "ru", Settings()).reference("x", "risks/x.html").address == (
        "risks/x.html"
    )
