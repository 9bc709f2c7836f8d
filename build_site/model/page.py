"""A page of the site before MkDocs renders it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Markdown with its place.

    Attributes:
        path: below docs/, with forward slashes, such as ``reports/abc/index.md``.
        markdown: the whole file, front matter included.
    """

    path: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that need not be written out where nothing it is made from has changed.

    Attributes:
        path: as of a `Page`.
        made_from: hash of all that its Markdown depends on, the project's own code and templates apart.
        write: makes the Markdown.
    """

    path: str
    made_from: str
    write: Callable[[], str]

    @property
    def markdown(self) -> str:
        """As of a `Page`; made anew each time."""
        return self.write()
