"""The theme's sheet loses what no page can use, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.rendering.theme import SHEET
from dossier.site.shrink import shrink_sheets, shrunk
from dossier.site.used import used


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{color:red}.b{color:red}", ".a{color:red}"),
        (".a,.b,.a .b,.a>p{color:red}", ".a,.a>p{color:red}"),
        (".a:not(.b){color:red}", ".a:not(.b){color:red}"),
        (".a:is(.b,.c){color:red}", ".a:is(.b,.c){color:red}"),
        ("p,[data-x=b]{color:red}", "p,[data-x=b]{color:red}"),
        ("@media print{.a{color:red}.b{color:red}}", "@media print{.a{color:red}}"),
        ("@media print{.b{color:red}}", ""),
        ("@layer x{@media all{.b{top:0}.a{top:0}}}", "@layer x{@media all{.a{top:0}}}"),
        (":root{--x:1;--y:2}.a{top:var(--x)}", ":root{--x:1}.a{top:var(--x)}"),
        (":root{--x:1;--y:var(--x)}.b{top:var(--y)}", ""),
        (":root{--told:1}", ":root{--told:1}"),
        ("@font-face{src:url(x)}@keyframes b{from{top:0}}", None),
        ('.a:before{content:".b{}"}', None),
    ],
)  # fmt: skip
def test_only_what_cannot_match_goes(css: str, left: str | None) -> None:
    assert shrunk(css, {"a"}, "p{top:var(--told)}") == (css if left is None else left)


def test_pages_tell_what_is_used(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<p class='one two'>x</p><P CLASS=three></p><script>e.className=\"four\"</script>", "utf-8"
    )
    assert used(tmp_path).classes == {"one", "two", "three", "four"}


def test_the_sheet_of_each_language_is_shrunk(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "en"):
        (folder / SHEET).parent.mkdir(parents=True)
        (folder / SHEET).write_text(".a{top:0}.b{top:0}.c-d{top:0}", "utf-8")
        (folder / "index.html").write_text('<p class="a">', "utf-8")
    (tmp_path / "a.js").write_text('box.classList.add("c-d")', "utf-8")
    shrink_sheets(tmp_path, used(tmp_path))
    assert (tmp_path / SHEET).read_text("utf-8") == ".a{top:0}.c-d{top:0}"
    assert (tmp_path / "en" / SHEET).read_text("utf-8") == ".a{top:0}.c-d{top:0}"
