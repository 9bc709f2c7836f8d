"""The place a report is about, by the GB/T 2260 list: from its title, its signature, or what it calls its own offices.

A place that the publisher has masked stays unknown, even where the text gives it away; the contributor is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText
from ..rules.metadata import MetadataRules
from ..text import Span, close_up
from ..variants import simplify
from .divisions import Division, divisions

UNKNOWN = "未知"
#: The last sign of a mask.
_MASK = "[*＊×✕□○◯●■_xX某]"
_HIDDEN = re.compile(rf"{_MASK}\s*(?:省|市|区|县|旗|州|镇|乡|教育|教体|人民政府|中学|小学|学校)")
_CLAUSE_END = re.compile(r"[，。；：、“”《》\s]")
#: Development zones have education offices of their own but no code in the standard.
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:工业园区|(?:高新|高新技术产业|高新技术|经济技术|经济)?开发区|高新区|经开区|新区|管理区|示范区)"
)
#: Schools, streets and towns with a name of their own; what stands around them tells 东湖小学 from 促进中小学.
#: Begins with what stands before the name.
_NAMED = re.compile(
    r"[、，。；：“《（(\n到在赴与和及]([\u4e00-\u9fff]{2,4}"
    r"(?:(?:小学|中学|幼儿园|实验学校)(?=[、，。；”》）)\n等开举承荣获被]|$)|街道|镇(?=[、，。；”》）)\n])))"
)
_GENERIC = re.compile(
    r"^(?:[各全所该本每]|其他|部分|有关|相关|以及|农村|城市|城区|乡镇|义务|高级|初级|普通|示范|特色|优质|薄弱|民办|公办|寄宿|完全|中心|实验|"
    r"社区|学前|试点|区属|市属|直属|市区|县城|新建|现有|两所|一所|多所)|中小|初中|高中|所$"
)
#: The last character of a city, district or county, and the characters that its name may have with it.
_COUNTY_END = re.compile(r"[市区县](?<=[\u4e00-\u9fff]{2}[市区县])")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{3,7}$")
_LONGEST_COUNTY = 7
#: A short name (宁夏, 苏州) is a place before these only: 安康 and 长治 are words too.
_AFTER_SHORT = re.compile(
    r"\s*(?:教育|教体|政府|人民政府|[省市区县州盟]|20\d\d|工业园|高新|经济|开发|新区)|[\u4e00-\u9fff]{2,4}[区县]"
)
_PLACE_NAMED = "地名已被遮盖，但文中仍出现具体名称：{}。网站不据此推断所在地。"
_AMBIGUOUS = "全国有多个“{}”，原文没有写明属于哪个省市，所以没有标行政区划代码。"
#: A snippet of this length before an office's name can hold the whole name of a county with its province.
_BEFORE = 16


class Region(NamedTuple):
    """A place as published, its code ("" if unknown) and where it was found."""

    name: str
    code: str
    origin: str


def find_region(
    clean: CleanText, text: str, title: str, title_origin: str, publisher: str, rules: MetadataRules
) -> tuple[Region, tuple[Diagnostic, ...]]:
    """The region of a report whose sidecar is silent, with doubts about it. ``text`` is the cleaned one, simplified."""
    for place, origin in ((title, "文件名" if title_origin == "文件名" else "标题"), (publisher, "落款")):
        place = close_up(simplify(place))
        if _hidden(place):
            return Region(UNKNOWN, "", ""), _betrayals(clean, text, rules)
        if found := _named_in(place, text):
            return _settled(found, origin)
    hidden, shown = _own_offices(text, rules)
    if hidden:
        return Region(UNKNOWN, "", ""), _betrayals(clean, text, rules)
    return _settled(shown, "正文") if shown else (Region(UNKNOWN, "", ""), ())


def region_of_sidecar(region: str, code: str) -> Region:
    """What a sidecar says, the missing half filled in where the list has it once."""
    table = divisions()
    if not region and code in table.by_code:
        region = table.full_name(table.by_code[code])
    if region and not code:
        found = _named_in(region, region)
        code = found.code if isinstance(found, Division) else ""
    return Region(region or UNKNOWN, code, "文件")


def _settled(found: Division | str, origin: str) -> tuple[Region, tuple[Diagnostic, ...]]:
    if isinstance(found, Division):
        return Region(divisions().full_name(found), found.code, origin), ()
    ambiguous = found in divisions().by_name
    doubts = (Diagnostic("region-ambiguous", _AMBIGUOUS.format(found)),) if ambiguous else ()
    return Region(found, "", origin), doubts


def _named_in(place: str, text: str) -> Division | str | None:
    """The narrowest division named in ``place``; its bare name if the list has several and nothing tells which."""
    mentions = _mentions(place)
    if not mentions:
        return None
    best = max(mentions, key=lambda found: found[0].level)
    certain = [options[0] for options in mentions if len(options) == 1]
    choice = _choose(best, certain)
    if choice is None:
        around = [options[0] for options in _mentions(text[:3000]) if len(options) == 1]
        choice = _choose(best, around)
    if choice is None:
        return best[0].name
    if (zone := _zone_in(place)) and choice.level < 3:
        return divisions().full_name(choice) + zone
    return choice


def _choose(options: tuple[Division, ...], context: list[Division]) -> Division | None:
    current = [one for one in options if not one.former] or list(options)
    if len({one.code for one in current}) == 1:
        return current[0]
    within = [one for one in current if any(one.lies_in(other) for other in context)]
    return within[0] if len({one.code for one in within}) == 1 else None


def _zone_in(place: str) -> str:
    match = _ZONE.search(place)
    if not match:
        return ""
    zone = match[0]
    table = divisions()
    for size in table.sizes.get(zone[:2], ()):
        if zone[:size] in table.by_name or zone[:size] in table.short:
            return zone[size:] if zone[:size] in table.by_name else zone
    return zone


def _mentions(text: str) -> list[tuple[Division, ...]]:
    """Every division named, longest names first at each place; each with all that bear the name."""
    table = divisions()
    found, end = [], 0
    for at in range(len(text) - 1):
        for size in table.sizes.get(text[at : at + 2], ()) if at >= end else ():
            name = text[at : at + size]
            options = table.by_name.get(name) or table.short.get(name)
            if options and (name in table.by_name or _AFTER_SHORT.match(text, at + size)):
                found.append(options if name in table.by_name else options[:1])
                end = at + size
                break
    return found


def _hidden(place: str) -> bool:
    """Whether a title or a signature names a masked place: **区教育局, 某市, XX县."""
    return bool(_HIDDEN.search(place))


@lru_cache(maxsize=4)
def _own(rules: MetadataRules) -> tuple[re.Pattern[str], re.Pattern[str]]:
    offices = "|".join(sorted(map(re.escape, rules.place_offices), key=len, reverse=True))
    return (
        re.compile(rf"{_MASK}(?:\s*(?:省|市|区|县|旗|州)?\s*(?:{offices})|区|县|旗)"),
        re.compile(rf"[省市区县旗州盟](?:{offices})"),
    )


def _own_offices(text: str, rules: MetadataRules) -> tuple[bool, Division | str | None]:
    """Whether the reporting place is masked; else what the report's own offices are most often called."""
    masked, named = _own(rules)
    counts: Counter[str] = Counter()
    places: dict[str, Division | str] = {}
    for match in named.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start() + 1]
        clause = _CLAUSE_END.split(before)[-1]
        if any(word in before for word in rules.elsewhere_words):
            continue
        found = _named_in(clause, text)
        if found and clause.endswith(found.name if isinstance(found, Division) else found):
            name = found.name if isinstance(found, Division) else found
            counts[name] += 1
            places[name] = found
    hidden = len(masked.findall(text))
    if not counts:
        return hidden > 0, None
    name, times = counts.most_common(1)[0]
    return (True, None) if hidden >= times else (False, places[name])


def _counties(text: str) -> Iterator[re.Match[str]]:
    """What may be the name of a city, a district or a county, with what stands before it."""
    done = 0
    for last in _COUNTY_END.finditer(text):
        match = _COUNTY.search(text, max(done, last.end() - _LONGEST_COUNTY), last.end())
        if match:
            done = match.end()
            yield match


def _betrayals(clean: CleanText, text: str, rules: MetadataRules) -> tuple[Diagnostic, ...]:
    """Names of schools, streets, cities and counties that stand unmasked in a text whose place is masked."""
    names: dict[str, int] = {}
    for match in _NAMED.finditer(f"\n{text}"):
        name = match[1].lstrip("到在赴与和及")
        if len(name) > 3 and "中小学" not in name and not _GENERIC.search(name[:-2]):
            names.setdefault(name, match.end() - 1 - len(name))
    known = divisions().by_name
    for match in _counties(text):
        around, said = text[max(0, match.start() - 6) : match.end() + 4], match[0]
        name = next((said[at:] for at in range(len(said) - 2) if said[at:] in known), "")
        if name and not _GENERIC.search(name) and not any(word in around for word in rules.elsewhere_words):
            names.setdefault(name, match.end() - len(name))
    if not names:
        return ()
    name = min(names, key=lambda one: names[one])
    at = clean.map.to_source(Span(names[name], names[name] + len(name)))
    shown = "、".join(f"“{one}”" for one in sorted(names, key=lambda one: names[one])[:5])
    return (Diagnostic("place-betrayed", _PLACE_NAMED.format(shown), at.start, at.end),)
