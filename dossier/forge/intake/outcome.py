"""What can become of a form: a draft, findings, or a proposal that only a person can carry out."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as of

from dossier.dataset import Dataset
from dossier.forge.forms import Field, Form
from dossier.parsing.findings import Finding


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with an answer: the question, the sentence, what it names.

    `key` names a sentence in `forge/locale/`; a finding of the rules brings its own words.
    """

    key: str
    field: Field | None = None
    values: dict[str, str] = of(default_factory=dict)
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Mended:
    """What was written in the place of an answer, since a machine could tell what was meant."""

    field: Field
    given: str
    written: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Files to be written, which the rules accept; `warnings` are for the reviewer.

    `files` are texts by their path in the repository, the record that was asked for last; `before`
    and `after` are the dataset without them and with them.
    """

    form: Form
    files: dict[str, str]
    title: str
    before: Dataset
    after: Dataset
    warnings: tuple[Finding, ...] = ()
    mended: tuple[Mended, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no draft was made; everything at once."""

    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person has to decide; `reason` names a sentence in `forge/locale/`."""

    form: Form
    reason: str
    answers: dict[str, str]


Outcome = Draft | Refusal | Proposal


class Refused(Exception):
    """Raised inside the intake with all troubles that are known."""

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__(", ".join(trouble.key for trouble in troubles))
        self.troubles = troubles
