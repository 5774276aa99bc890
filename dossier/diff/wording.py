"""Records, fields and values in words of one language, ready for a Markdown comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

from dossier.dataset import Dataset
from dossier.diff import escape
from dossier.diff.fates import ancestors, as_tree, title_of
from dossier.diff.tree import Value, is_text
from dossier.grading.grade import Grade
from dossier.language.words import Words, texts
from dossier.model import BY_TYPE
from dossier.model import Text as ModelText
from dossier.model.annotations import ClaimRef, Edtf, Locator, ParagraphRef, Ref, Term, Url
from dossier.model.shape import shape_of
from dossier.rendering import addresses


class DiffWords(Words):
    """The interface words with those of the comment, from `diff/locale/<language>.yml`."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self._texts = self._texts | texts("dossier.diff", language)

    def get(self, key: str, otherwise: str) -> str:
        """The text under `key`, or something else where there is none."""
        return self._texts.get(key, otherwise)


class Wording:
    """How things are called, by what both states of the data know; `preview` begins links."""

    def __init__(self, language: str, base: Dataset, head: Dataset, preview: str = "") -> None:
        self.language = language
        self.words = DiffWords(language)
        self.base, self.head = base, head
        root = f"{preview.rstrip('/')}/{addresses.folder_of(language)}"
        self.preview = root if preview else ""

    def text(self, value: Value, most: int = 280) -> str:
        """A text of two languages, or a plain one, escaped."""
        return escape.plain(self.bare(value), most)

    def both(self, value: Value, most: int = 280) -> str:
        """A text in the languages that it has, side by side, this one first."""
        shown = {"ru": "«{}»", "en": "“{}”"}
        order = sorted(shown, key=lambda language: language != self.language)
        texts = [shown[one].format(escape.plain(value[one], most)) for one in order if one in value]
        return " / ".join(texts)

    @cached_property
    def _english(self) -> dict[str, str]:
        """The English of each Russian text, by which entries without an id are known."""
        return {
            value.ru: value.en
            for dataset in (self.base, self.head)
            for _, _, value, _ in dataset.marks
            if isinstance(value, ModelText) and value.en
        }

    def parents(self, kind: str, id_: str) -> list[dict[str, Value]]:
        """The records that were merged or split into this one, as plain values."""
        came_from = ancestors(self.base, self.head, kind).get(id_, ())
        return [as_tree(self.base.records[kind][parent]) for parent in came_from]

    def step(self, name: str) -> str:
        """What names an entry of a list: an id as code, a text in this language."""
        if name.isascii():
            return escape.code(name, 60)
        text = name if self.language == "ru" else self._english.get(name, name)
        return ("«{}»" if self.language == "ru" else "“{}”").format(escape.plain(text, 60))

    def bare(self, value: Value) -> str:
        """A text in this language, or in Russian where it is missing; not escaped."""
        if is_text(value):
            return str(value.get(self.language) or value["ru"])
        return str(value)

    def record(self, kind: str, id_: str, title: Value = None) -> str:
        """A record as “title `id`”, linked where there is a preview."""
        if title is None:
            named = self.head.records[kind].get(id_) or self.base.records[kind].get(id_)
            title = title_of(named) if named else ""
        name = escape.code(id_)
        if kind in addresses.PAGES and id_ in self.head.records[kind]:
            name = self.address(addresses.address(kind, id_), name)
        shown = self.text(title, 110)
        return f"{shown} {name}" if shown else name

    def address(self, address: str, label: str | None = None) -> str:
        """The address of a page; a link where there is a preview."""
        label = label or escape.code(address)
        return escape.link(label, self.preview + address) if self.preview else label

    def claim(self, element: str, claim: str, text: Value) -> str:
        """A claim by its reference and, where it is given, its beginning."""
        name = escape.code(f"{element}#{claim}")
        if element in self.head.records["element"]:
            name = self.address(addresses.claim(f"{element}#{claim}"), name)
        return f"{name} ({self.text(text, 90)})" if text else name

    def field(self, kind: str, path: tuple[str, ...]) -> str:
        """The way to a value: “claim `signed`, text”."""
        parts = []
        shape = shape_of(BY_TYPE[kind])
        for step in path:
            in_words = self.words.get(f"field.{step}", escape.code(step))
            parts.append(in_words if step in shape.fields else self.step(step))
            shape = shape.below(step)
        joined = parts[0]
        for before, part in pairwise(parts):
            # The name of an entry follows that of its list without a comma.
            is_name = part.startswith(("`", "«", "“")) and not before.endswith(("`", "»", "”"))
            joined += f" {part}" if is_name else f", {part}"
        return joined

    def value(self, kind: str, path: tuple[str, ...], value: Value) -> str:
        """One value: a term by its label, an id or date as code, a text as it is."""
        shape = shape_of(BY_TYPE[kind]).at(path)
        if isinstance(value, dict):
            return self._entry(kind, path, value)
        if isinstance(value, list):
            return ", ".join(self.value(kind, (*path, "0"), item) for item in value)
        for mark in shape.marks:
            if isinstance(mark, Term):
                return self.term(mark.axis, str(value))
            if isinstance(mark, Ref):
                return self.record(mark.to, str(value))
            if isinstance(mark, Edtf | ClaimRef | ParagraphRef | Locator | Url):
                return escape.code(str(value))
        if shape.is_bare:
            shown = str(value).lower()
            return self.words.get(f"value.{shown}", escape.code(shown))
        if path[-1] == "direction":
            return self.term("indicator_directions", str(value))
        if path[-1] in ("id", "rank", "stance"):
            return escape.code(str(value))
        return escape.plain(str(value))

    def _entry(self, kind: str, path: tuple[str, ...], value: dict[str, Any]) -> str:
        """An entry of a list by what tells most of it; its name stands in the path already."""
        if is_text(value):
            return self.both(value)
        parts = []
        for key, item in value.items():
            if key == "cites" or item in ((), [], "") or str(item) == path[-1]:
                continue
            if is_text(item):
                parts.append(self.both(item))
            elif isinstance(item, str | int):
                parts.append(self.value(kind, (*path, key), item))
            elif isinstance(item, list):
                names = [self.value(kind, (*path, key, "0"), one) for one in item]
                parts.append(f"{self.field(kind, (*path, key))}: {', '.join(names)}")
        return "; ".join(parts) or self.words("none")

    def term(self, axis: str, value: str) -> str:
        """A term by its label; what is no term is shown as it is."""
        for dataset in (self.head, self.base):
            if term := dataset.terms(axis).get(value):
                return escape.plain(term.label.in_language(self.language), 110)
        return escape.code(value)

    def grade(self, grade: Grade) -> str:
        """A grade as “independent origins; confidence at most high”."""
        return self.words(
            "grade.now",
            corroboration=self.term("corroboration", grade.corroboration),
            confidence=self.term("confidence", grade.confidence),
        )

    def grades(self, before: Grade, after: Grade) -> str:
        """What moved between two grades; where only the reasons did, the grade as it is."""
        if (before.corroboration, before.confidence) == (after.corroboration, after.confidence):
            return self.grade(after)
        if before.corroboration == after.corroboration:
            confidence = self.term("confidence", before.confidence)
            old = self.words("grade.confidence", confidence=confidence)
            return f"{old} → {self.term('confidence', after.confidence)}"
        return f"{self.grade(before)} → {self.grade(after)}"

    def rest(self, items: Sequence[object], most: int, indent: str = "") -> Iterator[str]:
        """The line below a list that says how many more there are than it shows, if any."""
        if len(items) > most:
            yield f"{indent}- {self.words('more', number=len(items) - most)}"

    def listed(self, items: list[str], most: int = 40) -> str:
        """Some things after each other, cut where they grow too many."""
        shown = ", ".join(items[:most])
        rest = len(items) - most
        return f"{shown}, {self.words('more', number=rest)}" if rest > 0 else shown
