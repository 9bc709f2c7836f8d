"""The year or years a report covers, and the part of a year: 2022, 2022-2023, 2021-2022学年, 上半年."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..rules.metadata import MetadataRules

_DIGITS = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_SPELT = re.compile(
    r"二(?<![〇○零一二三四五六七八九十]二)[〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2}(?=\s*(?:年|学年|[-—–~～至]))"
)
_RANGE = re.compile(r"(?<!\d)(20\d\d)\s*年?\s*(?:[-—–−~～－/]|至|到)+\s*(20\d\d|\d\d)(?!\d)\s*(学年|年)?")
_YEAR_ENDS = r"\d\d)(?=\s*(?:年|学年|[上下]半年|[春秋]季))"
_YEAR = re.compile(r"(20(?<![\d.]20)" + _YEAR_ENDS)
#: The same without years that something is only due in. Both begin with the rare digits and look back from there.
_PAST_YEAR = re.compile(r"(20(?<![\d.]20)(?<!(?:预计|计划|力争|争取|确保)20)(?<!到20)" + _YEAR_ENDS)
_BARE = re.compile(r"(?<![\d.])(20[0-4]\d)(?![\d.])")
_MASKED = re.compile(r"(?<!\d)(?:20[*＊xX×某□○_]{1,2}|2[*＊xX×]{3}|[*＊xX×某]{2,4})\s*年")


def spell_out(text: str) -> str:
    """``text`` with years in Chinese digits (二〇二二年) in Arabic ones, one character for one."""
    return _SPELT.sub(lambda match: match[0].translate(_DIGITS), text)


def hides_year(title: str) -> bool:
    """Whether the title's year is masked."""
    return bool(_MASKED.search(title))


def year_of_title(title: str) -> str:
    """The year(s) a title names: ``2022``, ``2022-2023``, ``2021-2022学年``; "" if none."""
    title = spell_out(title)
    if match := _RANGE.search(title):
        first, last = match[1], match[2] if len(match[2]) == 4 else match[1][:2] + match[2]
        if 0 < int(last) - int(first) <= 6:
            return f"{first}-{last}" + ("学年" if match[3] == "学年" else "")
    years = sorted(set(_YEAR.findall(title) or _BARE.findall(title)))
    if not years:
        return ""
    return years[0] if len(years) == 1 or int(years[-1]) - int(years[0]) > 6 else f"{years[0]}-{years[-1]}"


def year_of_text(lead: str, text: str, headings: Iterator[str]) -> str:
    """The year the text speaks of: that of its opening, joined by the one that a heading plans for."""
    opening = _YEAR.findall(spell_out(lead[:400]))
    counts = count_years(text)
    first = opening[0] if opening else max(counts, key=lambda year: (counts[year], year), default="")
    if not first:
        return ""
    planned = [year for heading in headings for year in _YEAR.findall(spell_out(heading))]
    last = max((year for year in planned if 0 <= int(year) - int(first) <= 1), default=first)
    return first if last == first else f"{first}-{last}"


def count_years(text: str) -> Counter[str]:
    """How often each year is named, not counting those that something is only due in: 预计2024年10月竣工."""
    return Counter(_PAST_YEAR.findall(spell_out(text)))


def contradiction(year: str, lead: str, body: str, review: bool) -> str:
    """The year the body is about if it cannot be that of its title; "" otherwise.

    A plan for a year (``review`` false) may well speak more of the year before.
    """
    named = re.findall(r"20\d\d", year)
    covered = {str(one) for one in range(int(named[0]), int(named[-1]) + 1)}
    counts = count_years(body)
    if not review:
        covered.add(str(int(named[0]) - 1))
    other = max((one for one in counts if one not in covered), key=lambda one: counts[one], default="")
    if not other:
        return ""
    own = sum(counts[one] for one in covered)
    opening = _YEAR.findall(spell_out(lead[:200]))
    if own == 0 and counts[other] >= 2:
        return other
    return other if opening and opening[0] == other and counts[other] > 2 * own else ""


def find_period(title: str, headings: tuple[str, ...], year: str, rules: MetadataRules) -> str:
    """The part of the year that the title names, or that the headings give away; else 全年."""
    title = spell_out(title)
    named = [period for period, words in rules.periods.items() if any(word in title for word in words)]
    if "前三季度" in named:
        return "前三季度"
    if "上半年" in named and "下半年" in named:
        return "上半年"
    if named:
        return named[0]
    if any(word in heading for heading in headings for word in rules.next_half_headings):
        return "上半年"
    return "学年" if year.endswith("学年") else "全年"
