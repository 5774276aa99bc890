"""A page never meets an old copy of a style or a script."""

from __future__ import annotations

import re
from pathlib import Path

from dossier.site.rewriting import rewrite
from dossier.site.versions import versioned, versions

PAGE = '<link rel="stylesheet" href="../assets/stylesheets/a.css"><script src="../assets/x.js">'


def _site(folder: Path, css: str) -> Path:
    for name, text in {
        "assets/stylesheets/a.css": css,
        "assets/x.js": "",
        "b/page.html": PAGE,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def test_a_changed_style_has_another_address(tmp_path: Path) -> None:
    pages = []
    for css in ("a{}", "b{}", "a{}"):
        site = _site(tmp_path, css)
        rewrite(site, "")
        pages.append((site / "b/page.html").read_text("utf-8"))
    assert pages[0] == pages[2] != pages[1]
    assert 'href="../assets/stylesheets/a.css?v=' in pages[0]


def test_a_joined_file_needs_no_second_digest(tmp_path: Path) -> None:
    site = _site(tmp_path, "a{}")
    page = site / "b/page.html"
    second = '<link rel="stylesheet" href="../assets/stylesheets/b.css">'
    page.write_text(PAGE.replace("<script", f"{second}<script"), "utf-8")
    (site / "assets/stylesheets/b.css").write_text("b{}", "utf-8")
    rewrite(site, "")
    assert re.search(r'href="\.\./assets/stylesheets/site-\w{8}\.css"', page.read_text("utf-8"))


def test_what_is_not_there_and_what_is_elsewhere_is_left_alone(tmp_path: Path) -> None:
    known = versions(_site(tmp_path, ""))
    for html in ('href="../assets/stylesheets/none.css"', 'src="../assets/x.js"',
                 'href="https://example.org/assets/stylesheets/a.css"'):  # fmt: skip
        assert versioned(html, "b/page.html", known) == html
