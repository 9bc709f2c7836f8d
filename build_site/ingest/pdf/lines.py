"""Characters to lines in reading order: fragments of one baseline, columns one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from .chars import Char

#: In heights of a character: how far baselines of one line differ, from which gap a fragment ends or a blank is shown.
_BASELINE, _FRAGMENT_GAP, _BLANK_GAP, _LATIN_GAP = 0.35, 1.8, 0.75, 0.18
#: Numbers of notes are smaller than this share of the line's height.
_RAISED = 0.8
#: A block in columns: rows it has at least, width of the gutter in heights, how full the columns are.
_COLUMN_ROWS, _GUTTER, _FULL = 4, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its extent in points and the column (left, right) it stands in.

    ``raised`` are the stretches of ``text`` that stand higher and smaller behind Chinese text: numbers of notes.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    column: tuple[float, float]
    raised: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Fragment:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...]


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """The lines of a page in reading order."""
    return _in_order(_rows(_fragments(chars)))


def text_of(chars: list[Char]) -> str:
    """Characters of one line as text; a gap shows as a blank only where it is wider than type-setting makes it."""
    pieces: list[str] = []
    before: Char | None = None
    for char in chars:
        if before is not None:
            gap = (char.x0 - before.x1) / max(char.size, before.size)
            latin = before.text.isascii() and char.text.isascii() and before.text.isalnum() and char.text.isalnum()
            if gap > (_LATIN_GAP if latin else _BLANK_GAP):
                pieces.append(" ")
        pieces.append(char.text)
        before = char
    return "".join(pieces)


def _fragments(chars: Iterable[Char]) -> list[_Fragment]:
    """Runs of characters drawn one behind the other on one baseline."""
    runs: list[list[Char]] = []
    for char in chars:
        if runs and _goes_on(runs[-1][-1], char):
            runs[-1].append(char)
        else:
            runs.append([char])
    return [_fragment(run) for run in runs]


def _fragment(run: list[Char]) -> _Fragment:
    y, size = median(c.y for c in run), median(c.size for c in run)
    raised: list[tuple[int, int]] = []
    at = 0
    for number, char in enumerate(run):
        small = char.size < _RAISED * size and char.y > y + 0.1 * size
        goes_on = bool(raised) and raised[-1][1] == at
        if small and (goes_on or (number and not run[number - 1].text.isascii())):
            raised.append((raised.pop()[0] if goes_on else at, at + len(char.text)))
        at += len(char.text)
    text = text_of(run)
    # Blanks shift the offsets; a line with wide gaps gets no numbers of notes.
    return _Fragment(text, run[0].x0, run[-1].x1, y, size, tuple(raised) if len(text) == at else ())


def _goes_on(before: Char, char: Char) -> bool:
    size = max(before.size, char.size)
    same_line = abs(before.y - char.y) < _BASELINE * size
    # A superscript is smaller and stands higher, and belongs to the line all the same.
    raised = char.size < 0.8 * before.size and 0 < char.y - before.y < 0.6 * before.size
    lowered = before.size < 0.8 * char.size and 0 < before.y - char.y < 0.6 * char.size
    return (same_line or raised or lowered) and -0.5 * size < char.x0 - before.x1 < _FRAGMENT_GAP * size


def _rows(fragments: list[_Fragment]) -> list[list[_Fragment]]:
    """Fragments of one baseline together, from the top of the page down."""
    rows: list[list[_Fragment]] = []
    for fragment in sorted(fragments, key=lambda one: (-one.y, one.x0)):
        if rows and abs(rows[-1][0].y - fragment.y) < _BASELINE * min(rows[-1][0].size, fragment.size):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _in_order(rows: list[list[_Fragment]]) -> list[Line]:
    """Rows as lines; where a stretch of rows stands in two columns, the left one first."""
    lines: list[Line] = []
    plain: list[list[_Fragment]] = []
    at = 0
    while at < len(rows):
        end, gutter = _columns_from(rows, at)
        if gutter is None:
            plain.append(rows[at])
            at += 1
            continue
        lines += _column(plain)
        plain = []
        left = [[one for one in row if one.x1 <= gutter] for row in rows[at:end]]
        right = [[one for one in row if one.x0 >= gutter] for row in rows[at:end]]
        lines += _column([row for row in left if row]) + _in_order([row for row in right if row])
        at = end
    return lines + _column(plain)


def _column(rows: list[list[_Fragment]]) -> list[Line]:
    if not rows:
        return []
    column = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    return [
        Line(
            " ".join(one.text for one in row),
            row[0].x0,
            row[-1].x1,
            row[0].y,
            max(one.size for one in row),
            column,
            _raised(row),
        )
        for row in rows
    ]


def _raised(row: list[_Fragment]) -> tuple[tuple[int, int], ...]:
    spans, at = [], 0
    for one in row:
        spans += [(at + start, at + end) for start, end in one.raised]
        at += len(one.text) + 1
    return tuple(spans)


def _columns_from(rows: list[list[_Fragment]], at: int) -> tuple[int, float | None]:
    """Where a stretch in two columns that begins with row ``at`` ends, and where its gutter is (None: no columns)."""
    gaps = _gaps(rows[at])
    if not gaps:
        return at, None
    end, best = at + 1, gaps
    while end < len(rows):
        best = _shared(best, rows[end])
        if not best:
            break
        gaps, end = best, end + 1
    widest = max(gaps, key=lambda gap: gap[1] - gap[0])
    middle = (widest[0] + widest[1]) / 2
    block = rows[at:end]
    size = median(one.size for row in block for one in row)
    if widest[1] - widest[0] < _GUTTER * size:
        return at, None
    sides = (
        [one for row in block for one in row if one.x1 <= middle],
        [one for row in block for one in row if one.x0 >= middle],
    )
    return (end, middle) if all(_is_prose_column(side) for side in sides) else (at, None)


def _gaps(row: list[_Fragment]) -> list[tuple[float, float]]:
    return [(left.x1, right.x0) for left, right in zip(row, row[1:], strict=False) if right.x0 > left.x1]


def _shared(gaps: list[tuple[float, float]], row: list[_Fragment]) -> list[tuple[float, float]]:
    """What of ``gaps`` stays free in ``row``."""
    for one in row:
        gaps = [part for gap in gaps for part in ((gap[0], min(gap[1], one.x0)), (max(gap[0], one.x1), gap[1]))]
        gaps = [gap for gap in gaps if gap[1] - gap[0] > 1]
    return list(dict.fromkeys(gaps))


def _is_prose_column(side: list[_Fragment]) -> bool:
    """Enough lines, most of them filling the column: cells of a table do not."""
    if len(side) < _COLUMN_ROWS:
        return False
    left, right = min(one.x0 for one in side), max(one.x1 for one in side)
    wide = right - left > 8 * median(one.size for one in side)
    return wide and median(one.x1 - one.x0 for one in side) >= _FULL * (right - left)
