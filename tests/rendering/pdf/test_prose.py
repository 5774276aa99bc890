"""A built page as blocks: what is read of it, what is left out, where its links lead."""

from __future__ import annotations

from pathlib import Path

from dossier.dataset import Dataset
from dossier.rendering.pdf import prose
from dossier.rendering.pdf.written import Written, alone, in_book

PAGE = """
<main id="main"><p class="edition">Edition</p>
<h1 id="method">How<a class="headerlink" href="#method">§</a></h1>
<p>An <strong>event</strong>
  of <em>word&nbsp;only</em>, see <a href="../elements/trial-plan-2019.html#signing">a plan</a>,
  <a href="#method">above</a>, <a href="https://example.org/x">there</a> and
  <span lang="tr">Türkiye</span> (<span class="stated">sure</span>)<sup>1</sup>.</p>
<ul><li>one<ul><li>inner</li></ul></li><li><p>two</p></li></ul>
<dl><dt id="a">A</dt><dd>first</dd><dd><p>more</p></dd></dl>
<div class="table-box"><table><thead><tr><th>Letter</th><th>Meaning</th></tr></thead>
<tbody><tr><td>A</td><td>a long meaning of many words, which needs room</td></tr>
<tr><td>B</td></tr></tbody></table></div>
<figure class="picture" id="picture-trial"><p>Title</p></figure>
<p hidden>gone</p><script>gone()</script></main>
"""


def test_a_page_becomes_blocks_in_its_order() -> None:
    found = prose.blocks(PAGE, "context/method.html")
    assert [block["k"] for block in found] == ["h", "p", "ul", "dl", "table", "picture"]
    heading, _text, items, terms, table, picture = found
    assert (heading["level"], heading["id"], prose.plain(heading["runs"])) == (1, "method", "How")
    assert [block["k"] for block in items["items"][0]] == ["p", "ul"]
    assert prose.plain(items["items"][1][0]["runs"]) == "two"
    assert [prose.plain(part["runs"]) for part in terms["items"][0]["blocks"]] == ["first", "more"]
    assert table["rows"][1] == [[{"t": "B"}], []]
    assert table["widths"][0] < table["widths"][1]
    assert table["widths"][0] >= prose.LEAST * sum(table["widths"]) * 0.9
    assert picture["id"] == "trial"


def test_a_text_keeps_its_styles_languages_and_links() -> None:
    (text,) = (block for block in prose.blocks(PAGE, "context/method.html") if block["k"] == "p")
    runs = {run["t"]: run for run in text["runs"]}
    said = prose.plain(text["runs"])
    assert said.startswith("An event of word\N{NO-BREAK SPACE}only, see a plan, above, there and ")
    assert runs["event"]["b"]
    assert runs["word\N{NO-BREAK SPACE}only"]["i"]
    assert runs["sure"]["i"]
    assert runs["1"]["s"]
    assert runs["Türkiye"]["l"] == "tr"
    assert runs["a plan"]["u"] == "elements/trial-plan-2019.html#signing"
    assert runs["there"]["u"] == "https://example.org/x"


def test_what_a_page_lacks_is_nothing(tmp_path: Path) -> None:
    assert prose.blocks("<main>text</main>", "a.html") == []
    assert Written.read(tmp_path).pages == {}


def test_in_the_book_links_lead_to_its_places_and_else_to_the_site(trial: Dataset) -> None:
    html = (
        '<h1 id="m">M</h1><p><a href="elements/trial-plan-2019.html">record</a>'
        '<a href="context/glossary.html#word">term</a><a href="data.html">page</a></p>'
    )
    terms = prose.blocks('<div id="main"><dl><dt id="word">W</dt></dl></div>', "context/g.html")
    pages = Written([], prose.blocks(f'<div id="main">{html}</div>', "method.html"), terms)

    parts = in_book(pages, trial, None)
    record, term, page = parts["method.html"][1]["runs"]
    assert record["key"] == "element-trial-plan-2019"
    assert term["key"] == parts["context/glossary.html"][0]["items"][0]["key"]
    assert page == {"t": "page"}
    assert parts["method.html"][0]["key"]

    onward = in_book(pages, trial, "https://example.org/")["method.html"][1]["runs"][2]
    assert onward["to"] == "https://example.org/data.html"
    heading, text = alone(pages.method, "https://example.org/en/")
    assert heading["key"] is None
    assert text["runs"][0]["to"] == "https://example.org/en/elements/trial-plan-2019.html"
