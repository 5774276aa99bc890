"""Russian and English typography for our own prose: `reader-interface.md` 3.8.

Plain text in, plain text out. `polish` changes white space and nothing else; verbatim quotations,
document titles and ids never pass through it, since a reader must find the same bytes in the
source. Straight quotes are left for a rule to report: a guess could misquote somebody.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

NBSP = "\u00a0"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENING, _CLOSING = "«„“\"'([", "»“”\"')],;:!?…"
_PLAIN_NUMBER = re.compile(r"[≈~<>+−-]?[0-9]+(?:[.,–−-][0-9]+)*")
_GROUP = re.compile(r"[≈−-]?[0-9]{1,3}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}")
_DAYS = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:[–-](?:[1-9]|[12][0-9]|3[01]))?")
_YEARS = re.compile(r"[0-9]+(?:[–/-][0-9]+)?(?:-(?:е|х|м|ми))?|[IVX]+(?:[–-][IVX]+)?")
_CODE = re.compile(r"[/_@\\`=]")
_DATE_FRACTION = re.compile(r"[0-9]{4}/[0-9]{2}")  # the winter of 2023/24

_RU_MONTHS = _words(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
)
_EN_MONTHS = _words(
    "January February March April May June July August September October November December"
)
# Stand before a number (typograf `ru/nbsp/afterNumberSign`, `page`, `see`).
_RU_MARKS = _words(
    "№ №№ § §§ ст. ч. п. пп. подп. абз. гл. разд. прил. с. стр. т. вып. рис. табл. ок."
)
_EN_MARKS = _words("No. no. Nos. nos. Art. art. Arts. arts. § §§ p. pp. para. paras. ch. vol. c.")
# Numbers after these are names of documents, never amounts.
_IDENTIFIERS = _words("№ №№ n no no. iso исо doc id isbn issn тел. индекс код бин инн")
_MULTIPLES = _words("тыс млн млрд трлн")
_RU_UNITS = _MULTIPLES | _words(
    "% ‰ °C км м см мм кг г т л ч мин сек га кВт МВт узл долл руб евро тенге лир лира лиры чел "
    "человек человека экз ед шт лет год года году годом годов месяц месяца месяцев день дня дней "
    "час часа часов раз раза процент процента процентов пункт пункта пунктов единиц единицы"
)
_EN_UNITS = _words(
    "% ‰ °C km m cm mm kg t million billion trillion thousand percent years year months month "
    "days day hours hour people units"
)
_ERAS = _words("г гг в вв")
_PARTICLES = _words("бы б же ж ли ль")
_DASHES = _words("— –")

_FOLDED = str.maketrans(
    {"ё": "е"}
    | dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\t\n", " ")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("«»„“”‟", '"')
    | dict.fromkeys("‘’‚‹›ʼ", "'")
    | dict.fromkeys("\u00ad\u200b")  # soft hyphen and zero-width space are dropped
)


# Titles and labels stand on many pages: most calls ask for a text that was asked for before.
@lru_cache(maxsize=1 << 15)
def polish(text: str, lang: str) -> str:
    """Tie together with U+00A0 what must not part at the end of a line.

    Follows typograf's `ru/nbsp/*` and `common/nbsp/afterShortWord`; Russian numbers are grouped
    from five digits on (CLDR). CLDR puts U+202F before «г.»; U+00A0 is in more fonts.
    """
    tied = {"ru": _tied_in_russian, "en": _tied_in_english}[lang]
    pieces = re.split(r"(\s+)", text)  # word, space, word, …
    if lang == "ru":
        text = "".join(
            piece if index % 2 else _grouped(piece, pieces[index - 2] if index else "")
            for index, piece in enumerate(pieces)
        )
        pieces = re.split(r"(\s+)", text)
    for index in range(1, len(pieces), 2):
        left, right = pieces[index - 1], pieces[index + 1]
        if pieces[index] == " " and left and right and not _is_code(left) and not _is_code(right):
            bare = left.lstrip(_OPENING), right.rstrip(_CLOSING)
            if tied(*bare):
                pieces[index] = NBSP
    return "".join(pieces)


def _is_code(word: str) -> bool:
    """Addresses, paths and names of fields are left alone with the spaces around them."""
    return bool(_CODE.search(word)) and not _DATE_FRACTION.fullmatch(word)


def _tied_in_russian(left: str, right: str) -> bool:
    word = right.rstrip(_CLOSING + ".")
    return (
        right in _DASHES
        or right in _PARTICLES
        or is_short_word(left)
        or (left.lower() in _RU_MARKS and right[:1].isdigit())
        or (bool(_DAYS.fullmatch(left)) and word in _RU_MONTHS)
        or (bool(_YEARS.fullmatch(left)) and word in _ERAS and right.startswith(f"{word}."))
        or (bool(_PLAIN_NUMBER.fullmatch(left)) and word in _RU_UNITS)
        or (left.rstrip(".") in _MULTIPLES and word in _RU_UNITS)
        or (bool(_GROUP.fullmatch(left)) and right[:3].isdigit() and not right[3:4].isdigit())
        or (left == "т." and right in ("е.", "д.", "п.", "к.", "н."))
        or _is_initial_of(left, right)
    )


def _tied_in_english(left: str, right: str) -> bool:
    word = right.rstrip(_CLOSING + ".")
    return (
        right in _DASHES
        or (left in _EN_MARKS and right[:1].isdigit())
        or (bool(_DAYS.fullmatch(left)) and word in _EN_MONTHS)
        or (bool(_PLAIN_NUMBER.fullmatch(left)) and word in _EN_UNITS)
        or _is_initial_of(left, right)
    )


def is_short_word(word: str) -> bool:
    """A preposition or conjunction of one or two letters, not an abbreviation such as РК."""
    if not word.isalpha() or len(word) > 2 or word.lower() in _PARTICLES:
        return False
    return len(word) == 1 or not word.isupper()


def _is_initial_of(left: str, right: str) -> bool:
    """«К. Токаев», «К. Ж. Токаев»: initials and surname (typograf `ru/nbsp/initials`)."""
    return bool(_INITIALS.fullmatch(left)) and left.isupper() and right[:1].isupper()


def _grouped(word: str, before: str) -> str:
    """Group an amount by threes: «12 500», but never a year, a decimal or an identifier."""
    if _is_code(word) or before.lstrip(_OPENING).rstrip(":").lower() in _IDENTIFIERS:
        return word
    bare = word.strip(_OPENING + _CLOSING + ".≈")
    if not re.fullmatch(r"[1-9][0-9]{4,14}(?:[–−][1-9][0-9]{4,14})?", bare):
        return word
    start = word.index(bare)
    groups = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+(?![0-9]))", NBSP, bare)
    return word[:start] + groups + word[start + len(bare) :]


def plural(n: int, lang: str, forms: tuple[str, ...]) -> str:
    """The form of a noun for a count: CLDR's one, few, many in Russian; one, other in English."""
    if len(forms) != {"ru": 3, "en": 2}[lang]:
        raise ValueError(f"{lang}: wrong number of plural forms: {forms}")
    n = abs(n)
    if lang == "en":
        return forms[n != 1]
    if n % 10 == 1 and n % 100 != 11:
        return forms[0]
    return forms[1] if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14 else forms[2]


def number(n: int | float | Decimal, lang: str) -> str:
    """A number in figures, grouped from five digits on: «12 500», «1,5»; "12,500", "1.5"."""
    whole, _, fraction = f"{abs(Decimal(str(n))):f}".partition(".")
    if len(whole) >= 5:
        whole = f"{int(whole):,}"
    fraction = fraction if isinstance(n, Decimal) else fraction.rstrip("0")
    text = f"{whole}.{fraction}" if fraction else whole
    if lang == "ru":
        text = text.replace(",", NBSP).replace(".", ",")
    return f"−{text}" if n < 0 else text


def fold(text: str) -> str:
    """One spelling for search and comparison: case, ё, spaces, dashes and quotes made alike."""
    plain = unicodedata.normalize("NFC", text).replace("İ", "i").lower().translate(_FOLDED)
    return unicodedata.normalize("NFC", plain)
