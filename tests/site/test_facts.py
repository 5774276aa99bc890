"""What the pages must say about facts that are easily got wrong, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.dataset import Dataset
from tests.site.reading import Reading, read
from tests.site.test_built_site import folder_of

PLAN = "elements/cooperation-plan-2025.html"
DRONES = "elements/uav-production-claim-2026-01-26.html"
TRANSIT = "elements/transit-agreement-2024.html"
ARTICLE = "articles/mikhailov-2026.html"
LISTS = ("chronology/2025.html", "themes/planned-cooperation.html")


def page(name: str, language: str, site: Path) -> Reading:
    return read(folder_of(language, site) / name)


@pytest.mark.parametrize(
    ("language", "report", "signing", "unknown"),
    [
        ("ru", "27 января 2025 г. дата сообщения", "27 января 2025 г. дата подписания",
         "Дня подписания министерство не называет"),
        ("en", "27 January 2025 date of the report", "27 January 2025 date of signing",
         "ministry does not name the day of signing"),
    ],
    ids=["ru", "en"],
)  # fmt: skip
def test_27_january_2025_is_the_day_of_the_report_and_not_of_the_signing(
    language: str, report: str, signing: str, unknown: str, built_site: Path
) -> None:
    own = page(PLAN, language, built_site).body
    assert report in re.sub(r"[()]", "", own)
    assert unknown in own
    for name in (PLAN, *LISTS):
        text = re.sub(r"[()]", "", page(name, language, built_site).body)
        assert report in text
        assert signing not in text


def test_the_claim_that_the_plan_was_signed_on_27_january_is_not_preferred(real: Dataset) -> None:
    plan = real.elements["cooperation-plan-2025"]
    assert plan.date_basis == "report"
    assert plan.lead_claim.id != "signed-27-january"
    assert next(c for c in plan.claims if c.id == "signed-27-january").rank != "preferred"


@pytest.mark.parametrize(
    ("language", "day", "verdict", "unconfirmed"),
    [
        ("ru", "26 января 2026 года", "не подтверждено", "подтверждения ей не найдено"),
        ("en", "26 January 2026", "not corroborated", "no confirmation was found"),
    ],
    ids=["ru", "en"],
)
def test_26_january_2026_stands_as_not_corroborated(
    language: str, day: str, verdict: str, unconfirmed: str, built_site: Path
) -> None:
    about = [
        text
        for text in claims_of(page(ARTICLE, language, built_site), "P8")
        if verdict in text and day in text.partition(verdict)[0]
    ]
    assert len(about) == 1
    assert unconfirmed in page(DRONES, language, built_site).body


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("ru", ("11 сентября 2024 г.", "Соглашение взаимное", "только воздушного транзита",
                "сведений о завершении ратификации и вступлении в силу не найдено")),
        ("en", ("11 September 2024", "The agreement is mutual", "limited to air transit",
                "no word of completed ratification or of entry into force was found")),
    ],
    ids=["ru", "en"],
)  # fmt: skip
def test_transit_is_mutual_by_air_only_signed_and_not_known_to_be_ratified(
    language: str, wanted: tuple[str, ...], built_site: Path
) -> None:
    text = page(TRANSIT, language, built_site).body
    assert [words for words in wanted if words not in text] == []


@pytest.mark.parametrize(
    ("language", "day", "protocols", "verdict"),
    [
        ("ru", "28 ноября 2024 года", "два протокола ОДКБ", "частично противоречит источникам"),
        ("en", "28 November 2024", "two CSTO protocols", "contradicted in part"),
    ],
    ids=["ru", "en"],
)
def test_p6_is_contradicted_in_part_by_the_two_protocols_of_28_november_2024(
    language: str, day: str, protocols: str, verdict: str, built_site: Path
) -> None:
    assert any(
        verdict in text and day in text and protocols in text
        for text in claims_of(page(ARTICLE, language, built_site), "P6")
    )


FACTS = {
    "the declaration of 12 November 2025": (
        "elements/russia-kazakhstan-declaration-2025.html",
        ("12 ноября 2025 г", "союзничества"),
        ("12 November 2025", "strategic partnership and alliance"),
    ),
    "420 and 412 days to the Mazhilis": (
        "risks/logistics-asymmetry.html",
        ("420 дней", "412"),
        ("420 days", "412"),
    ),
    "Italy’s transit was for Afghanistan": (
        "obligations/nato-transit-acts.html",
        ("Афганистан", "Итали"),
        ("Afghanistan", "Italy"),
    ),
    "eleven people in Belarus in 2023": (
        "elements/csto-combat-brotherhood-2023-kazakh-group.html",
        ("августа 2023 года", "из 11 человек"),
        ("August 2023", "operational group of 11"),
    ),
    "the Anka-S hand-over is reported by one source": (
        "elements/anka-handover-kazakhstan.html",
        ("По сообщению телеканала Silk Way", "всё идёт от одного источника"),
        ("The channel Silk Way reported", "everything goes back to one origin"),
    ),
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_that_was_mended_stays_mended(fact: str, language: str, built_site: Path) -> None:
    name, russian, english = FACTS[fact]
    text = page(name, language, built_site).body
    assert [w for w in (russian if language == "ru" else english) if w not in text] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_value_of_alliance_falls_for_nobody_in_particular(
    language: str, built_site: Path
) -> None:
    (text,) = (t for t in claims_of(page(ARTICLE, language, built_site), "P12")
               if {"ru": "ценность союза", "en": "value of alliance"}[language] in t)  # fmt: skip
    said = text.partition({"ru": "мнение", "en": "opinion"}[language])[0]
    assert not re.search(r"для Казахстана|for Kazakhstan", said)


def test_the_legal_base_of_transit_is_confirmed_in_part(real: Dataset) -> None:
    article = real.articles["mikhailov-2026"]
    claims = {c.id: c for paragraph in article.paragraphs for c in paragraph.claims}
    assert claims["transit-base"].verdict == "confirmed_in_part"


def claims_of(article: Reading, paragraph: str) -> list[str]:
    """The text of each claim of a paragraph with its verdict and comment."""
    found = [name for name in article.attributes("id") if name.startswith(f"{paragraph}-")]
    return [article.below(name) for name in found]
