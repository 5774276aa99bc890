"""The policy of the built site: the same on every page, and in header files for hosts."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from dossier.site.policy import own_scripts, policy_of
from dossier.site.rewriting import rewrite
from tests.conftest import ROOT

PAGE = '<!doctype html><html><head><meta charset="utf-8">{head}</head><body></body></html>'


def site_of(folder: Path, **pages: str) -> Path:
    for name, head in pages.items():
        path = folder / f"{name}.html"
        path.write_text(PAGE.format(head=head), encoding="utf-8")
    return folder


def hashed(script: bytes) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def test_an_inline_script_of_a_template_is_allowed_by_its_hash_alone(tmp_path: Path) -> None:
    head = "{% if x %}<SCRIPT defer>let a = 1 < 2;</SCRIPT>{% endif %}"
    policy = policy_of(own_scripts(site_of(tmp_path, head=head)))
    assert f"script-src 'self' 'wasm-unsafe-eval' {hashed(b'let a = 1 < 2;')};" in policy
    assert "unsafe-inline" not in policy


def test_a_script_of_a_page_is_not_allowed(tmp_path: Path) -> None:
    page = "<script>alert(1)</script><style>p { color: red }</style>"
    rewrite(site_of(tmp_path, index=page), policy_of([]))
    carried = (tmp_path / "index.html").read_text("utf-8")
    assert "script-src 'self' 'wasm-unsafe-eval';" in carried
    assert "sha256" not in carried and "unsafe-inline" not in carried


def test_scripts_with_an_address_and_data_blocks_need_no_hash(tmp_path: Path) -> None:
    head = '<script src="a.js"></script><script type="application/ld+json">{}</script>'
    assert own_scripts(site_of(tmp_path, index=head)) == []


def test_a_script_of_the_theme_is_allowed_unless_a_template_stands_in_for_it(
    tmp_path: Path,
) -> None:
    own, theme = tmp_path / "own", tmp_path / "theme"
    for folder in (own, theme):
        folder.mkdir()
    site_of(own, palette="<script>1</script>")
    site_of(theme, palette="<script>2</script>", content="<script>3</script>")
    assert own_scripts(own, theme) == sorted([hashed(b"1"), hashed(b"3")])


def test_the_project_has_two_inline_scripts_of_its_own() -> None:
    assert len(own_scripts(ROOT / "overrides")) == 2


def test_every_page_carries_the_policy_right_after_its_character_set(tmp_path: Path) -> None:
    site = site_of(tmp_path, index="<script>1</script>", other="")
    policy = policy_of([hashed(b"1")])
    rewrite(site, policy)
    for page in site.glob("*.html"):
        html = page.read_text("utf-8")
        assert (
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
            in html
        )


def test_nothing_is_allowed_from_another_host() -> None:
    policy = policy_of([])
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy and "*" not in policy
