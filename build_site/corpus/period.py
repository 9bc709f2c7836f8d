"""Which stretch of time a statement covers: its year, and whether it is a whole one."""

from __future__ import annotations

import re
from functools import lru_cache

_YEAR = re.compile(r"20\d\d")
_HALF = re.compile(r"上半年|下半年")
_HALF_BY_MONTHS = re.compile(r"(?:^|\D)([17])月?[-—–~～至到](6|12)月")
_QUARTER = re.compile(r"(?:第?[一二三四1-4]季度|前[三3]季度|前三个季度)")
_TERM = re.compile(r"(?:春季|秋季|上|下|新|本)?学期")
_YEARS = re.compile(r"年来|近[两二三四五六七八九十\d]+年|[“‘]?十[二三四五]五[”’]?|以来|期间|三年|五年")
_YEAR_END = re.compile(r"(?:目前|年底|年末|12月(?:底|末|31日)?|截[至止]20\d\d年)$")
_PART_OF_YEAR = re.compile(r"\d{1,2}月|[一二三四五六七八九十]+月|截至|截止|暑期|寒假|周|日")
WHOLE_YEAR = "全年"
SCHOOL_YEAR = "学年"
SEVERAL_YEARS = "多年"


@lru_cache(maxsize=20_000)
def length_of(period: str, own: str, year: str) -> str:
    """The kind of stretch ``period`` names in a report on ``year`` whose own stretch is ``own``.

    全年, 上半年, 下半年, 一季度 …, 学年, 秋季学期 …, 多年, or the words themselves where nothing else fits (截至9月).
    """
    if not period or period in (own, year, f"{year}年", f"{year}年度", "今年", "本年", "本年度", "年内"):
        return own or WHOLE_YEAR
    for pattern in (_HALF, _QUARTER):
        found = pattern.search(period)
        if found:
            return str(found[0]).removeprefix("第")
    months = _HALF_BY_MONTHS.search(period)
    if months:
        return {"16": "上半年", "712": "下半年", "112": WHOLE_YEAR}.get(months[1] + months[2], period)
    if "学年" in period:
        return SCHOOL_YEAR
    term = _TERM.search(period)
    if term:
        return str(term[0])
    if _YEAR_END.search(period):
        return own or WHOLE_YEAR
    if _YEARS.search(period):
        return SEVERAL_YEARS
    return period if _PART_OF_YEAR.search(period) else WHOLE_YEAR


@lru_cache(maxsize=20_000)
def year_of(period: str, own: str) -> str:
    """The year a statement is about: the last one its period names, else the report's; 未知 if neither says."""
    years = _YEAR.findall(period)
    if "学年" in period and years:
        return str(years[0])
    if years:
        return str(years[-1])
    own_years = _YEAR.findall(own)
    if "去年" in period or "上年" in period:
        return str(int(own_years[0]) - 1) if own_years else "未知"
    return str(own_years[-1]) if own_years and "学年" not in own else own or "未知"
