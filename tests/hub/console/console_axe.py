"""Asks axe-core, from the console's own node_modules, what is wrong with a page."""

from pathlib import Path
from typing import Any

from playwright.async_api import Page

AXE = Path(__file__).resolve().parents[3] / "hub" / "console" / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document)).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)"""


async def violations(page: Page) -> list[str]:
    """Return what axe finds, in one line each; the page's policy allows no script tag, so it is evaluated."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
    found: Any = await page.evaluate(RUN)
    return [str(one) for one in found]
