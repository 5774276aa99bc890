"""The signs of the drawing and the chronology: told apart in grey and in forced colours."""

from __future__ import annotations

import base64
import itertools

import pytest
from playwright.sync_api import Browser, Page

from dossier.dataset import Dataset
from dossier.rendering.renderer import Renderer, Settings
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MODES = ("word", "deed", "transfer")
FILLS = ("outline", "half", "solid", "unknown")
SHEETS = ("dossier", "text", "records", "drawings")  # colours, and where signs are drawn
SIZE = 48  # pixels on the side of a sign as it is compared
DIFFERENT = 0.04  # of its pixels, at least, from every other sign
CONTRAST = 3.0  # WCAG 1.4.11

PAGE = (
    '<!doctype html><html lang="ru"{scheme}><style>{css}</style>'
    "<style>html {{ filter: grayscale(1); }} body {{ margin: 0; background: var(--paper); }}"
    ".sign {{ display: block; width: {size}px; height: {size}px; margin: 0 0 8px; }}</style>"
    "<body>{signs}</body></html>"
)

# A picture as the brightness of its pixels, from 0 to 1, as WCAG reckons it.
BRIGHTNESS = """async data => {
    const picture = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const drawn = canvas.getContext('2d');
    drawn.drawImage(picture, 0, 0);
    const bytes = drawn.getImageData(0, 0, picture.width, picture.height).data;
    const linear = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return Array.from({length: bytes.length / 4}, (_, i) => 0.2126 * linear(bytes[4 * i])
        + 0.7152 * linear(bytes[4 * i + 1]) + 0.0722 * linear(bytes[4 * i + 2]));
}"""


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_sign_differs_from_every_other_in_grey(
    scheme: str, forced: str, trial: Dataset, browser: Browser
) -> None:
    renderer = Renderer(trial, "ru", Settings())
    wanted = list(itertools.product(MODES, FILLS, (True, False)))
    # A dotted edge says that nothing is known of the stage; whether the date is exact adds nothing.
    wanted = [sign for sign in wanted if sign[1] != "unknown" or sign[2]]
    page = browser.new_page()
    try:
        page.emulate_media(color_scheme=scheme, forced_colors=forced)  # type: ignore[arg-type]
        drawn = signs(page, renderer, wanted, scheme)
    finally:
        page.close()
    for sign, pixels in drawn.items():
        assert contrast(pixels) >= CONTRAST, sign
    alike = [
        (one, other)
        for one, other in itertools.combinations(drawn, 2)
        if difference(drawn[one], drawn[other]) < DIFFERENT
    ]
    assert alike == []


Sign = tuple[str, str, bool]


def signs(
    page: Page, renderer: Renderer, wanted: list[Sign], scheme: str
) -> dict[Sign, list[float]]:
    """Each sign, drawn by the site's template and stylesheet, as grey pixels."""
    template = renderer._environment.from_string(
        '{% import "parts.html" as p with context %}{{ p.sign(mode, fill, certain) }}'
    )
    html = "".join(
        template.render(root="", page_url="", mode=mode, fill=fill, certain=certain)
        for mode, fill, certain in wanted
    )
    sheets = ROOT / "overrides/assets/stylesheets"
    css = "".join((sheets / f"{name}.css").read_text("utf-8") for name in SHEETS)
    attribute = f' data-md-color-scheme="{"slate" if scheme == "dark" else "default"}"'
    page.set_content(PAGE.format(scheme=attribute, css=css, size=SIZE, signs=html))
    found = {}
    for sign, place in zip(wanted, page.locator("svg.sign").all(), strict=True):
        picture = base64.b64encode(place.screenshot()).decode()
        found[sign] = page.evaluate(BRIGHTNESS, f"data:image/png;base64,{picture}")
    return found


def contrast(pixels: list[float]) -> float:
    """The contrast of the sign's strongest pixels with the ground at its corner."""
    ground = pixels[0]
    strongest = max(pixels, key=lambda value: abs(value - ground))
    light, dark = max(ground, strongest), min(ground, strongest)
    return (light + 0.05) / (dark + 0.05)


def difference(one: list[float], other: list[float]) -> float:
    """The share of pixels that differ by more than a quarter of the way from black to white."""
    differing = sum(abs(a - b) > 0.25 for a, b in zip(one, other, strict=True))
    return differing / len(one)
