"""What the tests of layout and of fixes share: one call, and texts that YAML is touchy about."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from dossier.check import fixes
from dossier.formatting import formatted
from dossier.model import Element

ODD = st.sampled_from([
    "", " ", "-", "- a", ": ", "a: b", "a:", "#", "a #b", "'", '"', "null", "~", "NO", "1", "1e3",
    "0x1F", "2020-01-01", "12:30", "---", "...", "[a", "{a}", "a, b", "*a", "&a", "!a", "|", ">",
    "%a", "@a", "`a", "?", "? a", "\n", "a\n", "a\nb", "a\n\nb\n", " a\nb", "a\n b", "a \nb",
    "a\n#b", "\ta", "a\tb", "a\u00a0b", "\u00a0", "\u200b", "\u2028", "\x85", "\ufeff", "😀",
    "й", "\\", "a\\nb", "true", "false", "07", "=", "<<", "a\n\n\n", "\r", "\x00", "é: ж",
])  # fmt: skip
TEXT = ODD | st.text(max_size=12) | st.text("ab:#-'\" \n{},[]", max_size=10)


def fmt(text: str, model: Any = Element, fix: bool = False) -> str:
    return formatted(text.encode(), model, tuple(fixes.all_fixes().values()) if fix else ())
