"""What each one gets or has: 小学每生每年720元, 按每人每月100元给予补助, 藏书286万册，生均28册."""

from __future__ import annotations

import re

from .attribute import attributed, fronted
from .left import left_name
from .naming import Naming
from .tidy import finished

_PER = re.compile(
    r"(?P<per>(?:每(?:生|人|户|校|班|园|亩|名[\u4e00-\u9fff]{2,4})|[人生户校师班村园]均)(?:每?(?:学年|学期|[年月天日次]))?)"
    r"(?:达到?|为|约|近|超过?|不低于|不少于|不超过|提高[到至]|补助|\s)*$"
)
#: 每百名学生|拥有计算机22台
_PER_GROUP = re.compile(r"(?P<per>每[百千万]名?[\u4e00-\u9fff]{1,3}?)(?:拥有|配备|占有|有)(?P<what>[^，。；\d]{2,10})$")
#: What the money is, where it only follows: 按每生每年600元给予补助.
_GIVEN = re.compile(r"[^，。；、\d]{0,8}?(补助|补贴|奖补|资助|奖励|助学金)")
#: Endings of names of what is given to each.
_STANDARDS = ("标准", "经费", "补助", "补贴", "资助", "资金", "助学金", "津贴", "待遇", "工资", "绩效")
#: What leads from those who get the money to the money: 对困难学生|给予|每生每年1000元.
_GIVING = re.compile("(?:给予|予以|发放|提供|享受)$")
_GIVES = ("资助", "奖励", "补助", "补贴", "慰问", "救助", "表彰")
#: So many quantities before may name it.
_LOOK_BACK = 6


def per_head_name(index: int, naming: Naming) -> str:
    """“Per head”, then what is given or had."""
    slot, text = naming.slots[index], naming.left_text(index)
    if "每" not in text and "均" not in text:
        return ""
    group = _PER_GROUP.search(text)
    if group:
        return finished(group["per"] + left_name(group["what"], naming.tag, naming.words))
    match = _PER.search(text) if slot.quantity.kind in ("money", "count") and naming.roles[index] == "level" else None
    if match is None or naming.right(index).noun and slot.quantity.kind == "count":
        return ""
    receiver = _GIVING.sub("", text[: match.start()])
    own, qualified = fronted(left_name(receiver, naming.tag, naming.words), "money", naming.words)
    if all(kind == "v" for _, kind in naming.tag(own)):
        own = ""  # 做到每生每天5元
    given = _GIVEN.match(naming.reading.text, slot.quantity.span.end)
    if own and given:
        return finished(match["per"] + own.removesuffix(given[1]) + given[1])
    is_attribute = any(own in kind for kind in naming.words.attributes)
    if own and not is_attribute and (own.endswith(_STANDARDS) or not _standard(index, naming)):
        naming.bases[index] = own if own == qualified else match["per"] + qualified
        return finished(match["per"] + own)
    said = "补助" if "补助" in match[0].removeprefix(match["per"]) else ""  # 受益学生300人，每生每天补助5元
    about = (
        _standard(index, naming)
        or said
        or naming.base(index)
        or naming.clause_before(index)
        or (given[1] if given else "")
    )
    if not about:
        return ""
    naming.bases[index] = about
    if given and not said and not about.endswith((*_STANDARDS, given[1])) and not about.startswith(_GIVES):
        return finished(about + match["per"] + given[1])  # 优秀教师200名，给予每人2000元奖励
    for verb in _GIVES:
        if about.startswith(verb) and len(about) > len(verb):
            return finished(about.removeprefix(verb) + match["per"] + verb)  # 资助大学新生60名，每人2000元
    subject = attributed(about, own, naming.words) if is_attribute else own + about
    return finished(subject if "均" in about else match["per"] + subject)


def _standard(index: int, naming: Naming) -> str:
    """The money that an earlier number of the sentence is an amount of; "" if there is none."""
    for before in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        if naming.slots[before].sentence != naming.slots[index].sentence:
            return ""
        if naming.bases[before].endswith(_STANDARDS):
            return naming.bases[before]
    return ""
