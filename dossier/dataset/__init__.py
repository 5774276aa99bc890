"""The dataset: every record loaded once, references resolved, pages and revisions beside it."""

from dossier.dataset.loading import load, with_file
from dossier.dataset.records import Dataset, Use

__all__ = ["Dataset", "Use", "load", "with_file"]
