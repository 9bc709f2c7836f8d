"""One sentence that gives the gist of each section: of its own text, else of its parts."""

from __future__ import annotations

from bisect import bisect_left

from ..model.document import Outline
from ..model.summary import Digest
from ..text import OffsetMap
from .candidates import Candidate
from .excerpts import excerpt_of
from .points import best_first


def write_digests(candidates: list[Candidate], outline: Outline, places: OffsetMap) -> tuple[Digest, ...]:
    """A digest for every section that has a sentence, by order of the outline; ``places`` leads to the source."""
    starts = [one.sentence.span.start for one in candidates]
    owned: dict[tuple[int, ...], list[Candidate]] = {}
    for one in candidates:
        owned.setdefault(one.sentence.section, []).append(one)
    digests = []
    for section in outline.sections:
        if not section.level:
            continue
        start, end = section.span
        # What follows a point inside a paragraph counts to it, but is not in it.
        own = [one for one in owned.get(section.path, ()) if one.sentence.span.start < end]
        inside = own or candidates[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            best = min(inside, key=best_first)
            digests.append(Digest(section.path, excerpt_of(best, places)))
    return tuple(digests)
