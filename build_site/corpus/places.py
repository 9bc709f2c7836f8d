"""The tree of places: province, city, county by region code, in pinyin order; reports without a known place last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.corpus import Place, ReportCard
from .pinyin import pinyin_of, unique_slug

UNKNOWN = "未知"
UNKNOWN_ID = "unknown"
#: Above places whose province is not said: 和平区 is in Tianjin and in Shenyang.
UNSAID = "省份未写明"
_LAST = (UNSAID, UNKNOWN)
_CODE = re.compile(r"[1-9]\d{5}", re.ASCII)
_PROVINCE = re.compile(r".+?(?:特别行政区|自治区|省)|(?:北京|天津|上海|重庆)市")
#: 杭州 is no step of 杭州市, nor 津市 of 津市市; 青岛市 is one of 青岛市市南区.
_CITY = re.compile(r".+?(?:自治州|地区|市(?!市$)|州(?!市)|盟)")
#: Second digits 01 and 02 below a municipality (and 90 below a province) are not cities of their own.
_NO_CITY = ("01", "02", "90")
_MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass
class _Node:
    name: str
    code: str
    cards: list[ReportCard] = field(default_factory=list)
    below: dict[str, _Node] = field(default_factory=dict)


def place_tree(cards: Iterable[ReportCard]) -> tuple[Place, ...]:
    """The places of ``cards``; the reports of one place newest year first."""
    root = _Node("", "")
    codes: dict[str, str] = {}
    fullest: dict[str, str] = {}
    by_region: dict[tuple[str, str], list[ReportCard]] = defaultdict(list)
    for card in cards:
        code = card.region_code if _CODE.fullmatch(card.region_code) else ""
        by_region[(card.region or UNKNOWN, code)].append(card)
    for region, code in sorted(by_region):
        if code:
            codes.setdefault(region, code)
            fullest[code] = max(fullest.get(code, ""), region, key=len)  # 河西区 and 天津市河西区 are one place
    for (region, code), group in sorted(by_region.items()):
        node = root
        code = code or codes.get(region, "")
        for name, step_code in _steps(fullest.get(code, region), code):
            node = node.below.setdefault(name, _Node(name, step_code))
            node.code = node.code or step_code
        node.cards += group
    return _places(root, "")


def _steps(region: str, code: str) -> list[tuple[str, str]]:
    """(天津市, 120000), (河西区, 120103) of 天津市河西区: one pair a level."""
    if region == UNKNOWN:
        return [(UNKNOWN, "")]
    province = _PROVINCE.match(region)
    steps, rest = [], region
    if not province and not code:
        steps.append((UNSAID, ""))
    if province:
        steps.append((province[0], f"{code[:2]}0000" if code else ""))
        rest = region[province.end() :]
    city = _CITY.match(rest)
    if city and city.end() < len(rest) and not _cityless(code):
        steps.append((city[0], f"{code[:4]}00" if code else ""))
        rest = rest[city.end() :]
    if rest:
        steps.append((rest, code))
    return steps


def _cityless(code: str) -> bool:
    return code[:2] in _MUNICIPALITIES or code[2:4] in _NO_CITY[2:]


def _newest_first(cards: list[ReportCard]) -> tuple[str, ...]:
    ordered = sorted(cards, key=lambda card: card.id)
    ordered.sort(key=lambda card: "" if card.year == UNKNOWN else card.year, reverse=True)
    return tuple(card.id for card in ordered)


def _rank(name: str) -> int:
    return _LAST.index(name) + 1 if name in _LAST else 0


def _places(node: _Node, above: str) -> tuple[Place, ...]:
    ordered = sorted(node.below.values(), key=lambda child: (_rank(child.name), pinyin_of(child.name), child.code))
    return tuple(
        Place(
            name=child.name,
            code=child.code,
            id=child.code or (UNKNOWN_ID if child.name == UNKNOWN else unique_slug(above + child.name)),
            reports=_newest_first(child.cards),
            children=_places(child, above + child.name),
        )
        for child in ordered
    )
