"""The event a sentence is about: the contest of an award, the test behind a rate."""

from __future__ import annotations

import re
from functools import lru_cache

from ...rules import Rules
from ...text import Span
from .naming import Naming
from .tidy import without_time

_OPENING = re.compile(
    r"^.*(?:在|参加|参与|举办|举行|组织|开展|承办|获得|荣获|首届|第[一二三四五六七八九十\d*×xX○□_]+届|全国|全省|全市|全区|的|[“”])(?=.{3})"
)
_PLACED = re.compile(
    r"在([^，。；在]{3,30}?)(?:中(?![小学考职华国央心等])|[上里])(?=[，获勇斩夺]|[\u4e00-\u9fff*]{0,8}[，获])"
)
_LONGEST = 14
#: An event further in front of the number than this is another matter.
_REACH = 300
#: So much in front of its last word belongs to an event.
_QUALIFIED = 24
_BREAK = re.compile("[，。；：！？,;:\n]")
#: Of a longer list of events the last one is named.
_COMFORTABLE = 9


def event_before(index: int, naming: Naming, near: bool = False) -> str:
    """The nearest event named in front of the number, in its sentence or in the one before; "" if there is none.

    With ``near`` only the clause before and the number's own are looked at.
    """
    slot = naming.slots[index]
    at = slot.quantity.span.start
    if near:
        return _last_event(naming.text(max(slot.sentence.start, slot.clause.start - 40), at), naming.reading.rules)
    first = slot.sentence.start
    for start, end in (
        (max(first, at - _REACH), at),
        (max(_previous_start(naming, slot.sentence), first - _REACH), first),
    ):
        found = _last_event(naming.text(start, end), naming.reading.rules)
        if found:
            return found
    return ""


def _previous_start(naming: Naming, sentence: Span) -> int:
    if sentence.start < 2 or naming.reading.text[sentence.start - 1] == "\n":
        return sentence.start
    return naming.reading.sentence(sentence.start - 2).start


@lru_cache(maxsize=4)
def _event_ends(rules: Rules) -> re.Pattern[str]:
    endings = "|".join(sorted(rules.indicators.names.events, key=len, reverse=True))
    follower = "[，。；中上里获得评荣：”（]|$|(?<=[中高]考)(?:参考|平均|总分|上线|本科|成绩|综合)"
    return re.compile(rf"(?:{endings})(?<![参开复决初预备停]赛)(?={follower})")


def _last_event(text: str, rules: Rules) -> str:
    placed = _PLACED.findall(text)
    found = placed[-1] if placed else _last_ended(text, rules)
    if len(found) > _LONGEST or not placed:
        found = _OPENING.sub("", found)
    if len(found) > _COMFORTABLE:
        shorter = re.split("[、或和及与]", found)[-1]
        found = shorter if len(shorter) > 3 else found
    return without_time(found[-_LONGEST:].lstrip("、和及与"))


def _last_ended(text: str, rules: Rules) -> str:
    """The last word that ends like an event, with what its clause says in front of it since the event before."""
    before, start, end = 0, 0, 0
    for match in _event_ends(rules).finditer(text):
        before, (start, end) = end, match.span()
    return _BREAK.split(text[max(before, start - _QUALIFIED) : end])[-1]
