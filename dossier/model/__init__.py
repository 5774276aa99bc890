"""The record types, one module each; the folder under `data/` tells the type of a file."""

from dossier.model.about import About
from dossier.model.article import Article
from dossier.model.assessment import Assessment
from dossier.model.base import Record
from dossier.model.citation import Citation
from dossier.model.dispute import Dispute
from dossier.model.edition import Editions
from dossier.model.element import Claim, Element
from dossier.model.links import LinkExceptions
from dossier.model.obligation import Obligation
from dossier.model.question import Question
from dossier.model.risk import Risk
from dossier.model.source import Source
from dossier.model.texts import Text
from dossier.model.tombstone import Tombstones
from dossier.model.vocabulary import Vocabulary

RECORD_TYPES: tuple[type[Record], ...] = (
    Element,
    Source,
    Obligation,
    Assessment,
    Risk,
    Dispute,
    Question,
    Article,
    Vocabulary,
)

BY_TYPE: dict[str, type[Record]] = {model.TYPE: model for model in RECORD_TYPES}
BY_FOLDER: dict[str, type[Record]] = {model.FOLDER: model for model in RECORD_TYPES}

# Lists that are one file each, straight in the data folder.
ONE_FILE: dict[str, type[Record]] = {
    "dossier.yml": About,
    "editions.yml": Editions,
    "link-exceptions.yml": LinkExceptions,
    "tombstones.yml": Tombstones,
}

__all__ = [
    "BY_FOLDER",
    "BY_TYPE",
    "ONE_FILE",
    "RECORD_TYPES",
    "About",
    "Article",
    "Assessment",
    "Citation",
    "Claim",
    "Dispute",
    "Editions",
    "Element",
    "LinkExceptions",
    "Obligation",
    "Question",
    "Record",
    "Risk",
    "Source",
    "Text",
    "Tombstones",
    "Vocabulary",
]
