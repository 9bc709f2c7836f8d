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
#: What the money is, where it only follows: 按每生每年600元给予补助.
_GIVEN = re.compile(r"[^，。；、\d]{0,8}?(补助|补贴|奖补|资助|奖励|助学金)")


def per_head_name(index: int, naming: Naming) -> str:
    """“Per head”, then what is given or had."""
    slot = naming.slots[index]
    text = naming.left_text(index)
    match = _PER.search(text) if slot.quantity.kind in ("money", "count") and naming.roles[index] == "level" else None
    if match is None or naming.right(index).noun and slot.quantity.kind == "count":
        return ""
    own, shared = fronted(left_name(text[: match.start()], naming.tag, naming.words), "money", naming.words)
    if shared != own:
        naming.bases[index] = match["per"] + shared
    given = _GIVEN.match(naming.reading.text, slot.quantity.span.end)
    if own and given:
        subject = own if own.endswith(given[1]) else own + given[1]
    elif own and not any(own in kind for kind in naming.words.attributes):
        subject = own
    else:
        subject = naming.base(index) or naming.clause_before(index) or (given[1] if given else "")
        naming.bases[index] = subject
        subject = attributed(subject, own, naming.words) if own and subject else subject
    return finished(match["per"] + subject) if subject else ""
