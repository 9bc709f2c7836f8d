"""Which statements of one indicator may be laid side by side, and in plain words why the others may not.

Two statements compare only if unit, role, status, scope, level of the region and length of the period agree, both
show a value, and each report states one value only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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


_EXACT, _MASKED = Verdict(True), Verdict(False, "被遮盖，没有数值")
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
    return chosen, tuple(_verdicts(placed, terms, frozenset(chosen), unclear))


def _stands(item: Placed) -> bool:
    """Whether a statement can be compared with anything at all."""
    return item.statement.value is not None and not item.statement.masked and item.terms.level != UNKNOWN


def _alone(item: Placed) -> str:
    return _MASKED.reason if item.statement.masked else "只有这一条，没有可以对照的"


def _merit(pair: tuple[Terms, list[int]], placed: Sequence[Placed]) -> tuple[int, int, bool, bool, int]:
    terms, members = pair
    reports = len({placed[index].statement.report for index in members})
    return reports, len(members), terms.role == "level", terms.status == "done", -members[0]


def _unclear(placed: Sequence[Placed]) -> set[int]:
    """Statements of a report that gives the same indicator, on the same terms and year, several different values."""
    reports = [item.statement.report for item in placed]
    several = {report for report, count in Counter(reports).items() if count > 1}
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        if report in several:
            places[report, placed[index].year].append(index)
    found: set[int] = set()
    for indexes in places.values():
        values: dict[Terms, set[object]] = defaultdict(set)
        for index in indexes:
            said = placed[index].statement
            if said.value is not None:
                values[placed[index].terms].add((said.value, said.value_max))
        found.update(index for index in indexes if len(values.get(placed[index].terms, ())) > 1)
    return found


def _one_a_report(members: Sequence[int], placed: Sequence[Placed]) -> tuple[int, ...]:
    """The first statement of each report and year; the others repeat it."""
    first: dict[tuple[str, str], int] = {}
    for index in members:
        first.setdefault((placed[index].statement.report, placed[index].year), index)
    return tuple(first.values())


def _verdicts(placed: Sequence[Placed], terms: Terms, chosen: frozenset[int], unclear: set[int]) -> Iterator[Verdict]:
    differences: dict[Terms, str] = {}  # thousands of statements have a handful of terms
    for index, item in enumerate(placed):
        if index in chosen:
            yield _EXACT if _is_exact(item.statement) else Verdict(True, _bound(item.statement))
            continue
        if item.terms not in differences:
            differences[item.terms] = "；".join(_differences(item.terms, terms))
        yield _apart(item, differences[item.terms], bool(chosen), index in unclear)


def _apart(item: Placed, different: str, any_chosen: bool, unclear: bool) -> Verdict:
    """The verdict on a statement that is not among those compared."""
    if item.statement.masked:
        return _MASKED
    if item.statement.value is None:
        return Verdict(False, "没有数值")
    if item.terms.level == UNKNOWN:
        return Verdict(False, "地区未知，看不出是哪一级的数")
    if different:
        return Verdict(False, different)
    if unclear:
        return Verdict(False, "同一份报告给出几个不同的数，口径不明")
    return Verdict(True, "与本报告前文的数相同") if any_chosen else Verdict(False, "没有其他报告可以对照")


def _is_exact(statement: Statement) -> bool:
    return statement.value_max is None and not statement.qualifier


def _bound(statement: Statement) -> str:
    return "是一个区间" if statement.value_max is not None else f"带“{statement.qualifier}”，不是精确数"


def _differences(mine: Terms, terms: Terms) -> list[str]:
    found = []
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
