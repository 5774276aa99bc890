"""Verification: each kind of fault is found in a tiny site, and a clean one has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.site.policy import hash_of
from dossier.site.verify import Fault, faults
from tests.making import cite, claim, dataset, element, source

SCRIPT = "location.href='nowhere.html'"
PAGE = (
    '<!doctype html><html><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="script-src {hash_of(SCRIPT)}; x">'
    '{head}</head><body id="top">{body}</body></html>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A clean site of one page in each language and one deeper page."""
    for name in ("index.html", "risks/one.html", "404.html"):
        for folder in ("", "en/"):
            write(tmp_path, folder + name, '<h1 id="here">Text</h1>')
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("body {}", "utf-8")
    return tmp_path


def write(site: Path, name: str, body: str, head: str = "") -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(PAGE.format(head=head, body=body), "utf-8")


def messages(site: Path) -> list[str]:
    return [fault.message for fault in faults(site)]


CLEAN = [
    '<p title="a src=x href=y id=top b">what an attribute says is no attribute</p>',
    '<a name="nowhere" href="#top">up</a>',
    '<a href="risks/one.html#here">one</a>',
    '<a href="#top">up</a>',
    '<a href="en/">English</a>',
    '<a href="./risks/../index.html?x=1#here">here</a>',
    '<a href="https://example.org/a">out</a><a href="mailto:a@example.org">mail</a>',
    '<a href="risks/one.html#%68ere">escaped</a>',
    "<code>{{ chronology() }}</code><pre>{% raw %}</pre><svg><text>{# x #}</text></svg>",
    "<p>&#123;&#123; 7*7 }&#125; &#123;% raw %&#125; &#123;# x #}</p>",
    "<p>{ one } and % two %</p>",
    '<p data-id="here" data-href="nowhere.html">not a link</p>',
    f"<script>{SCRIPT}</script>",
    '<script type="application/ld+json">{}</script>',
    '<blockquote cite="https://example.org/">quoted</blockquote>',
    '<img src="data:image/png;base64,x" srcset="data:image/png;base64,x, en/index.html 2x">',
    "<a href='risks/one.html'>single quotes</a><a href=risks/one.html>none</a>",
]


@pytest.mark.parametrize("body", CLEAN)
def test_a_clean_page_has_no_fault(body: str, site: Path) -> None:
    write(site, "index.html", '<h1 id="here">x</h1>' + body)
    assert messages(site) == []


def test_files_that_exist_may_be_loaded(site: Path) -> None:
    write(site, "index.html", "x", '<link rel="stylesheet" href="assets/site.css">')
    assert messages(site) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<p>{{ figures() }}</p>", "template text remains near"),
        ("<p>{% if x %}</p>", "template text remains near"),
        ("<p>{# note #}</p>", "template text remains near"),
        ('<p id="a"></p><p id="a"></p>', "the id `a` occurs 2 times"),
        ('<p id="top"></p>', "the id `top` occurs 2 times"),
        ('<a href="gone.html">x</a>', "`gone.html` leads nowhere"),
        ('<a href="risks/">x</a>', "`risks/` leads nowhere"),
        ('<a href="../index.html">x</a>', "`../index.html` leads nowhere"),
        ('<img src="assets/gone.png">', "`assets/gone.png` leads nowhere"),
        ('<a href="risks/one.html#gone">x</a>', "leads to a place that its page does not have"),
        ('<a href="#gone">x</a>', "leads to a place that its page does not have"),
        ('<a title="a > b" href="gone.html">x</a>', "`gone.html` leads nowhere"),
        ("<A HREF = gone.html>x</A>", "`gone.html` leads nowhere"),
        ('<img srcset="en/index.html 1x, gone.png 2x">', "`gone.png` leads nowhere"),
        ('<video poster="gone.png"></video>', "`gone.png` leads nowhere"),
        ('<svg><a xlink:href="gone.html"></a></svg>', "`gone.html` leads nowhere"),
        ('<a title="{{ x }}">x</a>', "template text remains near"),
        ('<a href="javascript:alert(1)">x</a>', "has a scheme that is not allowed"),
        ('<a href=" java&#10;script:alert(1)">x</a>', "has a scheme that is not allowed"),
        ('<a href="data:text/html,x">x</a>', "has a scheme that is not allowed"),
        ('<a href="file:///etc/passwd">x</a>', "has a scheme that is not allowed"),
        ('<script src="https://cdn.example.org/x.js"></script>', "loaded from another host"),
        ('<img src="//cdn.example.org/x.png">', "loaded from another host"),
        ('<link rel="stylesheet" href="https://fonts.example.org/x">', "loaded from another host"),
        ('<link rel="alternate stylesheet" href="//example.org/x">', "loaded from another host"),
        ("<SCRIPT/SRC=https://example.org/x.js></SCRIPT>", "loaded from another host"),
        ('<img srcset="en/ 1x, https://example.org/x.png 2x">', "loaded from another host"),
        ('<video poster="https://example.org/x.png"></video>', "loaded from another host"),
        ("<img src='\\\\example.org/x.png'>", "loaded from another host"),
        ('<form action="https://example.org/"></form>', "would send to another host"),
        ("<script>alert(1)</script>", "the script `alert(1)` is none of the theme's"),
        ('<script type="module">alert(1)</script>', "the script `alert(1)` is none"),
        ('<iframe src="http://example.org"></iframe>', "`<iframe>` is not allowed"),
        ("<object data=x></object>", "`<object>` is not allowed"),
        ("<embed src=x>", "`<embed>` is not allowed"),
        ('<base href="https://example.org/">', "`<base>` is not allowed"),
        ("<style>p { color: red }</style>", "`<style>` is not allowed"),
        ("<noscript></noscript>", "`<noscript>` is not allowed"),
        ("<template></template>", "`<template>` is not allowed"),
        ("<svg><set></set></svg>", "`<set>` is not allowed"),
        ("<x-own></x-own>", "`<x-own>` is not allowed"),
        ('<meta http-equiv="refresh" content="0; url=en/">', "`http-equiv` is not allowed"),
        ('<p style="background: url(https://example.org/x)">x</p>', "`style` has no effect"),
        ("<p onclick=alert(1)>x</p>", "`onclick` would run a script"),
        ("<body ONLOAD=alert(1)>", "`onload` would run a script"),
        ("<svg onload=alert(1)></svg>", "`onload` would run a script"),
        ('<button formaction="en/">x</button>', "`formaction` is not allowed"),
        ('<a href="en/" ping="https://example.org/">x</a>', "`ping` is not allowed"),
    ],
)
def test_a_fault_is_found_and_named_by_its_page(body: str, message: str, site: Path) -> None:
    write(site, "index.html", body)
    found = faults(site)
    assert len(found) == 1, found
    assert found[0].page == "index.html"
    assert message in found[0].message


@pytest.mark.parametrize("rel", ["canonical", "alternate", "license"])
def test_a_link_that_loads_nothing_may_lead_out(rel: str, site: Path) -> None:
    write(site, "index.html", "x", f'<link rel="{rel}" href="https://example.org/">')
    assert messages(site) == []


@pytest.mark.parametrize("policy", ["", hash_of("alert(1)")])
def test_a_page_that_does_not_carry_the_policy_of_the_site_is_found(
    policy: str, site: Path
) -> None:
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    body = f'<h1 id="here">x</h1><script>{"alert(1)" if policy else SCRIPT}</script>'
    (site / "risks/one.html").write_text(head + body, "utf-8")
    assert Fault(
        "risks/one.html", "the page does not carry the content policy of the site"
    ) in faults(site)


def test_a_page_without_its_twin_is_named_in_either_language(site: Path) -> None:
    write(site, "only.html", "x")
    write(site, "en/sole.html", "x")
    assert set(faults(site)) == {
        Fault("only.html", "the page has no English twin"),
        Fault("en/sole.html", "the page has no Russian twin"),
    }


CITED = dataset(source("a-b", url="https://example.org/?a=1&b='2'"), element(
    "plan", "2020", claim(cite("a-b"))))  # fmt: skip


def test_a_citation_that_is_on_the_page_is_no_fault(site: Path) -> None:
    for folder in ("", "en/"):
        write(site, f"{folder}elements/plan.html",
              '<a href="https://example.org/?a=1&amp;b=&#39;2&#39;">source</a>')  # fmt: skip
    assert faults(site, CITED) == []


def test_a_citation_that_is_missing_in_one_language_is_found(site: Path) -> None:
    write(site, "elements/plan.html",
          '<a href="https://example.org/?a=1&amp;b=&#39;2&#39;">source</a>')  # fmt: skip
    write(site, "en/elements/plan.html", "https://example.org/?a=1&amp;b='2' as text only")
    found = faults(site, CITED)
    assert [fault.message for fault in found] == ["the citation of `a-b` is not on the page"]


def test_a_citation_without_its_page_is_found(site: Path) -> None:
    assert len(faults(site, CITED)) == 2


def test_what_is_no_address_is_a_fault(site: Path) -> None:
    write(site, "index.html", '<h1 id="here"><a href="http://[x">x</a></h1>')
    (message,) = messages(site)
    assert "`http://[x` is no address" in message


def test_what_remains_of_a_template_is_shown_where_it_stands(site: Path) -> None:
    body = '<h1 id="here"><code>' + "x" * 200 + "</code> The sum is {{ total }} here.</h1>"
    write(site, "index.html", body)
    (message,) = messages(site)
    assert "The sum is {{ total }} here." in message


def test_the_title_of_a_record_may_look_like_a_template_in_the_head(site: Path) -> None:
    for folder in ("", "en/"):
        body = '<a href="https://example.org/?a=1&amp;b=&#39;2&#39;">&#123;{ 7*7 }&#125;</a>'
        write(site, f"{folder}elements/plan.html", body, "<title>{{ 7*7 }}</title>")
    assert faults(site, CITED) == []


def test_what_remains_of_a_template_in_the_head_of_a_written_page_is_found(site: Path) -> None:
    write(site, "index.html", '<h1 id="here">x</h1>', "<title>{{ title }}</title>")
    (message,) = messages(site)
    assert "template text remains near `{{ title }}" in message


def test_a_file_that_only_a_style_sheet_names_must_be_there(site: Path) -> None:
    sheet = site / "assets" / "site.css"
    rule = (
        "@font-face { src: url(fonts/gone.woff2) } b { background: url(data:image/png;base64,x) }"
    )
    sheet.write_text(rule, "utf-8")
    assert faults(site) == [Fault("assets/site.css", "`fonts/gone.woff2` leads nowhere")]
    (site / "assets" / "fonts").mkdir()
    (site / "assets" / "fonts" / "gone.woff2").touch()
    assert faults(site) == []


@pytest.mark.parametrize("name", ["404.html", "en/404.html"])
def test_a_site_without_a_page_for_lost_addresses_is_found(site: Path, name: str) -> None:
    (site / name).unlink()
    assert [fault.page for fault in faults(site, CITED) if fault.page == name] == [name]
