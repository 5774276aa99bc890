"""`sitemap.xml` and `robots.txt`: every page of both languages with its twin and its own day.

The generator knows one language at a time and one day for all; so its files are replaced. The day
is that of the last work on the records of a page, and is left out where no record tells one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET  # written only, never read: S314 is about reading
from pathlib import Path
from urllib.parse import quote

from dossier.dataset import Dataset
from dossier.rendering import addresses
from dossier.rendering.framing import FOLDER as FRAMED
from dossier.rendering.views.departed import departed
from dossier.site.metadata import last_day

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# Pages that lead on, those to be framed, and the page for what is not there are no destinations.
_LEADS_ON = re.compile(r'http-equiv="?refresh', re.IGNORECASE)


def write_sitemap(site: Path, dataset: Dataset, address: str) -> None:
    """Put both files into a built site; without an `address` there is nothing a map could say."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        for folder in (site, site / "en"):
            (folder / name).unlink(missing_ok=True)
    robots = ["User-agent: *", "Allow: /"]
    if address:
        root = address.rstrip("/") + "/"
        (site / "sitemap.xml").write_bytes(
            _sitemap(_pages(site, _departed_pages(dataset)), _days(dataset), root)
        )
        robots.append(f"Sitemap: {root}sitemap.xml")
    (site / "robots.txt").write_text("\n".join(robots) + "\n", "utf-8")


def _departed_pages(dataset: Dataset) -> set[str]:
    """The old addresses of split and retracted records: their pages tell only of that."""
    return {
        addresses.address(record.stone.type, record.stone.id)
        for record in departed(dataset)
        if record.stone.type in addresses.PAGES
    }


def _pages(site: Path, departed_pages: set[str]) -> list[str]:
    """The pages of the Russian site that have an English twin, by their addresses."""
    pages = []
    for path in sorted((site / "en").rglob("*.html")):
        name = path.relative_to(site / "en").as_posix()
        if name == "404.html" or name in departed_pages or name.startswith(f"{FRAMED}/"):
            continue
        if (site / name).is_file() and not _LEADS_ON.search(path.read_text("utf-8")):
            pages.append(name)
    return pages


def _days(dataset: Dataset) -> dict[str, str]:
    """The last day of work on the records of each page."""
    days: dict[str, str] = {}
    for record in dataset.all_records():
        day = last_day(record)
        if day and record.TYPE in addresses.PAGES:
            page = addresses.address_of(record).partition("#")[0]
            days[page] = max(days.get(page, ""), day)
    return days


def _sitemap(pages: list[str], days: dict[str, str], root: str) -> bytes:
    ET.register_namespace("xhtml", XHTML)
    urls = ET.Element("urlset", {"xmlns": NAMESPACE})
    for page in pages:
        # The home page is the folder itself.
        name = quote("" if page == "index.html" else page)
        twins = {"ru": root + name, "en": f"{root}en/{name}"}
        for address in twins.values():
            url = ET.SubElement(urls, "url")
            ET.SubElement(url, "loc").text = address
            if page in days:
                ET.SubElement(url, "lastmod").text = days[page]
            for language, twin in {**twins, "x-default": twins["ru"]}.items():
                link = {"rel": "alternate", "hreflang": language, "href": twin}
                ET.SubElement(url, f"{{{XHTML}}}link", link)
    ET.indent(urls)
    xml: bytes = ET.tostring(urls, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"
