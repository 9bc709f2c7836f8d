"""A title that stands twice before the text: on two lines, or once more glued to the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding
from .lexicon import MARKER, lexicon

_KEY = re.compile(r"[\W_]+")
#: Titles stand among the first lines.
_HEAD = 12
_SHORTEST = 6
#: …工作总结|篇1, |（精选8篇）: what tells the texts of a collection apart.
_COUNTED = re.compile(r"[\d一二三四五六七八九十]")
#: The shorter of two titles that say the same has at least this share of the longer.
_NEARLY = 0.75
#: Longer lines are no titles, whatever they hold besides words.
_LONGEST = 200


def _nearly(key: str, known: str) -> bool:
    """Whether one of two titles is the other with a word more at an end: …工作总结|汇报."""
    short, long = sorted((key, known), key=len)
    more = long.replace(short, "", 1)
    return len(short) >= _NEARLY * len(long) and len(short + more) == len(long) and not _COUNTED.search(more)


def find_repeated_titles(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Every repetition of the first title line among the first lines."""
    title = lexicon(rules).title
    seen: dict[str, str] = {}
    seams = set(draft.starts)
    for line in draft.plain_lines[:_HEAD]:
        key = _KEY.sub("", line.text) if len(line.text) <= _LONGEST else ""
        if key in seen or (
            len(key) >= _SHORTEST and not MARKER.match(line.text) and any(_nearly(key, known) for known in seen)
        ):
            yield Cut(line.start, line.end, "repeated-title")
            continue
        for text in seen.values():
            end = line.start + len(text)
            if line.text.startswith(text) and end in seams:
                yield Cut(line.start, end, "repeated-title")
        if len(line.text) <= 60 and len(key) >= _SHORTEST and "。" not in line.text and title.search(line.text):
            seen[key] = line.text
