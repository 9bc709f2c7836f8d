"""What Lighthouse says of the heaviest page of each kind: ``python -m benchmarks.lighthouse [SITE]``.

Lighthouse's own phone on a slow network (simulated), in headless Chromium, over a server that compresses as public
hosts do. Prints a Markdown table: scores out of 100, the median of the runs, and the worst of each column last. Needs
npm and Chromium; a busy machine costs points of performance.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from ..page_kinds import heaviest_pages
from ..served import served

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = "--headless=new --no-sandbox --disable-gpu"
CATEGORIES = {"performance": "performance", "accessibility": "accessibility", "best-practices": "best practices"}
TIMES = {
    "first-contentful-paint": "first paint, s",
    "largest-contentful-paint": "largest paint, s",
    "total-blocking-time": "blocked, ms",
    "cumulative-layout-shift": "shift",
}


def install() -> Path:
    """Lighthouse at the version the lock file pins, fetched once; its command."""
    folder = PROJECT / ".cache" / "lighthouse"
    command = folder / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not command.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, folder / name)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)
    return command


def run(command: Path, address: str, desktop: bool) -> dict[str, Any]:
    """One run over one page."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("benchmarks.lighthouse needs Chromium on the PATH")
    arguments = [str(command), address, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    arguments.append(f"--only-categories={','.join(CATEGORIES)}")
    if desktop:
        arguments.append("--preset=desktop")
    done = subprocess.run(
        ["node", *arguments], capture_output=True, text=True, check=False, env={**os.environ, "CHROME_PATH": browser}
    )
    if done.returncode:
        sys.exit(f"{address}: {done.stderr.strip()}")
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def numbers(result: dict[str, Any]) -> list[float]:
    """Scores, times and bytes of one run."""
    scores = [100 * result["categories"][name]["score"] for name in CATEGORIES]
    audits = result["audits"]
    first, largest, blocked, shift = (audits[name]["numericValue"] for name in TIMES)
    sent = sum(item.get("transferSize", 0) for item in audits["network-requests"]["details"]["items"])
    return [*scores, first / 1000, largest / 1000, blocked, shift, sent / 1000]


def failures(result: dict[str, Any]) -> list[str]:
    """What cost points other than speed."""
    refs = [ref for name in ("accessibility", "best-practices") for ref in result["categories"][name]["auditRefs"]]
    audits = [result["audits"][ref["id"]] for ref in refs if ref["weight"]]
    return [audit["id"] for audit in audits if audit["score"] is not None and audit["score"] < 1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", nargs="?", type=Path, default=PROJECT / "site", help="a built site (default: site)")
    parser.add_argument("--runs", type=int, default=3, help="runs a page (default: 3)")
    parser.add_argument("--desktop", action="store_true", help="a desk computer instead of a phone")
    parser.add_argument("--only", nargs="*", help="kinds of page")
    given = parser.parse_args()
    command = install()
    heads = ["page", *CATEGORIES.values(), *TIMES.values(), "KB sent", "lost points"]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    rows = []
    with served(given.site) as address:
        for kind, path in heaviest_pages(given.site).items():
            if given.only and kind not in given.only:
                continue
            results = [run(command, address + path, given.desktop) for _ in range(given.runs)]
            row = [median(column) for column in zip(*map(numbers, results), strict=True)]
            rows.append(row)
            print(f"| {kind} | {_cells(row)} | {', '.join(failures(results[-1]))} |", flush=True)
    columns = list(zip(*rows, strict=True))
    worst = [min(column) if place < len(CATEGORIES) else max(column) for place, column in enumerate(columns)]
    print(f"| worst | {_cells(worst)} | |")


def _cells(row: list[float]) -> str:
    forms = [".0f"] * len(CATEGORIES) + [".1f", ".1f", ".0f", ".3f", ".0f"]
    return " | ".join(f"{value:{form}}" for value, form in zip(row, forms, strict=True))


if __name__ == "__main__":
    main()
