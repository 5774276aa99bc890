"""Writes a dataset of any size: invented elements with two sources each, under the real vocabulary.

The same number gives the same files. Nothing in them is about anybody: texts are made of numbers.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FIRST_YEAR, YEARS = 1992, 34
# Kinds with the mode and stage that suit them.
SORTS = (
    ("exercise", "deed", "held", "exercises"),
    ("visit_consultation", "word", "held", "political-dialogue"),
    ("training_education", "deed", "held", "training-education"),
    ("statement", "word", "stated", "defence-industry"),
    ("multilateral_format", "deed", "held", "turkic-frame"),
    ("arms_transfer", "transfer", "delivered", "defence-industry"),
)
PARTIES = (("kazakhstan", "turkiye"), ("kz-mod", "tr-mod"), ("kazakhstan", "tr-mod"))

ELEMENT = """\
id: {id}
title:
  ru: Пробное событие под номером {n} в списке для измерения
  en: Trial event with the number {n} in a list made for measuring
kind: {kind}
mode: {mode}
stage: {stage}
obligation: none
date: '{date}'
date_basis: event
parties:
  - {first}
  - {second}
themes:
  - {theme}
claims:
  - id: held
    text:
      ru: Стороны провели пробное событие {n}; источники называют день, место и участников.
      en: The sides held trial event {n}; the sources name the day, the place and who took part.
    cites:
      - source: {id}-agency
        locator: paragraph 1-3
        shows:
          ru: день и место пробного события {n}
          en: the day and the place of trial event {n}
      - source: {id}-ministry
        locator: lead
        shows:
          ru: состав участников пробного события {n}
          en: who took part in trial event {n}
{related}checked: '2026-11-20'
review: published
"""
RELATED = """\
related:
  - element: {before}
    relation: follows
"""
SOURCE = """\
id: {id}-{name}
kind: {kind}
title: Trial report {n} of the {name}
publisher: Trial {name}
language: en
published: '{date}'
accessed: '2026-11-20'
consulted: full
url: https://{name}.example.org/report/{n}
reliability: B
reliability_basis: {basis}
"""


def write(folder: Path, elements: int) -> Path:
    """Write `elements` elements with their sources into `folder`/data; returns that folder."""
    data = folder / "data"
    shutil.copytree(ROOT / "data" / "vocabulary", data / "vocabulary", dirs_exist_ok=True)
    # Without the lists that name records of this dossier.
    about, _, rest = (ROOT / "data" / "dossier.yml").read_text("utf-8").partition("landmarks:\n")
    kept = rest[rest.index("\nthin:") + 1 :] if "\nthin:" in rest else ""
    (data / "dossier.yml").write_text(about + kept, "utf-8")
    for name in ("elements", "sources"):
        (data / name).mkdir(exist_ok=True)
    before = ""
    for n in range(1, elements + 1):
        made = f"trial-{n:05}"
        kind, mode, stage, theme = SORTS[n % len(SORTS)]
        first, second = PARTIES[n % len(PARTIES)]
        year, month, day = FIRST_YEAR + n % YEARS, 1 + n % 12, 1 + n % 28
        date = f"{year}-{month:02}-{day:02}"
        text = ELEMENT.format(
            id=made, n=n, kind=kind, mode=mode, stage=stage, theme=theme, date=date,
            first=first, second=second, related=RELATED.format(before=before) if n % 3 == 0 else "",
        )  # fmt: skip
        (data / "elements" / f"{made}.yml").write_text(text, "utf-8")
        for name, sort, basis in (
            ("agency", "news_agency", "news-agency"),
            ("ministry", "official_statement", "authority-own-site"),
        ):
            text = SOURCE.format(id=made, n=n, name=name, kind=sort, basis=basis, date=date)
            (data / "sources" / f"{made}-{name}.yml").write_text(text, "utf-8")
        before = made
    return data


def main() -> None:
    """Write a dataset from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--elements", type=int, default=100)
    told = parser.parse_args()
    print(write(told.folder, told.elements))


if __name__ == "__main__":
    main()
