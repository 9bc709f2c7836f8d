"""Asks the naming rules in order for each quantity of a report."""

from __future__ import annotations

import re

from ..context import Reading
from .left import left_name
from .parallel import shared_names
from .right import Right, read_right
from .slots import Slot
from .tidy import finished
from .topic import contest_before
from ..words import tagger

_TO = re.compile(r"[^，。；]{0,8}(?:至|到|为|成)[了约近超]*$")
_ONLY_JOINER = re.compile(r"[\s、，,和及与以至到\-]*(?:分别|各|为)*$")
_PEOPLE = {"人": "人数", "名": "人数", "位": "人数", "人次": "人次"}
_CHANGE_END = re.compile(r"(增长|增加|提高|提升|上升|上涨|下降|下调|减少|降低|压减|压降|回落|缩短|收窄|高于[^，]{1,6}|低于[^，]{1,6})(?:了|约|近|超|超过)*$")


class Namer:
    """Names quantities one after another; a name may build on those before it."""

    def __init__(self, reading: Reading, slots: list[Slot], roles: list[str]) -> None:
        self.reading = reading
        self.slots = slots
        self.roles = roles
        self.words = reading.rules.indicators.names
        self.sets = self.words.sets
        self.tag = tagger(reading.rules)
        self.names: list[str] = []
        self._shared: dict[int, str] = {}

    def name(self, index: int) -> tuple[str, str]:
        """Name of quantity ``index`` and the rule that gave it; all before it are named."""
        for rule in (self._shared_name, self._inherited, self._medal, self._rank, self._change, self._counted, self._plain_left, self._fallback):
            name = rule(index)
            if name:
                self.names.append(name)
                return name, rule.__name__.strip("_").replace("_", "-")
        self.names.append("数量")
        return "数量", "none"

    def _text(self, span: tuple[int, int]) -> str:
        return self.reading.clean.text[span[0] : span[1]]

    def _left(self, slot: Slot) -> str:
        return left_name(self._text(slot.left), self.tag, self.words)

    def _previous(self, index: int) -> str:
        """The name of the quantity before, if it stands in the same sentence."""
        if index and self.slots[index - 1].sentence == self.slots[index].sentence:
            return self.names[index - 1]
        return ""

    def _right(self, slot: Slot) -> Right:
        rest = self._text((slot.quantity.span.end, slot.clause.end))
        for other in self.slots:
            pass
        return read_right(self._text(slot.right), rest, self.tag, self.words)

    def _shared_name(self, index: int) -> str:
        """分别: several numbers behind one or several subjects."""
        if index not in self._shared:
            self._shared.update(shared_names(index, self.slots, self.reading, self.tag))
        return self._shared.get(index, "")

    def _inherited(self, index: int) -> str:
        """由 X 减少至 Y: the second is of the same thing as the first."""
        if index and self.roles[index - 1] == "from" and self._previous(index):
            return self.names[index - 1]
        slot = self.slots[index]
        if self.roles[index] == "from":
            text = self._text((slot.clause.start, slot.quantity.span.start))
            cut = max(text.rfind("由"), text.rfind("从"))
            return left_name(text[:cut], self.tag, self.words) or self._previous(index)
        return ""

    def _medal(self, index: int) -> str:
        """8金9银6铜: the medals of a contest."""
        slot = self.slots[index]
        medal = self.words.medals.get(slot.quantity.unit)
        if not medal:
            return ""
        return finished(contest_before(slot.quantity.span.start, self.reading, slot.sentence) + medal)

    def _rank(self, index: int) -> str:
        """金牌总数第4名: what is ranked, and 名次."""
        slot = self.slots[index]
        if self.roles[index] != "rank":
            return ""
        before = self._previous(index)
        if _ONLY_JOINER.fullmatch(self._text(slot.left)) and before.endswith("名次"):
            return before
        text = self._text(slot.left)
        text = re.sub(r"(?:跃居|位居|位列|名列|排名|稳居|均居|居|列|排|获得?|荣获|分获|夺得|取得|进入)?(?:全市|全省|全国|全区|大市|[\u4e00-\u9fff*]{0,3}大市)?$", "", text)
        name = left_name(text, self.tag, self.words)
        if not name:
            name = contest_before(slot.quantity.span.start, self.reading, slot.sentence)
        return finished(f"{name}名次") if name else ""

    def _change(self, index: int) -> str:
        """较上年提升 4.66%: the thing that was just measured."""
        slot = self.slots[index]
        if self.roles[index] != "change":
            return ""
        text = self._text(slot.left)
        verb = _CHANGE_END.search(text)
        said = verb[1] if verb else "变化"
        subject = text[: verb.start()] if verb else text
        subject = re.sub(r"(?:较|比|同比|环比|与).{0,10}$", "", subject)
        name = left_name(subject, self.tag, self.words)
        if not name or name in self.sets["dependent"]:
            name = self._previous(index) or self._clause_before(slot) or name
        return finished(name.removesuffix(said) + said) if name else ""

    def _clause_before(self, slot: Slot) -> str:
        text = self._text((slot.sentence.start, max(slot.sentence.start, slot.clause.start - 1)))
        return left_name(re.split("[，；：,;]", text)[-1], self.tag, self.words)

    def _counted(self, index: int) -> str:
        """A count with its noun on the right."""
        slot = self.slots[index]
        if slot.quantity.kind not in ("count", "") or slot.quantity.unit in self.words.medals:
            return ""
        right = self._right(slot)
        if right.noun:
            return self._from_right(slot, right)
        left = self._left(slot)
        if left and left not in self.sets["generic"] and left not in self.sets["dependent"]:
            return self._plain_left(index)
        if right.predicate and not left:
            return finished(right.predicate + self._subject(index))
        return ""

    def _from_right(self, slot: Slot, right: Right) -> str:
        noun = right.noun
        if noun in self.sets["generic"] and right.predicate and right.predicate not in self.sets["generic"]:
            return finished(right.predicate + noun)
        left = self._text(slot.left)
        for verb in self.words.kept_verbs:
            if left.rstrip("了约近超过首批 ").endswith(verb) and not noun.startswith(verb):
                return finished(verb + noun)
        if noun in self.sets["generic"]:
            return finished(self._left(slot) + noun)
        return noun

    def _subject(self, index: int) -> str:
        unit = self.slots[index].quantity.unit
        return _PEOPLE.get(unit, "")

    def _plain_left(self, index: int) -> str:
        """The noun phrase on the left, completed if it cannot stand alone."""
        slot = self.slots[index]
        name = self._left(slot)
        if not name:
            return ""
        if name in self.sets["dependent"]:
            return self._completed(index, name)
        return name

    def _completed(self, index: int, name: str) -> str:
        slot = self.slots[index]
        if "奖" in name or "牌" in name:
            return finished(contest_before(slot.quantity.span.start, self.reading, slot.sentence) + name)
        before = self._previous(index) or self._clause_before(slot)
        if before and before not in self.sets["dependent"]:
            return finished(before[-14:] + name)
        return name

    def _fallback(self, index: int) -> str:
        """The last resort: the clause before, the name before, or what stands around."""
        slot = self.slots[index]
        right = self._right(slot)
        return self._clause_before(slot) or self._previous(index) or right.noun or right.predicate
