"""A key figure: one quantity a report states, and all that its sentence says of it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..text import Span


class Figure(NamedTuple):
    """One row of the key-figure tables.

    Attributes:
        span: the quantity with its qualifier and unit, in the cleaned text.
        source: the same in the source; no two figures share a character.
        text: ``source`` literally.
        indicator: what the number measures, complete when read alone, 2 to 30 characters.
        value: a plain decimal with multipliers applied (1.2万 -> 12000); None when masked.
        value_max: the upper end of a range (3-5所), else None.
        unit: canonical unit (％ is %), "" if none.
        qualifier: 余, 近, 超, 约, 以上 … as printed; "" if exact.
        role: ``level``, ``from``, ``change`` or ``rank``.
        status: ``done`` or ``plan``.
        period: the time the sentence gives, else the report's own.
        compare: the other side of a change (上年, 去年同期, 全省平均), "" if none.
        masked: whether digits are hidden.
        sentence: the sentence it stands in, in the cleaned text.
        section: path of the innermost section, () before the first.
        rule: names of the rules that found and named it, for the debug view.
        linked: source starts of the other rows of one statement (from / level / change).
        themes: of the passage it stands in, the primary one first.
    """

    span: Span
    source: Span
    text: str
    indicator: str
    value: Decimal | None
    unit: str
    sentence: Span
    value_max: Decimal | None = None
    qualifier: str = ""
    role: str = "level"
    status: str = "done"
    period: str = ""
    compare: str = ""
    masked: bool = False
    section: tuple[int, ...] = ()
    rule: str = ""
    linked: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable id, and the HTML id on the full-text page."""
        return f"f{self.source.start}"
