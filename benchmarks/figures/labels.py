"""Labelled documents: a text and a table of the figures a careful reader finds in it.

Columns, tab-separated: ctx (the characters before the figure), text, value (``mask`` where masked, ``3~5`` for a
range), unit (``-`` for none), role, status, head (the word the name must hold), full (the name as a table row would
have it), need (``must``, or ``may`` where careful readers differ). Rows stand in text order.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_SAME_UNIT = {"％": "%", "-": "", "个百分点": "%", "百分点": "%"}


@dataclass(frozen=True, slots=True)
class Label:
    """One figure as labelled, with its place in the text."""

    start: int
    end: int
    value: str
    unit: str
    role: str
    status: str
    head: str
    full: str
    must: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its labels."""

    text: str
    labels: tuple[Label, ...]


def read_document(text_file: Path, label_file: Path) -> Document:
    """The document in two files.

    Raises:
        ValueError: a label is not found in the text behind the one before it.
    """
    text, at, labels = text_file.read_text(encoding="utf-8"), 0, []
    for line in label_file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith(("#", "ctx\t")):
            continue
        ctx, figure, value, unit, role, status, head, full, need = line.replace("\\n", "\n").split("\t")
        found = text.find(ctx + figure, max(0, at - len(ctx)))
        if found < 0:
            raise ValueError(f"{label_file}: {ctx}{figure} not found behind character {at}")
        at = found + len(ctx) + len(figure)
        labels.append(Label(found + len(ctx), at, value, unit, role, status, head, full, need == "must"))
    return Document(text, tuple(labels))


def same_value(value: float | None, label: Label) -> bool:
    """Whether a value (None: hidden) is the labelled one."""
    if label.value == "mask" or value is None:
        return label.value == "mask" and value is None
    low = float(label.value.partition("~")[0])
    return abs(value - low) <= 1e-6 * max(1.0, abs(low))


def same_unit(unit: str, label: Label) -> bool:
    """Whether a unit is the labelled one; ranks and shares may go without."""
    return label.role == "rank" or _SAME_UNIT.get(unit, unit) == _SAME_UNIT.get(label.unit, label.unit)


def same_name(name: str, label: Label) -> bool:
    """Whether a name holds the essential word and little else, or is close to the labelled one."""
    common = sum((Counter(name) & Counter(label.full)).values())
    close = 2 * common / (len(name) + len(label.full)) if name else 0.0
    return (label.head in name and common >= len(name) / 2) or close >= 0.7
