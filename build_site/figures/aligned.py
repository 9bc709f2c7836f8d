"""Tables set with spaces or tabs in running text: lines under a line of heads, as many parts in each, numbers below.

学校类别  学校数  在校生数
小学  31  18245
初中  12  9630
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.document import CleanText
from ..rules.expressions import any_of
from ..text import Span

_GAP = any_of(("[ \u3000]{2,}", "\t+"))
_NUMBER = re.compile(r"[\d*×xX○□.,，%％\-－—]+")
#: Fewer lines below the heads, or fewer columns, are no table.
_ROWS, _COLUMNS = 2, 2
#: A head is no longer than this.
_HEAD = 16

Line = list[Span]


def aligned_tables(clean: CleanText) -> Iterator[list[Line]]:
    """Each table as its lines, the line of heads first."""
    lines: list[Line] = []
    for paragraph in clean.paragraphs:
        text = paragraph.span.of(clean.text)
        parts = _parts(text, paragraph.span.start) if paragraph.kind != "cell" and _GAP.search(text) else []
        if lines and len(parts) == len(lines[0]) and _is_row(parts, clean.text):
            lines.append(parts)
            continue
        if len(lines) > _ROWS:
            yield lines
        lines = [parts] if _is_head(parts, clean.text) else []
    if len(lines) > _ROWS:
        yield lines


def _parts(text: str, start: int) -> Line:
    parts, at = [], 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            parts.append(Span(start + at, start + end))
        at = gap.end() if gap else end
    return parts


def _is_head(parts: Line, text: str) -> bool:
    return len(parts) >= _COLUMNS and all(_is_name(part.of(text)) for part in parts)


def _is_row(parts: Line, text: str) -> bool:
    return _is_name(parts[0].of(text)) and all(_NUMBER.fullmatch(part.of(text).strip()) for part in parts[1:])


def _is_name(text: str) -> bool:
    return len(text) <= _HEAD and not _NUMBER.fullmatch(text.strip())
