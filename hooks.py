"""MkDocs hooks: generated pages, and findings instead of a broken site. Thin by design."""

from __future__ import annotations

import sys
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

_serving = False
_pages: dict[str, Any] = {}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview, which shows errors instead of ending."""
    del dirty
    global _serving
    _serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data before anything is built; a build ends here when it has errors."""
    if _serving:
        for name in [n for n in sys.modules if n.split(".")[0] in ("dossier", "macros")]:
            del sys.modules[name]
    from dossier import site
    from dossier.render import Settings

    found = site.edition_of(config)
    if not found.sound and not _serving:
        raise PluginError("\n" + site.findings_text(found))
    settings = Settings.from_environment()
    config.site_url = site.address_of(config, settings)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from records; their text comes in `on_page_content`."""
    from dossier import site

    _pages.clear()
    for made in site.pages_of(config):
        _pages[made.markdown_path] = made
        content = "---\nrender_macros: false\nhide: [toc]\n---\n"
        file = File.generated(
            config, made.markdown_path, content=content, inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = made.source
        files.append(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the HTML of generated pages in place, without a way through Markdown."""
    del files
    from dossier import prose, site

    language = site.language_of(config)
    made = _pages.get(page.file.src_uri)
    if made is None:
        return prose.polish_html(html, language)
    content: str = made.html()
    page.title = escape(made.title)
    page.meta["title"] = escape(made.title)
    page.meta["description"] = escape(prose.shorten(made.description))
    page.toc = get_toc([{"level": 1, "id": "", "name": page.title, "children": []}])
    return content


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """Tell the theme where the same page stands in the other language."""
    from dossier import links

    here = page.file.dest_uri
    context["other_page"] = links.up(here) + config.extra["other_language"]["path"] + here
    return context
