"""The contents of a page: what is listed, under which name, and when there is no list."""

from __future__ import annotations

from typing import Any

from dossier.site.contents import FEWEST, MOST, contents


def heading(level: int, name: str, inner: str = "") -> str:
    return f'<h{level} class="x" id="{name}">{inner or name}</h{level}><p>text</p>'


def listed(html: str) -> list[tuple[str, list[str]]]:
    def ids(tokens: list[dict[str, Any]]) -> list[str]:
        return [token["id"] for token in tokens]

    return [(token["id"], ids(token["children"])) for token in contents(html)]


def test_sections_are_listed_with_their_parts() -> None:
    html = heading(2, "a") + heading(3, "b") + heading(3, "c") + heading(2, "d")
    assert listed(html) == [("a", ["b", "c"]), ("d", [])]


def test_a_page_of_few_sections_has_no_list() -> None:
    few = "".join(heading(2, f"s{number}") for number in range(FEWEST - 1))
    assert contents(few) == []
    assert len(contents(few + heading(2, "last"))) == FEWEST


def test_records_of_a_long_section_are_left_to_the_section() -> None:
    many = "".join(heading(3, f"r{number}") for number in range(MOST + 1))
    html = heading(2, "list") + many + heading(2, "after") + heading(3, "part")
    assert listed(html) == [("list", []), ("after", ["part"])]


def test_a_name_is_text_without_its_link_and_remark() -> None:
    link = '<a class="headerlink" href="#x">§</a>'
    inner = f'<code>a &lt; b</code> and <span class="aside">remark</span>\n <em>more</em> {link}'
    html = heading(2, "x", inner) + heading(2, "y") + heading(2, "z")
    assert contents(html)[0]["name"] == "a &lt; b and more"


def test_a_heading_without_an_address_is_not_listed() -> None:
    html = "<h2>no</h2>" + "".join(heading(2, name) for name in "abc")
    assert [name for name, _ in listed(html)] == ["a", "b", "c"]
