"""Places: 金牌总数第4名, 在…比赛中获第一名, 位居全省第二."""

from __future__ import annotations

import re

from .left import left_name
from .naming import Naming
from .right import subject_of
from .tidy import finished
from .topic import event_before

_JOINER = re.compile(r"[\s、，,和及与以]*")
_PLACED = re.compile("(?:名次|排名|位次|排位)+$")
#: 综合 and 总分 are places in some contest or examination.
_SHORT = 2
_IN_EVENT = 4
_CONTEST = re.compile("专业|项目|总分|组|类|赛")
_RUNNING = re.compile(r"连续[^，]{1,5}(?:[年次届]|个月|季度|榨季)")
_VERBS = (
    "跻身|跃居|位居|位列|名列|排名|稳居|均居|居|列|占|排|蝉联|获得?|荣获|分获|夺得?|取得|进入|保持"
    "|(?:跃升|上升|提升|提高|前移|晋升|升)[至到]"
)
#: Verbs behind which all that is said tells among whom: 稳居|全国沿海港口|第10.
_AHEAD = "跻身|跃居|位居|位列|名列|稳居|均居|进入"
_AREAS = "全[市省国区县州]|世界|全球|中部|西部|东部|沿海|[\u4e00-\u9fff*]{0,3}大市|同类[\u4e00-\u9fff]{1,4}"
_NAMED_AREA = r"[\u4e00-\u9fff*×]{1,5}[省市州县区]"
_DISTRICTS = "(?:各?(?:县市区|县区|区县|区市县|市县|县（市、区）)|县域|同类县|城区)?"
#: How and among whom something is placed: 在全省以明显优势再夺, 列某市各县市区.
_PLACE = re.compile(
    rf"(?:均?在(?:{_AREAS}|{_NAMED_AREA}){_DISTRICTS}(?:排名)?)?"
    r"(?:以[^，。；以]{2,8})?(?:继续|再次|再度|首次|有望|预计|仍|又|再|均|稳|总体|整体)*"
    rf"(?:(?P<verb>{_VERBS})(?:{_AREAS}|{_NAMED_AREA})?|{_AREAS})?{_DISTRICTS}(?:排名)?$"
)
#: 列某市二圈层: among whom something is placed that stood in the clause before.
_AMONG = re.compile(
    r"[\s，、]*(?:继续|仍|均|稳)?(?:跃居|位居|位列|名列|排名|稳居|居|列|排|占)"
    r"[^，。；、]{0,10}(?:[省市县区州国组]|圈层|片区|学校|单位|系统)$"
)
_PLACED_AMONG = re.compile(
    rf"(?:继续|再次|首次|均)*(?:{_AHEAD})(?P<area>(?:{_AREAS})?)(?P<whom>[\u4e00-\u9fff]{{0,12}})$"
)
#: 作为全国首批、全省前五|的|示范区: what is placed stands behind.
_FIRST = re.compile(rf"(?:(?:作为|成为)|[\u4e00-\u9fff]{{0,3}}(?:首[批个家]|唯一))、?(?:{_AREAS})?$")
_PEOPLE = ("人", "名", "位")
_BEHIND = re.compile("[^，。；]{0,12}?的(?=[^，。；、]{2,14}[，。；])")


#: What one is ranked in by being assessed: 顺利通过|省政府教育督导评估|，排名全省第三.
_ASSESSED = re.compile(
    "(?:通过|接受|参加)了?(?P<what>[^，,。；]{2,40}(?:评估|考核|评价|测评|考评|验收|督导|评比))[，,]$"
)


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
    if _FIRST.search(left) and (behind := _placed_behind(index, naming)):
        return finished(behind + "名次")
    place = _PLACE.search(left)
    among = _PLACED_AMONG.search(left)
    if among and (among["whom"] or _counted(index, naming)):
        return _among_name(index, among, naming)
    unnamed = _AMONG.match(left)
    subject = "" if unnamed else left_name(left[: place.start()] if place else left, naming.tag, naming.words)
    won = bool(place and (place["verb"] or "").startswith(("获", "荣", "夺", "取", "分")))
    if won and not _CONTEST.search(subject):
        subject = event_before(index, naming) or subject
    subject = subject.removesuffix("中") if len(subject) > _IN_EVENT else subject  # 综合评价中|排名第二
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


def _counted(index: int, naming: Naming) -> bool:
    """Whether the place is that of people just counted: 2名同学|进入全市前十名."""
    slot = naming.slots[index]
    return not slot.first and naming.slots[index - 1].quantity.unit in _PEOPLE


def _among_name(index: int, among: re.Match[str], naming: Naming) -> str:
    """What is placed, or in which list: 金牌数稳居沿海省份第3 is a place by 金牌数, 位列金牌榜第2 one in that list."""
    subject = left_name(among.string[: among.start()], naming.tag, naming.words)
    if among["whom"].endswith("榜"):
        subject = among["whom"]
    elif not subject and _counted(index, naming):
        subject = among["whom"] or event_before(index, naming) or among["area"]
    name = subject or _assessment(index, naming) or naming.base(index) or naming.clause_before(index) or among["whom"]
    naming.bases[index] = name
    return finished(name.removesuffix("名次") + "名次")


def _placed_behind(index: int, naming: Naming) -> str:
    """The noun that the clause ends with, behind 的; "" if there is none."""
    slot = naming.slots[index]
    at = slot.quantity.span.end
    said = _BEHIND.match(naming.text(at, min(slot.sentence.end, at + 40)))
    if not said:
        return ""
    start = at + said.end()
    return subject_of(naming.text(start, slot.clause.end), naming.tag, naming.words)
