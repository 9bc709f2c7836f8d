"""How the model's codes read in Chinese, and how numbers are written."""

from __future__ import annotations

import re
from decimal import Decimal

UNKNOWN = "未知"
_YEARS = re.compile(r"\d{4}(?:-\d{4})?")

MASK_KINDS = {
    "figure": "被遮盖的数字",
    "date": "被遮盖的日期",
    "place": "被遮盖的地名",
    "name": "被遮盖的名称",
    "word": "被遮盖的词语",
    "unknown": "被遮盖的内容",
}
#: What a figure is, for tables and cards.
ROLES = {"level": "数量", "from": "变化之前", "change": "增减", "rank": "名次"}
STATUSES = {"done": "已完成", "plan": "计划"}
#: Why a stretch of the source is not shown.
REMOVALS = {
    "chrome": "网页附带文字",
    "toc": "目录",
    "split-mark": "分段标记",
    "bookmark": "Word 书签",
    "field-code": "域代码",
    "markup": "网页标记",
    "advertisement": "广告",
    "page-number": "页码",
    "header": "页眉",
    "footer": "页脚",
    "hidden": "隐藏文字",
    "comment": "批注",
    "deleted": "修订中删去的文字",
    "repeated-title": "重复的标题",
    "invisible": "不可见字符",
    "line-break": "句中断行",
    "blank": "空白",
}
#: Removals without a visible character: counted, not listed.
UNSEEN = frozenset({"blank", "invisible", "line-break"})
#: Words right before a change that say which way it goes.
RISES = ("提升", "提高", "增长", "增加", "上升", "上涨", "增至", "扩大", "多", "增", "升")
FALLS = ("下降", "降低", "减少", "压减", "压缩", "缩减", "回落", "下调", "缩小", "少", "减", "降")


def period_words(period: str) -> str:
    """A period as one reads it: a bare year gets its 年."""
    return f"{period}年" if _YEARS.fullmatch(period) else period


def plain(value: Decimal | None) -> str:
    """A plain decimal without exponent or trailing zeros; "" for None."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(share: float | None) -> str:
    """A share as a whole percentage; it says 100% only if nothing is missing."""
    if share is None:
        return "无数据"
    rounded = round(share * 100)
    if rounded == 100 and share < 1:
        return "99%以上"
    return f"{rounded}%"
