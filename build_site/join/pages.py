"""Making one joined page from ``render/templates/join``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..model.page import Page
from ..render.escape import front_matter
from ..render.templating import render


def make_page(
    path: str, template: str, title: str, description: str, *, scripts: Sequence[str] = (), **values: Any
) -> Page:
    """The page at ``path`` (ending in index.md); the template gets ``root``, the way to the root of the joined site."""
    shown: dict[str, Any] = {"title": title, "description": description, "styles": ["corpus"]}
    shown["hide"] = ["navigation", "toc"]
    if scripts:
        shown["scripts"] = list(scripts)
    root = "../" * path.count("/") or "./"
    return Page(path, front_matter(shown) + "\n" + render(f"join/{template}.md", root=root, title=title, **values))
