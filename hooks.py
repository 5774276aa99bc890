"""MkDocs hooks: generated pages, and findings instead of a broken site. Thin by design."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from html import escape
from typing import Any, TypeVar
from urllib.parse import urljoin

from jinja2 import Environment
from jinja2.utils import Namespace
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

T = TypeVar("T")

# In the environment, since macros ask for it, too.
PREVIEW = "DOSSIER_PREVIEW"
_pages: dict[str, dict[str, Any]] = {}  # by language and by the Markdown file each stands for
_menus: dict[str, Navigation] = {}  # by language: the menu with the section of editors
_shared_menus: dict[tuple[object, ...], Namespace] = {}  # what pages off a menu share of it
_sound: dict[tuple[str, str], str] = {}  # the preview's last sound content of written pages

# Braces of a title are text, and no template that somebody forgot.
BRACES = {ord("{"): "&#123;", ord("}"): "&#125;"}


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is the preview, which shows errors instead of ending."""
    del dirty
    os.environ.pop(PREVIEW, None)
    if command == "serve":
        os.environ[PREVIEW] = "1"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the data before anything is built; a build ends here when it has errors."""
    from dossier.rendering.renderer import Settings
    from dossier.site import adapter

    edition = adapter.renew(config)
    if PREVIEW in os.environ:
        adapter.forgive(config)
        # A wrong macro would end the process; the preview shows it on its page.
        config.plugins["macros"].config["on_error_fail"] = False
    elif not edition.sound:
        raise PluginError("\n" + adapter.findings_text(edition))
    # MkDocs would follow links and read pipes; the preview must not do so, either.
    if refused := adapter.refused_text(config):
        raise PluginError("\n" + refused)
    settings = Settings.from_environment()
    config.site_url = adapter.address_of(config, settings)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from records; their text comes in `on_page_content`."""
    from dossier.rendering import theme
    from dossier.site import adapter

    pages = {page.markdown_path: page for page in _as_far_as(adapter.pages_of(config))}
    if PREVIEW in os.environ:
        for page in adapter.pages_of_mistakes(config):
            if page.markdown_path not in files.src_uris:
                pages.setdefault(page.markdown_path, page)
    _pages[adapter.language_of(config)] = pages
    for page in pages.values():
        file = File.generated(
            config, page.markdown_path, content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = page.source
        files.append(file)
        _GeneratedPage(None, file, config)
    for name, make in adapter.files_of(config):
        files.append(_GeneratedFile(name, config, make))
    icons = config.theme.get_env().get_template("partials/icons.html").render(config=config)
    files.append(File.generated(config, theme.SHEET, content=theme.style_sheet(icons)))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Give generated pages their place, and editors a menu of their own."""
    from dossier.site import adapter, menu

    language = adapter.language_of(config)
    _shared_menus.clear()
    _menus[language] = menu.set_apart(nav, config.extra["apart"])
    menu.place(_pages[language].values(), files)
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme's templates be kept compiled."""
    del config, files
    from dossier.rendering.compiled import compiled

    env.bytecode_cache = compiled("theme")
    return env


class _GeneratedPage(Page):
    """A page made from records: its HTML takes no way through macros and Markdown."""

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source; what looks like a macro in the data is text."""
        del config
        self.markdown, self.meta = "", {"render_macros": False}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave everything to `on_page_content`."""
        del config, files
        self.content = ""

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """Where links of written pages can lead: MkDocs asks this of few pages."""
        from dossier.rendering.pages import anchors

        return anchors(self.content or "")


class _GeneratedFile(File):
    """A file beside the pages, made when it is written or asked for."""

    def __init__(self, name: str, config: MkDocsConfig, make: Callable[[], bytes]) -> None:
        super().__init__(name, None, config.site_dir, config.use_directory_urls)
        self.inclusion, self.generated_by = InclusionLevel.INCLUDED, "hooks.py"
        self._make = make

    @property
    def _content(self) -> bytes:  # type: ignore[override]
        """What the file holds: MkDocs looks here."""
        return self._make()


def _as_far_as(pages: Iterable[T]) -> Iterator[T]:
    """All of them; in the preview as many as can be made of what data there are."""
    try:
        yield from pages
    except Exception:
        if PREVIEW not in os.environ:
            raise


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the HTML of generated pages in place, without a way through Markdown."""
    del files
    from dossier.rendering import finishing
    from dossier.rendering.renderer import protect
    from dossier.site import adapter, contents

    generated = _generated(page, config)
    if generated is None:
        content = _written(adapter.finish(html, config, typeset=True), page, config)
        if not isinstance(page.title, Markup):  # its own page and the menu of every other
            page.title = Markup(escape(page.title or "").translate(BRACES))  # noqa: S704
        _list_contents(page, contents.contents(content))
        return content
    content = adapter.finish(_html(generated, config), config, typeset=False)
    # The theme escapes titles in some places only, and takes this for escaped in all.
    page.title = Markup(protect(escape(generated.title)))  # noqa: S704
    page.meta["title"] = generated.title
    page.meta["description"] = finishing.shorten(generated.description)
    _list_contents(page, contents.contents(content))
    return content


def _list_contents(page: Page, sections: list[Any]) -> None:
    """Name the sections; the link of the theme that skips the menu leads to the first entry."""
    page.toc = get_toc([{"level": 1, "id": "main", "name": page.title, "children": sections}])


def _generated(page: Page, config: MkDocsConfig) -> Any:
    """The generated page that a page of MkDocs stands for, or None for a written one."""
    return _pages[config["theme"]["language"]].get(page.file.src_uri)


def _html(generated: Any, config: MkDocsConfig) -> str:
    """What a generated page holds; in the preview with its findings on top, whatever happens."""
    from dossier.site import adapter

    if PREVIEW not in os.environ:
        return str(generated.html())
    try:
        html, failure = str(generated.html()), ""
    except Exception as error:
        html, failure = "", f"{type(error).__name__}: {error}"
    return f"{adapter.mistakes_on(config, generated.url, failure)}{html}"


def _written(html: str, page: Page, config: MkDocsConfig) -> str:
    """A written page; in the preview with its findings above what it held before."""
    from dossier.site import adapter

    if PREVIEW not in os.environ:
        return html
    key = (config["theme"]["language"], page.file.src_uri)
    if adapter.is_broken(config, page.file.dest_uri):
        html = _sound.get(key, "")
    else:
        _sound[key] = html
    return adapter.mistakes_on(config, page.file.dest_uri) + html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """What the theme wrote of a page, as the standard of HTML has it."""
    del page, config
    return _as_standard(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same of the page for addresses that do not exist."""
    del config
    return _as_standard(output_content) if template_name.endswith(".html") else output_content


def _as_standard(html: str) -> str:
    """Take off two attributes that the standard does not know there; nothing depends on them."""
    for attribute in ('type="checkbox" id="__drawer"', 'type="checkbox" id="__search"'):
        html = html.replace(f'{attribute} autocomplete="off"', attribute, 1)
    return html.replace(' tabindex=""', "")


def _kept(page: Page, menu: Navigation) -> Namespace:
    """What the theme has written of the menu around a page that stands not in it."""
    if page in menu.pages:
        return Namespace()
    # Its addresses are relative to the page's folder, and it is open at the page's section.
    key = (id(menu), page.url.rpartition("/")[0], *map(id, page.ancestors))
    return _shared_menus.setdefault(key, Namespace())


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
        context["nav"] = _menus[adapter.language_of(config)]
    context["kept"] = _kept(page, context["nav"])
    here = page.file.dest_uri
    page.meta["share"] = share.address(config.site_url, here, adapter.language_of(config))
    context["print_stamp"] = adapter.print_stamp(config)
    context["edition_line"] = adapter.edition_line(config)
    other = config.extra["other_language"]["path"] + here
    context["other_page"] = addresses.up(here) + other
    # Search engines read only whole addresses here; without a known site there is none to name.
    context["other_address"] = urljoin(config.site_url, other) if config.site_url else ""
    generated = _generated(page, config)
    if generated is not None and generated.scripts:
        page.meta["scripts"] = list(generated.scripts)  # as front matter has it
    context["metadata"] = adapter.metadata_of(config, here, page.meta, generated)
    if generated is None or not generated.is_of_a_record:
        source = generated.source if generated else adapter.written_in(config, page.file.src_uri)
        context["mending"] = adapter.mending(source, config)
    return context
