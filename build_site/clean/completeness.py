"""Whether the text is whole: what the site says of a preview, what a table of contents lists, how the text ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.diagnostic import Diagnostic
from ..rules.litter import LitterRules
from ..text import Span
from ..variants import simplify
from .draft import Draft, Line
from .lexicon import CLOSING, DATE_LINE, MARKER, lexicon

_ENDS = frozenset("。！？!?；;…")
_POINT = re.compile(r"[\u4e00-\u9fff\s]\.")
_SIGNED = tuple("局委厅院校科处组会所队") + ("办公室", "政府", "中心", "党组")
_CLOSED, _ATTACHMENT = ("谢谢大家", "特此报告"), ("附件", "附表", "附：", "附:")
_ATTACHED = re.compile(r"附件|附表|附\s*[:：]")
#: How many lines before the last one tell whether this text closes its lines with full stops.
_RECENT = 10
#: Fewer characters than this, on fewer lines, without one sentence, are no report.
_LITTLE, _FEW = 60, 4
_LITTLE_TEXT = "几乎没有正文：报告也许在图片、附件或下一页里，那些没有读取。"
WHOLE, PART, DOUBTFUL = "完整", "节选", "疑似不完整"


def judge_completeness(draft: Draft, rules: LitterRules) -> tuple[str, tuple[Diagnostic, ...]]:
    """完整, 节选 or 疑似不完整, with the evidence."""
    doubts = (*_previews(draft, rules), *_excerpts(draft, rules))
    if doubts:
        return PART, (*doubts, *_cut_off(draft))
    doubts = (*_cut_off(draft), *_too_little(draft))
    missing = any(doubt.code in ("missing-section", "unread-page") for doubt in draft.doubts)
    return (DOUBTFUL if doubts or missing else WHOLE), doubts


def _too_little(draft: Draft) -> Iterator[Diagnostic]:
    """No sentence is left: the report may be in pictures, or on another page."""
    if "。" not in draft.text and len(draft.text) < _LITTLE and len(draft.lines) < _FEW:
        yield Diagnostic("little-text", _LITTLE_TEXT)


def _previews(draft: Draft, rules: LitterRules) -> Iterator[Diagnostic]:
    """What the site says among what was cut."""
    preview = lexicon(rules).preview
    for removal in draft.removals():
        if removal.kind == "chrome" and (match := preview.search(simplify(removal.text))):
            start = removal.source.start + match.start()
            yield Diagnostic("preview-only", f"网页说明只显示了部分内容：“{match[0]}”。", start, start + len(match[0]))


def _excerpts(draft: Draft, rules: LitterRules) -> Iterator[Diagnostic]:
    """What the text says of itself in its first and last lines."""
    for line in (*draft.plain_lines[:3], *draft.plain_lines[3:][-2:]):
        for word in rules.excerpt_words:
            at = line.text.find(word)
            if at >= 0 and len(line.text) <= 60:
                span = draft.map.to_source(Span(line.start + at, line.start + at + len(word)))
                yield Diagnostic("excerpt", f"原文注明只是一部分：“{word}”。", span.start, span.end)


def _cut_off(draft: Draft) -> Iterator[Diagnostic]:
    lines = draft.lines
    if not lines:
        return
    last = lines[-1]
    if _ended(last.text) or _signed(last.text) or DATE_LINE.fullmatch(last.text) or _attached(lines):
        return
    if "\t" in last.text:
        return  # the last row of a table
    before = [line for line in lines[-_RECENT - 1 : -1] if not MARKER.match(line.text)]
    if before and sum(not _ended(line.text) for line in before) > 0.6 * len(before):
        return  # a text of items without full stops
    at = draft.map.to_source(Span(max(last.start, last.end - 20), last.end))
    yield Diagnostic("cut-off-end", f"正文结尾没有句末标点，可能不完整：“…{last.text[-16:]}”。", at.start, at.end)


def _ended(line: str) -> bool:
    """Whether the line ends with a full stop; a colon announces more."""
    said = line.rstrip(CLOSING)
    return said[-1:] in _ENDS or bool(_POINT.fullmatch(said[-2:]))


def _signed(line: str) -> bool:
    """Whether the line is what stands below a text: who wrote it, its attachments, thanks."""
    return line.endswith(_SIGNED) or line.startswith(_ATTACHMENT) or any(word in line for word in _CLOSED)


def _attached(lines: Sequence[Line]) -> bool:
    """Whether the text ends in a list of attachments."""
    for line in reversed(lines[-_RECENT:]):
        if _ATTACHED.match(line.text):
            return True
        if len(line.text) > 40 or not MARKER.match(line.text):
            return False
    return False
