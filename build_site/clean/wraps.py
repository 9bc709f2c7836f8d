"""Line ends that are not paragraph ends: hard wraps, numbers on lines of their own, sentences cut by a page.

A line end goes if the sentence visibly runs on over it: by punctuation, by a number and its unit, because a page
number stood there, or because the whole text is broken at one width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding, Line
from .lexicon import MARKER

_CANNOT_START = re.compile(r"[，。、；：！？）】》”’％%,;!?)\]}…]")
_CANNOT_END = re.compile(r"[，、（【《“‘(\[{—＋+]$|(?<![\w])[-－]$")
_UNIT = re.compile(
    r"(?:年|月|日|个|所|名|人|万|亿|元|项|次|%|％|余|多|家|篇|件|节|场|批|期|班|套|平方|公里|分|届|周|岁|级|类)"
)
_ENDED = re.compile(r"[。！？!?；;：:…][”’」』）)》】\]]*$")
_PROSE = re.compile(r"[\u4e00-\u9fff]{4}")


def find_wraps(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The line ends inside paragraphs, with the blanks around them."""
    lines = draft.lines
    for above, below in zip(lines, lines[1:], strict=False):
        if _runs_on(above, below):
            yield Cut(above.end, below.start, "line-break")


def _runs_on(above: Line, below: Line) -> bool:
    if MARKER.match(below.text) and not _mid_number(above.text, below.text):
        return False
    if _CANNOT_START.match(below.text) and _PROSE.search(above.text):
        return True
    if _CANNOT_END.search(above.text) and not below.gap:
        return True
    return _mid_number(above.text, below.text)


def _mid_number(above: str, below: str) -> bool:
    """202⏎2⏎年: digits go on, or their unit follows."""
    if not above[-1].isdigit():
        return False
    return bool(_UNIT.match(below))
