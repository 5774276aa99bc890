"""Sections of one page on another: whole, with links that still lead where they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.dataset.written_pages import PageSource, read_pages
from dossier.rendering.excerpts import excerpt, rendered
from dossier.rendering.macro_arguments import MacroError

TEXT = """\
---
title: Home
---

# Is it so? { #question }

No, see [why](method.md#why), [below](#below) and <a href="risks/a.html#b">a risk</a>.

## Left out

Not this.

```text
## Not a heading { #code }
```

## Below { #below }

[Up](#question), [away](https://example.org/a), {{ count("elements") }}.
"""


@pytest.fixture
def page(tmp_path: Path) -> PageSource:
    folder = tmp_path / "docs" / "en"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(TEXT, "utf-8")
    (found,), _ = read_pages(tmp_path / "docs")
    return found


def test_a_section_reaches_to_the_next_heading_and_keeps_its_own(page: PageSource) -> None:
    text = excerpt(page, ["below"], "brief.html")
    assert text.startswith("## Below { #below }\n")
    assert "Not this" not in excerpt(page, ["question", "below"], "brief.html")


def test_links_lead_where_they_did(page: PageSource) -> None:
    alone = excerpt(page, ["question"], "brief.html")
    assert "(method.md#why)" in alone
    assert "(index.md#below)" in alone
    assert 'href="risks/a.html#b"' in alone
    both = excerpt(page, ["question", "below"], "brief.html")
    assert "[below](#below)" in both
    assert "[Up](#question)" in both
    deeper = excerpt(page, ["question", "below"], "themes/a.html")
    assert "(../method.md#why)" in deeper
    assert 'href="../risks/a.html#b"' in deeper
    assert "(https://example.org/a)" in deeper


def test_macros_of_the_section_are_called(page: PageSource) -> None:
    text = excerpt(page, ["below"], "brief.html")
    assert rendered(text, {"count": lambda what: f"7 {what}"}).endswith("7 elements.")


def test_a_section_that_is_not_there_is_named_with_the_nearest(page: PageSource) -> None:
    with pytest.raises(MacroError, match=r"`index.md` has no section `belw`; did you mean `below`"):
        excerpt(page, ["belw"], "brief.html")
    with pytest.raises(MacroError, match="no section `code`"):
        excerpt(page, ["code"], "brief.html")
