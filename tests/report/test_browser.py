"""The HTML report in a real browser: it opens, filters, prints, fits, and is harmless."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.report.chromium import CHROMIUM, DRIVER, Page, browser
from tests.report.conftest import run

pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no Chromium here: install the packages chromium and chromium-driver")

_VISIBLE = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).length"
_TYPE = """
const input = document.querySelector(`[data-filter="${arguments[0]}"] input[type=search]`);
input.value = arguments[1];
input.dispatchEvent(new Event("input"));
"""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Page]:
    with browser() as page:
        yield page


@pytest.fixture
def page(chromium: Page, project: Path) -> Iterator[Page]:
    assert run("report", "--output", "out", "notes").exit_code == 0
    chromium.resize(1600)
    chromium.colours("light")
    chromium.open(project / "out" / "index.html")
    yield chromium
    assert chromium.log() == []


def test_it_is_harmless(page: Page) -> None:
    assert page.run("return document.title") == "Notes report: tiny"
    assert page.run("return performance.getEntriesByType('resource').length") == 0


def test_hostile_notes_stay_text(chromium: Page, hostile: Path) -> None:
    assert run("report", "--output", "out", "notes").exit_code == 0
    chromium.open(hostile / "out" / "index.html")
    chromium.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    chromium.run(
        "document.querySelectorAll('main *').forEach((e) => ['click', 'mouseover', 'focus'].forEach((n) => e.dispatchEvent(new Event(n))))"
    )
    assert chromium.run("return window.owned ?? null") is None
    assert chromium.run("return document.scripts.length") == 1
    assert (
        chromium.run("return document.querySelectorAll('img, iframe, [onclick], [onerror], [onload], [onmouseover], [onfocus]').length")
        == 0
    )
    assert set(chromium.run("return [...document.links].map((one) => one.protocol)")) <= {"https:", "file:"}
    assert chromium.run("return [...document.links].filter((one) => one.protocol === 'file:' && !one.hash).length") == 0
    assert "onerror=window.owned" in chromium.run("return document.body.textContent")
    assert chromium.run("return performance.getEntriesByType('resource').length") == 0
    assert chromium.log() == []


def test_its_policy_is_in_force(page: Page) -> None:
    page.run("const s = document.createElement('script'); s.textContent = 'window.owned = 1'; document.body.append(s)")
    assert page.run("return window.owned ?? null") is None
    assert "Content Security Policy" in page.log()[0]["message"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1600])
def test_nothing_is_wider_than_the_window(page: Page, width: int, scheme: str) -> None:
    page.resize(width)
    page.colours(scheme)
    assert page.run("return [innerWidth, document.documentElement.scrollWidth]") == [width, width]
    page.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.run("return document.documentElement.scrollWidth") == width
    wide = "return [...document.querySelectorAll('main *')].filter((e) => !e.closest('.scroll, svg, .hide') && e.getBoundingClientRect().right > innerWidth + 1).length"
    assert page.run(wide) == 0


def test_search(page: Page) -> None:
    everything = page.run(_VISIBLE, "#objectives-tiny .row")
    assert everything == 5
    page.run(_TYPE, "objectives-tiny", "kinesis")
    page.command("POST", "/timeouts", {"script": 5000})
    page.run("return new Promise((done) => setTimeout(done, 200))")
    assert page.run(_VISIBLE, "#objectives-tiny .row") == 1
    assert page.run(_VISIBLE, "#objectives-tiny .group") == 1
    assert page.run("return document.querySelector('[data-filter=\"objectives-tiny\"] output').textContent") == "1 of 5"


def test_checkboxes(page: Page) -> None:
    page.run("document.querySelector('[data-filter=\"objectives-tiny\"] [value=missing]').click()")
    assert page.run(_VISIBLE, "#objectives-tiny [data-status=missing]") == 0
    assert page.run(_VISIBLE, "#objectives-tiny [data-status=covered]") == 1
    page.run("document.querySelector('[data-filter=\"table-tiny\"] [value=filled]').click()")
    assert page.run(_VISIBLE, "#table-tiny [data-status=filled]") == 0
    assert page.run(_VISIBLE, "#table-tiny [data-status=empty]") > 0


def test_the_heat_map_leads_to_its_sections(page: Page) -> None:
    page.run("document.querySelector('.cells .empty').click()")
    assert page.run("return document.querySelector('tr:target').dataset.status") == "empty"


def test_colours(page: Page) -> None:
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = page.run(paper)
    page.run("document.getElementById('theme').click()")
    dark = page.run(paper)
    assert dark != light
    page.run("document.getElementById('theme').click()")
    page.colours("dark")
    assert page.run(paper) == light, "what was chosen by hand holds"


def test_contrast(page: Page) -> None:
    """WCAG AA, 4.5 to 1, for every kind of text on what is behind it."""
    script = """
    const light = (colour) => {
      const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(", 0)")) return c; } return "rgb(255,255,255)"; };
    const poor = new Set();
    for (const e of document.querySelectorAll("main *, header *")) {
      if (!e.checkVisibility() || e.closest("svg, .hide") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
      const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
      if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`${e.tagName}.${e.className}`);
    }
    return [...poor];
    """
    for scheme in ("light", "dark"):
        page.colours(scheme)
        assert page.run(script) == [], scheme


def test_keyboard(page: Page) -> None:
    reached = []
    for _ in range(12):
        for kind in ("keyDown", "keyUp"):
            page.devtools("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
        reached.append(page.run("return document.activeElement.textContent.trim() || document.activeElement.type"))
    assert reached[0] == "Skip to the report"
    assert "Coverage" in reached
    assert "search" in reached


def test_every_control_has_a_name(page: Page) -> None:
    tree = page.devtools("Accessibility.getFullAXTree")["nodes"]
    named = {"link", "button", "searchbox", "checkbox", "image", "region", "figure", "navigation"}
    nameless = [
        node["role"]["value"]
        for node in tree
        if node.get("role", {}).get("value") in named and not node.get("ignored") and not node.get("name", {}).get("value")
    ]
    assert nameless == []


def test_print(page: Page) -> None:
    assert page.devtools("Page.printToPDF", printBackground=True)["data"].startswith("JVBERi0")
    page.devtools("Emulation.setEmulatedMedia", media="print")
    assert page.run(_VISIBLE, "nav, .filters, button") == 0
    page.devtools("Emulation.setEmulatedMedia", media="")


def test_without_script_everything_is_there(page: Page, project: Path) -> None:
    page.devtools("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.open(project / "out" / "index.html")
    finally:
        page.devtools("Emulation.setScriptExecutionDisabled", value=False)
    assert page.run(_VISIBLE, "#objectives-tiny .row") == 5
    assert page.run(_VISIBLE, ".filters") == 0
