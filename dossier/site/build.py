"""Building: check, both languages in parallel, verification, and only then the new site."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from dossier.dates import edtf
from dossier.export import outputs
from dossier.language.words import LANGUAGES
from dossier.rendering import tags, theme
from dossier.rendering.pdf import downloads
from dossier.rendering.pdf.written import Written
from dossier.rendering.views.figures import Figures, figures
from dossier.rendering.views.names import synonyms
from dossier.site import generator, place, verify
from dossier.site.beside import Beside, Progress
from dossier.site.edition import Edition
from dossier.site.edition import edition as edition_of
from dossier.site.headers import write_headers
from dossier.site.policy import own_scripts, policy_of
from dossier.site.prune import prune_assets
from dossier.site.rewriting import rewrite
from dossier.site.search import SearchIndexError, indexing
from dossier.site.search_words import Copies
from dossier.site.shrink import shrink_sheets
from dossier.site.sitemap import write_sitemap
from dossier.site.typesetting import Typeset, TypesettingError, folder_of, typeset
from dossier.site.used import used
from dossier.site.verify import Fault

KEPT = ".cache/typeset"
TEMPLATES = "overrides"  # `theme.custom_dir` of the configurations
LATEST = 253402300799  # the last second of the year 9999, in seconds since 1970


class BuildError(Exception):
    """The site could not be built; `details` says why, in lines for a person."""

    def __init__(self, message: str, details: list[str]) -> None:
        super().__init__(message, details)
        self.details = details

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Summary:
    """What was built: counts of the data, pages, and the seconds it took."""

    figures: Figures
    pages: int
    warnings: int
    typeset: Typeset | None
    seconds: float


def build(root: Path, data: Path, site: Path, progress: Progress, *, pdf: bool = True) -> Summary:
    """Build both languages from `data` into `site`, which stays as it was on any failure.

    `root` is the folder with `mkdocs.yml`; `pdf=False` leaves out the PDF editions and the share
    images. Raises `BuildError` with everything found.
    """
    try:
        return _build(root, data, site, progress, pdf=pdf)
    except place.PlaceError as error:
        raise BuildError("the site cannot be put there", [str(error)]) from None
    except OSError as error:  # a full disk, a folder without the right to write
        raise BuildError("the site could not be written", [str(error)]) from None


def _build(root: Path, data: Path, site: Path, progress: Progress, *, pdf: bool) -> Summary:
    started = time.monotonic()
    stamp = _stamp()
    _tags()
    progress("checking the data")
    # The generator asks for the edition by the absolute place of its data.
    root, data = root.absolute(), data.absolute()
    edition = edition_of(data)
    if not edition.sound:
        from dossier.site.adapter import findings_text

        raise BuildError("the data has errors", findings_text(edition).splitlines())
    site = site.absolute()
    place.check(site, (root, data, root / "docs", root / TEMPLATES))
    stamp = epoch(edition) if stamp is None else stamp
    with place.workshop(site) as folder:
        new_site = folder / "ru"
        progress("building the Russian and the English site")
        _generate(root, data, folder, stamp, pdf=pdf)
        shutil.move(folder / "en", new_site / "en")
        # Read before the pages are written anew, which goes on beside the typesetting.
        pages = {language: Written.read(folder_of(new_site, language)) for language in LANGUAGES}
        keep = root / KEPT

        def take(progress: Progress) -> Typeset | None:
            progress("writing the data to take")
            for line in outputs.write(edition.dataset, new_site).lines():
                progress(line)
            printed = _typeset(edition, pages, new_site, stamp, progress, keep) if pdf else None
            progress("packing the editions")
            outputs.write_editions(edition.dataset, new_site)
            return printed

        with Beside(take) as taking:
            progress("indexing for the search and verifying the built pages")
            policy, read = _finish(new_site, root / TEMPLATES, edition)
            printed = taking.result(progress)
        write_headers(new_site, policy, _base(edition))
        faults = verify.faults(new_site, edition.dataset, read)
        if faults:
            raise BuildError("the built site has faults", _listed(faults))
        number = sum(1 for _ in new_site.rglob("*.html"))
        place.put(new_site, site)
    seconds = time.monotonic() - started
    return Summary(figures(edition.dataset), number, len(edition.findings), printed, seconds)


def described(summary: Summary) -> list[str]:
    """The summary in lines for a person: records, claims by grade, citations, pages, time."""
    counted = summary.figures
    records = ", ".join(f"{number} {name}s" for name, number in counted.records.items())
    grades = ", ".join(
        f"{number} {name.replace('_', ' ')}" for name, number in counted.corroboration.items()
    )
    levels = ", ".join(
        f"{number} {name.replace('_', ' ')}" for name, number in counted.confidence.items()
    )
    return [
        f"records: {records}",
        f"claims: {counted.claims} ({grades}; confidence at most: {levels})",
        f"citations: {counted.citations} of {counted.cited_sources} sources",
        f"pages: {summary.pages}",
        f"findings: {summary.warnings} (no error)",
        summary.typeset.described() if summary.typeset else "typeset: nothing (--no-pdf)",
        f"seconds: {summary.seconds:.1f}",
    ]


def _stamp() -> int | None:
    """The time of the build in seconds, if SOURCE_DATE_EPOCH gives it (reproducible-builds.org)."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return None
    if not (given.isascii() and given.isdigit()) or int(given[:20]) > LATEST:
        reason = f"`{given[:40]}` is not a number of seconds since 1970; correct it or unset it"
        raise BuildError("SOURCE_DATE_EPOCH cannot be used", [reason])
    return int(given)


def _tags() -> None:
    """See that the tags of editions can be read, before anything is made."""
    try:
        tags.from_environment()
    except tags.TagsError as error:
        raise BuildError("the tags of editions cannot be used", [str(error)]) from None


def _typeset(
    edition: Edition,
    pages: Mapping[str, Written],
    site: Path,
    stamp: int,
    progress: Progress,
    keep: Path,
) -> Typeset:
    """Make the PDF editions and the share images; fail with what Typst says."""
    progress("typesetting the PDF editions and the share images")
    try:
        return typeset(edition, pages, site, stamp, progress, keep)
    except TypesettingError as failure:
        raise BuildError("the PDF could not be typeset", str(failure).splitlines()) from None


def _generate(root: Path, data: Path, folder: Path, stamp: int, *, pdf: bool) -> None:
    """Let the site generator build both languages; fail with the output of those that failed."""
    environment = {
        "DOSSIER_DATA": str(data),
        downloads.MADE: "1" if pdf else "0",
        "NO_MKDOCS_2_WARNING": "true",
        "SOURCE_DATE_EPOCH": str(stamp),
    }
    failures = generator.run(root, folder, environment)
    if failures:
        raise BuildError("MkDocs could not build the pages", failures)


def epoch(edition: Edition) -> int:
    """The time that stands for a build: the day of the last check, so that bytes repeat."""
    import calendar

    checked = figures(edition.dataset).checked
    day = edtf.parse(checked).hi if checked else None
    return calendar.timegm(day.timetuple()) if day else 0


def _base(edition: Edition) -> str:
    """The path below which the site stands on its host."""
    return f"{urlsplit(edition.renderer('ru').settings.site_url).path.rstrip('/')}/"


def _finish(site: Path, templates: Path, edition: Edition) -> tuple[str, verify.Pages]:
    """What stands on the pages as a whole: assets, the index, one policy for all.

    Gives the policy, and what verification reads of the pages while they are indexed. What others
    write beside the pages meanwhile is left alone.
    """
    use = used(site)
    prune_assets(site, use)
    shrink_sheets(site, use)
    write_sitemap(site, edition.dataset, edition.renderer("ru").settings.site_url)
    policy = policy_of(own_scripts(templates / "partials", theme.folder() / "partials"))
    with tempfile.TemporaryDirectory(prefix=".search-", dir=site.parent) as folder:
        copies = Copies(Path(folder), synonyms(edition.dataset))
        rewrite(site, policy, _base(edition), copies.add)
        try:
            with indexing(copies.folder, site):
                read = verify.read(site, edition.dataset)
        except SearchIndexError as error:
            reasons = str(error).splitlines()
            raise BuildError("the search index could not be made", reasons) from None
    return policy, read


def _listed(faults: list[Fault], most: int = 50) -> list[str]:
    lines = [f"{fault.page}: {fault.message}" for fault in faults[:most]]
    if len(faults) > most:
        lines.append(f"and {len(faults) - most} more")
    return lines
