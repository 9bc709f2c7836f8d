"""A table of the source as an HTML table, each cell with the stretch of source it shows."""

from __future__ import annotations

from collections import defaultdict

from .. import escape
from .blocks import Block
from .marks import MarkedText


def table_html(cells: list[Block], marked: MarkedText) -> str:
    """The cells of one table; the first row is taken as its heads, empty cells are filled in where spans leave room."""
    rows: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        _, row, column, *_ = _place(cell)
        rows[row][column].append(cell)
    first = min(rows)
    taken: set[tuple[int, int]] = set()
    lines = []
    for row in sorted(rows):
        parts = []
        width = max(rows[row]) + 1
        for column in range(width):
            if column in rows[row]:
                parts.append(_cell(rows[row][column], marked, row == first))
                taken |= _covered(rows[row][column][0])
            elif (row, column) not in taken:
                parts.append("<td></td>")
        lines.append(f"<tr>{''.join(parts)}</tr>")
    return (
        '<div class="table-wrap" tabindex="0" role="group" aria-label="原文中的表格">'
        f'<table class="data source-table">\n{chr(10).join(lines)}\n</table></div>'
    )


def _place(cell: Block) -> list[int]:
    numbers = [int(number) for number in cell.place.split(",") if number.strip().isdigit()]
    return (numbers + [0, 0, 0, 1, 1][len(numbers) :])[:5]


def _covered(cell: Block) -> set[tuple[int, int]]:
    _, row, column, height, width = _place(cell)
    return {(row + down, column + right) for down in range(min(height, 200)) for right in range(min(width, 50))}


def _cell(blocks: list[Block], marked: MarkedText, head: bool) -> str:
    *_, height, width = _place(blocks[0])
    spans = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{width}"' if width > 1 else "")
    inside = "".join(_passage(block, marked) for block in blocks)
    return f'<th scope="col"{spans}>{inside}</th>' if head else f"<td{spans}>{inside}</td>"


def _passage(block: Block, marked: MarkedText) -> str:
    """One paragraph of a cell; the headings in it leave their ids, so that links to them arrive."""
    if block.kind == "empty":
        return empty_html(block)
    start, end = block.source
    anchors = "".join(f'<a id="{section.anchor}"></a>' for section in block.sections)
    return f'<div id="p{start}" data-s="{start}" data-e="{end}">{anchors}{marked.html(block.span, escape.html)}</div>'


def empty_html(block: Block) -> str:
    """Stands for a cell without text: shows nothing, and keeps the count of separators right."""
    return f'<i data-s="{block.source.start}" data-e="{block.source.end}" hidden></i>'
