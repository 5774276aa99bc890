"""`dossier pages`: the generated pages as files, for a site generator without our hooks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from dossier.commands._options import DATA


@click.command()
@DATA
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def pages(data: Path, folder: Path) -> None:
    """Write the generated pages of both languages below FOLDER, as Markdown that is ready HTML.

    `FOLDER/ru` and `FOLDER/en` can be copied over the written pages in `docs/`; a generator that
    does not run `hooks.py` then builds the whole site from files.
    """
    from dossier.language.words import LANGUAGES
    from dossier.rendering.old_addresses import redirects
    from dossier.rendering.renderer import protect
    from dossier.site.adapter import findings_text
    from dossier.site.edition import edition as edition_of
    from dossier.site.pages import generated

    edition = edition_of(data)
    if not edition.sound:
        click.echo(findings_text(edition), err=True)
        sys.exit(1)
    number = 0
    for language in LANGUAGES:
        renderer = edition.renderer(language)
        for page in generated(renderer):
            path = folder / language / page.markdown_path
            path.parent.mkdir(parents=True, exist_ok=True)
            title = json.dumps(page.title, ensure_ascii=False)
            scripts = f"scripts: [{', '.join(page.scripts)}]\n" if page.scripts else ""
            front = f"---\ntitle: {title}\n{scripts}render_macros: false\n---\n\n"
            path.write_text(front + protect(page.html()) + "\n", encoding="utf-8")
            number += 1
        for name, html in redirects(renderer, ""):
            path = folder / language / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")
            number += 1
    click.echo(f"{number} pages written below {folder}")
