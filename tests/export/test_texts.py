"""The text editions: every record and every source is in them, and nothing in them is markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.dataset import Dataset
from dossier.export import texts
from dossier.export.bundle import Bundle
from tests.making import cite, claim, dataset, element, source, text


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("name", texts.CHAPTERS)
def test_every_record_has_a_heading(
    exported: Path, real: Dataset, name: str, language: str
) -> None:
    said = (exported / texts.path_of(name, language)).read_text("utf-8")
    headings = re.findall(r"^## ", said, re.MULTILINE)
    assert len(headings) == len(real.records[name.removesuffix("s")])
    assert said.startswith("# ")


def test_every_claim_names_its_sources_with_their_addresses(exported: Path, real: Dataset) -> None:
    said = (exported / texts.path_of("elements", "en")).read_text("utf-8")
    for record in real.elements.values():
        for one in record.claims:
            part = said.partition(f"\n### {record.id}#{one.id}\n")[2].partition("\n#")[0]
            assert all(real.sources[c.source].url in part for c in one.cites), one.id


def test_the_guide_leads_to_files_that_are_there(exported: Path) -> None:
    guide = (exported / "llms.txt").read_text("utf-8")
    # The form of llmstxt.org: one name, a summary, sections of links.
    assert re.match(r"# .+\n\n> .+\n\n.+\n\n## ", guide)
    links = re.findall(r"^- \[[^]]+\]\(([^)]+)\)", guide, re.MULTILINE)
    assert len(links) == 2 * len(texts.CHAPTERS) + 3
    assert [link for link in links if not (exported / link).is_file()] == []


def test_what_looks_like_markup_is_text() -> None:
    data = dataset(
        source("s"), element("x", "2020", claim(cite("s")), title=text("<b> [a](b) *c* | `d`"))
    )
    said = dict(texts.files(Bundle(data, "")))[texts.path_of("elements", "en")].decode()
    assert r"## \<b\> \[a\](b) \*c\* \| \`d\`" in said
