"""Sheets and scripts of built pages are joined; what they say and their order stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from dossier.site.rewriting import rewrite

HEAD = """<link rel="stylesheet" href="{0}assets/a.css">
<script>1</script><link rel="stylesheet" href="{0}assets/b.css">
<link rel="stylesheet" media="print"
    href="{0}assets/p.css">
<script src="{0}assets/one.js" defer data-words="x"></script>
<script
    src="{0}assets/two.js" defer></script><script src="{0}assets/late.js" defer></script>"""
FILES = {
    "a.css": "@layer a; /* why */\nb { color: red }",
    "b.css": "b {\n  background: url(f.woff2) }",
    "p.css": "a { color: black }",
    "one.js": 'load("late.js")',
    "two.js": "two()",
    "late.js": "late()",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "deep").mkdir()
    for name, text in FILES.items():
        (tmp_path / "assets" / name).write_text(text, "utf-8")
    for name, up in (("index", ""), ("deep/page", "../"), ("404", "/base/")):
        (tmp_path / f"{name}.html").write_text(HEAD.format(up), "utf-8")
    (tmp_path / "bare.html").write_text("<p>none</p>", "utf-8")
    rewrite(tmp_path, "", "/base/")
    return tmp_path


def test_every_page_names_one_sheet_and_one_script_that_are_there(site: Path) -> None:
    named = []
    for name, up in (("index", ""), ("deep/page", "../"), ("404", "/base/")):
        page = LexborHTMLParser((site / f"{name}.html").read_text("utf-8"))
        (link,) = page.css("link")
        (script,) = page.css("script[src]")
        assert script.attributes["data-words"] == "x"
        named.append([str(link.attributes["href"]), str(script.attributes["src"])])
        assert [(site / address.removeprefix(up)).is_file() for address in named[-1]] == [True] * 2
    assert [address.removeprefix("../") for address in named[1]] == named[0]
    assert (site / "bare.html").read_text("utf-8") == "<p>none</p>"


def test_parts_keep_their_order_and_paper_its_own(site: Path) -> None:
    (sheet,) = (site / "assets").glob("*.css")
    text = sheet.read_text("utf-8")
    assert text.index("@layer a") < text.index("url(f.woff2)") < text.index("@media print {\na")
    assert "why" not in text
    (script,) = (site / "assets").glob("site-*.js")
    parts = [FILES[f"{name}.js"] for name in ("one", "two", "late")]
    assert script.read_text("utf-8").split("\n") == parts


def test_a_script_that_another_loads_by_name_stays(site: Path) -> None:
    assert {path.name for path in (site / "assets").glob("*.js") if "site-" not in path.name} == {
        "late.js"
    }
