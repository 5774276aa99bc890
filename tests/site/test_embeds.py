"""Pages to be framed: shown on a page of another origin under a strict policy, and no others."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from dossier.parsing import markup
from dossier.rendering import embeds
from dossier.rendering.renderer import Renderer, Settings
from dossier.site.headers import write_headers
from dossier.site.policy import policy_of
from dossier.site.rewriting import rewrite
from tests.conftest import ROOT
from tests.site.conftest import hosted

CARD = "embed/elements/trial-agreement-2018.html"
FRAMES = {"card": CARD, "list": "embed/chronology/index.html", "page": "elements/x.html"}


@pytest.fixture(scope="module")
def site(trial: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages to be framed with their sheets and headers, and one page that is no such page."""
    folder = tmp_path_factory.mktemp("framed")
    renderer = Renderer(trial, "en", Settings())  # type: ignore[arg-type]
    made = {name: make() for name, make in embeds.files(renderer)}
    sheets = ROOT / "overrides" / "assets" / "stylesheets"
    made |= {f"assets/stylesheets/{sheet}.css": (sheets / f"{sheet}.css").read_bytes()
             for sheet in ("fonts", "embed", "pictures")}  # fmt: skip
    made[FRAMES["page"]] = b'<meta charset="utf-8"><h1>not to be framed</h1>'
    for name, content in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    policy = policy_of([])
    rewrite(folder, policy)
    write_headers(folder, policy)
    return folder


@contextlib.contextmanager
def _elsewhere(dossier: str) -> Iterator[str]:
    """Another origin: a page that allows nothing but frames of the dossier."""
    frames = "".join(f'<iframe name="{name}" src="{dossier}{path}" width="600" height="500">'
                     "</iframe>" for name, path in FRAMES.items())  # fmt: skip

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            policy = f"default-src 'none'; frame-src {dossier}"
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Elsewhere</title>{frames}".encode())

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.browser
def test_a_page_of_another_origin_shows_a_card_and_a_list_and_no_other_page(
    site: Path, context: BrowserContext
) -> None:
    with hosted(site) as dossier, _elsewhere(dossier) as elsewhere:
        page = context.new_page()
        page.goto(elsewhere, wait_until="load")
        shown = {frame.name: frame for frame in page.frames if frame.name}
        card = shown["card"]
        assert card.locator("h1").inner_text() == "A trial agreement was signed"
        # Its own sheet applies, and it runs no script.
        family = card.locator("body").evaluate("e => getComputedStyle(e).fontFamily")
        assert "Dossier Serif" in family
        assert card.locator("script").count() == 0
        assert shown["list"].locator("li").count() > 0
        assert shown["page"].get_by_text("not to be framed").count() == 0
        for frame in (card, shown["list"]):
            over = "() => document.documentElement.scrollWidth - innerWidth"
            assert frame.evaluate(over) <= 0


def test_every_link_of_a_page_to_be_framed_opens_a_window_of_its_own(renderer: Renderer) -> None:
    made = dict(embeds.files(renderer))
    assert {name.split("/")[1] for name in made} >= {"chronology", "elements", "pictures"}
    for name, make in made.items():
        elements = list(markup.elements(make().decode()))
        assert not [e for e in elements if e.tag in ("script", "iframe", "form")], name
        links = [e.attributes for e in elements if e.tag == "a"]
        assert links
        assert all(a["target"] == "_blank" and a["rel"] == "noopener" for a in links), name


def test_where_the_site_is_known_pages_offer_the_line_that_frames_them(trial: object) -> None:
    settings = Settings(site_url="https://example.org/dossier/")
    renderer = Renderer(trial, "en", settings)  # type: ignore[arg-type]
    frame = renderer._environment.globals["frame"]
    line = frame("elements/x.html", 'A "title"')  # type: ignore[operator]
    assert line.startswith('<iframe src="https://example.org/dossier/en/embed/elements/x.html"')
    assert 'title="A &quot;title&quot;"' in line
