"""What the site takes from its theme, Material: style sheets in a layer, names of features.

The theme is looked up where it is installed and is never imported.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

NAME = "material"
SHEET = "assets/stylesheets/material.css"
SHEETS = ("main.*.min.css", "palette.*.min.css")
SCRIPT = "assets/javascripts/bundle.*.min.js"
# The features of the theme's script that the site's own script provides as well.
OWN_SCRIPT = frozenset({"content.code.copy", "content.tooltips", "toc.follow"})
IN_TEMPLATES = re.compile(r'"([a-z]+(?:\.[a-z]+)+)" (?:not )?in features')
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


@lru_cache(maxsize=1)
def folder() -> Path:
    """The theme's templates and assets."""
    spec = find_spec(NAME)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the theme `{NAME}` is not installed")
    return Path(spec.submodule_search_locations[0]) / "templates"


def style_sheet(icons: str = "") -> bytes:
    """The theme's sheets as one layer of the cascade, under the sheets of the dossier.

    `icons` is what the theme would write into each page: the policy of the site allows no style in
    a page. A browser without layers (before 2022) shows pages without the theme's looks.
    """
    sheets = folder() / "assets" / "stylesheets"
    parts = [path.read_text("utf-8") for name in SHEETS for path in sorted(sheets.glob(name))]
    parts.append(re.sub(r"</?style[^>]*>", "", icons))
    return f"@layer material{{{SOURCE_MAP.sub('', ''.join(parts)).strip()}}}\n".encode()


@lru_cache(maxsize=1)
def features() -> dict[str, bool]:
    """The names that the installed theme knows, each with whether it needs the theme's script."""
    known = {
        name: False
        for path in sorted(folder().rglob("*.html"))
        for name in IN_TEMPLATES.findall(path.read_text("utf-8"))
    }
    for path in sorted(folder().glob(SCRIPT)):
        code = path.read_text("utf-8")
        # A minified script asks for each feature by one function, whatever it is called.
        if asks := re.search(r'([\w$]+)\("announce\.dismiss"\)', code):
            for name in re.findall(re.escape(asks[1]) + r'\("([a-z.]+)"\)', code):
                known[name] = name not in OWN_SCRIPT and name != "navigation.tabs.sticky"
    return dict(sorted(known.items()))
