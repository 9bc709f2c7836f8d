"""The words and numbers of charts and of SmartArt, which stand in parts of their own beside the document."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from .names import CHART as C
from .names import DIAGRAM as DGM
from .names import DRAWING as A
from .names import Element, number

_ROWS, _SERIES = 500, 50


def chart_title(chart: Element) -> str:
    """The title of a chart, "" if it has none."""
    title = chart.find(f"{C}chart/{C}title")
    return _said(title) if title is not None else ""


def chart_rows(chart: Element) -> list[list[str]]:
    """The data of a chart as the table it was drawn from: categories down, series across; [] if it keeps none."""
    series = list(chart.iter(C + "ser"))[:_SERIES]
    names = [_name(one) for one in series]
    values = [_points(one, "val", "yVal", "bubbleSize") for one in series]
    labels: dict[int, str] = {}
    for one in series:
        labels = _points(one, "cat", "xVal") | labels
    places = sorted({place for one in (labels, *values) for place in one})[:_ROWS]
    if not any(values):
        return []
    rows = [[labels.get(place, ""), *(one.get(place, "") for one in values)] for place in places]
    return [["", *names], *rows] if any(names) else rows


def diagram_lines(data: Element) -> list[str]:
    """What the shapes of a SmartArt drawing say, parents before children, in their order."""
    points = {point.get("modelId", ""): point for point in data.iter(DGM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in data.iter(DGM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = number(link.get("srcOrd", ""), 0)
            below.setdefault(link.get("srcId", ""), []).append((order, link.get("destId", "")))
    found: list[str] = []
    waiting = [name for name, point in points.items() if point.get("type") == "doc"][::-1]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            found += _paragraphs(points.get(name))
            waiting += [child for _, child in sorted(below.get(name, ()), reverse=True)]
    return found + [line for name, point in points.items() if name not in seen for line in _paragraphs(point)]


def _name(series: Element) -> str:
    text = series.find(C + "tx")
    return _said(text) if text is not None else ""


def _said(element: Element) -> str:
    """Its text: typed into the chart, or kept from the sheet it stands on."""
    typed = "".join(node.text or "" for node in element.iter(A + "t"))
    return _plain(typed or "".join(node.text or "" for node in element.iter(C + "v")))


def _points(series: Element, *names: str) -> dict[int, str]:
    """Place -> what is shown there, of the first child of one of these names; of several levels the joined labels."""
    child = next((found for name in names if (found := series.find(C + name)) is not None), None)
    shown: dict[int, str] = {}
    levels = [] if child is None else [*child.iter(C + "lvl")] or [child]
    for level in levels:
        code = level.findtext(f".//{C}formatCode") or ""
        for point in level.iter(C + "pt"):
            place = number(point.get("idx", ""), 0)
            text = _shown(point.findtext(C + "v") or "", point.get("formatCode") or code)
            shown[place] = text + shown.get(place, "")
    return shown


def _shown(text: str, code: str) -> str:
    """A number as its format shows it: shares as percentages, without the dust of binary fractions."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return _plain(text)
    if not value.is_finite() or abs(value) >= Decimal(10) ** 15:
        return _plain(text)
    share = "%" in code
    rounded = (value * 100 if share else value).quantize(Decimal("0.0001")).normalize()
    return f"{rounded:f}" + ("%" if share else "")


def _paragraphs(point: Element | None) -> Iterator[str]:
    for paragraph in point.iter(A + "p") if point is not None else ():
        text = _plain("".join(node.text or "" for node in paragraph.iter(A + "t")))
        if text:
            yield text


def _plain(text: str) -> str:
    return " ".join(text.split())
