"""MkDocs hooks: generated pages, and findings instead of a broken site. Thin by design."""

from __future__ import annotations

import os
import sys
from html import escape
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

# Kept outside this module, which the preview loads anew: `on_startup` comes only once.
PREVIEW = "DOSSIER_PREVIEW"
_pages: dict[str, Any] = {}
_menus: list[Any] = []


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview, which shows errors instead of ending."""
    del dirty
    os.environ.pop(PREVIEW, None)
    if command == "serve":
        os.environ[PREVIEW] = "1"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data before anything is built; a build ends here when it has errors."""
    serving = PREVIEW in os.environ
    if serving:
        _forget_code()
    from dossier.rendering import theme
    from dossier.rendering.renderer import Settings
    from dossier.site import adapter

    found = adapter.renew(config)
    if not found.sound and not serving:
        raise PluginError("\n" + adapter.findings_text(found))
    # MkDocs would follow links and read pipes; the preview must not do so, either.
    if refused := adapter.refused_text(config):
        raise PluginError("\n" + refused)
    if config.theme.name != theme.NAME:
        raise PluginError(
            f"theme.name is {config.theme.name!r}; the site is {theme.NAME!r}'s: put"
            f" `name: {theme.NAME}` back, whose document overrides/ extends"
        )
    settings = Settings.from_environment()
    config.site_url = adapter.address_of(config, settings)
    return config


def _forget_code() -> None:
    """Have everything imported anew, so that the preview shows a change in the code.

    MkDocs loads a hook file once in a process, whatever happens to the file.
    """
    for name in [name for name in sys.modules if name.split(".")[0] in ("dossier", "macros")]:
        del sys.modules[name]
    forget = getattr(Hooks._load_hook, "cache_clear", None)
    if forget is not None:
        forget()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from records; their text comes in `on_page_content`."""
    from dossier.rendering import theme
    from dossier.site import adapter

    _pages.clear()
    for made in adapter.pages_of(config):
        _pages[made.markdown_path] = made
        content = "---\nrender_macros: false\n---\n"
        file = File.generated(
            config, made.markdown_path, content=content, inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = made.source
        files.append(file)
    for name, made_bytes in adapter.files_of(config):
        files.append(File.generated(config, name, content=made_bytes))
    icons = config.theme.get_env().get_template("partials/icons.html").render(config=config)
    files.append(File.generated(config, theme.SHEET, content=theme.style_sheet(icons)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give generated pages their place, and editors a menu of their own."""
    from dossier.site import menu

    _menus[:] = [menu.set_apart(nav, config.extra["apart"])]
    menu.place(_pages.values(), files)
    return nav


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the HTML of generated pages in place, without a way through Markdown."""
    del files
    from dossier.rendering import finishing, pages
    from dossier.site import adapter, contents

    made = _pages.get(page.file.src_uri)
    if made is None:
        content = adapter.finish(html, config, typeset=True)
        _list_contents(page, contents.contents(content))
        return content
    content = adapter.finish(made.html(), config, typeset=False)
    # MkDocs looks here when it validates the anchors of links in written pages.
    page.present_anchor_ids = pages.anchors(content)
    page.title = escape(made.title)
    page.meta["title"] = made.title
    page.meta["description"] = finishing.shorten(made.description)
    _list_contents(page, contents.contents(content))
    return content


def _list_contents(page: Page, sections: list[Any]) -> None:
    """Name the sections; the link of the theme that skips the menu leads to the first entry."""
    page.toc = get_toc([{"level": 1, "id": "main", "name": page.title, "children": sections}])


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
) -> dict[str, Any]:
    """Tell the theme where the page stands in the other language, and its share image."""
    from dossier.rendering import addresses
    from dossier.rendering.pdf import share
    from dossier.site import adapter, menu

    for name in page.meta.keys() & {"title", "description"}:
        page.meta[name] = escape(str(page.meta[name]))
    hidden = ["navigation"] if menu.needs_no_menu(page) else []
    page.meta["hide"] = [*page.meta.get("hide", ()), *hidden]
    if menu.is_apart(page, context["nav"]):
        context["nav"] = _menus[0]
    here = page.file.dest_uri
    page.meta["share"] = share.address(config.site_url, here, adapter.language_of(config))
    context["print_stamp"] = adapter.print_stamp(config)
    context["edition_line"] = adapter.edition_line(config)
    other = config.extra["other_language"]["path"] + here
    context["other_page"] = addresses.up(here) + other
    # Search engines read only whole addresses here; without a known site there is none to name.
    context["other_address"] = urljoin(config.site_url, other) if config.site_url else ""
    made = _pages.get(page.file.src_uri)
    if made is None or not made.is_of_a_record:
        source = made.source if made else adapter.written_in(config, page.file.src_uri)
        context["mending"] = adapter.mending(source, config)
    return context
