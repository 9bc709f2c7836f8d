"""What those counted did, as part of a name: 【55所】中小学|完成党组织领导的校长负责制改革."""

from __future__ import annotations

import re

from ...rules.indicators import NameWords
from ..words import Tagger, Token, joined
from .tidy import finished, trim

#: How much of a predicate a name takes on.
_PREDICATE = 24
#: 第三届|校园足球联赛
_EDITION = re.compile(
    r"[\u4e00-\u9fff*×]{0,4}(?:首|第[一二三四五六七八九十\d*×xX○□_]{1,3})[届批次轮季](?=[\u4e00-\u9fff“]{4})"
)
#: 确保8月底前|竣工
_MONTHS = re.compile(r"\d{1,2}月(?:份|[底末初]|[上中下]旬)?(?:\d{1,2}日)?之?(?:前|起|以来)?")
#: 市第三轮、区第二轮优秀教师…活动
_EDITIONS = re.compile(r"[省市区县]?第[一二三四五六七八九十\d*×xX○□_]{1,3}[届批次轮季]、?(?=[\u4e00-\u9fff“])")
#: 教师60名|分别赴上海、成都等地|跟岗学习: to which places.
_GONE_TO = re.compile(
    r"^(?:分别|先后|分批)?赴[^，。；“]{1,20}[、和][^，。；“]{1,16}?(?=参加|参与|学习|开展|接受|进行|攻读|跟岗|挂职|考察|培训|研修|支教|交流|顶岗)"
)
#: 2个项目|正在招标（详见附件2）
_DETAIL = re.compile("（(?:详?见|具体|不?含|不?包括|其中)[^（）]*(?:）|$)")
#: 3人|进入全市前50名
_AMONG_FIRST = re.compile(
    r"(?:进入|跻身|位列|名列|位居|列)[^，。；、\d]{0,10}前[\d一二三四五六七八九十百*×xX○□_]{1,4}(?:名|位)?"
)
#: What is under way is not yet done.
_UNDER_WAY = ("正在", "继续")
#: Words behind which a long predicate may end.
_JOINTS = frozenset("、和及与等")


def predicate_name(text: str, tag: Tagger, words: NameWords) -> str:
    """A predicate as part of a name: fillers and times off, not longer than needed."""
    said = text[:60]
    if place := _AMONG_FIRST.match(said):
        return place[0]
    if "（" in said:
        said = _DETAIL.sub("", said)
    if "月" in said:
        said = _MONTHS.sub("", said)
    if "赴" in said[:4]:
        said = _GONE_TO.sub("", said)
    tokens = tag((_EDITIONS.sub("", said) if "第" in said else said)[:44])
    fillers = words.sets["predicate_fillers"]
    start = 0
    while start < len(tokens) and tokens[start][0] not in _UNDER_WAY and _is_filler(tokens[start], fillers):
        start += 1
    length, end, kept = 0, start, []
    while end < len(tokens) and length + len(tokens[end][0]) <= _PREDICATE:
        if tokens[end][0] != "了" and (tokens[end][1] != "t" or tokens[end][0] in _UNDER_WAY):
            kept.append(tokens[end])
            length += len(tokens[end][0])
        end += 1
    if end < len(tokens):
        kept = _whole_part(kept)
    under_way = kept[0][0] if kept and kept[0][0] in _UNDER_WAY else ""
    return without_edition(finished(under_way + joined(trim(tuple(kept[bool(under_way) :]), words))))


def _whole_part(tokens: list[Token]) -> list[Token]:
    """A predicate that was cut for its length, cut back to where its first part ends: 建设中心|和基地."""
    signs = [at for at in range(2, len(tokens)) if tokens[at][0] in _JOINTS]
    return tokens[: signs[-1]] if signs and sum(len(word) for word, _ in tokens[: signs[-1]]) > 3 else tokens


def _is_filler(token: Token, fillers: frozenset[str]) -> bool:
    return token[0] in fillers or token[0] in "、，和及与" or token[1] == "d"


def without_edition(name: str) -> str:
    """``name`` without an edition in front: 第三届|校园足球联赛."""
    edition = _EDITION.match(name) if "第" in name or "首" in name else None
    return name[edition.end() :] if edition else name
