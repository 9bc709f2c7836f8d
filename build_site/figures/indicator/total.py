"""The sum behind a list of parts: 学前助学金40万元、高中助学金60万元，共计100万元."""

from __future__ import annotations

from decimal import Decimal
from os.path import commonprefix

from .left import left_name
from .naming import Naming

_SUMMED = frozenset(("共", "共计", "合计", "总计", "总共", "累计"))
_ASIDE = "，、 约近超达为了"
_LONGEST_LIST = 12
#: What the parts have in common names them from so many characters on; else they are listed, up to so many.
_SHORTEST, _COMFORTABLE = 2, 14


def total_name(index: int, naming: Naming) -> str:
    """What the numbers before are parts of or have in common, if this one is their sum; else ""."""
    if naming.left_text(index).strip(_ASIDE) not in _SUMMED:
        return ""
    first = _first_part(index, naming)
    if index - first < 2:
        return ""
    whole, divided, own = naming.left_text(first).rpartition("为")
    if divided and own and (name := left_name(whole, naming.tag, naming.words)):
        return name  # 收购资金|为|土地置换资金90万元、…
    unit = naming.slots[index].quantity.unit
    names = [naming.names[at] for at in range(first, index) if naming.slots[at].quantity.unit == unit]
    verb = naming.words.kept_verb(names[0])
    shared = commonprefix([name[::-1] for name in names])[::-1]
    if len(shared) >= _SHORTEST:
        return shared if shared.startswith(verb) else verb + shared
    listed = "、".join(name.removeprefix(verb) for name in names)
    return verb + listed if len(listed) <= _COMFORTABLE else ""


def _first_part(index: int, naming: Naming) -> int:
    """The first of the numbers in front that add up to this one; its own index if none do."""
    slot = naming.slots[index]
    rest = slot.quantity.value or Decimal(0)
    for at in range(index - 1, max(-1, index - 1 - _LONGEST_LIST), -1):
        part = naming.slots[at]
        if part.sentence != slot.sentence:
            break
        if part.quantity.unit != slot.quantity.unit:
            continue
        rest -= part.quantity.value or Decimal(0)
        if rest == 0:
            return at
    return index
