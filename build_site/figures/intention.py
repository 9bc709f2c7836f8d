"""What the words in front of a number say of intentions: 拟招聘60名, 预计8月建成，可新增学位900个, 其中小学40名."""

from __future__ import annotations

import re

from .context import Reading
from .indicator import Slot
from .words import tagger

#: Further in front of a number words say nothing about it.
_REACH = 600
#: Where a point of an enumeration inside a sentence begins.
_POINT = re.compile("(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,2}是")
#: 将 that means 把: 将补助标准提高到900元.
_DISPOSAL = re.compile(r"(?<!达)[到至]|调整为|纳入|作为|列入")
#: 补助标准将提高到900元: nothing stands between that could be raised.
_RISES = re.compile(r"将(?:逐步|进一步|再|继续)?(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|[提增升降])[到至]")
#: 将|重点抓好以下工作
_CHIEFLY = ("重点", "着重", "主要")
#: 剩余8所|将于暑期完成: what is left is still to be done.
_REST = ("剩余", "其余", "余下")
_DUE = re.compile("[^，。；、]{0,28}将[于在][^，。；]{0,6}[年月季期底末]")
_WILL_BE = re.compile("[^，。；]{0,12}(?:将[于在]?|[拟计划]+于|预计|力争|确保)")
#: 计划招聘教师120名，其中小学教师70名: parts of what is intended are intended too, unless they say what was reached.
_PARTS = re.compile("其中，?(?!已|完成|到位|落实)")
_BRACKET = re.compile("（[^（）]*）")
#: 2022年为84.5%: what a bracket says of now or of before.
_ASIDE = re.compile(r"20\d\d年|现|原|上年|去年|上一年")
#: 预计8月底交付使用，可新增学位900个: what comes of something once it is there.
_YIELD = re.compile("届时|(?:还|共|将)?可(?!以?说)|新增|增加|提供|容纳|解决|缓解")
_READY = re.compile("(?:计划|预计|规划|[将拟])[^，。；]{0,24}(?:建成|竣工|完工|交付|投入使用|投用|启用|招生|开学)")
#: 计划投资860万元，改造食堂14个: what the money is for.
_FUNDED = re.compile(r"(?:计划|预计|规划|[将拟])[^，。；]{0,4}投(?:资|入)")
_WORKS = re.compile(
    "新建|改建|扩建|改扩建|新改扩建|迁建|续建|翻建|重建|建设(?!面积|规模)|改造|改善|维修|修缮|加固|购置|配备|实施|对|为"
)
#: 由目前的41.3%提高到65%, 上半年新增的218名, 达到99%（2022年为98.2%）: what there is already.
_FROM_NOW = re.compile(
    r"(?:[由从](?:目前|现在|当前|现行|现有|年初|去年|上年|20\d\d年)[^，。；\d]{0,6}"
    r"|(?:上半年|上学期|上学年)[^，。；、\d]{1,8}的|（(?:20\d\d年|现|去年|上年)[为是])$"
)
#: 新校占地78亩，已开工: the size of a thing of which the sentence goes on to say how far it is.
_SIZE = re.compile("(?:占地|面积|规模|概算)[^，。；、]{0,3}$")
_UNDER_WAY = re.compile("目前|现已|已[于完开进启竣]")
#: 按照新增学位6000个的|规划
_BY_PLAN = re.compile(r"(?:按照?|围绕|对照|锚定|瞄准|制定|提出|确定)[^，。；]{0,30}$")
_PLANNED = re.compile(r"的(?:[总年预]\w{1,2})?(?:规划|计划|目标|任务|要求|部署)")
#: 任务目标数是|88%, ：目标任务|60套, 年初确定的|60%|目标
_NUMBER_OF = ("数", "值", "务")
_TARGET = re.compile(
    "(?<!完成)(?:目标|任务|计划|指标)[数值](?:[是为]|应为)?$|(?<=[：，。；:])(?:全年)?(?:目标|计划)任务$"
)
_AIMED_AT = re.compile(r"(?:以[上内])?的?(?:[总年预]\w{1,2})?目标")
_SET = re.compile("[确设下制预既][定达]的$|(?:规定|提出)的$|^(?:超额)?(?:完成|实现)了?.*(?:达到?|至|到)$")


def may_be_intended(slot: Slot, reading: Reading) -> bool:
    """Whether any word in front of the number could speak of an intention: in most sentences none does."""
    at = slot.quantity.span.start
    said = reading.text[max(_sentence_start(slot, reading), at - _REACH) : at]
    by_plan = reading.text.startswith(("的", "目标", "以上目标", "以上的目标"), slot.quantity.span.end)
    target = (said[-2:-1] in _NUMBER_OF or said[-1:] in _NUMBER_OF) and _TARGET.search(said[-12:])
    if by_plan or target or said.endswith(_REST) or _is_due(slot, reading):
        return True
    return bool(reading.rules.indicators.status.patterns["plan"].search(said))


def plainly(slot: Slot, reading: Reading) -> str:
    """``done`` or ``plan`` where what stands right beside the number leaves no doubt, else "".

    Of now is what a target rises from and how large a site under way is; plans are 按照新增学位6000个的规划 and
    剩余8所将于暑期完成.
    """
    text, (at, end) = reading.text, slot.quantity.span
    if text.startswith("的", end) and _PLANNED.match(text, end) and _BY_PLAN.search(text, slot.clause.start, at):
        return "plan"
    said = text[max(slot.clause.start - 1, at - 16, 0) : at]
    if _TARGET.search(said) or (_AIMED_AT.match(text, end) and _SET.search(text[slot.clause.start : at])):
        return "plan"
    if (said.endswith(_REST) and _WILL_BE.match(text, end)) or _is_due(slot, reading):
        return "plan"
    of_now = _FROM_NOW.search(said) or (_SIZE.search(said) and _UNDER_WAY.search(text, end, slot.sentence.end))
    return "done" if of_now else ""


def _is_due(slot: Slot, reading: Reading) -> bool:
    """Whether the number begins a clause that says when they will be ready: 12所学校的改造|将于年底前完成."""
    text, (at, end) = reading.text, slot.quantity.span
    opens = at - slot.clause.start < 2 and not text[slot.clause.start : at].strip()
    return opens and text.find("将", end, slot.clause.end) >= 0 and bool(_DUE.match(text, end))


def words_before(slot: Slot, reading: Reading) -> tuple[str, int]:
    """The words in front of the number that tell its status, and where among them those of its own clause begin."""
    at = slot.quantity.span.start
    begun = _sentence_start(slot, reading)
    start = max(begun, at - _REACH)
    clause = _clause_start(slot, reading) if begun == slot.sentence.start else slot.clause.start
    said = _without_other_points(reading.text[start:at])
    if "）" in said:  # what a bracket says it says of what stands in front of it
        said = _BRACKET.sub(lambda match: " " * len(match[0]), said)
    return said, max(0, clause - start)


def _sentence_start(slot: Slot, reading: Reading) -> int:
    """Where the sentence begins whose intentions are those of the number."""
    text, start = reading.text, slot.sentence.start
    goes_on = start and text.startswith("其中", start) and text[start - 1] == "。" and _PARTS.match(text, start)
    return reading.sentence(start - 1).start if goes_on else start


def _clause_start(slot: Slot, reading: Reading) -> int:
    """Where the clause in that sentence begins."""
    text, at, start, clause = reading.text, slot.quantity.span.start, slot.sentence.start, slot.clause.start
    before = _clause_before(text, start, clause - 1)
    if text[clause - 1 : clause] == "（" and not _ASIDE.match(text, clause):
        return before
    said = text.rfind("其中", start, at)
    if said > start and text.find("；", said, at) < 0 and _PARTS.match(text, said):
        return _clause_before(text, start, said - 1)
    ready = _YIELD.match(text, clause) and _READY.search(text, before, clause)
    funded = _WORKS.match(text, clause) and _FUNDED.search(text, before, clause)
    return before if ready or funded else clause


def _clause_before(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends at ``end``, in the sentence from ``start`` on."""
    return max(start, *(text.rfind(mark, start, max(start, end)) + 1 for mark in "，；："))


def _without_other_points(said: str) -> str:
    """``said`` with the points of its enumeration in front of the last one blanked out: 一是拟…；二是已…"""
    if "；" not in said:
        return said
    points = [match.start() for match in _POINT.finditer(said)]
    if len(points) < 2:
        return said
    return said[: points[0]] + " " * (points[-1] - points[0]) + said[points[-1] :]


def intention_end(said: str, clause: int, reading: Reading) -> int:
    """Where the last word of intention in ``said`` ends; 0 if there is none. The clause begins at ``clause``."""
    rules = reading.rules.indicators.status
    ends = [match.end() for match in rules.patterns["plan_sentence"].finditer(said)]
    ends += [match.end() for match in rules.patterns["plan_clause"].finditer(said, clause)]
    if reading.metadata.period == "上半年":
        ends += [match.end() for match in rules.patterns["later"].finditer(said)]
    at = said.rfind(rules.will)
    if at >= 0 and _will_be(said, at, reading):
        ends.append(at + 1)
    return max(ends, default=0)


def _will_be(said: str, at: int, reading: Reading) -> bool:
    """Whether the 将 at ``at`` speaks of what is to come: a verb or a preposition follows, no object."""
    if said[at + 1 : at + 2] in "近军领士要来":
        return False
    if _RISES.match(said, at):
        return True
    tokens = tagger(reading.rules)(said[at : at + 8])
    if len(tokens) < 2 or tokens[0][0] != reading.rules.indicators.status.will:
        return False
    word, kind = tokens[1]
    if kind == "p":
        return True  # 比例将|由59%提高到96%
    names = reading.rules.indicators.names
    acts = kind[0] in "vd" or word in _CHIEFLY or word in names.sets["kept_verbs"] or word in names.sets["light_verbs"]
    anew = word == "新" and tokens[2:] and tokens[2][1][0] == "v"  # 将|新|开办
    return bool(acts or anew) and not _DISPOSAL.search(said, at)


def facts(said: str, reading: Reading) -> list[int]:
    """Where the words of ``said`` end that state a fact about the number behind them.

    What something builds on is no such fact: 在去年培训300人次的基础上，再培训200人次.
    """
    base = said.rfind("基础上")
    patterns = reading.rules.indicators.status.patterns
    return [match.end() for match in patterns["fact"].finditer(said) if match.start() > base]
