"""What the summary holds of a chosen sentence, and why it was chosen."""

from __future__ import annotations

from ..model.summary import Excerpt
from ..text import OffsetMap
from .candidates import Candidate


def excerpt_of(one: Candidate, places: OffsetMap) -> Excerpt:
    """The sentence as an excerpt; ``places`` leads to the source."""
    span = one.sentence.span
    return Excerpt(span, places.to_source(span), one.shown.parts, one.sentence.section, one.score, _reason(one))


def _reason(one: Candidate) -> str:
    """Why a sentence scores as it does, for readers."""
    masked = [figure.masked for figure in one.figures]
    reasons = (
        ("报告所列问题", one.problem),
        ("含数据", False in masked),
        ("含数据（已遮盖）", masked and False not in masked),
        ("含变化或排名", one.changed),
        ("首创或获奖", one.first),
        ("有成果", one.done and not masked and not one.first),
        ("有具体举措", one.step and not masked),
    )
    return "、".join([name for name, holds in reasons if holds]) or "最能代表本节"
