"""Puts figures, masks and links to notes into text as elements, without adding a character to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from markupsafe import Markup

from ...model.figure import Figure
from ...model.report import Report
from ...text import Span
from .notes import note_links
from .words import MASK_KINDS, plain

Escape = Callable[[str], Markup]


class MarkedText:
    """The cleaned text of a report with its figures and masks, rendered stretch by stretch."""

    def __init__(self, report: Report) -> None:
        self._text = report.clean.text
        self._figures = sorted(report.figures, key=lambda figure: figure.span.start)
        self._figure_starts = [figure.span.start for figure in self._figures]
        self._masks = [*_in_clean_text(report)]
        self._mask_starts = [span.start for span, _ in self._masks]
        self._notes = note_links(report.clean)
        self._note_starts = [span.start for span, _ in self._notes]

    def html(self, span: Span, escape: Escape, ids: bool = True) -> str:
        """The stretch as HTML: ``<data>`` for figures, ``<span class="mask">`` for masks, ``<a>`` for notes.

        Args:
            span: in the cleaned text.
            escape: for the characters between the tags, as their context needs it.
            ids: whether figures get their ids (only one place of a page may have them) and notes their links.
        """
        pieces, at = [], span.start
        for note, anchor in self._linked(span) if ids else ():
            pieces.append(self._figured(Span(at, note.start), escape, ids))
            pieces.append(f'<a class="note" href="#{anchor}">{escape(note.of(self._text))}</a>')
            at = note.end
        pieces.append(self._figured(Span(at, span.end), escape, ids))
        return "".join(pieces)

    def _linked(self, span: Span) -> Iterator[tuple[Span, str]]:
        for number in range(bisect_left(self._note_starts, span.start), len(self._notes)):
            note, anchor = self._notes[number]
            if note.end > span.end:
                return
            yield note, anchor

    def _figured(self, span: Span, escape: Escape, ids: bool) -> str:
        """A stretch without links to notes."""
        pieces, at = [], span.start
        number = max(bisect_right(self._figure_starts, span.start) - 1, 0)
        for figure in self._figures[number:]:
            start, end = max(figure.span.start, at), min(figure.span.end, span.end)
            if figure.span.start >= span.end:
                break
            if start >= end:
                continue
            pieces.append(self._plain(at, start, escape))
            opening = _figure_tag(figure, ids and figure.span.start == start)
            pieces.append(f"{opening}{self._plain(start, end, escape)}</data>")
            at = end
        pieces.append(self._plain(at, span.end, escape))
        return "".join(pieces)

    def _plain(self, start: int, end: int, escape: Escape) -> str:
        """A stretch in which no figure begins or ends."""
        pieces: list[str] = []
        at = start
        number = max(bisect_right(self._mask_starts, start) - 1, 0)
        for span, kind in self._masks[number:]:
            if span.start >= end:
                break
            if span.end <= at:
                continue
            shown = Span(max(span.start, at), min(span.end, end))
            said = MASK_KINDS.get(kind, MASK_KINDS["unknown"])
            pieces.append(escape(self._text[at : shown.start]))
            pieces.append(f'<span class="mask" role="img" aria-label="{said}">')
            pieces.append(f"{escape(shown.of(self._text))}</span>")
            at = shown.end
        pieces.append(escape(self._text[at:end]))
        return "".join(pieces)


def _figure_tag(figure: Figure, with_id: bool) -> str:
    names = [name for name, holds in (("m", figure.masked), ("plan", figure.status == "plan")) if holds]
    identity = f" id={figure.id}" if with_id else ""  # plain values stand without quotes: a page has hundreds of them
    classes = f' class="{" ".join(names)}"' if names else ""
    value = plain(figure.value) or '""'
    return f"<data{identity} value={value}{classes}>"


def _in_clean_text(report: Report) -> Iterator[tuple[Span, str]]:
    """The masks that are shown, with their stretch of the cleaned text; those inside removals are left out."""
    offsets = report.clean.map
    for mask in report.masks:
        start, end = offsets.to_clean(mask.source.start), offsets.to_clean(mask.source.end - 1) + 1
        if start < end and offsets.to_source(Span(start, start + 1)).start == mask.source.start:
            yield Span(start, end), mask.kind
