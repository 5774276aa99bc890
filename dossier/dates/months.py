"""The names of months, as people type them and as sentences say them."""

from __future__ import annotations

from babel.dates import get_month_names

# Names in lower case, Russian and English, nominative and genitive (CLDR's two contexts) → 1 to 12.
NUMBERS = {
    name.lower(): number
    for language in ("ru", "en")
    for context in ("format", "stand-alone")
    for number, name in get_month_names("wide", context, language).items()
}
