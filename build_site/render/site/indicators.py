"""Indicators: the A–Z by pinyin, and the pages of those that several reports state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...corpus.pinyin import initial
from ...model.corpus import AlignedIndicator
from ...model.page import Draft, Page
from .atlas import Atlas
from .indicator import pages_of_indicator
from .pages import cut, make_page

#: Names of an A–Z page; a line of it is about 350 bytes.
NAMES = 600
COMMONEST = 60


def indicator_pages(atlas: Atlas) -> Iterator[Page | Draft]:
    """``indicators/index.md``, pages by letter if there are many names, and the pages of shared indicators."""
    letters: dict[str, list[AlignedIndicator]] = defaultdict(list)
    for indicator in atlas.corpus.indicators:
        letters[initial(indicator.sort_key)].append(indicator)
    ordered = dict(sorted(letters.items(), key=lambda pair: (pair[0] == "#", pair[0])))
    yield _index(atlas, ordered)
    if len(atlas.corpus.indicators) > NAMES:
        for letter, names in ordered.items():
            yield from _letter_pages(atlas, letter, names)
    for indicator in atlas.paged_indicators:
        yield from pages_of_indicator(atlas, indicator)


def letter_path(letter: str) -> str:
    """The folder of a letter's page."""
    return f"indicators/{'other' if letter == '#' else letter.lower()}"


def _index(atlas: Atlas, letters: dict[str, list[AlignedIndicator]]) -> Page:
    commonest = sorted(
        atlas.paged_indicators, key=lambda one: (-len(one.reports), -len(one.comparable), one.sort_key, one.id)
    )
    return make_page(
        "indicators/index.md",
        "indicators",
        "指标",
        "全部指标按拼音排列：哪些报告给出，能不能比。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        commonest=commonest[:COMMONEST],
        shared=len(atlas.paged_indicators),
        letters=[(letter, len(names), letter_path(letter)) for letter, names in letters.items()],
        names=letters if len(atlas.corpus.indicators) <= NAMES else {},
    )


def _letter_pages(atlas: Atlas, letter: str, names: Sequence[AlignedIndicator]) -> Iterator[Page]:
    pieces = list(cut(names, NAMES))
    for number, piece in pieces:
        path = letter_path(letter)
        yield make_page(
            f"{path}/{'' if number == 1 else f'{number}/'}index.md",
            "letter",
            f"指标 {letter}" + (f"（第 {number} 页）" if number > 1 else ""),
            f"拼音以 {letter} 开头的指标。",
            toc=False,
            atlas=atlas,
            letter=letter,
            names=piece,
            total=len(names),
            number=number,
            parts_list=[(part, f"{path}/{part}/" if part > 1 else f"{path}/") for part, _ in pieces],
        )
