"""Matches enumerations inside a sentence (一是…；二是…；三是…。) and lone inline markers: prose, not headings."""

from __future__ import annotations

import re

from .candidate import Candidate, Place

# A point of up to this many characters is a phrase: 一是组织领导到位；二是责任落实到位。
_PHRASE = 25
_SENTENCE_END = re.compile(r"[。！？\n]|(?<=[\u4e00-\u9fff”）)])\.(?!\d)")


def drop_prose(candidates: list[Candidate], folded: str) -> list[Candidate]:
    """``candidates`` without those that number the items of one sentence."""
    dropped: set[int] = set()
    for chain in _chains(candidates):
        if _is_prose(chain, folded):
            dropped.update(candidate.start for candidate in chain)
    return [candidate for candidate in candidates if candidate.start not in dropped]


def _chains(candidates: list[Candidate]) -> list[list[Candidate]]:
    """Runs of one style whose numbers go up, not crossed by a higher heading at a line start."""
    open_chains: dict[str, list[Candidate]] = {}
    chains = []
    for candidate in candidates:
        name = candidate.style.name
        if candidate.place == Place.LINE:
            for other in [key for key, chain in open_chains.items() if chain[0].style.rank > candidate.style.rank]:
                del open_chains[other]
        chain = open_chains.get(name)
        if chain and (candidate.number == 0 or candidate.number > chain[-1].number > 0 or chain[-1].number == 0):
            chain.append(candidate)
        else:
            open_chains[name] = chain = [candidate]
            chains.append(chain)
    return chains


def _is_prose(chain: list[Candidate], folded: str) -> bool:
    if len(chain) == 1:
        return chain[0].style.inline
    items = [folded[one.end : other.start] for one, other in zip(chain, chain[1:], strict=False)]
    if any(_SENTENCE_END.search(item) for item in items):
        return False
    last = _SENTENCE_END.split(folded[chain[-1].end : chain[-1].end + 2 * _PHRASE], maxsplit=1)[0]
    return max(map(len, (*items, last))) <= _PHRASE
