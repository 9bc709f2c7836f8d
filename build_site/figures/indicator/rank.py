"""Places: 金牌总数第4名, 在…比赛中获第一名, 位居全省第二."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming
from .tidy import finished
from .topic import event_before

_JOINER = re.compile(r"[\s、，,和及与以]*")
_PLACED = re.compile("(?:名次|排名|位次|排位)+$")
#: 综合 and 总分 are places in some contest or examination.
_SHORT = 2
_CONTEST = re.compile("专业|项目|总分|组|类|赛")
_RUNNING = re.compile(r"连续[^，]{1,5}(?:[年次届]|个月|季度|榨季)")
_VERBS = (
    "跻身|跃居|位居|位列|名列|排名|稳居|均居|居|列|排|蝉联|获得?|荣获|分获|夺得?|取得|进入|跃升至|上升至|升至|保持|占"
)
_AREAS = "全[市省国区县州]|世界|全球|中部|西部|东部|沿海|[\u4e00-\u9fff*]{0,3}大市|同类[\u4e00-\u9fff]{1,4}"
_NAMED_AREA = r"[\u4e00-\u9fff*×]{1,5}[省市州县区]"
_DISTRICTS = "(?:各?(?:县市区|县区|区县|区市县|市县|县（市、区）))?"
#: How and among whom something is placed: 在全省以明显优势再夺, 列某市各县市区.
_PLACE = re.compile(
    rf"(?:均?在(?:{_AREAS}|{_NAMED_AREA}){_DISTRICTS})?"
    r"(?:以[^，。；以]{2,8})?(?:继续|再次|再度|仍|又|再|均|稳|总体|整体)*"
    rf"(?:(?P<verb>{_VERBS})(?:{_AREAS}|{_NAMED_AREA})?|{_AREAS})?{_DISTRICTS}(?:排名)?$"
)


#: 列某市二圈层: among whom something is placed that stood in the clause before.
_AMONG = re.compile(
    r"[\s，、]*(?:继续|仍|均|稳)?(?:跃居|位居|位列|名列|排名|稳居|居|列|排|占)"
    r"[^，。；、]{0,10}(?:[省市县区州国组]|圈层|片区|学校|单位|系统)$"
)
#: What one is ranked in by being assessed: 顺利通过|省政府教育督导评估|，排名全省第三.
_ASSESSED = re.compile("(?:通过|接受|参加)了?(?P<what>[^，。；]{2,40}(?:评估|考核|评价|测评|考评|验收|督导|评比))，$")


def _assessment(index: int, naming: Naming) -> str:
    start = naming.slots[index].clause.start
    said = _ASSESSED.search(naming.text(max(naming.slots[index].sentence.start, start - 50), start))
    return left_name(said["what"], naming.tag, naming.words) if said else ""


def rank_name(index: int, naming: Naming) -> str:
    """What is ranked, with 名次."""
    left = _RUNNING.sub("", naming.left_text(index)).removesuffix("前")
    before = naming.previous(index)
    if _JOINER.fullmatch(left) and before.endswith("名次"):
        return before
    place = _PLACE.search(left)
    subject = (
        "" if _AMONG.match(left) else left_name(left[: place.start()] if place else left, naming.tag, naming.words)
    )
    won = bool(place and (place["verb"] or "").startswith(("获", "荣", "夺", "取", "分")))
    if won and not _CONTEST.search(subject):
        subject = event_before(index, naming) or subject
    if subject and naming.is_one_of(subject, "dependent"):
        naming.bases[index] = naming.base(index)
        subject = naming.base(index) + subject
    subject = _PLACED.sub("", subject)
    if 0 < len(subject) <= _SHORT and subject not in event_before(index, naming):
        subject = event_before(index, naming) + subject
    subject = subject or _assessment(index, naming)
    naming.bases.setdefault(index, subject or naming.base(index))
    name = subject or naming.base(index) or naming.clause_before(index) or event_before(index, naming)
    return finished(name.removesuffix("名次") + "名次") if name else ""
