"""What the naming rules share: the surroundings of each quantity, the names given so far, the words."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..context import Reading
from ..words import tagger
from .left import left_name
from .right import Right, predicate_name, read_right, subject_of
from .slots import BREAK, Slot

#: Names are made of what stands within this many characters.
_NEAR = 160
#: A bracket that belongs to the number before.
_NOTE = re.compile(r"^（[^（）]*）")


class Naming:
    """The naming of the quantities of one report, first to last; a name may build on those before it."""

    def __init__(self, reading: Reading, slots: list[Slot], roles: list[str]) -> None:
        self.reading = reading
        self.slots = slots
        self.roles = roles
        self.words = reading.rules.indicators.names
        self.tag = tagger(reading.rules)
        #: Names given so far.
        self.names: list[str] = []
        #: For a name completed with another one, that other one, so that the next item of the list uses it too.
        self.bases: dict[int, str] = {}
        #: Names shared out to a run of numbers ahead of time.
        self.shared: dict[int, str] = {}
        self._lefts: dict[int, str] = {}
        self._rights: dict[int, Right] = {}

    def text(self, start: int, end: int) -> str:
        """The cleaned text from ``start`` to ``end``."""
        return self.reading.clean.text[start:end]

    def left_text(self, index: int) -> str:
        """What stands between the number and the one before it in the clause."""
        text = self.text(*self.slots[index].left)
        return text if self.slots[index].first else _NOTE.sub("", text)

    def left(self, index: int) -> str:
        """The noun phrase left of the number."""
        if index not in self._lefts:
            self._lefts[index] = left_name(self.left_text(index), self.tag, self.words)
        return self._lefts[index]

    def right(self, index: int) -> Right:
        """Noun phrase and predicate right of the number."""
        if index not in self._rights:
            slot = self.slots[index]
            alone = slot.right.end == slot.clause.end
            self._rights[index] = read_right(self.text(*slot.right), self._rest(index), alone, self.tag, self.words)
        return self._rights[index]

    def _rest(self, index: int) -> str:
        """The clause behind the number without later numbers."""
        clause, at, pieces = self.slots[index].clause, self.slots[index].quantity.span.end, []
        for later in self.slots[index + 1 : index + 4]:
            if later.quantity.span.start >= clause.end:
                break
            pieces.append(self.text(at, later.quantity.span.start))
            at = later.quantity.span.end
        return "".join([*pieces, self.text(at, min(clause.end, at + _NEAR))])

    def previous(self, index: int) -> str:
        """The name of the quantity before, if it stands in the same sentence."""
        return self.names[index - 1] if self._follows(index) else ""

    def base(self, index: int) -> str:
        """What the quantity before was about, without what it added to that."""
        return self.bases[index - 1] if self._follows(index) else ""

    def _follows(self, index: int) -> bool:
        return index > 0 and self.slots[index - 1].sentence == self.slots[index].sentence

    def clause_before(self, index: int) -> str:
        """What the clause before is about; "" at the start of a sentence."""
        slot = self.slots[index]
        end = max(slot.sentence.start, slot.clause.start - 1)
        said = self.text(max(slot.sentence.start, end - _NEAR), end)
        clause = BREAK.split(said)[-1]
        return subject_of(clause, self.tag, self.words) or left_name(clause, self.tag, self.words)

    def clause_after(self, index: int) -> str:
        """What the next clause of the sentence says was done; "" at the end of a sentence."""
        slot = self.slots[index]
        said = self.text(slot.clause.end + 1, min(slot.sentence.end, slot.clause.end + _NEAR))
        clause = re.split(r"\d", BREAK.split(said)[0])[0]
        name = predicate_name(clause, self.tag, self.words)
        return name if len(name) > 3 else ""

    def section_topic(self, index: int) -> str:
        """What the innermost section with a title is about; "" if no title helps."""
        for section in reversed(self.reading.sections(self.slots[index].quantity.span.start)):
            if section.level and len(section.title) > 3:
                topic = subject_of(re.split("[，,：:]", section.title)[0], self.tag, self.words)
                return topic if 4 <= len(topic) <= 10 else ""
        return ""

    def is_one_of(self, name: str, *lists: str) -> bool:
        """Whether ``name`` is in one of the word lists."""
        return any(name in self.words.sets[each] for each in lists)


Rule = Callable[[int, Naming], str]
