"""The policy of the built site: the same on every page, and in header files for hosts."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from dossier.site.policy import apply_policy

PAGE = '<!doctype html><html><head><meta charset="utf-8">{head}</head><body></body></html>'


def site_of(folder: Path, **pages: str) -> Path:
    for name, head in pages.items():
        path = folder / f"{name}.html"
        path.write_text(PAGE.format(head=head), encoding="utf-8")
    return folder


def test_an_inline_script_is_allowed_by_its_hash_alone(tmp_path: Path) -> None:
    policy = apply_policy(site_of(tmp_path, index="<script>let a = 1;</script>"))
    digest = base64.b64encode(hashlib.sha256(b"let a = 1;").digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert "unsafe-inline" not in policy


def test_scripts_with_an_address_and_data_blocks_need_no_hash(tmp_path: Path) -> None:
    head = '<script src="a.js"></script><script type="application/ld+json">{}</script>'
    assert "sha256" not in apply_policy(site_of(tmp_path, index=head))


def test_every_page_carries_the_policy_right_after_its_character_set(tmp_path: Path) -> None:
    site = site_of(tmp_path, index="<script>1</script>", other="")
    policy = apply_policy(site)
    for page in site.glob("*.html"):
        html = page.read_text("utf-8")
        assert (
            f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">'
            in html
        )


def test_nothing_is_allowed_from_another_host(tmp_path: Path) -> None:
    policy = apply_policy(site_of(tmp_path, index=""))
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy and "*" not in policy
