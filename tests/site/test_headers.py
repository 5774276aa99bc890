"""The header files: every host is told the same, in the form that it reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dossier.site.headers import FORMS, HEADERS, OPEN, UNFRAMED, write_headers
from tests.site.header_rules import headers_for

POLICY = "default-src 'none'; img-src 'self' data:"
LONGEST_LINE, MOST_RULES = 2000, 100  # what Cloudflare Pages reads of `_headers`
FILES = ("_headers", *FORMS)


@pytest.mark.parametrize("name", FILES)
def test_a_header_file_says_every_header_with_its_value(name: str, tmp_path: Path) -> None:
    write_headers(tmp_path, POLICY)
    text = (tmp_path / name).read_text("utf-8")
    for header, value in {**HEADERS, **dict([UNFRAMED]), "Content-Security-Policy": POLICY}.items():
        assert header in text
        assert value in text


@pytest.fixture
def framing_site(tmp_path: Path) -> Path:
    """A site with a page of each place that a rule is written for."""
    for name in ("index.html", "data.html", "data/columns.html", "elements/a.html", "pagefind/x.js",
                 "embed/elements/a.html"):  # fmt: skip
        for folder in ("", "en/"):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    write_headers(tmp_path, POLICY, "/below/")
    return tmp_path


@pytest.mark.parametrize("folder", ["", "en/"])
def test_netlify_and_cloudflare_let_others_frame_what_is_made_for_it(
    framing_site: Path, folder: str
) -> None:
    rules = (framing_site / "_headers").read_text("utf-8")
    for name in ("", "index.html", "index", "data", "data.html", "data/columns.html",
                 "elements/a.html", "pagefind/x.js"):  # fmt: skip
        sent = headers_for(rules, f"/below/{folder}{name}")
        assert sent[UNFRAMED[0]] == UNFRAMED[1], name
        assert sent["Content-Security-Policy"] == POLICY
    sent = headers_for(rules, f"/below/{folder}embed/elements/a.html")
    assert UNFRAMED[0] not in sent
    assert sent["Content-Security-Policy"] == POLICY


def test_other_hosts_let_others_frame_what_is_made_for_it(framing_site: Path) -> None:
    apache = (framing_site / ".htaccess").read_text("utf-8")
    assert f'!~ m#/embed/#">\n  Header always set {UNFRAMED[0]} "{UNFRAMED[1]}"' in apache
    nginx = (framing_site / "headers.nginx.conf").read_text("utf-8")
    framed = nginx.partition("location ~ /embed/ {")[2].partition("}")[0]
    assert "Content-Security-Policy" in framed
    assert UNFRAMED[0] not in framed
    rules = json.loads((framing_site / "vercel.json").read_text("utf-8"))["headers"]
    denied = [rule["source"] for rule in rules if rule["headers"][0]["key"] == UNFRAMED[0]]
    assert len(denied) == 1
    for folder in ("", "en/"):
        assert re.fullmatch(denied[0], f"/below/{folder}elements/a.html")
        assert not re.fullmatch(denied[0], f"/below/{folder}embed/elements/a.html")


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


@pytest.mark.parametrize("name", FILES)
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
    assert sum(line.startswith("/") for line in lines) <= MOST_RULES
