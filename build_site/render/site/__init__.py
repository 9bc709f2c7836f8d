"""The pages that need all reports: home, lists, themes, indicators, places, years, comparison, quality, data."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.page import Draft, Page
from .atlas import Atlas
from .compare import compare_page
from .data import data_page
from .home import home_page
from .indicators import indicator_pages
from .quality import quality_pages
from .redirects import redirect_pages, redirects
from .regions import region_pages
from .reports import reports_page
from .themes import theme_pages
from .years import year_pages

__all__ = ["redirects", "site_pages"]


def site_pages(corpus: Corpus) -> Iterator[Page | Draft]:
    """Every page that is made from ``corpus``, in a fixed order; each keeps below 300 KB of HTML at any size."""
    atlas = Atlas(corpus)
    yield home_page(atlas)
    yield reports_page(atlas)
    yield from theme_pages(atlas)
    yield from indicator_pages(atlas)
    yield from region_pages(atlas)
    yield from year_pages(atlas)
    yield compare_page(atlas)
    yield from quality_pages(atlas)
    yield data_page(atlas)
    yield from redirect_pages(corpus)
