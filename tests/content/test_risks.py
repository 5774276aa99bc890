"""The register is fair: both sides of every risk are heard, and nobody's standing is hidden."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.model.risk import Evidence
from dossier.rendering import addresses
from dossier.rendering.renderer import Renderer, Settings
from dossier.rendering.views.risk import risk_view
from dossier.site.pages import generated
from tests.conftest import ROOT

RISKS = sorted(path.stem for path in (ROOT / "data/risks").glob("*.yml"))


def room(items: tuple[Evidence, ...], language: str) -> int:
    return sum(len(getattr(item.note, language)) for item in items)


@pytest.mark.parametrize("name", RISKS)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_evidence_of_neither_side_is_cut_short(name: str, language: str, real: Dataset) -> None:
    risk = real.risks[name]
    pro, con = room(risk.evidence_for, language), room(risk.evidence_against, language)
    assert min(pro, con) * 2 >= max(pro, con)


@pytest.mark.parametrize("name", RISKS)
def test_who_asserts_a_risk_is_heard_among_the_arguments_for_it(name: str, real: Dataset) -> None:
    risk = real.risks[name]
    assert set(risk.asserted_by) <= set(risk.arguments_for)
    assert not set(risk.arguments_for) & set(risk.arguments_against)
    assert len(risk.arguments_against) >= 2 or risk.voices_note, "few object: say why"


@pytest.mark.parametrize("name", RISKS)
def test_what_restrains_a_risk_is_named(name: str, real: Dataset) -> None:
    assert len(real.risks[name].controls) >= 2


def page(name: str, dataset: Dataset) -> str:
    risk = dataset.risks[name]
    [html] = [
        page.html()
        for page in generated(Renderer(dataset, "en", Settings()))
        if page.url == addresses.address_of(risk)
    ]
    return html


def test_a_page_says_for_whom_a_voice_speaks_and_what_to_beware_of(real: Dataset) -> None:
    html = page("practical-value", real)
    assert "spokesperson of the Foreign Ministry of Kazakhstan" in html
    assert "speaks for: Kazakhstan" in html
    assert "Said of leaving the CSTO, not of Türkiye." in html


def test_a_row_that_tells_hypotheses_apart_says_so_in_words(real: Dataset) -> None:
    html = page("logistics-asymmetry", real)
    view = risk_view(real.risks["logistics-asymmetry"], real)
    apart = sum(row.diagnostic for row in view.rows)
    assert 0 < apart < len(view.rows)
    assert html.count(">tells the hypotheses apart<") == apart
