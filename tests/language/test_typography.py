"""Typography of our own prose. In the tables `_` is U+00A0, the no-break space.

In the Russian one `'` is the U+00A0 that parts groups of digits, absent from what was typed.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dossier.language.typography import NBSP, fold, number, plural, polish

RUSSIAN = [
    "Подписано 13_сентября 2018_г. и_вступило в_силу.",
    "Учения 13–15_мая 2018_г. (в_2018–2020_гг. ежегодно)",
    "«в_2018_г.», в_2020-е_гг., в_XX_в., в_XIX–XX_вв.",
    "ст._2, п._3 и_абз._4 закона №_123",
    "около 40_%, 12_км, 5_тыс._человек, 1,5_млрд_долл. США",
    "12'500_человек, но_4500_человек и_2018_год",
    "от_10'000–15'000_экз.",
    "12'500'000_тенге",
    "К._Токаев, К._Ж._Токаев и_К.Ж._Токаев",
    "Стороны_— участники: они_бы согласились, если_же нет, то_надо_ли?",
    "т._е. так и_т._д.",
    "РК и_ВС Турции",
    "Конец на",
]
ENGLISH = [
    "Signed on 13_September 2018 in Ankara.",
    "See No._12 and Art._5, pp._3–4",
    "about 40_% of 12_km, 1.5_billion people",
    "K._Tokayev and R._T._Erdoğan",
    "The parties_– both of them",
    "a plan of 12500 items",
]


@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_tied_where_it_must_not_break(text: str) -> None:
    plain = text.replace("'", "").replace("_", " ")
    assert polish(plain, "ru") == text.replace("'", NBSP).replace("_", NBSP)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_tied_where_it_must_not_break(text: str) -> None:
    assert polish(text.replace("_", " "), "en").replace(NBSP, "_") == text


@pytest.mark.parametrize(
    "text",
    [
        "адрес https://adilet.zan.kz/rus/docs/Z1800000123 открыт",
        "поле date_basis пишется так",
        "почта info@example.org указана",
        "doc 31234567 найден",
        "номер A-12345 и_12345-67".replace("_", NBSP),
        "12345,67 и_0012345".replace("_", NBSP),
        '"прямые кавычки" остаются',
        "два  пробела и\nновая строка",
        "в https://example.org/path",
        "",
        " ",
    ],
)
def test_addresses_ids_and_quotes_are_left_alone(text: str) -> None:
    assert polish(text, "ru") == text


def test_a_number_of_a_document_is_never_grouped() -> None:
    assert polish("приказ № 12345", "ru") == f"приказ №{NBSP}12345"


WORDS = (
    "в и не бы же ли — – 13 13–15 мая сентября 2018 2018–2020 г. гг. г., XX в. № ст. п. 5 40 % "
    "12500 12345678 (12500) 12500–15000 000 100 тыс. млрд долл. км К. Ж. Токаев РК т. е. д. "
    "https://a.b/12345 a_b «в ок. 2023/24 doc No. Art. May 1,5 12500,5"
)
words = st.sampled_from([*WORDS.split(), "\n"])
prose = st.one_of(
    st.text(),
    st.lists(words).map(" ".join),
    st.lists(st.tuples(words, st.sampled_from([" ", NBSP, "  ", "\n", ""]))).map(
        lambda pairs: "".join(word + space for word, space in pairs)
    ),
)


@given(prose, st.sampled_from(["ru", "en"]))
@example("12018 г.", "ru")
@example("12500 300 000", "ru")
def test_polishing_twice_changes_nothing_more(text: str, lang: str) -> None:
    once = polish(text, lang)
    assert polish(once, lang) == once


@given(prose, st.sampled_from(["ru", "en"]))
def test_polishing_changes_white_space_only(text: str, lang: str) -> None:
    assert "".join(polish(text, lang).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "событий"),
        (1, "событие"),
        (2, "события"),
        (4, "события"),
        (5, "событий"),
        (11, "событий"),
        (12, "событий"),
        (14, "событий"),
        (21, "событие"),
        (22, "события"),
        (111, "событий"),
        (112, "событий"),
        (1001, "событие"),
        (-2, "события"),
    ],
)
def test_russian_counts_take_three_forms(n: int, words: str) -> None:
    assert plural(n, "ru", ("событие", "события", "событий")) == words


@pytest.mark.parametrize(("n", "words"), [(0, "events"), (1, "event"), (2, "events")])
def test_english_counts_take_two_forms(n: int, words: str) -> None:
    assert plural(n, "en", ("event", "events")) == words


def test_a_missing_plural_form_is_noticed() -> None:
    with pytest.raises(ValueError, match="plural forms"):
        plural(1, "ru", ("событие", "событий"))


@pytest.mark.parametrize(
    ("n", "ru", "en"),
    [
        (0, "0", "0"),
        (4500, "4500", "4500"),
        (12500, "12_500", "12,500"),
        (1234567, "1_234_567", "1,234,567"),
        (-12500, "−12_500", "−12,500"),
        (1.5, "1,5", "1.5"),
        (40.0, "40", "40"),
        (1e16, "10_000_000_000_000_000", "10,000,000,000,000,000"),
        (12500.25, "12_500,25", "12,500.25"),
        (Decimal("2.50"), "2,50", "2.50"),
    ],
)
def test_numbers_are_grouped_from_five_digits(n: int | float | Decimal, ru: str, en: str) -> None:
    assert number(n, "ru").replace(NBSP, "_") == ru
    assert number(n, "en") == en


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("Е\u0308лка", "елка"),
        ("2018\u00a0г.", "2018 г."),
        ("2018–2020 — так", "2018-2020 - так"),
        ("«ёлочки» „лапки“ “quotes”", '"елочки" "лапки" "quotes"'),
        ("TÜRKİYE", "türkiye"),
        ("пе\u00adренос", "перенос"),
    ],
)
def test_search_sees_one_spelling(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_row_of_digits_too_long_for_an_amount_is_left_alone() -> None:
    assert polish("9" * 100_000, "ru") == "9" * 100_000
