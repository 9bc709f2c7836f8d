"""Says what each number measures. `RULES` stand in the order in which they are asked; the first answer counts."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ...variants import written_as
from ..candidate import Quantity
from ..context import Reading
from .attribute import attributed, fronted
from .carry import with_carried_verb
from .cell import cell_name
from .change import change_name
from .counted import counted_name
from .elided import completed
from .last import last_resort
from .measured import measured_name
from .medal import medal_name
from .money import money_name
from .naming import Naming, Rule
from .pair import pair_name
from .per_head import per_head_name
from .plain import plain_name
from .rank import rank_name
from .repeat import repeated_name
from .score import score_name
from .share import share_name
from .shared import shared_name
from .slots import Slot, slots_of
from .target import TARGET_SIGNS, target_name
from .total import total_name
from .unit_noun import unit_noun_name

__all__ = ["Named", "Slot", "name_all", "slots_of"]

Named = tuple[str, str]


class NamingRule(NamedTuple):
    """A rule by its label, and the quantities that it may name.

    Attributes:
        label: its name, for the debug view.
        name: the rule.
        roles, kinds: of the quantities; () means all.
        signs: one of them stands between the number and the one before; () means that anything may.
    """

    label: str
    name: Rule
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


RULES = (
    NamingRule("cell", cell_name),
    NamingRule("medal", medal_name, kinds=("count",)),
    NamingRule("shared", shared_name),
    NamingRule("total", total_name, roles=("level",), signs=("共", "计")),
    NamingRule("pair", pair_name, roles=("from", "level")),
    NamingRule("rank", rank_name, roles=("rank",)),
    NamingRule("per-head", per_head_name, signs=("每", "均")),
    NamingRule("change", change_name, roles=("change",)),
    NamingRule("share", share_name, kinds=("percent", "ratio")),
    NamingRule("money", money_name, roles=("level",), kinds=("money",)),
    NamingRule("score", score_name, roles=("level",), signs=("以",)),
    NamingRule("unit-noun", unit_noun_name, kinds=("count",)),
    NamingRule("repeat", repeated_name),
    NamingRule("target", target_name, roles=("level",), kinds=("count",), signs=TARGET_SIGNS),
    NamingRule("counted", counted_name, kinds=("count", "span", "")),
    NamingRule("measured", measured_name, kinds=("area", "length", "data")),
    NamingRule("plain", plain_name),
    NamingRule("last", last_resort),
)


_SIGN = re.compile("|".join(sorted({sign for rule in RULES for sign in rule.signs})))


@cache
def _rules_for(role: str, kind: str, signed: bool) -> tuple[NamingRule, ...]:
    """The rules for such quantities; those that ask for a sign only if there is any, which mostly there is not."""
    return tuple(
        rule
        for rule in RULES
        if (not rule.roles or role in rule.roles)
        and (not rule.kinds or kind in rule.kinds)
        and (signed or not rule.signs)
    )


#: What those who get money are counted as, and what is given to them.
_PEOPLE = {"人": "人数", "名": "人数", "人次": "人次"}
_AREAS = ("平方米", "万平方米", "亩", "公顷")
_MONEY = ("学金", "贷款", "补助", "补贴", "资助", "学费", "资金", "津贴", "生活费")
#: Two numbers of one thing stand this near each other.
_NEAR = 5
#: Endings of names of money.
_SUMS = (*_MONEY, "费", "额", "款", "值", "投资", "投入", "收入", "支出", "金", "税", "债", "附加")
#: Endings of names of people.
_PERSONS = (
    "人",
    "生",
    "师",
    "员",
    "者",
    "群众",
    "职工",
    "幼儿",
    "儿童",
    "家长",
    "干部",
    "人口",
    "人才",
    "对象",
    "数",
    "次",
)
_LONGEST = 28
#: 入园率|年度目标数: what the next number reaches is the rate, not the target.
_TARGET = re.compile("(?:全年|年度|本年)?(?:任务|目标|计划|指标)+[数值]$")
_NOTED = re.compile("（([^（）]{2,4})）")
#: Rules whose names take on the verb of the item before in a list.
_LISTED = ("counted", "plain")


def name_all(slots: list[Slot], quantities: list[Quantity], reading: Reading, roles: list[str]) -> list[Named]:
    """Name and rule for each quantity."""
    naming = Naming(reading, slots, roles)
    named = []
    for index in range(len(quantities)):
        named.append(_name(index, naming))
        naming.names.append(named[-1][0])
        naming.bases.setdefault(index, named[-1][0])
        if named[-1][0].endswith(("数", "值")) and (target := _TARGET.search(named[-1][0])) and target.start() > 1:
            naming.names[-1] = naming.bases[index] = named[-1][0][: target.start()]
    written = written_as(reading.clean.text)
    narrow = "（" not in reading.clean.text
    return [(_with_narrow_brackets(written(name)) if narrow else written(name), rule) for name, rule in named]


def _with_narrow_brackets(name: str) -> str:
    return name.replace("（", "(").replace("）", ")")


def _fronted(index: int, name: str, naming: Naming) -> str:
    """``name`` with a level at its end put in front of what it qualifies, which the next item of the list uses too.

    A bracket behind the number may hold it too: 45人（小学）和50人（初中）.
    """
    text, end = naming.reading.text, naming.slots[index].quantity.span.end
    noted = _NOTED.match(text, end) if text.startswith("（", end) else None
    if noted and any(noted[1] in kind for kind in naming.words.attributes):
        naming.bases[index] = base = naming.base(index) if _NOTED.match(name) else name
        return attributed(base, noted[1], naming.words) if base else name
    said, base = fronted(name, naming.slots[index].quantity.kind, naming.words)
    if said != name:
        naming.bases[index] = base
    return said


def _with_people(index: int, name: str, naming: Naming) -> str:
    """发放助学金1200人次、56万元: those who got it are not the money."""
    unit = naming.slots[index].quantity.unit
    if unit not in _PEOPLE or not name.endswith(_MONEY) or len(name) > _LONGEST:
        return name
    naming.bases.setdefault(index, name)
    return name + _PEOPLE[unit]


def _told_apart(index: int, name: str, naming: Naming) -> str:
    """资助学生300名、45万元; 小学45所，1.8万人: money and people are not named like the thing counted before them."""
    kind, unit = naming.slots[index].quantity.kind, naming.slots[index].quantity.unit
    if kind != "money" and unit not in _PEOPLE and unit not in _AREAS:
        return name
    same = next((at for at in range(index - 1, max(-1, index - _NEAR), -1) if naming.names[at] == name), -1)
    if same < 0 or naming.slots[same].sentence != naming.slots[index].sentence or len(name) > _LONGEST:
        return name
    before = naming.slots[same].quantity
    if before.kind != "count":
        return name
    people = _PEOPLE.get(unit, "") if before.unit not in _PEOPLE and not name.endswith(_PERSONS) else ""
    more = "金额" if kind == "money" and not name.endswith(_SUMS) else "面积" if unit in _AREAS else people
    if more:
        naming.bases[index] = name
    return name + more


def _name(index: int, naming: Naming) -> Named:
    short = ""
    signed = _SIGN.search(naming.left_text(index)) is not None
    for rule in _rules_for(naming.roles[index], naming.slots[index].quantity.kind, signed):
        found = rule.name(index, naming)
        name = completed(index, found, naming) if found else ""
        if len(name) > 4 and name[-2:] == name[-4:-2]:
            name = name[:-2]  # 公办园占比|占比
        if len(name) > 1:
            name = _told_apart(index, _with_people(index, _fronted(index, name, naming), naming), naming)
            return (with_carried_verb(index, name, naming) if rule.label in _LISTED else name), rule.label
        short = short or name  # 9个镇
    return (short + "数量", "short") if short else ("数量", "none")
