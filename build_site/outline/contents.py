"""Matches the entries of a printed table of contents: they check the outline, and end titles that run into text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Section
from ..text import Span, fold
from ..variants import simplify
from .patterns import Patterns

_DIGITS = "0123456789"
_LEADERS = " \t\u3000.…·•。—-_"
_SIGN = re.compile(r"\W+")


class Contents(NamedTuple):
    """A printed table of contents.

    Attributes:
        source: where it stands in the source.
        entries: marker and title of each numbered entry, folded.
        by_opening: the titles by their first two characters.
    """

    source: Span
    entries: tuple[tuple[str, str], ...]
    by_opening: dict[str, list[str]]

    def title_at(self, folded: str, offset: int) -> int:
        """The length of the listed title that stands at ``offset``, 0 if none does."""
        near = self.by_opening.get(folded[offset : offset + 2], ())
        return max((len(title) for title in near if folded.startswith(title, offset)), default=0)


def read_contents(clean: CleanText, patterns: Patterns) -> Contents | None:
    """The table of contents that cleaning took out, if it lists numbered entries."""
    removed = [removal for removal in clean.removals if removal.kind == "toc"]
    if not removed:
        return None
    entries = [entry for removal in removed for entry in _entries(simplify(fold(removal.text)), patterns)]
    if not entries:
        return None
    by_opening: dict[str, list[str]] = {}
    for _, title in entries:
        by_opening.setdefault(title[:2], []).append(title)
    return Contents(Span(removed[0].source.start, removed[-1].source.end), tuple(entries), by_opening)


def _entries(text: str, patterns: Patterns) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        marks = list(patterns.inside.finditer(line))
        ends = [mark.start() for mark in marks[1:]] + [len(line)]
        for mark, end in zip(marks, ends, strict=False):
            title = line[mark.end() : end].rstrip().rstrip(_DIGITS).strip(_LEADERS)
            if len(title) > 1:
                yield mark[0].strip(), title


def check_contents(contents: Contents | None, sections: Iterable[Section], text: str) -> tuple[Diagnostic, ...]:
    """A warning if entries of the table of contents head no section though ``text`` holds them.

    Those that the text lacks altogether were reported when the table was cut out.
    """
    if contents is None:
        return ()
    words = _SIGN.sub("", text)
    titles = {_SIGN.sub("", simplify(fold(section.title))) for section in sections}
    missing = [
        f"{marker}{title}"
        for marker, title in contents.entries
        if (key := _SIGN.sub("", title)) not in titles and key in words
    ]
    if not missing:
        return ()
    shown = "、".join(f"“{entry}”" for entry in missing[:5]) + ("等" if len(missing) > 5 else "")
    message = f"目录所列的{len(missing)}项在正文里不成标题：{shown}"
    return (Diagnostic("toc-mismatch", message, *contents.source),)
