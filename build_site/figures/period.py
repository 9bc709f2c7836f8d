"""The time a figure belongs to: what its sentence says in front of it, else the report's own."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..model.document import Metadata, Section
from ..rules.expressions import any_of
from ..text import Span
from .context import Reading
from .indicator import Slot

_DIGIT = r"[\d*×○□xX某]"
_TIME = any_of(
    (
        rf"(?:截至|截止到?|至)?(?:{_DIGIT}{{4}}[-—－至]{_DIGIT}{{4}}学?年度?|(?:{_DIGIT}{{4}}|今|去|上|当|本)(?:学年度?|年度?))"
        rf"(?:春季|秋季)?(?:学期)?(?:上半年|下半年|第?[一二三四]季度|{_DIGIT}{{1,2}}月(?:份|底|末)?|[底末初])?",
        rf"(?:截至|截止)(?:目前|{_DIGIT}{{1,2}}月[底末份]?)|上半年|下半年|第?[一二三四]季度|[春秋]季学期",
        r"[一二三四五六七八九十两几\d]+年来|近[一二三四五六七八九十两\d]+年",
        r"[“\"]?十[一二三四五]五[”\"]?(?:期间|以来)|目前",
        rf"(?:截至|截止)?{_DIGIT}{{1,2}}月(?:份|底|末)(?!起)",
    )
)
_HEADING = re.compile(r"(20\d\d年)?([上下]半年|第?[一二三四]季度)|(20\d\d年)")
_ANCHOR = re.compile("年|月|季|目|期间|以来")
_REACHING = ("升", "高", "加", "增", "降", "减", "少", "大", "长", "缩", "压")
#: 2022年开工的|3所学校9月投用，提供学位900个: of that time are those 3 only.
_OF_ONE = re.compile(r"[^，。；、\d]{1,8}的(?=[\d*×xX○□_一二两三四五六七八九十])")
#: 在去年培训300人次的|基础上，再培训200人次: what is built on belongs to another time.
_BASE = "基础上"
_COMPARED = ("较", "比", "与", "同", "于")


class PeriodReader:
    """Tells the time of the figures of one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.plain
        self.own = report_period(reading.metadata)
        self._sentence = Span(0, 0)
        self._times: list[tuple[int, str]] = []
        self._headed: dict[tuple[int, ...], str] = {}

    def period(self, slot: Slot, status: str) -> str:
        """The last time named in the sentence in front of the number, other than one it is compared with.

        In a report on one year with the plan of the next, what is done is of the first, what is planned of the other.
        """
        if slot.sentence != self._sentence:
            self._sentence = slot.sentence
            self._times = self._named(slot.sentence)
        last = bisect_right(self._times, (slot.quantity.span.start + 1,)) - 1
        found = self._times[last][1] if last >= 0 else ""
        found = found or self._section_time(slot)
        years = self.reading.years
        return found or (f"{years[status == 'plan']}年" if years else self.own)

    def _section_time(self, slot: Slot) -> str:
        """The time that the nearest heading above names: 2023年工作要点, 下半年工作打算."""
        if slot.section is None:
            return ""
        path = slot.section.path
        if path not in self._headed:
            self._headed[path] = self._heading_time(slot.section)
        return self._headed[path]

    def _heading_time(self, innermost: Section) -> str:
        for section in reversed(self.reading.lineage(innermost)):
            time = _HEADING.search(section.title) if section.level else None
            if time:
                own = self.own[:5] if _HEADING.match(self.own) else ""
                return time[3] or (time[1] or own) + time[2]
        return ""

    def _named(self, sentence: Span) -> list[tuple[int, str]]:
        """The times a sentence names, with where they end; those that something is compared with are left out."""
        if not _ANCHOR.search(self.text, sentence.start, sentence.end):
            return []
        text = self.text
        times: list[tuple[int, str]] = []
        for match in _TIME.finditer(text, sentence.start, sentence.end):
            if text[match.start() - 1 : match.start()] in _COMPARED or text.startswith(("同期", "相比"), match.end()):
                continue
            before = times[-1][1] if times else ""
            times.append((match.end(), _without_reach(text, match)))
            if one := _OF_ONE.match(text, match.end()):
                times.append((one.end() + 2, before))
        base = text.find(_BASE, sentence.start, sentence.end)
        return times if base < 0 else sorted([*times, (base, "")])


def _without_reach(text: str, match: re.Match[str]) -> str:
    """提升至2022年的46%: 至 belongs to the verb, not to the time."""
    reached = match[0][0] == "至" and text[match.start() - 1 : match.start()] in _REACHING
    return match[0][1:] if reached else match[0]


def report_period(metadata: Metadata) -> str:
    """The report's own time: 2022年, 2022年上半年, 2021-2022学年; "" if unknown."""
    if metadata.year == "未知":
        return ""
    year = metadata.year if metadata.year.endswith(("年", "学年")) else f"{metadata.year}年"
    return year if metadata.period in ("全年", "学年", "") else f"{year}{metadata.period}"
