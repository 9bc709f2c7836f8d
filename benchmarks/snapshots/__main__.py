"""Pictures of the heaviest page of each kind, to be looked at: ``python -m benchmarks.snapshots [SITE] [FOLDER]``.

Each at the widths of a phone, a tablet and a desk screen, in light and dark: ``KIND-WIDTH-SCHEME.png`` (the first
screen; with ``--whole`` the whole page), the two pages of a report as they print (``KIND.pdf``), and ``index.html``, a
sheet that shows all of them.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Any

from ..page_kinds import heaviest_pages
from ..served import served

PROJECT = Path(__file__).resolve().parent.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCREENS = {390: 844, 820: 1180, 1440: 900}
SCHEMES = ("light", "dark")
PRINTED = ("overview", "text", "compared")


def take(browser: Any, address: str, pages: dict[str, str], folder: Path, whole: bool) -> list[str]:
    """Take every picture; their names."""
    names = []
    for width, height in SCREENS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="zh-CN", is_mobile=width < 600
            )
            page = context.new_page()
            for kind, path in pages.items():
                page.goto(address + path, wait_until="networkidle")
                names.append(f"{kind}-{width}-{scheme}.png")
                page.screenshot(path=folder / names[-1], full_page=whole)
                if kind in PRINTED and width == max(SCREENS) and scheme == "light":
                    page.pdf(path=folder / f"{kind}.pdf", prefer_css_page_size=True)
            context.close()
    return names


def sheet(names: list[str]) -> str:
    """A page that shows all pictures, those of one kind in a row."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault(name.rsplit("-", 2)[0], []).append(name)
    rows = (
        f"<h2>{kind}</h2><p>{''.join(f'<a href={name}><img src={name} height=420 loading=lazy></a> ' for name in row)}"
        for kind, row in kinds.items()
    )
    return f"<!doctype html><meta charset=utf-8><title>Snapshots</title>{''.join(rows)}"


def main() -> None:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", nargs="?", type=Path, default=PROJECT / "site", help="a built site (default: site)")
    parser.add_argument("folder", nargs="?", type=Path, default=PROJECT / ".cache" / "snapshots")
    parser.add_argument("--only", nargs="*", help="kinds of page")
    parser.add_argument("--whole", action="store_true", help="whole pages instead of the first screen")
    given = parser.parse_args()
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("benchmarks.snapshots needs Chromium on the PATH")
    from playwright.sync_api import sync_playwright

    given.folder.mkdir(parents=True, exist_ok=True)
    pages = {kind: page for kind, page in heaviest_pages(given.site).items() if not given.only or kind in given.only}
    with served(given.site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        names = take(browser, address, pages, given.folder, given.whole)
        browser.close()
    (given.folder / "index.html").write_text(sheet(names), encoding="utf-8")
    print(f"{len(names)} pictures; see {given.folder / 'index.html'}")


if __name__ == "__main__":
    main()
