"""What single rules read in one text: an address, words of two alphabets."""

from __future__ import annotations

import pytest

from dossier.check.rules.mixed_scripts import mixture
from dossier.check.rules.numbers_differ import numbers
from dossier.check.rules.source_duplicate_url import normal_address
from dossier.check.rules.url_form import explain


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://www.example.org:8080/a_b/c%20d?e=f&g#h",
        "https://ru.wikipedia.org/wiki/Казахстан",
        "https://пример.рф/страница",
        "https://сосна.рф/",
        "https://türkiye.example.org/",
        "https://sub-domain.example.co.uk/?id=1&source=x",
        "https://web.archive.org/web/2020/https://example.org/a@b",
        "https://example.org/?utmost=1",
    ],
)
def test_an_address_that_readers_can_open_passes(url: str) -> None:
    assert explain(url) is None


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("example.org/page", "begin"),
        ("//example.org/page", "begin"),
        ("https:example.org", "begin"),
        ("ftp://example.org", "begin"),
        ("JavaScript:alert(1)", "begin"),
        ("data:text/html,x", "begin"),
        ("https://", "public site"),
        ("https://localhost/", "public site"),
        ("https://127.0.0.1/", "public site"),
        ("https://exa..mple.org", "public site"),
        ("https://-x.example.org", "public site"),
        ("https://example.org:99999/", "well-formed"),
        ("https://[::1/", "well-formed"),
        ("https://user:word@example.org/", "user's name"),
        ("https://example.org/a b", "space"),
        ("https://example.org/\u200bа", "invisible"),
        ("https://example.org/\x01", "invisible"),
        ("https://exаmple.org/", "two alphabets"),
        ("https://xn--exmple-4nf.org/", "two alphabets"),
        ("https://xn--e1afmkfd.xn--p1ai/", "пример"),
        ("https://xn--\u0301.org/", "public site"),
        ("https://xn--80ak6aa92e.com/", "passes for Latin"),
        ("https://аррӏе.com/", "passes for Latin"),
        ("https://ｅxample.org/", "pass for others"),
        ("https://εxample.org/", "pass for others"),
        ("https://ᴇxample.org/", "pass for others"),
        ("https://printer.local/", "public site"),
        ("https://files.internal/", "public site"),
        ("https://localhost.localdomain/", "public site"),
        (f"https://{'a' * 64}.org/", "public site"),
        (f"https://{'яжщ' * 20}.рф/", "public site"),
        ("https://example.org:0/", "port 0"),
        ("https://example.org/?%75tm_source=x", "`https://example.org/`"),
        ("https://example.org/?a=1&UTM_Source=x", "`https://example.org/?a=1`"),
        ("https://example.org/?fbclid=x#top", "`https://example.org/#top`"),
    ],
)
def test_an_address_that_misleads_is_told_apart(url: str, word: str) -> None:
    told = explain(url)
    assert told is not None and word in " ".join(map(str, told))


@pytest.mark.parametrize(
    "text",
    ["R&D-центр", "UN-овский", "БПЛА TB2", "Су-35", "Anka-S и Bayraktar", "2020-й", "PDFы",
     "«NOWости»", "Türkiye’нің", "Қазақстан", "№1", "X век"],
)  # fmt: skip
def test_two_alphabets_side_by_side_are_no_mixture(text: str) -> None:
    assert mixture(text) is None


@pytest.mark.parametrize(
    ("text", "mended"),
    [("прoект", "проект"), ("ТB2", None), ("Aнкара", "Анкара"), ("Аnkara", "Ankara"),
     ("Bayraktarы", None), ("МOкк2020", "МОкк2020")],
)  # fmt: skip
def test_two_alphabets_in_one_word_are_a_mixture(text: str, mended: str | None) -> None:
    mixed = mixture(f"слово {text} слово")
    assert mixed is not None and (mixed.word, mixed.mended) == (text, mended)


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("от 12 до 13,5 тыс. и 1 млн", {13500: "13,5 тыс", 1_000_000: "1 млн"}, set()),
        ("1,234 and 12.5 and 13.5", {1234: "1,234", 13.5: "13.5"}, set()),
        ("2 миллиарда, 3 миллиона", {2e9: "2 миллиард", 3e6: "3 миллион"}, set()),
        ("2 billion, 3 thousand", {2e9: "2 billion", 3000: "3 thousand"}, set()),
        ("Центразбат-98 и Су-100", {100: "-100"[1:]}, {98}),
        ("а-98, а -99 и 97", {97: "97"}, {98, 99}),
        ("98-й", {98: "98"}, set()),
        ("2\u00a0000 и 3\u202f000", {2000: "2\u00a0000", 3000: "3\u202f000"}, set()),
    ],
)
def test_numbers_are_read_by_their_value(
    text: str, found: dict[float, str], names: set[float]
) -> None:
    read = numbers(text)
    assert (dict(read), set(read.names)) == (found, names)


def test_one_page_has_one_address() -> None:
    same = ["https://example.org/a", "http://example.org/a/", "https://www.Example.org/a/amp",
            "https://example.org/a/amp/", "https://example.org/a?amp", "https://m.example.org/a",
            "https://example.org/a//", "https://example.org/a#comments",
            "https://amp.example.org/a/amp",
            "https://archive.ph/AbCdE/https://example.org/a",
            "https://web.archive.org/web/20260101000000/https://example.org/a",
            "https://archive.ph/20260101000000/http://www.example.org/a/"]  # fmt: skip
    assert {normal_address(url) for url in same} == {"example.org/a"}
    assert normal_address("https://example.org/A") != normal_address("https://example.org/a")
    assert normal_address("https://example.org/?id=1") != normal_address("https://example.org/")
    assert normal_address("https://example.org/") == normal_address("https://www.example.org")
    assert normal_address("https://m.org/a") != normal_address("https://org/a")
