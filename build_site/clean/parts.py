"""Part numbers that a web page put into the text: ``…健康安全⏎⏎2、保驾护航…``.

Sharing sites cut a text into parts of about equal length and number them from 1 at line starts, wherever a sentence
happens to be. That the sentences run on across most of the numbers tells them from headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..rules.litter import LitterRules
from ..text import is_cjk
from .draft import Cut, Draft, Finding
from .lexicon import ends_sentence

_CANDIDATE = re.compile(r"[^\S\n]{0,8}[(（【\[]?[^\S\n]{0,2}(\d{1,3})[^\S\n]{0,2}[)）】\]]?[、.．:：)]?[^\S\n]{0,4}")
#: Parts of sharing sites hold 300 to 500 characters; a numbered point that lacks its full stop is rarely half as long.
_PART = 150
#: A line shorter than this may be a heading.
_FULL_LINE = 40
_RUNS_ON = re.compile(r"[，、。；：！？）》”％%,;.]")


class _Candidate(NamedTuple):
    start: int
    end: int
    number: int
    runs_on: bool  # whether the sentence before it goes on after it


def find_parts(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The part numbers with the line ends around them."""
    text = draft.text
    chain = _chain(_candidates(draft))
    inner = chain[1:]
    if not inner or sum(part.runs_on for part in inner) < max(1, 0.6 * len(inner)):
        return
    if len(inner) == 1 and not _opens(text, chain[0]):
        return
    yield Cut(chain[0].start, chain[0].end, "split-mark")
    for part in inner:
        start, end = _with_space(text, part.start, part.end) if part.runs_on else (part.start, part.end)
        yield Cut(start, end, "split-mark")


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the white space on either side of it."""
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return start, end


def _candidates(draft: Draft) -> list[_Candidate]:
    text, found = draft.text, []
    for line in draft.lines:
        match = _CANDIDATE.match(text, text.rfind("\n", 0, line.start) + 1)
        if not match:
            continue
        before = text[max(0, match.start() - 12) : match.start()].rstrip()
        rest = text[match.end() : match.end() + 12]
        after = rest[:1]
        marked = not text[match.start(1) : match.end()].strip().isdigit()
        paged = not marked and after != "\n" and _page_runs_on(text, match)
        if after and (marked or after == "\n" or paged) and int(match[1]):
            runs_on = bool(before) and (not ends_sentence(before) or bool(_RUNS_ON.match(rest.lstrip())))
            found.append(_Candidate(match.start(), match.end(), int(match[1]), runs_on))
    return found


def _page_runs_on(text: str, match: re.Match[str]) -> bool:
    """Whether a bare number stands between the halves of a sentence: …随迁⏎⏎2 子女."""
    if not text.endswith("\n\n", 0, match.start()):
        return False
    above = text[max(0, match.start() - 2 * _FULL_LINE) : match.start()].rstrip()
    line = above[above.rfind("\n") + 1 :]
    return (
        len(line) >= _FULL_LINE and is_cjk(line[-1]) and text[match.end() - 1].isspace() and is_cjk(text[match.end()])
    )


def _chain(candidates: list[_Candidate]) -> list[_Candidate]:
    """The numbers 1, 2, 3, … far enough from one another, those in mid-sentence preferred."""
    chain: list[_Candidate] = []
    wanted: dict[int, list[_Candidate]] = {}
    for candidate in candidates:
        wanted.setdefault(candidate.number, []).append(candidate)
    while True:
        number = len(chain) + 1
        floor = chain[-1].start + _PART if chain else 0
        choices = [part for part in wanted.get(number, ()) if part.start >= floor]
        if not choices:
            return chain
        chain.append(next((part for part in choices if part.runs_on), choices[0]) if chain else choices[0])


def _opens(text: str, part: _Candidate) -> bool:
    """Whether the text begins with the part, its title above it at most: sites repeat that, page numbers are bare."""
    above = text[: part.start].strip()
    bare = text[part.start : part.end].strip().isdigit()
    return not above or ("\n" not in above and (bare or text.startswith(above, part.end)))
