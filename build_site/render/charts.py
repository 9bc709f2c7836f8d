"""Charts as inline SVG, drawn at build time: dots for one year, lines over years, bands for very many values.

Colours and type come from the style sheet by class, so that a chart follows dark mode and print. Every chart names
its unit, has a text alternative, and stands above the table that holds the same values.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from .escape import html

#: Up to this many values each gets a line of its own.
MANY = 36
#: Up to this many places with several years each gets a line of its own; more would be a thicket.
LINES = 6
_WIDTH = 720
_RIGHT = 24
_ROW = 26
_TOP = 34
_CHAR = 12.5  # width of a Chinese character in a label
_DIGIT = 8  # … and of a digit or letter
_BINS = 60


class Point(NamedTuple):
    """One value.

    Attributes:
        label: whose it is; ``year``: which year's.
        value: where it is drawn; ``text``: as the report prints it.
        exact: whether it is drawn filled; values with a qualifier (近, 超) are drawn hollow.
    """

    label: str
    year: str
    value: float
    text: str
    exact: bool


def chart(title: str, unit: str, points: Sequence[Point]) -> Markup:
    """The chart that fits ``points``; "" for fewer than two."""
    if len(points) < 2:
        return Markup("")
    if len(points) > MANY:
        return _bands(title, unit, points)
    series = _series(points)
    lines = sum(len(line) > 1 for line in series.values())
    if 0 < lines <= LINES and len(series) - lines <= LINES:
        return _lines(title, unit, series)
    return _dots(title, unit, points)


def _series(points: Sequence[Point]) -> dict[str, list[Point]]:
    """Each place with its values, oldest first; {} if some value has no single year."""
    places: dict[str, dict[str, Point]] = defaultdict(dict)
    for point in points:
        if not point.year.isdigit():
            return {}
        places[point.label].setdefault(point.year, point)
    return {label: [years[year] for year in sorted(years)] for label, years in places.items()}


def nice_scale(low: float, high: float, from_zero: bool) -> tuple[float, float, float]:
    """An axis (start, end, step) in round numbers that holds ``low`` to ``high``."""
    if from_zero:
        low = min(low, 0.0)
    span = high - low
    if span < 1e-9 * max(abs(high), 1.0):  # as good as one value: an axis of its own size
        span = max(abs(high), 1.0)
    raw = span / 4
    power = 10 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw * 0.999)
    start = math.floor(low / step) * step
    end = math.ceil(high / step - 1e-9) * step
    return start, end if end > start else start + step, step


def _ticks(start: float, end: float, step: float) -> list[float]:
    return [start + step * index for index in range(round((end - start) / step) + 1)]


def _number(value: float) -> str:
    if abs(value) >= 1e8:
        return f"{value / 1e8:g}亿"
    if abs(value) >= 1e4:
        return f"{value / 1e4:g}万"
    return f"{round(value, 6):g}"


def _scale(points: Sequence[Point], unit: str) -> tuple[float, float, float]:
    values = [point.value for point in points]
    # A share near 100 % would be a row of equal dots on an axis from zero; counts are read against zero.
    start, end, step = nice_scale(min(values), max(values), from_zero=unit != "%")
    if unit == "%" and max(values) <= 100 < end:
        end = 100.0
    return min(start, end - step), end, step


def _dots(title: str, unit: str, points: Sequence[Point]) -> Markup:
    ordered = sorted(points, key=lambda point: (-point.value, point.label, point.year))
    start, end, step = _scale(ordered, unit)
    many_years = len({point.year for point in ordered}) > 1
    labels = [_short(point.label) + (f" {point.year}" if many_years else "") for point in ordered]
    # Names and values stand side by side on the left, where a phone shows them without scrolling.
    named = max(map(_width, labels))
    left = named + 12 + max(_width(point.text) for point in ordered) + 16
    height = _TOP + _ROW * len(ordered) + 12

    def x(value: float) -> float:
        return left + (value - start) / (end - start) * (_WIDTH - left - _RIGHT)

    parts = [_axis(x, _ticks(start, end, step), height, unit)]
    for index, (point, label) in enumerate(zip(ordered, labels, strict=True)):
        y = _TOP + _ROW * index + _ROW / 2
        stem = f'<line class="chart__stem" x1="{x(start):.1f}" y1="{y:.1f}" x2="{x(point.value):.1f}" y2="{y:.1f}"/>'
        value_at = f'x="{left - 16:.0f}" y="{y + 4:.1f}" text-anchor="end"'
        parts.append(
            f'<text class="chart__label" x="{named:.0f}" y="{y + 4:.1f}" text-anchor="end">{html(label)}</text>'
            + (stem if unit != "%" else "")
            + _dot(point, x(point.value), y)
            + f'<text class="chart__value" {value_at}>{html(point.text)}</text>'
        )
    said = "；".join(f"{point.label}{point.year}年{point.text}" for point in ordered)
    return _frame(title, unit, said, height, parts)


def _lines(title: str, unit: str, series: dict[str, list[Point]]) -> Markup:
    points = [point for line in series.values() for point in line]
    years = sorted({point.year for point in points})
    start, end, step = _scale(points, unit)
    top, bottom, left, right = 34.0, 250.0, 64.0, 210.0

    def x(year: str) -> float:
        return left + (int(year) - int(years[0])) / (int(years[-1]) - int(years[0])) * (_WIDTH - left - right)

    def y(value: float) -> float:
        return bottom - (value - start) / (end - start) * (bottom - top)

    parts = [f'<text class="chart__tick" x="{left}" y="16">单位：{html(unit or "无")}</text>']
    for tick in _ticks(start, end, step):
        parts.append(
            f'<line class="chart__grid" x1="{left}" y1="{y(tick):.1f}" x2="{_WIDTH - right}" y2="{y(tick):.1f}"/>'
            f'<text class="chart__tick" x="{left - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{_number(tick)}</text>'
        )
    parts += [
        f'<text class="chart__tick" x="{x(year):.1f}" y="{bottom + 20}" text-anchor="middle">{year}</text>'
        for year in years
    ]
    ends = _apart([(x(line[-1].year), y(line[-1].value)) for line in series.values()], 17)
    number = -1
    for (label, line), label_y in zip(series.items(), ends, strict=True):
        number += len(line) > 1
        path = " ".join(f"{x(point.year):.1f},{y(point.value):.1f}" for point in line)
        parts.append(
            (f'<polyline class="chart__line chart__line--{number}" points="{path}"/>' if len(line) > 1 else "")
            + "".join(_dot(point, x(point.year), y(point.value)) for point in line)
            + f'<text class="chart__value" x="{x(line[-1].year) + 12:.1f}" y="{label_y + 4:.1f}">'
            f"{html(_short(label, 9))} {html(line[-1].text)}</text>"
        )
    said = "；".join(
        f"{label}：" + "，".join(f"{point.year}年{point.text}" for point in line) for label, line in series.items()
    )
    return _frame(title, unit, said, 284, parts)


def _bands(title: str, unit: str, points: Sequence[Point]) -> Markup:
    """A row a year, a mark for each group of equal values, darker for more of them."""
    start, end, step = _scale(points, unit)
    rows: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for point in points:
        rows[point.year][min(_BINS - 1, int((point.value - start) / (end - start) * _BINS))] += 1
    height = _TOP + 38 * len(rows) + 12
    most = max(count for row in rows.values() for count in row.values())

    def x(value: float) -> float:
        return 90 + (value - start) / (end - start) * (_WIDTH - 90 - 110)

    parts, said = [_axis(x, _ticks(start, end, step), height, unit)], []
    width = (x(end) - x(start)) / _BINS
    for index, (year, row) in enumerate(sorted(rows.items())):
        base = _TOP + 38 * index + 34
        values = sorted(point.value for point in points if point.year == year)
        middle = values[len(values) // 2]
        bars = "".join(
            f'<rect class="chart__bar" x="{x(start) + bin * width:.1f}" y="{base - 28 * count / most:.1f}" '
            f'width="{max(width - 1, 1):.1f}" height="{28 * count / most:.1f}"/>'
            for bin, count in sorted(row.items())
        )
        parts.append(
            f'<text class="chart__label" x="78" y="{base - 6}" text-anchor="end">{html(year)}</text>{bars}'
            f'<text class="chart__value" x="{_WIDTH - 100}" y="{base - 6}">{len(values)} 份</text>'
        )
        said.append(
            f"{year}年{len(values)}份报告，从{_number(values[0])}到{_number(values[-1])}，居中为{_number(middle)}"
        )
    return _frame(title, unit, "；".join(said), height, parts)


def _axis(x: object, ticks: Sequence[float], height: float, unit: str) -> str:
    assert callable(x)
    lines = "".join(
        f'<line class="chart__grid" x1="{x(tick):.1f}" y1="{_TOP - 6}" x2="{x(tick):.1f}" y2="{height - 8}"/>'
        f'<text class="chart__tick" x="{x(tick):.1f}" y="{_TOP - 12}" text-anchor="middle">{_number(tick)}</text>'
        for tick in ticks
    )
    return f'{lines}<text class="chart__tick" x="0" y="{_TOP - 12}">单位：{html(unit or "无")}</text>'


def _dot(point: Point, x: float, y: float) -> str:
    kind = "chart__dot" if point.exact else "chart__dot chart__dot--about"
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'


def _short(label: str, limit: int = 12) -> str:
    """Both ends of a long name: a place's end tells it from its neighbours, a title's beginning whose it is."""
    return label if len(label) <= limit else f"{label[: limit // 2]}…{label[-(limit // 2 - 1) :]}"


def _width(text: str) -> float:
    return sum(_DIGIT if char.isascii() else _CHAR for char in text)


def _apart(places: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """Heights of labels moved down so far that none covers another at the same x, in the order given."""
    heights = [y for _, y in places]
    last: dict[float, float] = {}
    for index in sorted(range(len(places)), key=lambda index: places[index][1]):
        x = places[index][0]
        heights[index] = last[x] = max(heights[index], last.get(x, -math.inf) + gap)
    return heights


def _frame(title: str, unit: str, said: str, height: float, parts: Sequence[str]) -> Markup:
    name = f"{title}（单位：{unit or '无'}）。{said}"
    if len(name) > 600:
        name = name[:600] + "……"
    return Markup(
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{html(name)}">'
        + "".join(parts)
        + "</svg>"
    )
