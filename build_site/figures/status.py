"""Whether a figure is a fact or an intention."""

from __future__ import annotations

import re

from .candidate import Quantity
from .context import Reading

_PLAN = re.compile(r"将(?!近|军|领)|拟(?!定|制)|预计|计划(?=.{0,6}(?:投|建|招|新|开|完))|确保|力争|争取(?!资金|到)|有望|打算|目标是|下一步|明年|要")
_FACT = re.compile(r"已|了(?!解)|截至|目前|现有|完成了|荣获|获得|被评")


def status_of(quantity: Quantity, reading: Reading, clause_start: int, sentence_start: int) -> str:
    """``plan`` or ``done``."""
    text = reading.text
    clause = text[clause_start : quantity.span.start]
    sections = reading.sections(quantity.span.start)
    if any(section.plan for section in sections):
        return "done" if _FACT.search(clause) else "plan"
    return "plan" if _PLAN.search(clause) and not _FACT.search(clause) else "done"
