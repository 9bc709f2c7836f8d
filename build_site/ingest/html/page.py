"""All text of a page in order, with the marks its elements give: headings, tables, hidden and deleted text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..limits import HTML_DEPTH
from ..reading import TextDraft
from ..refusal import refusal
from .layout import Layout, Line
from .lists import item_labels
from .tables import cell_places

#: Elements that begin and end a line.
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section
    select summary table tbody td tfoot th thead tr ul""".split()  # noqa: SIM905 - names are read more easily so
)
#: Elements whose contents are no text of the page.
_SKIPPED = frozenset(
    ("script", "style", "template", "head", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map")
)
#: Elements that never hold an article.
_BESIDE = frozenset(("nav", "aside", "footer", "button", "select", "label", "menu", "dialog"))
_BESIDE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_BODY_END = re.compile(r"</\s*(?:body|html)\s*>", re.I)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOTE = re.compile(r"\s*[\[［(（]?[0-9ivx]{1,4}[\]］)）]?\s*|[①-⑳]")
_HEADING = re.compile(r"h([1-6])$")


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart.

    ``named`` are the ``meta`` elements of its head by lower-case name, ``pictures`` the places of pictures in the text.
    """

    draft: TextDraft
    lines: tuple[Line, ...] = ()
    title: str = ""
    named: dict[str, str] = field(default_factory=dict)
    pictures: tuple[int, ...] = ()


def parse_page(markup: str) -> Page:
    """The text of ``markup``.

    Raises:
        InputError: its elements nest deeper than any page needs.
    """
    root = parse_tree(markup)
    if root is None:
        return Page(TextDraft())
    walk = _Walk(cell_places(root), item_labels(root), shown=_shown_by_script(root))
    walk.over(root)
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        named.setdefault(name, " ".join((meta.get("content") or "").split()))
    title = " ".join((root.findtext(".//title") or "").split())
    return Page(walk.layout.draft, tuple(walk.layout.lines), title, named, tuple(walk.pictures))


def parse_tree(markup: str) -> Any:
    """The element tree of a page, None if there is nothing in it; mends what is broken and fetches nothing."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    # NUL and the end of the body would end the parse before the text ends; browsers read on.
    whole = _BODY_END.sub("<br>", markup.replace("\x00", "\ufffd"))
    clean = whole.encode("utf-8", "replace")
    try:
        return etree.fromstring(clean, parser)
    except etree.XMLSyntaxError:
        return None


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has begun: where its marks start, and what it means while it lasts."""

    element: Any
    number: int
    marks: tuple[tuple[int, str, str], ...]
    is_cell: bool


@dataclass
class _Walk:
    """Goes through the tree once, element by element, without recursion; ``shown`` is not hidden whatever it says."""

    places: dict[Any, str]
    labels: dict[Any, str]
    shown: Any = None
    layout: Layout = field(default_factory=Layout)
    opened: list[_Open] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    cells: int = 0
    count: int = 0

    def over(self, root: Any) -> None:
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start" and element.tag in _SKIPPED:
                events.skip_subtree()
            elif event == "start":
                self._start(element)
                self.layout.text(element.text)
            else:
                if event == "end" and element.tag not in _SKIPPED:
                    self._end()
                self.layout.text(element.tail)
        self.layout.end_line()

    def _start(self, element: Any) -> None:
        if len(self.opened) > HTML_DEPTH:
            raise refusal(("网页嵌套过深", "the page nests too deep"), ("请只保存正文", "save the article only"))
        if element.tag == "img":
            self.pictures.append(self.layout.draft.length)
        self.count += 1
        self._break(element)
        place = self.places.get(element, "")
        is_cell = place not in ("", "row")
        self.cells += is_cell
        self.layout.in_link += _is_link(element)
        self.layout.beside += _is_beside(element)
        self.layout.preformatted += element.tag in ("pre", "textarea")
        start = self.layout.draft.length
        marks = tuple(
            (start, kind, value)
            for kind, value in _marks_of(element, self.places)
            if kind != "hidden" or element is not self.shown
        )
        self.opened.append(_Open(element, self.count, marks, is_cell))
        self.layout.label = self.labels.get(element, self.layout.label)

    def _break(self, element: Any) -> None:
        """The line break, or inside a cell the space, that an element begins with."""
        if self.cells and (element.tag in _BLOCKS or element.tag == "br"):
            self.layout.space()
        elif element in self.places and element.tag in ("td", "th"):
            first = next((child for child in element.getparent() if child.tag in ("td", "th")), None)
            if first is element:
                self.layout.begin_cell()
            else:
                self.layout.next_cell()
        elif element.tag in _BLOCKS or element.tag == "br":
            self.layout.end_line()
            if element.tag != "br":
                self.layout.container = self.opened[-1].number if self.opened else 0
                self.layout.path = "/".join([one.element.tag for one in self.opened] + [element.tag])

    def _end(self) -> None:
        one = self.opened.pop()
        for start, kind, value in one.marks:
            end = self.layout.draft.length
            self.layout.draft.mark(start, kind, value, end=end - _ends_line(self.layout, end) if end > start else end)
        self.cells -= one.is_cell
        if self.cells and one.element.tag in _BLOCKS:
            self.layout.space()
        elif one.element.tag in _BLOCKS and not one.is_cell:
            self.layout.end_line()
            self.layout.container = self.opened[-2].number if len(self.opened) > 1 else 0
        if one.element in self.labels:
            self.layout.label = ""  # an empty item
        self.layout.in_link -= _is_link(one.element)
        self.layout.beside -= _is_beside(one.element)
        self.layout.preformatted -= one.element.tag in ("pre", "textarea")


def _shown_by_script(root: Any) -> Any:
    """The element that a style hides and that holds most of the page: a script shows it once the page has loaded."""
    sizes: dict[Any, int] = {}
    for element in root.iter():
        sizes[element] = 0 if element.tag in _SKIPPED else len((element.text or "").strip())
    for element in reversed(list(sizes)):
        above = element.getparent()
        if above is not None:
            sizes[above] += (sizes[element] if element.tag not in _SKIPPED else 0) + len((element.tail or "").strip())
    most = sizes[root] / 2
    hidden = (element for element in sizes if sizes[element] > most and _HIDING.search(element.get("style") or ""))
    return next(hidden, None)


def _ends_line(layout: Layout, end: int) -> bool:
    """Whether the text ends with a newline, which belongs to no mark."""
    return bool(layout.draft.pieces) and layout.draft.pieces[-1] == "\n" and end > 0


def _is_beside(element: Any) -> bool:
    """Navigation and the like; also the running head and foot that word processors write into a page."""
    if element.tag in _BESIDE or (element.get("role") or "") in _BESIDE_ROLES:
        return True
    running = element.tag == "div" and (element.get("title") or "") in ("header", "footer")
    return running or "mso-element:" in (element.get("style") or "")


def _is_link(element: Any) -> bool:
    """Whether it leads to another page; a place in this page is no link to count."""
    target = element.get("href") if element.tag == "a" else None
    return target is not None and (not target.startswith("#") or target == "#")


def _is_note_link(element: Any) -> bool:
    """A link inside the page that shows a number only: from the text to a note, or back."""
    inside = element.tag == "a" and (element.get("href") or "").startswith("#")
    return inside and bool(_NOTE.fullmatch("".join(element.itertext())))


def _is_note(element: Any) -> bool:
    """Whether a paragraph begins with such a link: it is the note itself."""
    first = element
    while not (first.text or "").strip() and len(first):
        first = first[0]
        if _is_note_link(first):
            return True
    return False


def _marks_of(element: Any, places: dict[Any, str]) -> list[tuple[str, str]]:
    """Marks that lie over the whole element."""
    if element in places:
        place = places[element]
        return [("cell", place) if place not in ("", "row") else (place or "table", "")]
    heading = _HEADING.match(element.tag)
    if heading:
        return [("heading", heading[1])]
    if _is_note_link(element):
        return [("note-reference", "")]
    if element.tag in ("p", "li") and _is_note(element):
        return [("footnote", "")]
    if element.tag == "del":
        return [("deleted", "")]
    hides = element.get("hidden") is not None or element.tag in ("noscript", "rt", "rp")
    return [("hidden", "")] if hides or _HIDING.search(element.get("style") or "") else []
