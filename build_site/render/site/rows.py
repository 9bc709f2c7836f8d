"""Rows of the longest tables, written without a template: half a million of them must take seconds, not minutes."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ...model.corpus import Statement, Verdict
from ..escape import html
from .atlas import Atlas

_ROLES = {"change": "增减", "from": "变化之前", "rank": "名次"}


def short_rows(atlas: Atlas, rows: Iterable[tuple[Statement, Verdict]], root: str) -> Markup:
    """A table row a statement: place, year, the figure as printed with a link to its sentence, the verdict."""
    places: dict[str, str] = {}
    verdicts: dict[Verdict, str] = {}
    lines = []
    for said, judged in rows:
        place = places.get(said.report)
        if place is None:
            place = places[said.report] = html(atlas.short_place(atlas.cards[said.report]))
        verdict = verdicts.get(judged)
        if verdict is None:
            words = "：".join(filter(None, ("可比" if judged.comparable else "不可比", judged.reason)))
            verdict = verdicts[judged] = html(words)
        lines.append(
            f'<tr><th scope="row">{place}</th><td>{html(atlas.year(said))}</td>'
            f'<td data-value="{"" if said.value is None else said.value}">{_figure(said, root)}{_status(said)}</td>'
            f"<td>{verdict}</td></tr>"
        )
    return Markup("\n".join(lines))  # noqa: S704 - every piece of text above is escaped


def _figure(said: Statement, root: str) -> str:
    text = str(html(said.text))
    if said.masked:
        text = f'<span class="mask" title="原文遮盖了这个数">{text}</span>'
    masked = " figure-value--masked" if said.masked else ""
    return f'<a class="figure-value{masked}" href="{root}reports/{said.report}/text/#{said.figure}">{text}</a>'


def _status(said: Statement) -> str:
    plan = '<span class="badge badge--plan">计划</span>' if said.status == "plan" else ""
    return plan + (f'<span class="badge">{_ROLES[said.role]}</span>' if said.role in _ROLES else "")
