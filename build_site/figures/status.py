"""Whether a figure is a fact or an intention.

The sentence decides first (将, 力争; 已, 截至), then the section (工作要点), and where no heading tells, the wording of
the paragraph.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from statistics import mean

from ..model.document import Paragraph, Section
from ..text import Span
from .context import Reading
from .indicator import Slot
from .intention import facts, intention_end, may_be_intended, plainly, words_before

_REVIEW_KINDS = ("总结", "半年总结", "季度总结", "评价报告", "总结与要点")
_YEARLY = ("总结", "评价报告")
_PLAN_KINDS = ("要点", "计划")
_FROM_WORDING = "正文"
#: A paragraph scoring above is a plan, one below the other bound a fact; in between it depends on the one before. Over
#: 846 paragraphs of public reports the upper bound takes 9 of 317 facts for plans and 75 of 529 plans for facts: a fact
#: shown as an intention is the worse error.
_PLAN_ABOVE, _FACT_BELOW = 1.5, -1.0
#: Where no paragraph before decides, this much is enough for a plan.
_LEANING = 0.8
#: An excerpt has at most so many paragraphs of at least so many characters; only there each one speaks for itself,
#: since the done parts of education reports are worded much like plans.
_EXCERPT, _PARAGRAPH = 12, 40
#: A word counts so often in one paragraph.
_ENOUGH = 4
#: How many paragraphs before may decide.
_LOOK_BACK = 3
#: Fewer telling words than this say nothing about a paragraph.
_EVIDENCE = 4
#: 目前，已落实用地45亩，完成投资1200万元: the clauses behind these words are facts too if they say what was reached.
_SO_FAR = re.compile("目前|截至|截止|至今|迄今|现有")
_REACHED = re.compile("完成|到位|建成|落实|投入|拨付|发放|形成|开工|竣工|到账|占|其中|现?有|全[省市县区州镇乡校](?!面)")
#: Headings of parts that state shortcomings before they say what will be done about them.
_LACKING = re.compile("(?:存在|面临|主要|突出)的?[^，。；]{0,6}(?:问题|不足|困难|短板)|^(?:问题|困难|不足)")
_SHORTCOMINGS = re.compile("问题|不足|困难|短板|差距")
#: … and of those that say both in this order: 存在问题及下一步打算.
_BOTH = re.compile(
    "(?:问题|不足|困难|短板|差距)[^，。；]{0,8}[及和与、][^。]{0,8}(?:打算|措施|思路|计划|安排|举措|方向|下一步)"
)
#: Targets are round numbers, results are not: of 333 paragraphs with five numbers or more, 76 of the 90 with fewer than
#: 1.6 significant digits on average are plans, and 198 of the 207 with 1.8 or more look back. With this, 320 of the 333
#: are told right, without it 304.
_EXACTNESS, _USUAL_DIGITS, _NUMBERS = 4.0, 1.7, 5
#: Heads of columns that hold targets, unless they hold what became of them: 年度任务完成情况.
_TARGETS = re.compile("目标|任务|计划")
_RESULTS = re.compile("完成|进展|落实|实际|情况")
_INTENTIONS = re.compile("下一步|下阶段|下一阶段|接下来|今后|明年|打算|针对(?:以上|上述)|对此")
#: Behind these words the years named in front of them count no more: 2022年缺编212名，今年招聘180名.
_NOW = ("今年", "明年", "本年")
#: 从2022年9月起 does not say that it is over; 2022年开工的3所 speaks of those 3 only.
_YEAR = re.compile(
    r"(20\d\d)年(?!\d{0,2}月?\d{0,2}日?(?:起|开始))(?![^，。；、\d]{1,8}的[\d*×xX○□_一二两三四五六七八九十])"
)


class StatusReader:
    """Tells the status of the figures of one report."""

    def __init__(self, reading: Reading, slots: list[Slot]) -> None:
        self.reading = reading
        self.rules = reading.rules.indicators.status
        self.patterns = self.rules.patterns
        self._scores: dict[int, float | None] = {}
        self._aims: dict[int, int] = {}
        self._outlooks: dict[tuple[int, ...], int | None] = {}
        self._slots = slots
        self._explained = self._document_explains_itself()

    def status(self, slot: Slot) -> str:
        """``plan`` or ``done``."""
        text, at = self.reading.text, slot.quantity.span.start
        in_plan = self._in_plan(slot)
        if not in_plan and not may_be_intended(slot, self.reading):
            return "done"
        said, clause = words_before(slot, self.reading)
        if sure := plainly(slot, self.reading):
            return sure
        intended = max(intention_end(said, clause, self.reading), self._next_year_end(said))
        if not intended and not in_plan:
            return "done"
        stated = facts(said, self.reading)
        if intended and not any(end > intended for end in stated):
            return "plan"
        if not in_plan or self._is_past(said):
            return "done"
        own = at - len(said) + max(stated, default=-2) >= slot.clause.start - 1  # 目前，在校生2300人
        goes_on = _REACHED.match(text, slot.clause.start) and _SO_FAR.search(said)
        return "done" if own or goes_on else "plan"

    def _next_year_end(self, said: str) -> int:
        """Where the year of the plan is named in a report on two years; 0 if it is not."""
        both = self.reading.years
        return said.rfind(both[1]) + 1 if both else 0

    def _is_past(self, said: str) -> bool:
        """Whether the last year named is over when the plan begins: 2022年投入3200万元 in a plan for 2023.

        The plans of a report on 2022 begin with 2023 as well; those of half a year may be about the same year.
        """
        said = said[max(said.rfind(now) for now in _NOW) + 1 :]
        years, year = _YEAR.findall(said), self.reading.metadata.year
        both = self.reading.years
        if not years or not (both or year.isdigit()):
            return False
        if both:
            return int(years[-1]) <= int(both[0])
        over = int(year) - (self._kind in _PLAN_KINDS)
        return self._kind in (*_PLAN_KINDS, *_YEARLY) and int(years[-1]) <= over

    def _in_plan(self, slot: Slot) -> bool:
        at = slot.quantity.span.start
        cell = self.reading.cell(at)
        if cell and _TARGETS.search(head := self.reading.tables.heads(cell)[1]):
            return not _RESULTS.search(head)
        paragraph = self.reading.paragraph(at)
        if paragraph and self._aim(paragraph) <= at:
            return True
        outlook = self._outlook(slot.section) if slot.section else None
        if outlook is not None:
            return at >= outlook
        if self._explained:
            return self._kind in _PLAN_KINDS
        return paragraph is not None and self._sounds_like_plan(paragraph)

    def _aim(self, paragraph: Paragraph) -> int:
        """From where on the paragraph states aims; the end of the text if it states none."""
        start, text = paragraph.span.start, self.reading.text
        if start not in self._aims:
            match = self.patterns["aim"].search("\n" + paragraph.span.of(text))
            self._aims[start] = start + match.end() - 1 if match else len(text)
        return self._aims[start]

    def _outlook(self, section: Section) -> int | None:
        """From where on the section looks forward, as its heading and those above say; None if none of them tells."""
        if section.path not in self._outlooks:
            self._outlooks[section.path] = self._outlook_of(self.reading.lineage(section))
        return self._outlooks[section.path]

    def _outlook_of(self, lineage: list[Section]) -> int | None:
        headed = [each for each in lineage if each.level] or lineage
        for depth, section in enumerate(headed):
            if section.plan and _BOTH.search(section.title):
                return self._outlook_within(section, headed[depth + 1 :])
            if section.plan:
                lacking = [each for each in headed[depth + 1 :] if _LACKING.search(each.title)]
                lacking = [section] if _SHORTCOMINGS.search(section.title) else lacking
                return self._turn(lacking[0].span) if lacking else section.span.start
        if lineage[0].plan or any(self.patterns["review"].search(each.title) for each in headed if each.level):
            return len(self.reading.text)
        return None

    def _outlook_within(self, both: Section, below: list[Section]) -> int:
        """The same in a part on shortcomings and intentions: its own parts tell, else where it turns."""
        for section in below:
            if _INTENTIONS.search(section.title):
                return section.span.start
            if _SHORTCOMINGS.search(section.title):
                return both.span.end
        return self._turn(Span(both.heading.end, both.span.end))

    def _turn(self, span: Span) -> int:
        """Where a part that begins with shortcomings comes to the intentions; its end if it never does."""
        match = _INTENTIONS.search(self.reading.text, *span)
        return match.start() if match else span.end

    @cached_property
    def _kind(self) -> str:
        """The kind of the report as far as it names itself; "" where it was only read from the wording."""
        said_by = dict(self.reading.metadata.origins).get("kind", "")
        return "" if said_by == _FROM_WORDING and not self._is_whole else self.reading.metadata.kind

    @cached_property
    def _is_whole(self) -> bool:
        """Whether the text is long enough to be a whole report, whose kind its wording tells well enough."""
        long = sum(each.span.end - each.span.start >= _PARAGRAPH for each in self.reading.clean.paragraphs)
        return long > _EXCERPT

    def _document_explains_itself(self) -> bool:
        """Whether title, kind or headings say what looks back and what looks forward."""
        if self._is_whole or self._kind in (*_REVIEW_KINDS, *_PLAN_KINDS):
            return True
        sections = self.reading.outline.sections
        titles = [section.title for section in sections if section.level <= 1]
        return any(section.plan for section in sections) or any(map(self.patterns["review"].search, titles))

    def _sounds_like_plan(self, paragraph: Paragraph) -> bool:
        """The verdict on a paragraph; one that says too little goes with the nearest one before that says enough."""
        at = self.reading.paragraph_index(paragraph.span.start)
        for before in reversed(self.reading.clean.paragraphs[max(0, at - _LOOK_BACK) : at + 1]):
            score = self._score(before)
            if score is not None and not _FACT_BELOW < score <= _PLAN_ABOVE:
                return score > _PLAN_ABOVE
        return (self._score(paragraph) or 0.0) > _LEANING

    def _score(self, paragraph: Paragraph) -> float | None:
        """How much the paragraph sounds like a plan; None if it says too little."""
        start = paragraph.span.start
        if start not in self._scores:
            counts = Counter(self.patterns["weights"].findall(paragraph.span.of(self.reading.text)))
            said = sum(counts.values())
            total = sum(min(count, _ENOUGH) * self.rules.weights[word] for word, count in counts.items())
            digits = self._digits(paragraph)
            exact = _EXACTNESS * (_USUAL_DIGITS - mean(digits)) if len(digits) >= _NUMBERS else 0.0
            worded = total / math.sqrt(said) if said >= _EVIDENCE else 0.0
            score = worded + self.rules.bias + exact
            self._scores[start] = score if said >= _EVIDENCE or exact != 0 else None
        return self._scores[start]

    @cached_property
    def _starts(self) -> list[int]:
        return [slot.quantity.span.start for slot in self._slots]

    def _digits(self, paragraph: Paragraph) -> list[int]:
        """How many significant digits each Arabic number of the paragraph is written with; ranks are left out."""
        first, last = (bisect_left(self._starts, at) for at in paragraph.span)
        numbers = [slot.quantity for slot in self._slots[first:last] if slot.quantity.style == "arabic"]
        written = [number.number.of(self.reading.text) for number in numbers if not number.rank]
        digits = [re.sub(r"[^\d]", "", text) for text in written]
        return [max(1, len(each.strip("0"))) for each in digits if len(each) > 1]
