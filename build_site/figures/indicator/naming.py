"""What the naming rules share: the surroundings of each quantity, the names given so far, the words."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..context import Reading
from ..words import tagger
from .left import left_name
from .predicate import predicate_name
from .right import Right, read_right, subject_of
from .slots import BREAK, Slot

#: Names are made of what stands within this many characters.
_NEAR = 160
#: A verb of so many characters is no name without its subject: 三项社会保险|参保2600万人次.
_BARE = 2
#: A bracket that belongs to the number before.
_NOTE = re.compile(r"^（[^（）]*）")


#: 增长（同口径）, 减少（不含新区）: on what terms something changed; 玩具（含户外玩具）: what is counted with it.
_TERMS = re.compile(r"(?:(?<=[长加升高少低降])[（(][^（）()]{1,8}|(?<=[\u4e00-\u9fff])[（(]不?含[^（）()]{1,40})[）)]$")
#: 特殊教育（含随班就读、送教上门）|招生人数
_INCLUDED = re.compile(r"（不?含[^（）]*）(?=[\u4e00-\u9fff]{2})")
_POINT = re.compile("^(?:[一二三四五六七八九十]{1,2}是|（[一二三四五六七八九十]{1,2}）)")
#: 项目建设|成效显著 in a heading.
_PRAISE = re.compile(
    "(?:步伐|力度|进程|成效|成果|效果|落到|落地|落实|稳步|不断|持续|日臻|日趋|日益|显著|扎实|有序|有力|更加|全面|再上|再创|亮点|良好)[^，]{0,6}$"
)
_MARK = re.compile("[，,：:]")
#: The end of a list of names that a count sums up: 青溪小学、白塔小学等4所.
_SUMMED_UP = re.compile(
    r"(?:等|(?<=学)|(?<=园)|(?<=校))(?:[\d*×xX○□_]+|[两二三四五六七八九十]{1,2})[所个家处](?=[\u4e00-\u9fff]{2})"
)
_HAS_NUMBER = re.compile(r"[\d*×xX○□_]")
#: What a clause behind an amount says that is not what the money is for.
_NO_PURPOSE = ("占", "同比", "较", "比", "竣工", "投用", "新增")
#: The next point of an enumeration is about something else.
_NEXT_POINT = re.compile("；(?:[二三四五六七八九十]是|第[二三四五六七八九十]|（[二三四五六七八九十]）)")


class Naming:
    """The naming of the quantities of one report, first to last; a name may build on those before it."""

    def __init__(self, reading: Reading, slots: list[Slot], roles: list[str]) -> None:
        self.reading = reading
        self.slots = slots
        self.roles = roles
        self._text = reading.plain
        self.words = reading.rules.indicators.names
        self.tag = tagger(reading.rules)
        #: Names given so far.
        self.names: list[str] = []
        #: For a name completed with another one, that other one, so that the next item of the list uses it too.
        self.bases: dict[int, str] = {}
        #: Names shared out to a run of numbers ahead of time.
        self.shared: dict[int, str] = {}
        #: The same without what 分别 says was done to them.
        self.parts: dict[int, str] = {}
        self._left_texts = [self._left_text(slot) for slot in slots]
        self._lefts: dict[int, str] = {}
        self._rights: dict[int, Right] = {}

    def text(self, start: int, end: int) -> str:
        """The cleaned text from ``start`` to ``end``."""
        return self._text[start:end]

    def left_text(self, index: int) -> str:
        """What stands between the number and the one before it in the clause."""
        return self._left_texts[index]

    def _left_text(self, slot: Slot) -> str:
        text = slot.left.of(self._text)
        if text.endswith(("）", ")")):
            text = _TERMS.sub("", text)
        elif "）" in text and text.find("（") < 0:
            text = text[text.rindex("）") :]  # 初中21所（含3所民办初中|）、小学96所
        if "含" in text and "）" in text:
            text = _INCLUDED.sub("", text)
        return _NOTE.sub("", text) if text.startswith("（") and not slot.first else text

    def qualifies(self, index: int) -> bool:
        """Whether 的 stands right of the number: 投入1.2亿元|的|学校."""
        return self._text.startswith("的", *self.slots[index].right)

    def left(self, index: int) -> str:
        """The noun phrase left of the number."""
        if index not in self._lefts:
            text = self.left_text(index)
            after_noun = text if self.slots[index].first else text.removeprefix(self._counted_before(index))
            name = left_name(after_noun, self.tag, self.words)
            if len(name) <= _BARE and after_noun != text:
                name = left_name(text, self.tag, self.words)
            self._lefts[index] = name
        return self._lefts[index]

    def _counted_before(self, index: int) -> str:
        """The noun of the count before, if it does something: 68所|学校|需装配空调5138台."""
        before = self.right(index - 1)
        return before.noun if before.noun and not self.qualifies(index) and before.predicate else ""

    def right(self, index: int) -> Right:
        """Noun phrase and predicate right of the number."""
        if index not in self._rights:
            slot = self.slots[index]
            said, alone = slot.right.of(self._text), slot.right.end == slot.clause.end
            rest = said[:_NEAR] if alone else self._rest(index)
            self._rights[index] = read_right(said, rest, alone, self.tag, self.words)
        return self._rights[index]

    def _rest(self, index: int) -> str:
        """The clause behind the number without later numbers other than places: 进入全市前50名."""
        end, at, said = self.slots[index].clause.end, self.slots[index].quantity.span.end, ""
        for later in self.slots[index + 1 : index + 4]:
            following = later.quantity.span
            if following.start >= end:
                break
            said += self._text[at : following.end if later.quantity.rank else following.start]
            at = following.end
        return said + self._text[at : min(end, at + _NEAR)]

    def previous(self, index: int) -> str:
        """The name of the quantity before, if it stands in the same sentence."""
        return self.names[index - 1] if self._follows(index) else ""

    def whole_before(self, index: int) -> str:
        """The name of the quantity before; of a list of parts, that of what they are parts of."""
        at = index - 1
        while at > 0 and self.left_text(at).startswith("、"):
            at -= 1
        parts = at > 0 and self._follows(at) and self.left_text(at).lstrip("，、 ").startswith("其中")
        return self.previous(at if parts else index)

    def base(self, index: int) -> str:
        """What the quantity before was about, without what it added to that."""
        return self.bases[index - 1] if self._follows(index) else ""

    def _follows(self, index: int) -> bool:
        if index == 0 or self.slots[index - 1].sentence != self.slots[index].sentence:
            return False
        start, end = self.slots[index - 1].quantity.span.end, self.slots[index].clause.start + 3
        return not _NEXT_POINT.search(self.reading.text, start, max(start, end))

    def clause_before(self, index: int) -> str:
        """What the clause before is about; "" at the start of a sentence."""
        slot = self.slots[index]
        said, end = self._said_before(slot)
        clause = BREAK.split(said)[-1]
        counted = self._last_before(index, slot.clause.start)
        if counted >= 0 and self.slots[counted].quantity.span.start >= end - len(clause):
            return self.bases[counted]  # 班列增长14%，达到1.6万列
        clause = _POINT.sub("", clause)
        if self.text(end, end + 1) in ("：", ":") and self.number_free_before(index):
            labelled = left_name(clause, self.tag, self.words)  # 1.学前三年毛入园率：94.2%
            if labelled:
                return labelled
        return self._without_verb(subject_of(clause, self.tag, self.words) or left_name(clause, self.tag, self.words))

    def _said_before(self, slot: Slot) -> tuple[str, int]:
        """What the sentence says in front of the clause, a bracket at its end left out, and where that ends."""
        end = max(slot.sentence.start, slot.clause.start - 1)
        said = self.text(max(slot.sentence.start, end - _NEAR), end)
        opened = said.rfind("（") if said.endswith("）") else -1
        return (said, end) if opened < 0 else (said[:opened], end - len(said) + opened)

    def _last_before(self, index: int, start: int) -> int:
        """The last quantity that ends in front of ``start``, among the few in front of ``index``; -1 if none does."""
        near = range(index - 1, max(-1, index - 9), -1)
        return next((number for number in near if self.slots[number].quantity.span.end <= start), -1)

    def _without_verb(self, name: str) -> str:
        """``name`` without a verb that says nothing about what it names: 落实|乡镇工作补贴."""
        tokens = self.tag(name)
        light = len(tokens) > 1 and len(tokens[0][0]) > 1 and self.is_one_of(tokens[0][0], "light_verbs", "trends")
        return name[len(tokens[0][0]) :] if light and len(name) - len(tokens[0][0]) > 2 else name

    def number_free_before(self, index: int) -> bool:
        """Whether the clause before is in the same sentence and holds no number."""
        slot = self.slots[index]
        said, end = self._said_before(slot)
        start = end - len(BREAK.split(said)[-1])
        ahead = self.slots[index - 1].quantity.span.end if index else 0
        return slot.first and bool(said) and ahead <= start

    def clause_after(self, index: int) -> str:
        """What the next clause of the sentence says was done; "" at the end of a sentence."""
        slot = self.slots[index]
        said = self.text(slot.clause.end + 1, min(slot.sentence.end, slot.clause.end + _NEAR))
        clause = _HAS_NUMBER.split(self._without_list(BREAK.split(said)[0]))[0]
        name = predicate_name(clause, self.tag, self.words)
        return name if len(name) > 3 and not name.startswith(_NO_PURPOSE) else ""

    def _without_list(self, clause: str) -> str:
        """``clause`` without the names that a count sums up: 改善|青溪小学等4所|学校办学条件."""
        counted = _SUMMED_UP.search(clause)
        if not counted:
            return clause
        verb = max((verb for verb in self.words.verbs if clause.startswith(verb)), key=len, default="")
        first, kind = self.tag(clause[: counted.start() + 1])[0]
        return (verb or (first if kind.startswith("v") else "")) + clause[counted.end() :]

    def done_next(self, index: int) -> str:
        """投入280万元，为40所学校更新监控设备: what the next clause says was done for those it counts."""
        if index + 1 >= len(self.slots) or self.slots[index + 1].sentence != self.slots[index].sentence:
            return ""
        following = self.slots[index + 1]
        aimed = following.clause.start == self.slots[index].clause.end + 1 and following.first
        opening = self.text(following.clause.start, following.quantity.span.start).strip()
        verb = opening[:1] if opening.endswith("等") else opening
        return self.right(index + 1).predicate if aimed and verb in self.words.sets["coverbs"] else ""

    def section_topic(self, index: int) -> str:
        """What the innermost section with a title is about; "" if no title helps."""
        for section in reversed(self.reading.sections(self.slots[index].quantity.span.start)):
            if section.level and len(section.title) > 3:
                title = _PRAISE.sub("", _MARK.split(section.title)[0])
                topic = "" if _HAS_NUMBER.search(title) else subject_of(title, self.tag, self.words)
                says_what_to_do = topic.startswith(self.words.heading_verbs)
                return topic if 4 <= len(topic) <= 10 and not says_what_to_do else ""
        return ""

    def is_one_of(self, name: str, *lists: str) -> bool:
        """Whether ``name`` is in one of the word lists."""
        return name in self.words.lists and not self.words.lists[name].isdisjoint(lists)


Rule = Callable[[int, Naming], str]
