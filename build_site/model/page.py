"""A page of the site before MkDocs renders it."""

from __future__ import annotations

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
