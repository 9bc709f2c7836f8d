"""Running titles: one short line that comes again at page ends, beside page numbers or in mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding, Line
from .lexicon import MARKER, ends_sentence
from .page_numbers import PageEnds

#: Fewer repetitions are more likely headings; longer lines are more likely text.
_TIMES, _LONGEST = 3, 40


def find_running_titles(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Every repetition of a running title; where it is the document's title, its first occurrence stays."""
    lines, ends = draft.lines, PageEnds(draft)
    places: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if len(line.text) <= _LONGEST:
            places.setdefault(line.text, []).append(number)
    for text, numbers in places.items():
        if len(numbers) < _TIMES or MARKER.match(text) or text[-1] in "。；，、：":
            continue
        if not any("\u4e00" <= char <= "\u9fff" for char in text):
            continue
        at_page = [number for number in numbers if _at_page_end(lines, number, ends)]
        if len(at_page) >= max(2, 0.6 * len(numbers)):
            for number in numbers:
                if number > 2 or number in at_page and number > 0:
                    yield Cut(lines[number].start, lines[number].end, "header")


def _at_page_end(lines: Sequence[Line], number: int, ends: PageEnds) -> bool:
    line = lines[number]
    above = lines[number - 1] if number else None
    below = lines[number + 1] if number + 1 < len(lines) else None
    if (above and ends.between(above.end, line.start)) or (below and ends.between(line.end, below.start)):
        return True
    # In mid-sentence: a long line without a full stop above, no heading below.
    if above is None or below is None or len(above.text) < 16 or ends_sentence(above.text):
        return False
    return not MARKER.match(below.text)
