"""The configurations name the site's theme, and only features that it knows and the site serves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from dossier.check.rules import Problem
from dossier.dataset import Dataset
from dossier.messages import Message, _
from dossier.messages.phrases import choice, near
from dossier.parsing.documents import Document
from dossier.parsing.nodes import START, Mapping, Mark
from dossier.rendering import theme

WHY = _("A setting that does nothing is worse than none: whoever made it looks for its effect.")
BAD = """\
# mkdocs.yml
# theme:
#   features:
#     - navigation.breadcrumbs
"""
GOOD = """\
# mkdocs.yml
# theme:
#   features:
#     - navigation.path
"""
CONFIGURATIONS = "mkdocs*.yml"
INSTANT = "navigation.instant"


def check(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each setting of the theme that the site cannot follow."""
    for path in sorted(dataset.data.absolute().parent.glob(CONFIGURATIONS)):
        document, root = _read(path)
        settings, extra = _value(root, "theme"), _value(root, "extra")
        brings = _text(_value(extra, "theme_script")) == "true"
        for node, message, remedy in _refused(settings, brings=brings):
            mark = Mark(node.start_mark.line + 1, node.start_mark.column + 1)
            yield Problem(document, (), message, remedy, mark=mark)


def _refused(
    settings: yaml.Node | None, *, brings: bool
) -> Iterator[tuple[yaml.Node, Message, Message]]:
    name, font = _value(settings, "name"), _value(settings, "font")
    if name is not None and _text(name) != theme.NAME:
        message = _("the theme of the site is `{name}`", name=theme.NAME)
        yield name, message, _("write `name: {name}`: the templates extend it", name=theme.NAME)
    if font is not None and _text(font) != "false":
        message = _("the theme would load its fonts from another host")
        yield font, message, _("write `font: false`; the site's fonts are in `overrides/assets/`")
    features = _value(settings, "features")
    for node in features.value if isinstance(features, yaml.SequenceNode) else ():
        problem = _refused_feature(_text(node), brings=brings)
        if problem and isinstance(node, yaml.ScalarNode):  # others come from the environment
            yield node, *problem


def _refused_feature(name: str, *, brings: bool) -> tuple[Message, Message] | None:
    known = theme.features()
    if name not in known:
        message = _("the theme knows no feature `{name}`", name=name)
        return message, near(name, known) or choice(tuple(known), len(known))
    if name.startswith(INSTANT):
        message = _("`{name}` replaces pages without loading them", name=name)
        return message, _("leave it out: the scripts of the site run once a page")
    if known[name] and not brings:
        message = _(
            "`{name}` is served by the theme's script, which the site leaves out", name=name
        )
        return message, _("leave it out, or write `theme_script: true` under `extra`")
    return None


def _read(path: Path) -> tuple[Document, yaml.Node | None]:
    """A configuration as nodes; none of a file that is no YAML, which MkDocs refuses in words."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return Document(path.name, text, Mapping(START, {}, {})), _composed(text)


@lru_cache(maxsize=8)  # most saves leave the configurations as they are
def _composed(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    return root


def _value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if _text(name) == key), None)


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
