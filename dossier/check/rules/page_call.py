"""Every macro call in a page names a macro, arguments and records that exist."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from dossier.check.rules import Breach
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.dataset.validation import listed, near
from dossier.dataset.written_pages import Call
from dossier.rendering.macro_arguments import MacroError
from dossier.rendering.macros import NAMES, Macros
from dossier.rendering.renderer import Renderer

WHY = "A call that names nothing is a statement without its source, and it stops the build."
BAD = """\
# docs/en/themes/exercises.md
# The drill of 2023 {{ element("kis-2032-exercise") }} was held in Kars.
"""
GOOD = """\
# docs/en/themes/exercises.md
# The drill of 2023 {{ element("kis-2023-exercise") }} was held in Kars.
"""


class _Silent(Renderer):
    """Looks everything up and renders nothing."""

    def for_markdown(self, template: str, page_url: str, **view: Any) -> str:
        return ""


def check(dataset: Dataset) -> Iterator[Breach]:
    """Yield a breach for each call that the build would refuse.

    Silent on what a file that cannot be read may hold, and on what a call would show of a record
    that is to be mended: both have findings of their own.
    """
    unread = unread_files(dataset)
    for page in dataset.pages:
        if page.error is not None:
            mark, message = page.error
            yield Breach(
                page.document,
                (),
                f"the macro call cannot be read: {message}",
                "check the quotes, brackets and braces of the call",
                mark=mark,
            )
        macros = Macros(_Silent(dataset, page.language), page.name)
        for call in page.calls:
            problem = _problem(call, macros, unread)
            if problem is not None:
                message, remedy = problem
                yield Breach(page.document, (), message, remedy, mark=call.mark)


def _problem(call: Call, macros: Macros, unread: set[tuple[str, str]]) -> tuple[str, str] | None:
    if call.name not in NAMES:
        return (
            f"there is no macro `{call.name}`",
            near(call.name, list(NAMES)) or f"the macros are {listed(list(NAMES), most=20)}",
        )
    macro = getattr(macros, call.name)
    signature = inspect.signature(macro, eval_str=True)
    try:
        bound = signature.bind(*call.arguments, **call.keywords)
    except TypeError as error:
        known = list(signature.parameters)
        return (
            f"`{call.name}`: {error}",
            f"its arguments are {listed(known)}" if known else "it takes no arguments",
        )
    for name, value in bound.arguments.items():
        if problem := _of_another_sort(name, value, signature.parameters[name].annotation):
            return problem
    try:
        macro(*call.arguments, **call.keywords)
    except MacroError as error:
        if error.files & unread:
            return None
        message, _, remedy = str(error).partition("; ")
        return message, remedy or "name one that exists"
    except (LookupError, ValueError):
        return None
    return None


def _of_another_sort(name: str, value: Any, wanted: Any) -> tuple[str, str] | None:
    """What is wrong with the sort of an argument; the macros themselves look at years."""
    for given in value if isinstance(value, tuple) else (value,):
        if wanted in (str, str | None) and not isinstance(given, wanted):
            return f"{name} is a text, not `{given}`", "put it in quotes"
        if wanted is int and not isinstance(given, int):
            return f"{name} is a whole number, not `{given}`", "write it in digits, without quotes"
    return None
