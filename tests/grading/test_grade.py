"""Grading: origins are counted, not publications, and every limit leaves its reason."""

from __future__ import annotations

import pytest

from dossier.grading.grade import Grade, grade_citations, grade_claim, origins_of
from dossier.model import Citation
from tests.making import cite, claim, dataset, source

SOURCES = dataset(
    source("one"),
    source("two"),
    source("wire-a", origin="wire"),
    source("wire-b", origin="wire"),
    source("wire-c", origin="wire"),
    source("law", kind="primary_document"),
    source("ministry", party_interest=("kazakhstan",)),
    source("embassy", party_interest=("turkiye",)),
    source("law-of-party", kind="primary_document", party_interest=("kazakhstan",)),
    source("rumour", reliability="E"),
    source("unknown", reliability="F"),
    source("blog", reliability="D"),
    source("fair", reliability="C"),
    source("snippet", consulted="excerpt"),
    source("snippet-too", consulted="excerpt"),
)


def told(*words: str) -> tuple[Citation, ...]:
    """Citations of sources; a leading `-` contradicts, a leading `~` only mentions."""
    stances = {"-": "contradicts", "~": "mentions"}
    return tuple(cite(word.lstrip("-~"), stances.get(word[0], "supports")) for word in words)


CASES = {
    "nothing is cited": ("", "none", "not_assessed", "no_source"),
    "a mention supports nothing": ("~one", "none", "not_assessed", "no_source"),
    "a contradiction supports nothing": ("-one", "none", "not_assessed", "no_source"),
    "one source is one origin": ("one", "single_origin", "moderate", "single_origin"),
    "one source cited twice is one": ("one one", "single_origin", "moderate", "single_origin"),
    "three articles of a wire are one origin": (
        "wire-a wire-b wire-c", "multiple_dependent", "moderate", "multiple_dependent"),
    "two articles of a wire are one origin": (
        "wire-a wire-b", "multiple_dependent", "moderate", "multiple_dependent"),
    "two origins agree": ("one two", "independent", "high", "independent"),
    "a wire and another agree": ("wire-a wire-b one", "independent", "high", "independent"),
    "a document is enough": ("law", "documentary", "high", "documentary"),
    "a mention adds no origin": ("one ~two", "single_origin", "moderate", "single_origin"),
    "the interested agree only with each other": (
        "ministry embassy", "independent", "moderate", "independent interested_only"),
    "one without interest is enough": ("ministry one", "independent", "high", "independent"),
    "a document of an interested party is still a document": (
        "law-of-party", "documentary", "high", "documentary"),
    "a contradiction lowers the ceiling": (
        "one two -fair", "independent", "moderate", "independent contradicted"),
    "a document can be contradicted": (
        "law -one", "documentary", "moderate", "documentary contradicted"),
    "the unreliable are low, however many": (
        "rumour unknown blog", "independent", "low", "independent unreliable_only"),
    "one of fair reliability is enough": ("rumour fair", "independent", "high", "independent"),
    "excerpts are said to be excerpts": (
        "snippet snippet-too", "independent", "high", "independent excerpts_only"),
    "one read in full is enough": ("snippet one", "independent", "high", "independent"),
    "limits add up": (
        "blog -one", "single_origin", "low", "single_origin contradicted unreliable_only"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_grade_of_a_statement(case: str) -> None:
    cited, corroboration, confidence, reasons = CASES[case]
    grade = grade_citations(told(*cited.split()), SOURCES)
    assert (grade.corroboration, grade.confidence) == (corroboration, confidence)
    assert grade.reasons == tuple(reasons.split())


def test_nothing_that_is_cited_has_no_origin() -> None:
    assert grade_citations((), SOURCES).origins == ()


def test_origins_are_named_once_and_in_order() -> None:
    sources = [SOURCES.sources[name] for name in ("wire-b", "one", "wire-a")]
    assert origins_of(sources) == ("one", "wire")


def test_a_rejected_claim_is_low_and_says_so() -> None:
    rejected = claim(*told("law"), rank="deprecated")
    assert grade_claim(rejected, SOURCES) == Grade(
        "documentary", "low", ("documentary", "deprecated"), ("law",)
    )


def test_a_rejected_claim_without_source_stays_not_assessed() -> None:
    assert grade_claim(claim(rank="deprecated"), SOURCES).confidence == "not_assessed"


def test_rank_preferred_raises_nothing() -> None:
    assert grade_claim(claim(*told("one"), rank="preferred"), SOURCES) == grade_claim(
        claim(*told("one")), SOURCES
    )


def test_a_source_that_does_not_exist_counts_as_none() -> None:
    """`check` reports it; grading must not end in a traceback meanwhile."""
    assert grade_citations(told("gone"), SOURCES).corroboration == "none"
    assert grade_citations(told("gone", "one"), SOURCES).corroboration == "single_origin"
