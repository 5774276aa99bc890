"""What a field holds, said once: rules, schemas, forms and pages all read these marks.

Each mark is `Annotated` metadata. `walk.py` finds marked values in a record, so that a rule such
as "every reference must resolve" is written once and holds for every record type.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue

# Keys under which a JSON Schema carries a mark until `schema.py` fills in ids and terms.
REFERS_TO = "x-dossier-record"
TERM_OF = "x-dossier-axis"


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of another record of the type named."""

    to: str

    def __get_pydantic_json_schema__(
        self, core: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave a mark that `schema.py` reads."""
        return handler(core) | {REFERS_TO: self.to}


@dataclass(frozen=True, slots=True)
class Term:
    """The id of a term in `data/vocabulary/<axis>.yml`."""

    axis: str

    def __get_pydantic_json_schema__(
        self, core: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Leave a mark that `schema.py` reads."""
        return handler(core) | {TERM_OF: self.axis}


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """One claim of an element, written `element-id#claim-id`."""


@dataclass(frozen=True, slots=True)
class ParagraphRef:
    """One paragraph of an analysed article, written `article-id#P4`."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in the dossier's own words, at most `limit` characters in each language."""

    limit: int


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in EDTF (ISO 8601-2), levels 0 and 1.

    `day` says that it is a day of our own work, which is known: hints show no other form then.
    """

    day: bool = False


@dataclass(frozen=True, slots=True)
class Url:
    """An address that a reader can open: http or https."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A place within a source: terms of the axis `locators`, such as `paragraph 1-3; title`."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Bibliographic text that stays exactly as its source has it."""


Mark = Ref | Term | ClaimRef | ParagraphRef | Prose | Edtf | Url | Locator | Verbatim
