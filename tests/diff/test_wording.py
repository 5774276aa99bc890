"""How a comment calls records and values, and what it does when they grow too many."""

from __future__ import annotations

import pytest

from dossier.dataset import Dataset
from dossier.diff.fates import title_of
from dossier.diff.markdown import as_markdown
from dossier.diff.model import Difference, Unread
from dossier.diff.wording import Wording
from dossier.messages import Message
from tests.making import element, text


def test_what_does_not_fit_is_left_out_with_a_word(trial: Dataset) -> None:
    unread = tuple(Unread("head", f"data/{n}.yml", n, Message("wrong")) for n in range(10, 20))
    difference, say = Difference("a", "b", unread=unread), Wording("en", trial, trial)
    whole = as_markdown(difference, say).splitlines()
    assert len(whole) == 16 and as_markdown(difference, say, 2_000).splitlines() == whole
    fits = sum(len(line) + 1 for line in whole[:9])
    for most, kept in ((fits, whole[:9]), (fits - 1, whole[:8])):
        cut = as_markdown(difference, say, most).splitlines()
        assert cut == [*kept, "", "The rest is left out here; `dossier diff --format json` has all "
                       "of it."]  # fmt: skip


def test_a_claim_is_named_with_its_beginning(trial: Dataset) -> None:
    say = Wording("en", trial, trial)
    assert say.claim("gone", "a", None) == "`gone#a`"
    assert say.claim("gone", "a", text("x" * 90)) == f"`gone#a` ({'x' * 90})"
    assert say.claim("gone", "a", text("x" * 91)) == f"`gone#a` ({'x' * 89}…)"


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        (("claims", "a", "id"), "a_b", "`a_b`"),
        (("claims", "a", "rank"), "preferred", "`preferred`"),
        (("claims", "a", "cites", "b", "stance"), "mentions", "`mentions`"),
        (("claims", "a", "cites", "b", "locator"), "lead", "`lead`"),
        (("date",), "2020~", "`2020~`"),
        (("parties",), ["turkiye", "nobody"], "Türkiye, `nobody`"),
        (("related", "a", "element"), "gone", "`gone`"),
        (("places", "a"), text("a_b"), "“a\\_b” / «a\\_b»"),
        (("related", "a"), {"element": "a", "x": [], "y": ""}, "none"),
    ],
)
def test_a_value_is_shown_by_what_it_means(
    path: tuple[str, ...], value: object, shown: str, trial: Dataset
) -> None:
    assert Wording("en", trial, trial).value("element", path, value) == shown


def test_a_title_in_one_language_has_no_other() -> None:
    assert title_of(element("a", title={"ru": "А"})) == {"ru": "А"}
