"""How dates read. In the tables `_` is U+00A0, the no-break space."""

from __future__ import annotations

import pytest

from dossier.dates.edtf import parse
from dossier.dates.said import Day
from dossier.dates.wording import Case, Part, describe, html_time
from dossier.language.typography import NBSP, polish

# EDTF, Russian standalone, Russian in a sentence, English standalone, English in a sentence
WORDS = """
2018-09-13 | 13_сентября 2018_г. | 13_сентября 2018_г. | 13_September 2018 | on 13_September 2018
2018-09 | сентябрь 2018_г. | в_сентябре 2018_г. | September 2018 | in September 2018
2018 | 2018_г. | в_2018_г. | 2018 | in 2018
202X | 2020-е_гг. | в_2020-е_гг. | 2020s | in the 2020s
20XX | XXI_в. | в_XXI_в. | 21st century | in the 21st century
19XX | XX_в. | в_XX_в. | 20th century | in the 20th century
2023-21 | весна 2023_г. | весной 2023_г. | spring 2023 | in spring 2023
2023-22 | лето 2023_г. | летом 2023_г. | summer 2023 | in summer 2023
2023-23 | осень 2023_г. | осенью 2023_г. | autumn 2023 | in autumn 2023
2023-24 | зима 2023/24_г. | зимой 2023/24_г. | winter 2023/24 | in winter 2023/24
2018~ | ок._2018_г. | около 2018_г. | c._2018 | around 2018
2022-01~ | ок._января 2022_г. | около января 2022_г. | c._January 2022 | around January 2022
2025-01-27~ | ок._27_января 2025_г. | около 27_января 2025_г. \
| c._27_January 2025 | around 27_January 2025
2023-22~ | ок._лета 2023_г. | около лета 2023_г. | c._summer 2023 | around summer 2023
202X~ | ок._2020-х_гг. | около 2020-х_гг. | c._2020s | around the 2020s
2018-09? | сентябрь 2018_г. (дата под вопросом) | предположительно в_сентябре 2018_г. \
| September 2018 (uncertain) | probably in September 2018
2018% | ок._2018_г. (дата под вопросом) | предположительно около 2018_г. \
| c._2018 (uncertain) | probably around 2018
2018-09-13/2018-09-15 | 13–15_сентября 2018_г. | с_13 по_15_сентября 2018_г. \
| 13–15_September 2018 | from 13 to 15_September 2018
2018-09-02/2018-09-04 | 2–4_сентября 2018_г. | со_2 по_4_сентября 2018_г. \
| 2–4_September 2018 | from 2 to 4_September 2018
2018-08-30/2018-09-02 | 30_августа_— 2_сентября 2018_г. | с_30_августа по_2_сентября 2018_г. \
| 30_August_– 2_September 2018 | from 30_August to 2_September 2018
2018-12-30/2019-01-02 | 30_декабря 2018_г._— 2_января 2019_г. \
| с_30_декабря 2018_г. по_2_января 2019_г. \
| 30_December 2018_– 2_January 2019 | from 30_December 2018 to 2_January 2019
2018/2020 | 2018–2020_гг. | в_2018–2020_гг. | 2018–2020 | from 2018 to 2020
2018-09/2018-11 | сентябрь–ноябрь 2018_г. | с_сентября по_ноябрь 2018_г. \
| September–November 2018 | from September to November 2018
2023-21/2023-22 | весна–лето 2023_г. | с_весны по_лето 2023_г. \
| spring–summer 2023 | from spring to summer 2023
2023-23/2023-24 | осень 2023_г._— зима 2023/24_г. | с_осени 2023_г. по_зиму 2023/24_г. \
| autumn 2023_– winter 2023/24 | from autumn 2023 to winter 2023/24
2021-10/2021-11-27 | октябрь_— 27_ноября 2021_г. | с_октября по_27_ноября 2021_г. \
| October_– 27_November 2021 | from October to 27_November 2021
2018/2018-09 | 2018_г._— сентябрь 2018_г. | с_2018_г. по_сентябрь 2018_г. \
| 2018_– September 2018 | from 2018 to September 2018
2022~/2023~ | ок._2022–2023_гг. | примерно в_2022–2023_гг. \
| c._2022–2023 | from around 2022 to around 2023
2022~/2023 | ок._2022_г._— 2023_г. | с_2022_г. (примерно) по_2023_г. \
| c._2022_– 2023 | from around 2022 to 2023
2023-01-25/2023-02-02~ | 25_января_— ок._2_февраля 2023_г. \
| с_25_января примерно по_2_февраля 2023_г. \
| 25_January_– c._2_February 2023 | from 25_January to around 2_February 2023
2023-01-13/2023-01-15~ | 13_января_— ок._15_января 2023_г. \
| с_13 примерно по_15_января 2023_г. \
| 13_January_– c._15_January 2023 | from 13 to around 15_January 2023
2023-01-13~/2023-01-15~ | ок._13–15_января 2023_г. | примерно с_13 по_15_января 2023_г. \
| c._13–15_January 2023 | from around 13 to around 15_January 2023
2023-01-13?/2023-01-15? | 13–15_января 2023_г. (даты под вопросом) \
| предположительно с_13 по_15_января 2023_г. \
| 13–15_January 2023 (dates uncertain) | probably from 13 to 15_January 2023
2018/2020? | 2018–2020_гг. (окончание под вопросом) | в_2018–2020_гг. (окончание под вопросом) \
| 2018–2020 (end uncertain) | from 2018 to 2020 (end uncertain)
../2018-09 | не_позднее сентября 2018_г. | не_позднее сентября 2018_г. \
| by September 2018 | by September 2018
2018-09/.. | с_сентября 2018_г. | с_сентября 2018_г. | from September 2018 | from September 2018
2026-02-02/.. | со_2_февраля 2026_г. | со_2_февраля 2026_г. \
| from 2_February 2026 | from 2_February 2026
2018~/.. | примерно с_2018_г. | примерно с_2018_г. | from c._2018 | from around 2018
2018?/.. | с_2018_г. (дата под вопросом) | предположительно с_2018_г. \
| from 2018 (uncertain) | probably from 2018
2018-09/ | с_сентября 2018_г. (окончание неизвестно) | с_сентября 2018_г. (окончание неизвестно) \
| from September 2018 (end unknown) | from September 2018 (end unknown)
/2018-09 | по_сентябрь 2018_г. (начало неизвестно) | по_сентябрь 2018_г. (начало неизвестно) \
| until September 2018 (start unknown) | until September 2018 (start unknown)
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in WORDS.strip().splitlines()]


@pytest.mark.parametrize(("text", "ru", "ru_sentence", "en", "en_sentence"), ROWS)
def test_a_date_reads_well(text: str, ru: str, ru_sentence: str, en: str, en_sentence: str) -> None:
    moment = parse(text)
    said = [
        describe(moment, lang, form).replace(NBSP, "_")
        for lang in ("ru", "en")
        for form in ("standalone", "sentence")
    ]
    assert said == [ru, ru_sentence, en, en_sentence]


@pytest.mark.parametrize(
    ("text", "case", "words"),
    [
        ("2018-09", "genitive", "сентября 2018_г."),
        ("2018-09", "prepositional", "сентябре 2018_г."),
        ("2018-09-13", "genitive", "13_сентября 2018_г."),
        ("2023-22", "genitive", "лета 2023_г."),
        ("202X", "genitive", "2020-х_гг."),
        ("2018-09/2018-11", "genitive", "сентября–ноября 2018_г."),
    ],
)
def test_a_standalone_date_can_be_inflected(text: str, case: Case, words: str) -> None:
    assert describe(parse(text), "ru", case=case).replace(NBSP, "_") == words


@pytest.mark.parametrize(
    ("text", "lang", "parts"),
    [
        ("2018-09-13", "ru", [("2018-09-13", "13_сентября 2018_г.")]),
        ("2018~", "ru", [(None, "ок._"), ("2018", "2018_г.")]),
        ("202X", "en", [(None, "2020s")]),
        ("2023-22", "ru", [(None, "лето 2023_г.")]),
        (
            "2018-09-13/2018-09-15",
            "ru",
            [("2018-09-13", "13"), (None, "–"), ("2018-09-15", "15_сентября 2018_г.")],
        ),
        (
            "2018/2020",
            "ru",
            [("2018", "2018"), (None, "–"), ("2020", "2020"), (None, "_гг.")],
        ),
        ("2018-09?", "en", [("2018-09", "September 2018"), (None, " (uncertain)")]),
        ("../2018-09", "en", [(None, "by "), ("2018-09", "September 2018")]),
    ],
)
def test_html_marks_only_what_a_time_element_can_say(
    text: str, lang: str, parts: list[Part]
) -> None:
    said = html_time(parse(text), lang)
    assert [(value, words.replace(NBSP, "_")) for value, words in said] == parts


@pytest.mark.parametrize("text", [row[0] for row in ROWS])
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_dates_are_already_in_good_typography(text: str, lang: str) -> None:
    moment = parse(text)
    for form in ("standalone", "sentence"):
        words = describe(moment, lang, form)
        assert polish(words, lang) == words
        assert "".join(part for _, part in html_time(moment, lang, form)) == words


def test_the_caller_may_change_the_list_it_was_given() -> None:
    html_time(parse("2018"), "ru").clear()
    assert html_time(parse("2018"), "ru")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        describe(parse("2018"), "kk")


CENTURIES = [
    ("10XX", "XI_в.", "11th century"),
    ("11XX", "XII_в.", "12th century"),
    ("12XX", "XIII_в.", "13th century"),
    ("13XX", "XIV_в.", "14th century"),
    ("14XX", "XV_в.", "15th century"),
    ("15XX", "XVI_в.", "16th century"),
    ("16XX", "XVII_в.", "17th century"),
    ("17XX", "XVIII_в.", "18th century"),
    ("18XX", "XIX_в.", "19th century"),
    ("21XX", "XXII_в.", "22nd century"),
    ("22XX", "XXIII_в.", "23rd century"),
    ("28XX", "XXIX_в.", "29th century"),
    ("29XX", "XXX_в.", "30th century"),
]


@pytest.mark.parametrize(("text", "ru", "en"), CENTURIES)
def test_a_century_has_its_number(text: str, ru: str, en: str) -> None:
    said = [describe(parse(text), lang).replace(NBSP, "_") for lang in ("ru", "en")]
    assert said == [ru, en]


def test_a_day_within_a_message_is_said_in_the_language_of_the_message() -> None:
    day = Day("2026-11-22")
    said = [day.in_language(lang).replace(NBSP, "_") for lang in ("ru", "en")]
    assert said == ["22_ноября 2026_г.", "on 22_November 2026"]
    assert Day("soon").in_language("en") == "soon"


SIDES = [
    ("2018?/2020", "в_2018–2020_гг. (начало под вопросом)", "from 2018 to 2020 (start uncertain)"),
    ("2018/2020?", "в_2018–2020_гг. (окончание под вопросом)", "from 2018 to 2020 (end uncertain)"),
    ("2018?/2020?", "предположительно в_2018–2020_гг.", "probably from 2018 to 2020"),
    ("../2018?", "предположительно не_позднее 2018_г.", "probably by 2018"),
    ("2018-09-02/2018-09-04~", "со_2 примерно по_4_сентября 2018_г.",
     "from 2 to around 4_September 2018"),
    ("2018-09-02~/2018-09-04~", "примерно со_2 по_4_сентября 2018_г.",
     "from around 2 to around 4_September 2018"),
    ("2018/2018-10", "с_2018_г. по_октябрь 2018_г.", "from 2018 to October 2018"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ru", "en"), SIDES)
def test_a_doubt_about_one_side_is_said_of_that_side(text: str, ru: str, en: str) -> None:
    said = [describe(parse(text), lang, "sentence").replace(NBSP, "_") for lang in ("ru", "en")]
    assert said == [ru, en]
