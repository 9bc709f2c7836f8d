"""Levels, owners, places and stages stand in front of what they qualify: 名师工作室省级3个 counts 省级名师工作室."""

from __future__ import annotations

import re

from ...rules.indicators import NameWords
from .tidy import finished

_RATES = ("率", "比例", "占比", "比重")
#: 每生每年|寄宿生: what is measured for each stands in front of all.
_PER = re.compile(r"每[\u4e00-\u9fff]每?(?:学年|学期|[年月天日次])")
#: 获得|市级以上|荣誉的教师, of whom 省级 are counted
_OR_ABOVE = re.compile("(?:国家|[省市县区校州])级以上")
#: What makes a noun of the verb in front of it.
_MONEY = ("标准", "资金", "经费", "金额")
#: 小学 among 义务教育阶段|学生, 中小|学生
_ALL_STAGES = re.compile(
    "(?:辖区|全域|境内)内?|义务教育(?:阶段)?(?=学生|教师|学校|在校)|中小(?=学生)|中小学(?=教师|教职工|专任)"
)

#: 其他|民办: no things, but which of them.
_OTHERS = ("其他", "其它", "其余", "普惠", "普惠性", "非普惠")
#: 乡村到|城区
_TO = ("到", "至", "向", "往", "和", "与", "及", "、")
#: 各级各类|幼儿园: no longer true of a part.
_OF_ALL_KINDS = re.compile("^各级各类(?=[\u4e00-\u9fff]{2})")
#: 义务教育阶段|学生: a stage says it more closely.
_PHASE = re.compile("^(?:义务|基础)教育阶段(?=[\u4e00-\u9fff]{2})")


def attributed(base: str, attribute: str, words: NameWords) -> str:
    """``base`` with ``attribute``: in front, in place of one of its kind, behind a verb; at the end if it is none."""
    kind = next((each for each in words.attributes if attribute in each), None)
    if kind is None:
        return finished(base + attribute)
    per = _PER.match(base)
    lead = per[0] if per else words.kept_verb(base)
    if lead and base.startswith(_MONEY, len(lead)):
        lead = ""  # 补助|标准
    rest = _OF_ALL_KINDS.sub("", base[len(lead) :])
    if attribute in words.attributes[-1]:
        rest = _PHASE.sub("", rest)
    present = max((one for one in kind if rest.startswith(one)), key=len, default="")
    rest = rest[len(present) :] or rest
    if not present and attribute in words.attributes[0]:
        rest = _OR_ABOVE.sub(attribute, rest, count=1) if _OR_ABOVE.search(rest) else attribute + rest
        return finished(lead + rest)
    if attribute in words.stages:
        rest = _ALL_STAGES.sub("", rest)
    return finished(lead + attribute + (rest.removeprefix("及").removeprefix("以上") if present else rest))


def fronted(name: str, kind: str, words: NameWords) -> tuple[str, str]:
    """名师工作室省级 as 省级名师工作室, and what is qualified; the name twice if it ends in no attribute.

    A stage at the end of what is not money, a rate or a bare index may be the name of a school (东湖小学).
    """
    if not name.endswith(words.attribute_words):
        return name, name
    *_, stages = words.attributes
    for attributes in words.attributes:
        attribute = max((one for one in attributes if name.endswith(one)), key=len, default="")
        base = name.removesuffix(attribute)
        if attributes is stages and kind not in ("money", "") and "均" not in base and not base.endswith(_RATES):
            continue
        if attribute and len(base) > 1 and base not in _OTHERS and not base.endswith(_TO):
            return attributed(base, attribute, words), base
    return name, name
