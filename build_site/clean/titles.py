"""A title that stands twice before the text: on two lines, or once more glued to the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding
from .lexicon import lexicon

_KEY = re.compile(r"[\W_]+")
#: Titles stand among the first lines.
_HEAD = 12
_SHORTEST = 6
#: Longer lines are no titles, whatever they hold besides words.
_LONGEST = 200


def find_repeated_titles(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Every repetition of the first title line among the first lines."""
    title = lexicon(rules).title
    seen: dict[str, str] = {}
    seams = set(draft.starts)
    for line in draft.plain_lines[:_HEAD]:
        key = _KEY.sub("", line.text) if len(line.text) <= _LONGEST else ""
        if key in seen:
            yield Cut(line.start, line.end, "repeated-title")
            continue
        for text in seen.values():
            end = line.start + len(text)
            if line.text.startswith(text) and end in seams:
                yield Cut(line.start, end, "repeated-title")
        if len(line.text) <= 60 and len(key) >= _SHORTEST and "。" not in line.text and title.search(line.text):
            seen[key] = line.text
