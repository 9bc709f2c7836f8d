"""The search index: every string of every report, findable from a static site.

A report becomes a `SearchRecord`; records are gathered into bundles; a bundle is a folder of small files in which
any run of three characters is looked up with one request. ``docs/development/search.md`` has the whole picture.
"""

from .extract import search_record
from .front import SearchPart, write_front
from .names import Name, indicator_name, read_names, theme_name
from .record import SearchFigure, SearchPassage, SearchRecord
from .write import FOLDER, finish_index, write_bundles

__all__ = [
    "FOLDER",
    "Name",
    "SearchFigure",
    "SearchPart",
    "SearchPassage",
    "SearchRecord",
    "finish_index",
    "indicator_name",
    "read_names",
    "search_record",
    "theme_name",
    "write_bundles",
    "write_front",
]
