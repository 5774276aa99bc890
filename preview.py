"""`make serve`: both languages of the site in one preview, each page made when it is asked for.

Nothing is built beforehand and nothing is kept of a page, so that what a browser gets was made from
the files as they are. A change in this file or in `dossier/site/serving.py` needs a new start.
"""

from __future__ import annotations

import gc
import importlib
import logging
import mimetypes
import socket
import sys
import threading
import traceback
from functools import cache
from pathlib import Path
from typing import Any

import click
import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs_macros import context

from dossier.commands._options import LANGUAGE
from dossier.site.generator import CONFIGS
from dossier.site.serving import Answer, Server, plain_page
from dossier.site.watching import Changes

# Twelve calls of git for each set-up, of which no page shows anything.
context.get_git_info = cache(context.get_git_info)

FOLDERS = {"ru": "", "en": "en/"}


class Theme:
    """The templates and files of the theme, which most saves leave as they are."""

    def __init__(self) -> None:
        self._known: tuple[jinja2.Environment, list[File]] | None = None

    def renewed(self, files: Files, config: MkDocsConfig) -> jinja2.Environment:
        """The templates; the files are added to those of the pages."""
        if self._known is None:
            own, env = list(files), config.theme.get_env()
            files.add_files_from_theme(env, config)
            self._known = env, [file for file in files if file not in own]
            return env
        env, theirs = self._known
        for file in theirs:
            if files.get_file_from_path(file.src_uri) is None:
                files.append(file)
        return env


class Language:
    """The site of one language, set up from files as they are; its pages are made one by one."""

    def __init__(self, config_file: Path, folder: str, theme: Theme) -> None:
        config = load_config(str(config_file))
        config.plugins.on_startup(command="serve", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = theme.renewed(files, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = get_navigation(files, config)
        for page in nav.pages:
            if page.title is None:  # the menu of every page shows it
                page.read_source(config)
        self._config: MkDocsConfig = config
        self._folder, self._files = folder, files
        self._language = str(config["theme"]["language"])
        self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._env = config.plugins.on_env(env, config=config, files=files)
        self._documents = files.documentation_pages()
        self._by_path = {file.dest_uri: file for file in files}

    def answer(self, path: str) -> Answer:
        """The page or file at a path from this language's root."""
        from dossier.language.words import Words

        path = path or "index.html"
        file = self._by_path.get(path)
        if file is None and Path(path).suffix not in ("", ".html"):
            text = Words(self._language)("serve.exported")
            return Answer(plain_page(path, text, self._language), status=404)
        if file is None:
            return Answer(self._template("404.html").encode(), status=404)
        if file.is_documentation_page():
            return Answer(self._page(file).encode("utf-8", errors="xmlcharrefreplace"))
        kind, _ = mimetypes.guess_type(path)
        return Answer(file.content_bytes, kind or "application/octet-stream")

    def _page(self, file: File) -> str:
        """One page, in the steps that MkDocs takes for each page of a build."""
        config, files, plugins = self._config, self._files, self._config.plugins
        page = file.page or Page(None, file, config)
        config._current_page = page
        page = plugins.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        page.content = plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        page.active = True
        try:
            context = get_context(self._nav, self._documents, config, page)
            template = self._env.get_template(str(page.meta.get("template", "main.html")))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            html = template.render(context)
            return str(plugins.on_post_page(html, page=page, config=config))
        finally:
            page.active = False

    def _template(self, name: str) -> str:
        base = "/" + self._folder.rstrip("/")
        context = get_context(self._nav, self._files, self._config, base_url=base)
        context = self._config.plugins.on_template_context(
            context, template_name=name, config=self._config
        )
        return str(self._env.get_template(name).render(context))


class _ErrorLog(logging.Handler):
    """What MkDocs says of a configuration goes to its log; the page shows it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the words of a record."""
        self.lines.append(record.getMessage())


class Preview:
    """Both languages, each set up again for the first page that is asked for after a save."""

    def __init__(self, root: Path, terminal: str) -> None:
        self._root, self._terminal = root, terminal
        self._changes, self._seen = Changes(root), Changes(root)
        self._lock = threading.Lock()
        self._log = _ErrorLog()
        # Warnings of MkDocs are for a build, in which every page is there to be linked to.
        logger = logging.getLogger("mkdocs")
        logger.setLevel(logging.ERROR)
        logger.propagate = False
        logger.addHandler(self._log)
        self._languages: dict[str, Language] = {}
        self._themes: dict[str, Theme] = {}
        self._printed: list[str] = []

    def answer(self, path: str) -> Answer:
        """The answer for a path from the root; what goes wrong is told on the page."""
        language = "en" if path.startswith(FOLDERS["en"]) or path == "en" else "ru"
        with self._lock:
            self._log.lines.clear()
            try:
                return self._language(language).answer(path.removeprefix(FOLDERS[language]))
            except MkDocsException as error:
                text = "\n".join([*self._log.lines, str(error).strip()])
                return self._failed(text, language)
            except Exception:
                return self._failed(traceback.format_exc(), language)

    def changed(self) -> str:
        """What browsers have to load again; looked at when no page is being made."""
        with self._lock:
            return self._seen.kind()

    def _language(self, language: str) -> Language:
        """The site of a language, made of files as they are."""
        changed = self._changes.since_last()
        if changed - {"style"}:
            self._languages.clear()
        if changed & {"theme", "code"}:
            self._themes.clear()
        if "code" in changed:  # also a new or lost module: see `Changes`
            _forget_code()
        if language not in self._languages:
            self._languages[language] = Language(
                self._root / CONFIGS[language],
                FOLDERS[language],
                self._themes.setdefault(language, Theme()),
            )
            self._tell_findings(self._languages[language]._config)
        return self._languages[language]

    def _tell_findings(self, config: MkDocsConfig) -> None:
        from dossier.site import adapter

        lines = adapter.findings_lines(config, self._terminal)
        if lines != self._printed:
            self._printed = lines
            click.echo("\n".join(lines))

    def _failed(self, text: str, language: str) -> Answer:
        from dossier.language.words import Words

        title = Words(language)("serve.failed")
        click.echo(f"{title}\n{text}", err=True)
        return Answer(plain_page(title, text, language), status=500)


def _forget_code() -> None:
    """Have everything imported anew, so that the preview shows a change in the code.

    MkDocs loads a hook file once in a process, whatever happens to the file.
    """
    for name in [name for name in sys.modules if name.split(".")[0] in ("dossier", "macros")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    forget: Any = getattr(Hooks._load_hook, "cache_clear", None)
    if forget is not None:
        forget()


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
@LANGUAGE
def main(address: str, language: str) -> None:
    """Show the site while it is edited; a save is seen at once, and so is every mistake."""
    from dossier.language.words import Words

    words = Words(language)
    host, _, port = address.rpartition(":")
    if not (host and port.isdigit() and int(port) < 65536):
        raise click.UsageError(words("serve.no_address", address=address))
    try:
        server = Server(host, int(port))
    except socket.gaierror:
        raise click.UsageError(words("serve.no_address", address=address)) from None
    except OSError:
        other = f"{host}:{int(port) + 10}"
        raise click.ClickException(words("serve.taken", address=address, other=other)) from None
    server.site = preview = Preview(Path.cwd(), language)
    preview.answer("")
    gc.freeze()  # the records stay; looking through them at every save takes long
    server.watch(preview.changed)
    click.echo(words("serve.at", address=f"http://{address}/"))
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo()
    finally:
        server.server_close()


if __name__ == "__main__":
    main()
