"""What is kept of an indicator once its page is made: its line in the lists."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.corpus import AlignedIndicator
from ..publish.search import Name, indicator_name


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator with a page.

    Attributes:
        id, name, sort_key: as in `AlignedIndicator`.
        theme: the theme its statements mostly stand under, or "".
        reports, shards: how many state it.
        statements, comparable: how many there are, and how many of them compare.
        found: how search finds it.
    """

    id: str
    name: str
    sort_key: str
    theme: str
    reports: int
    shards: int
    statements: int
    comparable: int
    found: Name


def make_entry(indicator: AlignedIndicator, shards: int) -> Entry:
    """The entry of ``indicator``, which ``shards`` shards state."""
    return Entry(
        id=indicator.id,
        name=indicator.name,
        sort_key=indicator.sort_key,
        theme=indicator.themes[0] if indicator.themes else "",
        reports=len(indicator.reports),
        shards=shards,
        statements=len(indicator.statements),
        comparable=len(indicator.comparable),
        found=indicator_name(indicator),
    )


def most_reports(entry: Entry) -> tuple[int, str, str]:
    """Sorts the most widespread first."""
    return -entry.reports, entry.sort_key, entry.id
