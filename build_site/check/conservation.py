"""Nothing lost, nothing invented: removals plus the full-text page give back the canonical text.

Each element of a full-text page that carries source text names its stretch in ``data-s`` and ``data-e``. Its text
must be that stretch less the removals in it; between two such elements only removals may stand and one line break, tab,
blank or bar, which the page shows as the gap between blocks or cells.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from lxml import html

#: What may stand between two blocks: a line end, or between two cells one blank of any kind or the bar of a table.
_BETWEEN = re.compile(r"[\s|｜│┃]?")
csv.field_size_limit(2**31 - 1)


def check_conservation(site: Path) -> tuple[list[str], int, int]:
    """Problems found, reports looked at, characters in their sources."""
    removals = _removals(site / "data" / "removals.csv")
    problems, reports, chars = [], 0, 0
    for row in _rows(site / "data" / "reports.csv"):
        report = row["report"]
        source = (site / "data" / f"{report}.txt").read_bytes().decode("utf-8")
        page = site / "reports" / report / "text" / "index.html"
        parts = [part.read_bytes() for part in (page, *further_parts(page))]
        problems += [
            f"{page.relative_to(site).as_posix()}:{problem}"
            for problem in _compare(source, parts, removals.get(report, []))
        ]
        reports, chars = reports + 1, chars + len(source)
    return problems, reports, chars


def further_parts(page: Path) -> list[Path]:
    """The further parts of the very long text that begins on ``page``, in their order."""
    found = [part for part in page.parent.glob("*/index.html") if part.parent.name.isdigit()]
    return sorted(found, key=lambda part: int(part.parent.name))


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)


def _removals(file: Path) -> dict[str, list[tuple[int, int, str]]]:
    cuts: dict[str, list[tuple[int, int, str]]] = {}
    for row in _rows(file):
        cuts.setdefault(row["report"], []).append((int(row["start"]), int(row["end"]), row["text"]))
    return cuts


def _compare(source: str, pages: list[bytes], removals: list[tuple[int, int, str]]) -> Iterator[str]:
    """What is wrong with the text on ``pages``, as ``place: problem; mend``."""
    cut = bytearray(len(source))
    for start, end, text in removals:
        if source[start:end] != text:
            yield f"{start}: a removal does not hold the source's own characters; this is a defect"
        if any(cut[start:end]):
            yield f"{start}: two removals overlap; this is a defect"
        cut[start:end] = b"\1" * (end - start)
    at = 0
    for start, end, text in chain.from_iterable(map(_blocks, pages)):
        if start < at:
            yield f"{start}: a stretch is shown twice or out of order; this is a defect"
        yield from _gap(source, cut, at, start)
        wanted = "".join(char for index, char in enumerate(source[start:end], start) if not cut[index])
        if text != wanted:
            yield f"{start}: the page shows {text[:30]!r} where the source has {wanted[:30]!r}; this is a defect"
        at = max(at, end)
    yield from _gap(source, cut, at, len(source))


def _gap(source: str, cut: bytearray, start: int, end: int) -> Iterator[str]:
    kept = "".join(source[index] for index in range(start, end) if not cut[index])
    if not _BETWEEN.fullmatch(kept):
        yield f"{start}: {kept[:30]!r} is neither shown nor listed as removed; this is a defect"


def _blocks(page: bytes) -> Iterator[tuple[int, int, str]]:
    """The stretches a page claims to show, in page order, with what it really shows there."""
    for element in html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8")).iterfind(".//*[@data-s]"):
        yield int(element.get("data-s")), int(element.get("data-e")), element.text_content()
