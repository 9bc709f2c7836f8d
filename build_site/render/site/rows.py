"""Rows of the longest tables, written without a template: half a million of them must take seconds, not minutes."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ...model.corpus import Statement, Verdict
from ..escape import html_string
from .atlas import Atlas
from .clipping import clip

#: Characters of a sentence in a short row: two lines on a desk.
SENTENCE = 90
_ROLES = {"change": "增减", "from": "变化之前", "rank": "名次"}


def short_rows(atlas: Atlas, rows: Iterable[tuple[Statement, str, Verdict]], root: str) -> Markup:
    """A table row a statement: place, year, the figure as printed with a link to its place, the verdict, the sentence.

    End tags and quotation marks that HTML lets out are left out, and classes are the table's: a third of half a million
    rows.
    """
    places: dict[str, str] = {}
    verdicts: dict[Verdict, str] = {}
    lines = []
    for said, year, judged in rows:
        place = places.get(said.report)
        if place is None:
            place = places[said.report] = html_string(atlas.short_places[said.report])
        verdict = verdicts.get(judged)
        if verdict is None:
            words = "：".join(filter(None, ("可比" if judged.comparable else "不可比", judged.reason)))
            verdict = verdicts[judged] = html_string(words)
        shown, sentence = _figure(said, root), html_string(clip(said, SENTENCE))
        lines.append(f"<tr><th scope=row>{place}<td>{html_string(year)}{shown}<td>{verdict}<td>{sentence}")
    return Markup("\n".join(lines))  # noqa: S704 - every piece of text above is escaped


def _figure(said: Statement, root: str) -> str:
    """The cell of a figure; its value for sorting only where the text does not begin with it, as 97.8% does."""
    text = html_string(said.text)
    if said.masked:
        text = f'<span class="mask" title="原文遮盖了这个数">{text}</span>'
    value = "" if said.value is None else str(said.value)
    sorts = "" if value and said.text == value + said.unit else f' data-value="{value}"'
    return f"<td{sorts}><a href={root}reports/{said.report}/text/#{said.figure}>{text}</a>{_status(said)}"


def _status(said: Statement) -> str:
    plan = '<span class="badge badge--plan">计划</span>' if said.status == "plan" else ""
    return plan + (f'<span class="badge">{_ROLES[said.role]}</span>' if said.role in _ROLES else "")
