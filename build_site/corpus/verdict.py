"""Which statements of one indicator may be laid side by side, and in plain words why the others may not.

Two statements compare only if unit, role, status, scope, level of the region and length of the period agree, both
show a value, and each report states one value only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ..model.corpus import Statement, Verdict
from .naming import CITY, COUNTY, PROVINCE, UNKNOWN

_LEVELS = {PROVINCE: "省级", CITY: "市级", COUNTY: "区县级", UNKNOWN: "地区未知"}
_ROLES = {"level": "水平数", "from": "变化之前的数", "change": "增减数", "rank": "名次"}
_STATUS = {"done": "完成数", "plan": "计划数"}


class Terms(NamedTuple):
    """What must agree between two statements; each with the words that name it."""

    unit: str
    role: str
    status: str
    scope: str
    level: int
    period: str


class Placed(NamedTuple):
    """A statement with what the verdict needs: its terms, its year, and its unit as a reader knows it."""

    statement: Statement
    terms: Terms
    year: str


#: Said of every statement of an indicator whose name is too general to compare.
VAGUE = "名称笼统，所指可能不同"


def judge(placed: Sequence[Placed]) -> tuple[tuple[int, ...], tuple[Verdict, ...]]:
    """Indexes of the largest comparable set (at least two reports, else ()), and a verdict for each statement."""
    if len(placed) == 1:
        return (), (Verdict(False, _alone(placed[0])),)
    unclear = _unclear(placed)
    groups: dict[Terms, list[int]] = defaultdict(list)
    for index, item in enumerate(placed):
        if _stands(item) and index not in unclear:
            groups[item.terms].append(index)
    best = max(groups.items(), key=lambda pair: _merit(pair, placed), default=(placed[0].terms, []))
    terms, members = best
    chosen = _one_a_report(members, placed)
    if len({placed[index].statement.report for index in chosen}) < 2:
        chosen = ()
        terms = placed[0].terms
    within = frozenset(chosen)
    verdicts = tuple(_verdict(index, item, terms, within, unclear) for index, item in enumerate(placed))
    return chosen, verdicts


def _stands(item: Placed) -> bool:
    """Whether a statement can be compared with anything at all."""
    return item.statement.value is not None and not item.statement.masked and item.terms.level != UNKNOWN


def _alone(item: Placed) -> str:
    return "被遮盖，没有数值" if item.statement.masked else "只有这一条，没有可以对照的"


def _merit(pair: tuple[Terms, list[int]], placed: Sequence[Placed]) -> tuple[int, int, bool, bool, int]:
    terms, members = pair
    reports = len({placed[index].statement.report for index in members})
    return reports, len(members), terms.role == "level", terms.status == "done", -members[0]


def _unclear(placed: Sequence[Placed]) -> set[int]:
    """Statements of a report that gives the same indicator, on the same terms and year, several different values."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, item in enumerate(placed):
        places[item.statement.report, item.year].append(index)
    found: set[int] = set()
    for indexes in places.values():
        if len(indexes) == 1:  # nearly always
            continue
        values: dict[Terms, set[object]] = defaultdict(set)
        for index in indexes:
            said = placed[index].statement
            if said.value is not None:
                values[placed[index].terms].add((said.value, said.value_max))
        found.update(index for index in indexes if len(values.get(placed[index].terms, ())) > 1)
    return found


def _one_a_report(members: Sequence[int], placed: Sequence[Placed]) -> tuple[int, ...]:
    """The first statement of each report and year; the others repeat it."""
    seen: set[tuple[str, str]] = set()
    chosen = []
    for index in members:
        place = (placed[index].statement.report, placed[index].year)
        if place not in seen:
            seen.add(place)
            chosen.append(index)
    return tuple(chosen)


def _verdict(index: int, item: Placed, terms: Terms, chosen: frozenset[int], unclear: set[int]) -> Verdict:
    if index in chosen:
        return Verdict(True, _bound(item.statement))
    if item.statement.masked:
        return Verdict(False, "被遮盖，没有数值")
    if item.statement.value is None:
        return Verdict(False, "没有数值")
    if item.terms.level == UNKNOWN:
        return Verdict(False, "地区未知，看不出是哪一级的数")
    different = _differences(item, terms)
    if different:
        return Verdict(False, "；".join(different))
    if index in unclear:
        return Verdict(False, "同一份报告给出几个不同的数，口径不明")
    if chosen:
        return Verdict(True, "与本报告前文的数相同")
    return Verdict(False, "没有其他报告可以对照")


def _bound(statement: Statement) -> str:
    if statement.value_max is not None:
        return "是一个区间"
    return f"带“{statement.qualifier}”，不是精确数" if statement.qualifier else ""


def _differences(item: Placed, terms: Terms) -> list[str]:
    mine, found = item.terms, []
    if mine.unit != terms.unit:
        found.append(f"单位不同：{mine.unit or '无单位'}，别处是{terms.unit or '无单位'}")
    if mine.role != terms.role:
        found.append(f"{_ROLES.get(mine.role, mine.role)}，别处是{_ROLES.get(terms.role, terms.role)}")
    if mine.status != terms.status:
        found.append(f"{_STATUS.get(mine.status, mine.status)}，别处是{_STATUS.get(terms.status, terms.status)}")
    if mine.scope != terms.scope:
        found.append(f"范围不同：{mine.scope or '本地区'}，别处是{terms.scope or '本地区'}")
    if mine.level != terms.level:
        found.append(f"级别不同：{_LEVELS[mine.level]}，别处是{_LEVELS[terms.level]}")
    if mine.period != terms.period:
        found.append(f"时段不同：{mine.period}，别处是{terms.period}")
    return found
