"""Macros that offer the data to take: a line under a list, and the tables on the page “Data”."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dossier.messages import _
from dossier.rendering import tags
from dossier.rendering.macro_arguments import known_term, one_of
from dossier.rendering.pdf.downloads import downloads
from dossier.rendering.renderer import Renderer
from dossier.rendering.tables import MAKERS, tables_of
from dossier.rendering.views import changelog

TABLES = tuple(make.__name__ for make in MAKERS)


@dataclass(frozen=True, slots=True)
class DataMacros:
    """What every macro has, and the macros about data."""

    renderer: Renderer
    page_url: str

    def take_data(self, table: str, theme: str | None = None) -> str:
        """A line that offers a table, or the events of a theme, as CSV and as a workbook."""
        one_of("table", table, TABLES)
        known_term(self.renderer.dataset, "themes", theme, _("theme"))
        return self._html("take_data.html", table=table, theme=theme)

    def data_tables(self) -> str:
        """Every table that can be taken, with its size and what it holds."""
        return self._html("data_tables.html", tables=tables_of(self.renderer.dataset))

    def data_columns(self) -> str:
        """Every column of every table, with its type and meaning."""
        return self._html("data_columns.html", tables=tables_of(self.renderer.dataset))

    def follow(self) -> str:
        """Feeds and calendars: what happened, what changed, what is to be checked."""
        return self._html("follow.html")

    def editions(self) -> str:
        """Every edition, the latest first: its day, what it brought, its archive and sums."""
        periods = changelog.periods(self.renderer.dataset)
        return self._html(
            "editions.html",
            periods=[period for period in periods if period.edition],
            waiting=any(period.edition is None for period in periods),
            stamp=self.renderer.stamp,
            commits=tags.from_environment(),
            commit_address=self.renderer.settings.forge.commit,
        )

    def downloads(self) -> str:
        """Links to the PDF editions, to the brief and to the whole dossier on one page."""
        return self._html(
            "downloads.html", **downloads(self.renderer.dataset, self.renderer.language)
        )

    def _html(self, template: str, **view: Any) -> str:
        return self.renderer.for_markdown(template, self.page_url, **view)
