"""Making one page: its place, its front matter, its template, and lists cut into pages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from ...model.page import Draft, Page
from ..escape import front_matter
from ..templating import render

Item = TypeVar("Item")


def make_page(
    path: str,
    template: str,
    title: str,
    description: str,
    *,
    scripts: Sequence[str] = (),
    toc: bool = True,
    heading: str = "",
    data: dict[str, Any] | None = None,
    **values: Any,
) -> Page:
    """The page at ``path`` (below docs/, ending in index.md), made from ``templates/site/<template>.md``.

    The template gets ``root``, the relative way from the page to the root of the site, besides ``values``.
    """
    shown: dict[str, Any] = {"title": title, "description": description, "styles": ["corpus"]}
    shown["hide"] = ["navigation"] if toc else ["navigation", "toc"]
    if heading:
        shown["heading"] = heading
    if scripts:
        shown["scripts"] = list(scripts)
    root = "../" * path.count("/") or "./"
    body = render(f"site/{template}.md", root=root, title=title, share=share, **values)
    return Page(path, front_matter(shown, data) + "\n" + body)


def draft(path: str, made_from: Iterable[object], write: Callable[[], Page]) -> Draft:
    """The page that ``write`` would make at ``path`` out of ``made_from``: plain values, told apart by their repr."""
    parts = hashlib.sha256(path.encode())
    for part in made_from:
        text = part if isinstance(part, str) else repr(part)
        parts.update(text.encode(errors="replace") + b"\n")
    return Draft(path, parts.hexdigest(), lambda: write().markdown)


def cut(items: Sequence[Item], size: int) -> Iterator[tuple[int, Sequence[Item]]]:
    """``items`` in pieces of at most ``size``, numbered from 1; one empty piece if there are none."""
    for start in range(0, max(len(items), 1), size):
        yield start // size + 1, items[start : start + size]


def cut_by_weight(items: Sequence[Item], weight: Callable[[Item], int], limit: int) -> Iterator[tuple[int, list[Item]]]:
    """``items`` in pieces whose weights add up to at most ``limit`` (or of one item), numbered from 1."""
    number, total = 1, 0
    piece: list[Item] = []
    for item in items:
        heavy = weight(item)
        if piece and total + heavy > limit:
            yield number, piece
            number, piece, total = number + 1, [], 0
        piece.append(item)
        total += heavy
    yield number, piece


def share(part: float | None) -> str:
    """A share as readers see it: 83%; — where there is nothing to take a share of."""
    if part is None:
        return "—"
    # 99.6 % is not 100 %: only what is whole may look whole.
    rounded = round(part * 100)
    return f"{min(rounded, 99) if part < 1 else 100}%"
