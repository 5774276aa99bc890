"""Every macro call in a page names a macro, arguments and records that exist."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from dossier.check.rules import Problem
from dossier.check.rules._shared import unread_files
from dossier.dataset import Dataset
from dossier.dataset.written_pages import Call
from dossier.messages import Advice, Message, _
from dossier.messages.phrases import listed, near
from dossier.rendering.macro_arguments import MacroError
from dossier.rendering.macros import NAMES, Macros
from dossier.rendering.pictures.gallery import Gallery
from dossier.rendering.pictures.picture import Undrawn
from dossier.rendering.renderer import Renderer

WHY = _("A call that names nothing is a statement without its source, and it stops the build.")
BAD = """\
# docs/en/themes/exercises.md
# The drill of 2023 {{ element("kis-2032-exercise") }} was held in Kars.
"""
GOOD = """\
# docs/en/themes/exercises.md
# The drill of 2023 {{ element("kis-2023-exercise") }} was held in Kars.
"""


class _Silent(Renderer):
    """Looks everything up, renders nothing and draws nothing."""

    def for_markdown(self, template: str, page_url: str, **view: Any) -> str:
        return ""

    @cached_property
    def pictures(self) -> Gallery:
        return _Undrawn(self)


class _Undrawn(Gallery):
    """Knows the pictures by their ids."""

    def __getitem__(self, name: str) -> Undrawn:
        return Undrawn(name, "", "")


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each call that the build would refuse.

    Silent on what a file that cannot be read may hold, and on what a call would show of a record
    that is to be mended: both have findings of their own.
    """
    unread = unread_files(dataset)
    advice: dict[str, Advice | None] = {}  # most calls stand on a page of each language
    for page in dataset.pages:
        if page.error is not None:
            mark, reason = page.error
            message = _("the macro call cannot be read: {reason}", reason=reason)
            remedy = _("check the quotes, brackets and braces of the call")
            yield Problem(page.document, (), message, remedy, mark=mark)
        macros = Macros(_Silent(dataset, page.language), page.name)
        for call in page.calls:
            key = repr((call.name, call.arguments, call.keywords, call.is_bare))
            if key not in advice:
                advice[key] = _explain(call, macros, unread)
            if wrong := advice[key]:
                yield Problem(page.document, (), *wrong, mark=call.mark)


def _explain(call: Call, macros: Macros, unread: set[tuple[str, str]]) -> Advice | None:
    """What is wrong with a call, and what to write; None if nothing is."""
    if call.name not in NAMES:
        known = _("the macros are {names}", names=listed(NAMES, most=20))
        return _("there is no macro `{name}`", name=call.name), near(call.name, NAMES) or known
    if call.is_bare:
        message = _("the macro `{name}` is named here and not called", name=call.name)
        return message, _("write `{call}`", call=f"{{{{ {call.name}() }}}}")
    macro, signature = getattr(macros, call.name), _signature(call.name)
    try:
        bound = signature.bind(*call.arguments, **call.keywords)
    except TypeError as error:
        return _misfit(call.name, str(error)), _arguments(list(signature.parameters))
    for name, value in bound.arguments.items():
        if wrong := _of_another_sort(name, value, signature.parameters[name].annotation):
            return wrong
    if not (bound.arguments or _takes_several(signature)):
        return None  # none is given, so none is wrong
    try:
        macro(*call.arguments, **call.keywords)
    except MacroError as error:
        return None if error.files & unread else (error.message, error.remedy)
    except (LookupError, ValueError):
        return None
    return None


def _takes_several(signature: inspect.Signature) -> bool:
    """Whether a macro takes any number of arguments, and may refuse to be given none."""
    return any(
        parameter.kind is parameter.VAR_POSITIONAL for parameter in signature.parameters.values()
    )


@cache
def _signature(name: str) -> inspect.Signature:
    """What a macro takes on a page, where nobody passes it `self`."""
    whole = inspect.signature(getattr(Macros, name), eval_str=True)
    return whole.replace(parameters=list(whole.parameters.values())[1:])


def _misfit(macro: str, error: str) -> Message:
    """What `inspect` says of arguments that do not fit."""
    argument = error.rpartition(" ")[2]
    message = _("`{macro}`: too many positional arguments")
    if error.startswith("missing"):
        message = _("`{macro}`: missing a required argument: {argument}")
    elif "unexpected" in error:
        message = _("`{macro}`: got an unexpected keyword argument {argument}")
    elif "multiple" in error:
        message = _("`{macro}`: multiple values for argument {argument}")
    return message.given(macro=macro, argument=argument)


def _arguments(names: list[str]) -> Message:
    if not names:
        return _("it takes no arguments")
    return _("its arguments are {names}", names=listed(names))


def _of_another_sort(name: str, value: Any, wanted: Any) -> Advice | None:
    """What is wrong with the sort of an argument; the macros themselves look at years."""
    for given in value if isinstance(value, tuple) else (value,):
        if wanted in (str, str | None) and not isinstance(given, wanted):
            message = _("{argument} is a text, not `{value}`", argument=name, value=given)
            return message, _("put it in quotes")
        if wanted is int and not isinstance(given, int):
            message = _("{argument} is a whole number, not `{value}`", argument=name, value=given)
            return message, _("write it in digits, without quotes")
    return None
