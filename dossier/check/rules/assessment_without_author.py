"""Every assessment names who judges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.language.typography import fold
from dossier.messages import _

WHY = _(
    "A judgement weighs as much as whoever makes it. “Experts say” cannot be asked, and a reader "
    "cannot tell two experts from one."
)
BAD = "by: {ru: эксперты, en: experts}\n"
GOOD = "by: {ru: Дина Примерова, en: Dina Primerova}\n"

_NOBODY = re.compile(
    r"(?:некоторые |многие |неназванные |военные |some |many |unnamed )?"
    r"(?:авторы?|неизвестн\w+( автор)?|анонимн\w+( автор)?|эксперты?|аналитики?|наблюдател[ьи]|"
    r"специалисты?|источники?|сми|не указано?|нет|unknown( author)?|authors?|anonymous|experts?|"
    r"analysts?|observers?|specialists?|sources?|media|n/a|none|[-?.…]+)"
)


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each assessment by nobody in particular."""
    remedy = _(
        "name the person or the body as the source does; else it is a claim, not a judgement"
    )
    for assessment in dataset.assessments.values():
        if assessment.by is None:
            message, add = _("nobody is named who judges"), _("add `by:`; {remedy}", remedy=remedy)
            yield Problem(assessment, ("stance",), message, add, at_key=True)
            continue
        for language, name in (("ru", assessment.by.ru), ("en", assessment.by.en)):
            if name and _NOBODY.fullmatch(fold(name)):
                message = _("`{name}` names nobody", name=name)
                yield Problem(assessment, ("by", language), message, remedy)
