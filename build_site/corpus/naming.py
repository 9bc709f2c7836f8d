"""The normal form of an indicator's name: what is left of 我区学前教育毛入园率达到 when it is to be found again.

Taken off: quotation marks and blanks, the region, words that say whose figure it is (全市: kept as the scope), words
that say nothing (累计, 人数). Then words and whole names are replaced as ``synonyms.yml`` says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..model.corpus import ReportCard
from ..rules.synonyms import SynonymRules
from ..text import fold

_MASKED_PLACE = re.compile(r"(?:[*×○〇□Xx某]{1,6})(?:自治区|省|市|区|县|旗|州)(?!域)")
_OFFICE = re.compile(r"([区县旗])(?:委)?(?:教育|教体|教科)")
_OUR_COUNTY = re.compile(r"(?<!自治)(?:全|我)[区县]")
_NOISE = str.maketrans("", "", " \t\n“”‘’\"'「」『』")
_PART = re.compile(r".*?(?:特别行政区|自治区|自治州|自治县|省|市|区|县|旗|州|盟|地区)(?!市)")
_JOINS = "的，、：:；;。,"
_SHORTEST = 2
_ROUNDS = 6
_NO_PREFIX = (0, "")

#: Ranks of administrative levels; lower is higher up. 0 国, 1 省, 2 市, 3 县, 4 unknown.
COUNTRY, PROVINCE, CITY, COUNTY, UNKNOWN = range(5)
_RANK = {"国": COUNTRY, "省": PROVINCE, "市": CITY, "县": COUNTY}
_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_SCOPE_NAMES = {COUNTRY: "全国", PROVINCE: "全省", CITY: "全市", COUNTY: "区县"}


@dataclass(frozen=True, slots=True)
class Home:
    """Where a report speaks from: its places as written, longest first, its level and its kind of place."""

    places: tuple[str, ...]
    level: int
    kind: str


class Name(NamedTuple):
    """An indicator's name, normalised; ``scope`` is 全国, 全省 or 全市 if the figure is not the report's, else ""."""

    form: str
    scope: str


class Namer:
    """Names indicators by one set of rules, remembering what it has named."""

    def __init__(self, rules: SynonymRules) -> None:
        self._rules = rules
        prefixes = sorted({*rules.scopes, *rules.leading}, key=len, reverse=True)
        self._prefix = re.compile("|".join(map(re.escape, prefixes)) or r"(?!)")
        words = sorted((word for word, other in rules.words.items() if word != other), key=len, reverse=True)
        self._words = re.compile("|".join(map(re.escape, words)) or r"(?!)")
        self._vague = frozenset(rules.vague)
        self._trailing = tuple(sorted(rules.trailing, key=len, reverse=True))
        self._names: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        self._prefixes: dict[str, tuple[int, str]] = {}
        self._bare: dict[str, str] = {}
        #: Names of texts that begin with no scope: the same wherever a report speaks from, unless they begin with that.
        self._unled: dict[str, Name] = {}
        for group in rules.names:
            first = self._without_synonyms(group[0])
            self._names.update((self._without_synonyms(name), first) for name in group)

    def name(self, indicator: str, home: Home) -> Name:
        """The name of ``indicator`` in a report that speaks from ``home``."""
        text = self._plain.get(indicator)
        if text is None:
            text = self._plain[indicator] = fold(indicator).translate(_NOISE).lstrip(_JOINS) or indicator
        if text in self._unled and not text.startswith(home.places):
            return self._unled[text]
        scope, whole = "", text
        for _ in range(_ROUNDS):
            length, word = self._prefix_of(text, home)
            if not length or len(text) - length < _SHORTEST:
                break
            text = text[length:].lstrip(_JOINS)
            scope = scope or self._scope_of(word, home)
        form = self._bare.get(text)
        if form is None:
            form = self._bare[text] = self._settled(text)
        name = Name(form, scope)
        if self._prefixes.get(whole) == _NO_PREFIX and not whole.startswith(home.places):
            self._unled[whole] = name
        return name

    def _settled(self, text: str) -> str:
        """``text`` with synonyms replaced and endings taken off until nothing changes."""
        for _ in range(_ROUNDS):
            bare = self._without_synonyms(text)
            form = self._names.get(bare, bare)
            if form == text:
                break
            text = form
        return text

    def is_vague(self, form: str) -> bool:
        """Whether ``form`` may mean one thing in one report and another in the next (教师, 合格率)."""
        return len(form) <= _SHORTEST or form in self._vague

    def _prefix_of(self, text: str, home: Home) -> tuple[int, str]:
        if text.startswith(home.places):
            return len(next(place for place in home.places if text.startswith(place))), ""
        prefix = self._prefixes.get(text)
        if prefix is None:
            prefix = self._prefixes[text] = self._said_prefix(text)
        return prefix

    def _said_prefix(self, text: str) -> tuple[int, str]:
        masked = _MASKED_PLACE.match(text)
        if masked:
            return masked.end(), ""
        found = self._prefix.match(text)
        return (found.end(), found[0]) if found else _NO_PREFIX

    def _scope_of(self, word: str, home: Home) -> str:
        rank = _RANK.get(self._rules.scopes.get(word, ""))
        if rank is None or rank == home.level or (home.level == UNKNOWN and rank >= CITY):
            return ""
        if home.kind and home.kind in word[:3]:
            return ""  # a county-level city says 全市 of itself, an autonomous region 全区
        return _SCOPE_NAMES[rank]

    def _without_synonyms(self, text: str) -> str:
        text = self._words.sub(lambda match: self._rules.words[match[0]], text)
        if text.endswith(self._rules.keep):
            return text
        for end in self._trailing:
            rest = text.removesuffix(end)
            if rest != text and len(rest) >= _SHORTEST:
                return rest if self._says_nothing(end, rest) else text
        return text

    def _says_nothing(self, end: str, rest: str) -> bool:
        """Whether ``rest`` alone means what it means with ``end``: no people of money, no total of what was added."""
        if end.endswith("人数") and not rest.endswith(self._rules.persons):
            return False
        return not (end.startswith("总") and rest.startswith(self._rules.flows))


@lru_cache(maxsize=50_000)
def _home(region: str, code: str, level: int) -> Home:
    parts = _parts(region)
    places = {region, *parts, *("".join(parts[index:]) for index in range(len(parts)))} - {"未知", ""}
    last = parts[-1] if parts else ""
    kind = next((end for end in ("区", "市", "县", "旗", "州", "盟", "省") if last.endswith(end)), "")
    return Home(tuple(sorted(places, key=len, reverse=True)), level, kind)


def home_of(card: ReportCard) -> Home:
    """Where ``card`` speaks from; its level by region code, place name, the office in its title or how it says 全区."""
    level = _level(_parts(card.region), card.region_code, card.title)
    return _home(card.region, card.region_code, _spoken_level(card) if level == UNKNOWN else level)


def _parts(region: str) -> tuple[str, ...]:
    return tuple(_PART.findall(region)) if region != "未知" else ()


def _spoken_level(card: ReportCard) -> int:
    """A report that speaks of 全区 or 我县 is one of a county."""
    return COUNTY if any(_OUR_COUNTY.search(statement.sentence) for statement in card.statements) else UNKNOWN


def _level(parts: tuple[str, ...], code: str, title: str) -> int:
    if len(code) == 6 and code.isdigit():
        return PROVINCE if code.endswith("0000") else CITY if code.endswith("00") else COUNTY
    last = parts[-1] if parts else "".join(_OFFICE.findall(title)[:1])
    if last.endswith(("省", "自治区", "特别行政区")) or last in _MUNICIPALITIES:
        return PROVINCE
    if last.endswith(("区", "县", "旗")):
        return COUNTY
    return CITY if last.endswith(("市", "州", "盟")) else UNKNOWN
