"""Corrections by hand from the sidecar: a row addressed by its text, with fields to replace or the row dropped."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

from ..model.diagnostic import Diagnostic
from ..model.figure import Figure
from ..model.source import Correction

_WORDS = ("indicator", "unit", "qualifier", "period", "compare")
_CHOICES = {"role": ("level", "from", "change", "rank"), "status": ("done", "plan")}
_NUMBERS = ("value", "value_max")


def corrected(
    figures: tuple[Figure, ...], corrections: tuple[Correction, ...]
) -> tuple[tuple[Figure, ...], tuple[Diagnostic, ...]]:
    """``figures`` with the corrections carried out, and a warning for each that could not be."""
    if not corrections:
        return figures, ()
    rows: list[Figure | None] = list(figures)
    doubts = []
    for correction in corrections:
        places = [index for index, figure in enumerate(figures) if figure.text == correction.text]
        if not 1 <= correction.nth <= len(places):
            message = f"有一处更正没有用上：文中没有第 {correction.nth} 处写作“{correction.text}”的数据"
            doubts.append(Diagnostic("correction-unused", message))
            continue
        index = places[correction.nth - 1]
        figure = rows[index]
        if correction.set.get("drop") == "true" or figure is None:
            rows[index] = None
            continue
        changes, refused = _changes(correction.set)
        rows[index] = figure._replace(rule=f"{figure.rule}+correction", **changes)
        for field, value in refused:
            message = f"对“{correction.text}”的更正里，{field} 不能是“{value}”"
            doubts.append(Diagnostic("correction-refused", message, *figure.source))
    return tuple(row for row in rows if row is not None), tuple(doubts)


def _changes(fields: dict[str, str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """The fields as the row takes them, and those it does not."""
    changes: dict[str, Any] = {}
    refused = []
    for field, value in fields.items():
        number = _number(value) if field in _NUMBERS else None
        if field in _WORDS and (value or field != "indicator") or value in _CHOICES.get(field, ()):
            changes[field] = value
        elif number is not None:
            changes[field] = number
            changes["masked"] = False
        else:
            refused.append((field, value))
    return changes, refused


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
