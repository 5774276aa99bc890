"""The header files: every host is told the same, in the form that it reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dossier.site.headers import FORMS, HEADERS, OPEN, write_headers
from dossier.site.policy import apply_policy

POLICY = "default-src 'none'; img-src 'self' data:; frame-ancestors 'none'"
LONGEST_LINE = 2000  # Cloudflare Pages reads no longer line of `_headers`


@pytest.mark.parametrize("name", FORMS)
def test_a_header_file_says_every_header_with_its_value(name: str, tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY)
    text = (tmp_path / name).read_text("utf-8")
    for header, value in (HEADERS | {"Content-Security-Policy": POLICY}).items():
        assert header in text
        assert value in text


def test_the_built_policy_says_in_headers_what_a_meta_element_cannot(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<meta charset="utf-8"><script>1</script>', "utf-8")
    policy = apply_policy(tmp_path, [])
    assert "frame-ancestors" not in (tmp_path / "index.html").read_text("utf-8")
    assert f"{policy}; frame-ancestors 'none'" in (tmp_path / "_headers").read_text("utf-8")


def test_apache_and_nginx_quote_values_that_hold_no_quote_of_that_kind(tmp_path: Path) -> None:
    assert not any('"' in value for value in (POLICY, *HEADERS.values()))
    write_headers(tmp_path, POLICY)
    assert f'Content-Security-Policy "{POLICY}"' in (tmp_path / ".htaccess").read_text("utf-8")
    nginx = (tmp_path / "headers.nginx.conf").read_text("utf-8")
    assert f'add_header Content-Security-Policy "{POLICY}" always;' in nginx


def test_vercel_gets_its_headers_for_every_path(tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY)
    told = json.loads((tmp_path / "vercel.json").read_text("utf-8"))
    rule = told["headers"][0]
    assert rule["source"] == "/(.*)"
    assert {"key": "Content-Security-Policy", "value": POLICY} in rule["headers"]


@pytest.mark.parametrize("name", FORMS)
def test_other_sites_may_read_the_data_and_no_page(name: str, tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY)
    text = (tmp_path / name).read_text("utf-8")
    before, _, after = text.partition("Access-Control-Allow-Origin")
    assert "*" in after
    assert all(folder in before + after for folder in OPEN)
    # It comes after the headers of all pages, within a rule of its own.
    assert "api" in before
    assert before.index("Content-Security-Policy") < before.rindex("api")


@pytest.mark.parametrize("name", [".htaccess", "headers.nginx.conf"])
def test_below_a_path_the_lost_page_is_below_it_too(name: str, tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY, "/dossier/")
    assert " /dossier/404.html" in (tmp_path / name).read_text("utf-8")
    write_headers(tmp_path, POLICY)
    assert " /404.html" in (tmp_path / name).read_text("utf-8")


def test_the_lines_of_the_real_site_are_short_enough_for_its_hosts(built_site: Path) -> None:
    lines = (built_site / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    assert max(map(len, lines)) <= LONGEST_LINE
