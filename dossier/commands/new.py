"""`dossier new`: a starting file for a record."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import click

from dossier.commands._options import DATA, LANGUAGE, day
from dossier.dataset import Dataset, load
from dossier.language.words import Words
from dossier.messages.phrases import near
from dossier.model import Record

TYPES = ("element", "source", "obligation", "assessment", "risk", "scenario", "dispute", "question")


@click.command()
@click.argument("record_type", metavar="TYPE", type=click.Choice(TYPES))
@click.argument("id_", metavar="[ID]", required=False)
@DATA
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="FIELD=VALUE",
    help="A value, such as title.ru=…, parties=kz-mod,tr-mod or claims.0.text.ru=…; repeatable.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing; what is not given stays TODO.")
@click.option(
    "--today",
    callback=day,
    envvar="SOURCE_DATE_EPOCH",
    metavar="DATE",
    help="The day that `added`, and `checked` or `accessed`, get; without it they stay TODO.",
)
@LANGUAGE
def new(
    record_type: str,
    id_: str | None,
    data: Path,
    given: tuple[str, ...],
    no_input: bool,
    today: datetime.date | None,
    language: str,
) -> None:
    """Write a commented starting file for a record of TYPE.

    TYPE is element, source, obligation, assessment, risk, scenario, dispute or question. On a
    terminal it asks for what the record needs; an empty answer leaves a TODO, which `dossier
    check` reports until it is filled. Without ID, one is made from title.en.
    """
    from dossier.authoring import ids, skeleton, write

    if not no_input and not on_terminal():
        raise click.UsageError("there is no terminal to ask on: add --no-input.")
    model, dataset = skeleton.TYPES[record_type], load(data)
    try:
        tree = skeleton.skeleton(model, id_ or "", dataset, today)
        for pair in given:
            field, sign, value = pair.partition("=")
            if not sign:
                raise skeleton.SkeletonError(f"{pair!r} is not FIELD=VALUE")
            skeleton.put(tree, model, field, value)
        if not no_input:
            _ask(tree, model, dataset, language)
        skeleton.date_added(tree, today)
        tree["id"] = id_ = id_ or _proposed(tree, no_input)
        ids.assure_free(id_, model, dataset)
        text = write.commented(tree, model, dataset, language)
    except skeleton.SkeletonError as unfit:
        raise click.UsageError(f"{unfit}.") from None
    path = data / model.FOLDER / f"{id_}.yml"
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from None
    words = Words(language)
    click.echo(words("new.written", path=path))
    twins = [twin for twin in ids.alike(id_, model, dataset) if twin != id_]
    if twins:
        click.echo(words("new.alike", ids=", ".join(f"`{twin}`" for twin in twins)))
    left = len(skeleton.blanks(tree))
    if left:
        click.echo(words("new.left", left=left))


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _proposed(tree: dict[str, object], no_input: bool) -> str:
    """An id made from the title, confirmed on a terminal."""
    from dossier.authoring import ids
    from dossier.model.shape import PLACEHOLDER

    title = tree.get("title") or tree.get("by") or tree.get("instrument")
    text = str(title.get("en") or "") if isinstance(title, dict) else str(title or "")
    proposal = "" if PLACEHOLDER in text else ids.slug(text)
    if no_input:
        if not proposal:
            raise click.UsageError("name the ID, or give --set title.en=… to make one from.")
        return proposal
    return str(click.prompt("id", default=proposal or None))


def _ask(tree: dict[str, object], model: type[Record], dataset: Dataset, language: str) -> None:
    """Ask for every blank in turn; an empty answer leaves it."""
    from dossier.authoring import skeleton, write
    from dossier.model.annotations import Term
    from dossier.model.shape import shape_of

    words = Words(language)
    click.echo(words("new.ask"))
    for path in skeleton.blanks(tree):
        shape = shape_of(model).at(tuple(int(s) if s.isdigit() else s for s in path))
        marks = shape.marks or (shape.item.marks if shape.item else ())
        if about := write.explained(model, path, dataset, words):
            click.echo(f"  {about}")
        axes = [mark.axis for mark in marks if isinstance(mark, Term)]
        while True:
            answer = click.prompt(".".join(path), default="", show_default=False).strip()
            if not answer:
                break
            unknown = [
                word
                for word in (answer.split(",") if shape.item else [answer])
                if axes and word.strip() not in dataset.terms(axes[0])
            ]
            if not unknown:
                skeleton.put(tree, model, ".".join(path), answer)
                break
            terms = list(dataset.terms(axes[0]))
            proposal = near(unknown[0].strip(), terms)
            hint = proposal.in_language(language) if proposal else words("new.none_of_these")
            click.echo(f"  {unknown[0].strip()}: {hint}")
