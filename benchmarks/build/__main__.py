"""What a build costs, beside plain MkDocs over the same Markdown: ``python -m benchmarks.build N [FOLDER]``.

Makes N invented reports, builds them cold, lets plain MkDocs (search off) render the very same Markdown files, adds
one report with a warm cache, and holds the result against a cold build byte by byte. Prints a Markdown table of
ratios; seconds and megabytes are of the machine it ran on.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from build_site.config import make_settings

PROJECT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Run:
    """Wall-clock seconds and peak megabytes over all processes of one command."""

    seconds: float
    megabytes: float


def measure(*command: str) -> Run:
    """Run a command from the project folder; its whole process tree is watched."""
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0

    def watch() -> None:
        nonlocal peak
        root = psutil.Process(process.pid)
        while process.poll() is None:
            total = 0
            for member in [root, *_children(root)]:
                try:
                    total += member.memory_info().rss
                except psutil.Error:
                    continue
            peak = max(peak, total)
            time.sleep(0.2)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    code = process.wait()
    watcher.join()
    if code not in (0, 2):
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return Run(time.monotonic() - started, peak / 1e6)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def build(source: Path, site: Path, *more: str) -> Run:
    """One build of ours."""
    return measure(sys.executable, "-m", "build_site", "--source", str(source), "--site", str(site), *more)


def plain_mkdocs(docs: Path, site: Path) -> Run:
    """MkDocs alone over the same Markdown, with the project's own settings (search is off there)."""
    config = PROJECT / "mkdocs.yml"
    code = (
        "from mkdocs.config import load_config; from mkdocs.commands.build import build; "
        f"build(load_config({str(config)!r}, docs_dir={str(docs)!r}, site_dir={str(site)!r}))"
    )
    return measure(sys.executable, "-c", code)


def size_of(site: Path) -> tuple[float, float]:
    """Megabytes of the site, and kilobytes of its largest page."""
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    return sum(path.stat().st_size for path in files) / 1e6, max(pages) / 1e3


def differences(one: Path, other: Path) -> int:
    """How many files are not byte for byte the same in both folders."""
    names = {p.relative_to(one) for p in one.rglob("*") if p.is_file()}
    names |= {p.relative_to(other) for p in other.rglob("*") if p.is_file()}
    return sum(
        not ((one / name).exists() and (other / name).exists() and filecmp.cmp(one / name, other / name, False))
        for name in names
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, help="reports")
    parser.add_argument("folder", nargs="?", type=Path, help="where to work (default: a temporary folder)")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="build-benchmark-"))
    reports, site, cold_site = folder / "reports", folder / "site", folder / "cold"
    measure(sys.executable, "-m", "benchmarks.corpus", str(given.number), str(reports))
    late = sorted(path for path in reports.iterdir() if path.suffix != ".yml")[given.number // 2]
    aside = folder / late.name
    cold = build(reports, site, "--no-cache")
    megabytes, largest = size_of(site)
    plain = plain_mkdocs(make_settings(str(reports), str(site), 1).docs, folder / "plain")
    os.rename(late, aside)
    build(reports, site)
    os.rename(aside, late)
    warm = build(reports, site)
    build(reports, cold_site, "--no-cache")
    print(
        f"| {given.number} | {cold.seconds:.0f} s | {plain.seconds:.0f} s | {cold.seconds / plain.seconds:.2f} "
        f"| {warm.seconds:.1f} s | {100 * warm.seconds / cold.seconds:.1f} % | {differences(site, cold_site)} "
        f"| {cold.megabytes:.0f} MB | {megabytes:.0f} MB | {1000 * megabytes / given.number:.0f} KB "
        f"| {largest:.0f} KB |"
    )


if __name__ == "__main__":
    main()
