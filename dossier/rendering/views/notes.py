"""The numbers of a page's sources: one number a source, in the order in which they are cited.

On paper a link has no address to follow; the numbers lead to a list at the end of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.model import Source


@dataclass(slots=True)
class Notes:
    """The sources of one page as they come up."""

    sources: list[Source] = field(default_factory=list)

    def number(self, source: Source) -> int:
        """The number of a source on this page; a new one when it comes up first."""
        if source not in self.sources:
            self.sources.append(source)
        return self.sources.index(source) + 1
