"""Running headers, footers and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter

from .lines import Line

#: How many lines at each edge of a page are looked at.
_EDGE = 3
_NUMBER = r"(?:\d{1,4}|[ivxlcⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]{1,7})"
_PAGE_NUMBER = re.compile(
    rf"[-—–－·•~〜|\s]*(?:第\s*{_NUMBER}\s*页|{_NUMBER})\s*(?:[,，/／\s]*(?:of\s*)?共?\s*\d{{1,4}}\s*页?)?[-—–－·•~〜|\s]*",
    re.I,
)
_DIGITS = re.compile(r"\d+")


def furniture(pages: list[list[Line]]) -> dict[tuple[int, int], str]:
    """(page, line) -> ``header``, ``footer`` or ``page-number``, for every line that is no text of the report."""
    found: dict[tuple[int, int], str] = {}
    tops = [list(range(min(_EDGE, len(lines)))) for lines in pages]
    bottoms = [list(range(len(lines) - 1, max(-1, len(lines) - 1 - _EDGE), -1)) for lines in pages]
    for kind, edges in (("header", tops), ("footer", bottoms)):
        repeated = _repeated(pages, edges)
        for number, (lines, edge) in enumerate(zip(pages, edges, strict=True)):
            for at in edge:
                if _is_page_number(lines, at, kind, len(pages)):
                    found[number, at] = "page-number"
                elif _shape(lines[at]) in repeated and any(map(str.isalpha, lines[at].text)):
                    found[number, at] = kind
                else:
                    break
    return found


def _shape(line: Line) -> tuple[str, int]:
    """The line with its digits levelled, and roughly how high it stands."""
    return _DIGITS.sub("0", line.text.replace(" ", "")), round(line.y / 6)


def _repeated(pages: list[list[Line]], edges: list[list[int]]) -> set[tuple[str, int]]:
    """Shapes that stand at the edge of at least two pages and of a third of them; left and right pages may differ."""
    counts = Counter(
        shape for lines, edge in zip(pages, edges, strict=True) for shape in {_shape(lines[at]) for at in edge}
    )
    enough = max(2, len(pages) / 3)
    near = {shape: counts[shape] + counts[shape[0], shape[1] - 1] + counts[shape[0], shape[1] + 1] for shape in counts}
    return {shape for shape, count in near.items() if count >= enough}


def _is_page_number(lines: list[Line], at: int, kind: str, pages: int) -> bool:
    """A number alone at the edge, apart from the text; on a single page only below it."""
    if not _PAGE_NUMBER.fullmatch(lines[at].text.strip()) or (pages == 1 and kind == "header"):
        return False
    inner = at + 1 if kind == "header" else at - 1
    if not 0 <= inner < len(lines):
        return True
    return abs(lines[inner].y - lines[at].y) > 1.5 * lines[at].size
