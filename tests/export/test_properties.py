"""Whatever a text holds, it stays the value of its field in the formats that have own signs."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dossier.export.bibtex import bibtex
from dossier.export.ris import ris
from dossier.rendering.views.items import Item

SIGNS = st.text('{}\\%$&#_~^\n\r\u2028ER -TY@,="й', max_size=40)
TEXTS = st.text(max_size=60) | SIGNS


def item(title: str, container: str, author: str, note: str) -> Item:
    return Item("x", title, container, "ru", None, None, "https://example.org/", author, note=note)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_text_begins_a_line_of_ris(title: str, container: str, author: str, note: str) -> None:
    given_texts = {"TI": title, "T2": container, "AU": author, "N1": note}
    tags = [line[:6] for line in ris(item(title, container, author, note), "").splitlines()]
    own = ["TY", "ID", "TI", "AU", "T2", "LA", "UR", "N1", "ER"]
    assert tags == [f"{tag}  - " for tag in own if given_texts.get(tag, "x")]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_no_text_ends_an_entry_of_bibtex(
    title: str, container: str, author: str, note: str
) -> None:
    made = bibtex(item(title, container, author, note), "")
    depth = 0
    bare = re.sub(r"\\[{}]", "", made)  # a brace with a backslash before it is a sign of the text
    for place, sign in enumerate(bare):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or place < len("@misc") or place == len(bare) - 2 or sign == "\n"
    assert depth == 0
