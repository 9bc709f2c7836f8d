"""Money whose purpose stands behind it: 统筹1200万元专项补助资金, 投入1.2亿元的实验小学."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming
from .tidy import finished

_FUNDS = ("款", "资金", "经费", "补助", "补贴", "专款", "专项", "贷款", "奖金", "学金", "学费", "公积金", "债券")

#: 保障经费|已拨付学校|3900万元: what was paid, and that it was.
_PAID_OUT = re.compile(
    r"(?P<money>[^，。；：\d]{2,24}(?:经费|资金|补助|补贴|学金|专款))(?:已经?|均|共|累计|全部|足额)+"
    r"(?P<verb>拨付|发放|下达|拨发|兑现)(?:到|至|给)?(?:各?学校|各校|个人|学生|教师)?(?:共|达|累计)?$"
)


def money_name(index: int, naming: Naming) -> str:
    """The noun behind an amount that says what kind of money it is."""
    paid = _PAID_OUT.search(naming.left_text(index).rstrip("了约近超过 "))
    if paid and (money := left_name(paid["money"], naming.tag, naming.words)):
        return finished(money + paid["verb"])
    noun = naming.right(index).noun
    return noun if noun.endswith(_FUNDS) and len(noun) > 2 else ""
