"""The search index: every string of every report, findable from a static site.

A report becomes a `SearchRecord`; records are gathered into bundles; a bundle is a folder of small files in which
any run of three characters is looked up with one request. ``docs/development/search.md`` has the whole picture.
"""

from .extract import search_record
from .record import SearchFigure, SearchPassage, SearchRecord
from .write import finish_index, write_bundles, write_parts

__all__ = [
    "SearchFigure",
    "SearchPassage",
    "SearchRecord",
    "finish_index",
    "search_record",
    "write_bundles",
    "write_parts",
]
