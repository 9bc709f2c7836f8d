"""Matches titles of sections and documents that state intentions: 下半年工作打算, 2023年工作要点.

A title is read with those beside it: 2023年重点工作 is a plan after 2022年工作回顾, and done otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .patterns import Patterns

_YEAR = re.compile(r"(20\d\d)(?=学?年)")
_SPELT = re.compile("二[〇○零][〇○零一二三四五六七八九]{2}(?=学?年)")
#: 《政府工作报告》重点任务分解表 is no report.
_CITED = re.compile("《[^》]*报告》(?=[\u4e00-\u9fff]{4})")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Said(NamedTuple):
    """What the heading of a section says: its level, its number (0 if unknown) and its title, folded."""

    level: int
    number: int
    title: str


def is_plan_document(title: str, patterns: Patterns) -> bool:
    """Whether a document so titled is a plan throughout."""
    line = patterns.line
    title = _CITED.sub("", title)
    return bool(line.plan_titles.search(title)) and not line.done_titles.search(title)


def find_plans(headings: Sequence[Said], title: str, opening: str, patterns: Patterns) -> list[bool]:
    """Which sections state intentions, in a document with this title and this opening of the body, both folded."""
    if is_plan_document(title, patterns):
        return [not told for told in _spread([_looks_back(heading.title, patterns) for heading in headings], headings)]
    reader = _Reader.of(title, opening, patterns)
    plans = [reader.says_so(heading.title) for heading in headings]
    for series in _series(headings):
        reader.compare(series, headings, plans)
    return _spread(plans, headings)


def _spread(marked: list[bool], headings: Sequence[Said]) -> list[bool]:
    """What is said of a heading, ``marked``, said of all below it too."""
    result: list[bool] = []
    above: list[bool] = []
    for heading, own in zip(headings, marked, strict=True):
        above = above[: heading.level - 1]
        result.append(own or any(above))
        above += [result[-1]] * (heading.level - len(above))
    return result


def _looks_back(title: str, patterns: Patterns) -> bool:
    """Whether a section so titled says where a plan starts from: “十三五”工作回顾, 发展基础."""
    line = patterns.line
    return bool(line.starting_points.search(title)) and not line.plan_headings.search(title)


def _series(headings: Sequence[Said]) -> Iterator[list[int]]:
    """The indexes of headings that are counted in one series, for each series."""
    open_series: dict[int, list[int]] = {}
    for index, (level, number, _) in enumerate(headings):
        for deeper in [other for other in open_series if other > level]:
            yield open_series.pop(deeper)
        if number == 1 and level in open_series:
            yield open_series.pop(level)
        open_series.setdefault(level, []).append(index)
    yield from open_series.values()


def _years(text: str) -> list[int]:
    if "年" not in text:
        return []
    spelt = _SPELT.sub(lambda match: match[0].translate(_DIGITS), text)
    return [int(year) for year in _YEAR.findall(spelt)]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the headings of one document.

    Attributes:
        year: the first year its title names, else that of its opening; 0 if neither does.
        before: the year that a part which looks back is about, if it does not say.
        review: whether its title says that it looks back on that year.
    """

    year: int
    before: int
    review: bool
    patterns: Patterns

    @classmethod
    def of(cls, title: str, opening: str, patterns: Patterns) -> _Reader:
        named = _years(title)
        year = min(named or _years(opening)[:1], default=0)
        line = patterns.line
        review = bool(line.review_titles.search(title)) and not line.plan_titles.search(title)
        return cls(year, year - 1 if named and not review else year, review, patterns)

    def says_so(self, title: str) -> bool:
        """Whether a section so titled states intentions, wherever it stands."""
        line = self.patterns.line
        if line.done_headings.search(title):
            return False
        years = _years(title)
        return bool(line.plan_headings.search(title)) or bool(self.year and years and min(years) > self.year)

    def compare(self, series: list[int], headings: Sequence[Said], plans: list[bool]) -> None:
        """Mark in ``plans`` those of a series that are plans because an earlier one looks back."""
        looking_back = self.patterns.line.looking_back
        last_plan = max((index for index in series if plans[index]), default=-1)
        looked_back, planned = None, False
        for index in series:
            title = headings[index].title
            if plans[index]:
                planned = True
            elif looked_back is not None and planned and not self._is_told(title):
                plans[index] = True  # having turned to what is next, a report does not turn back unsaid
            elif looked_back is not None and index > last_plan and self._turns(title, looked_back):
                plans[index] = planned = True
            elif looking_back.search(title):
                looked_back = max(_years(title), default=self.before)

    def _turns(self, title: str, looked_back: int) -> bool:
        """Whether a section so titled turns to what is next, after one that looked back on the year ``looked_back``."""
        if self.review or self._is_told(title):
            return False
        years = _years(title)
        return min(years) > looked_back if years else bool(self.patterns.line.aims.search(title))

    def _is_told(self, title: str) -> bool:
        """Whether a section so titled says what was done, or belongs to neither part."""
        return bool(self.patterns.line.done_headings.search(title) or self.patterns.line.asides.search(title))
