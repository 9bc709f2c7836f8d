"""``sitemap.xml`` over all pages, where the address of the site is known."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from .workspace import replace_file


def write_sitemap(site: Path, pages: Sequence[str]) -> None:
    """Write the sitemap for HTML files given by their place; needs SITE_URL, the address the site is published at."""
    address = os.environ.get("SITE_URL", "").rstrip("/")
    target = site / "sitemap.xml"
    if not address:
        target.unlink(missing_ok=True)
        return
    places = (f"{address}/{page.removesuffix('index.html')}" for page in pages)
    lines = [f"<url><loc>{escape(place)}</loc></url>" for place in places]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    replace_file(target, "\n".join([head, *lines, "</urlset>", ""]).encode())
