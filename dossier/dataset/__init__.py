"""The dataset: every record loaded once, references resolved, pages and revisions beside it."""

from dossier.dataset.records import Dataset, Use, load, with_file

__all__ = ["Dataset", "Use", "load", "with_file"]
