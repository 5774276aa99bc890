"""The pages that the site leads to by itself exist, each with the macro that its links rely on."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.check.rules._site import pages_of
from dossier.dataset import Dataset
from dossier.messages import _
from dossier.model import Article, Element, Scenario, Vocabulary
from dossier.model.annotations import Term
from dossier.parsing.nodes import START

WHY = _(
    "Every record links to the lists and themes that it belongs to. Where such a page or its macro "
    "is missing, those links lead nowhere and the build refuses the site."
)
BAD = """\
# data/vocabulary/themes.yml has the theme `border`; docs/ru/themes/border.md does not exist
"""
GOOD = """\
# docs/ru/themes/border.md and docs/en/themes/border.md, each with {{ theme("border") }}
"""

PAGES = (
    *("index.md", "chronology/index.md", "risks/index.md", "changes.md"),
    *("obligations/index.md", "sources/index.md", "actors/index.md", "editing/index.md"),
    *("method.md", "data.md", "data/columns.md"),
)
# Records that have no page of their own stand where a macro prints them.
PRINTED = {"assessment": "assessments", "dispute": "disputes", "question": "questions"}


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each page that is missing, and for each that prints no records."""
    for menu in dataset.menus:
        known = pages_of(dataset, menu.language)
        for name, (macro, argument) in _needed(dataset).items():
            page = known.written.get(name)
            call = f'{macro}("{argument}")' if argument else f"{macro}()"
            if page is None:
                message = _("the site leads to `{page}`, which does not exist", page=name)
                remedy = _("write `{word}`", word=f"docs/{menu.language}/{name}")
                if name.startswith("themes/"):
                    remedy = _("write `{word}` with {call}")
                    word = f"docs/{menu.language}/{name}"
                    remedy = remedy.given(word=word, call=f"`{{{{ {call} }}}}`")
                    themes = dataset.of(Vocabulary)["themes"]
                    yield Problem(themes, ("terms", argument), message, remedy, at_key=True)
                else:
                    yield Problem(menu.document, (), message, remedy, mark=START)
            elif macro and not any(
                macro_call.name == macro and (not argument or macro_call.first == argument)
                for macro_call in page.calls
            ):
                message = _("links lead to what `{call}` prints here, and it is not called")
                remedy = _("write {call} on the page", call=f"`{{{{ {call} }}}}`")
                yield Problem(page.document, (), message.given(call=call), remedy, mark=START)


def _needed(dataset: Dataset) -> dict[str, tuple[str, str]]:
    """Each page with the macro that it must call and the argument of the call, if any."""
    needed = dict.fromkeys(PAGES, ("", ""))
    needed |= {f"{name}.md": (name, "") for kind, name in PRINTED.items() if dataset.records[kind]}
    used = {value for *_, value, mark in dataset.marked(Term) if mark.axis == "themes"}
    themes = [theme for theme in dataset.terms("themes") if theme in used]
    needed |= {f"themes/{theme}.md": ("theme", theme) for theme in themes}
    needed |= {f"articles/{article}.md": ("article", article) for article in dataset.of(Article)}
    if dataset.of(Scenario):
        needed["scenarios/index.md"] = ("", "")
    if any(element.people for element in dataset.of(Element).values()):
        needed["context/people.md"] = ("people", "")
    if any(element.compared_as for element in dataset.of(Element).values()):
        needed["context/comparators.md"] = ("comparison", "")
    return needed
