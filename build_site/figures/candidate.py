"""What the stage works on before rows exist: a number with its unit, taken or left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ..text import Span

#: Ways of writing a number.
STYLES = ("arabic", "chinese", "mask")


class Quantity(NamedTuple):
    """A number as it stands in the cleaned text.

    Attributes:
        span: the number with qualifiers and unit.
        number: its digits alone.
        value, value_max, masked, qualifier: as in `Figure`.
        unit: canonical, "" if none.
        kind: kind of the unit (count, percent, money …), "" without one.
        style: one of `STYLES`.
        rule: name of the rule that read it.
        rank: whether it is a place in an order.
        bare_unit: whether the unit was borrowed from a neighbour in a list.
    """

    span: Span
    number: Span
    value: Decimal | None
    unit: str
    kind: str
    style: str
    rule: str
    value_max: Decimal | None = None
    qualifier: str = ""
    masked: bool = False
    rank: bool = False
    bare_unit: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number of the report for the debug view.

    Attributes:
        span: in the cleaned text.
        text: its characters.
        taken: whether it became a figure.
        rule: which rule read it, or which one refused it.
        why: the reason in Chinese.
    """

    span: Span
    text: str
    taken: bool
    rule: str
    why: str
