"""What a sentence is about, for names that need it: the contest of an award, the event of a measurement."""

from __future__ import annotations

import re
from functools import lru_cache

from ...rules import Rules
from ...text import Span
from ..context import Reading


def contest_before(at: int, reading: Reading, sentence: Span) -> str:
    """The nearest event named in front of ``at`` in the sentence or in the one before; "" if there is none."""
    for start, end in ((sentence.start, at), (_previous_start(reading, sentence), sentence.start)):
        found = _last_event(reading.clean.text[start:end], reading.rules)
        if found:
            return found
    return ""


def _previous_start(reading: Reading, sentence: Span) -> int:
    if sentence.start < 2 or reading.text[sentence.start - 1] == "\n":
        return sentence.start
    return reading.sentence(sentence.start - 2).start


@lru_cache(maxsize=4)
def _event_pattern(rules: Rules) -> re.Pattern[str]:
    endings = "|".join(sorted(rules.indicators.names.events, key=len, reverse=True))
    return re.compile(f"[^，。；：！？,;:、\n]{{0,24}}?(?:{endings})(?=[，。；中上里获得评获：“]|$)")


def _last_event(text: str, rules: Rules) -> str:
    last = ""
    for match in _event_pattern(rules).finditer(text):
        last = match[0]
    return re.sub(r"^.*?(?:在|参加|参与|举办|举行|组织|开展|承办|首届|第[一二三四五六七八九十\d]+届|了|全国|全省|全市|的|[“”])+", "", last)[-14:]
