"""A report as it was handed in: the canonical text and what its file format says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..text import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file format knows of a stretch of the canonical text.

    Attributes:
        span: the stretch, in canonical offsets.
        kind: ``heading`` (value: outline level from 1), ``title`` (Word's Title style), ``number``
            (automatic numbering made text), ``table`` / ``row`` / ``cell`` (value of a cell:
            "ROW,COLUMN,ROWSPAN,COLSPAN", from 0; of a row ``drawn`` where bars or blanks part its cells, not
            tabs), ``footnote``, ``note-reference``, ``textbox``, ``wrap`` (the
            newline of a line that only ends at the edge of its column), ``undecodable`` (U+FFFD for bytes that
            make no character), ``unread`` (the newline
            after which something stands that is no text: value ``picture``, ``object``, ``chart``, ``diagram`` or
            "page N"), and, for what the format itself says is not the report's text, the removal kinds ``header``,
            ``footer``, ``page-number``, ``hidden``, ``comment``, ``deleted``, ``chrome``, ``field-code``, ``toc``,
            ``markup``.
        value: as the kind says; "" otherwise.
    """

    span: Span
    kind: str
    value: str = ""


#: Mark kinds that cleaning turns into removals of the same kind.
REMOVAL_MARKS = frozenset(
    {"header", "footer", "page-number", "hidden", "comment", "deleted", "chrome", "field-code", "toc", "markup"}
)


@dataclass(frozen=True, slots=True)
class FileProperties:
    """Document properties the file carries: candidates for metadata, never trusted over the text."""

    title: str = ""
    author: str = ""
    organisation: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A hand-made correction from a sidecar, addressed by what the source says, not by an offset.

    Attributes:
        text: the literal text of the figure or the heading concerned.
        nth: which occurrence, from 1.
        set: the fields to replace, such as ``{"indicator": "学前毛入园率"}``; ``{"drop": "true"}`` removes the row.
    """

    text: str
    nth: int = 1
    set: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What ``NAME.yml`` beside a report says; "" or 0 where it says nothing. 未知 is a valid text value.

    ``redirect_from`` names the ids the report had before, whose addresses lead to it still.
    """

    title: str = ""
    region: str = ""
    region_code: str = ""
    year: str = ""
    kind: str = ""
    slug: str = ""
    redirect_from: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    published: str = ""
    licence: str = ""
    hide: bool = False
    figures: tuple[Correction, ...] = ()
    sections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read.

    Attributes:
        id: ASCII name of the report in URLs and exports, from the sidecar's slug or the file name alone.
        file: path below the source folder, with forward slashes.
        format: ``txt``, ``md``, ``docx``, ``pdf`` or ``html``.
        sha256: of the file's bytes, in hex.
        text: the canonical source text: what the file decodes to, newlines as ``\\n``, no byte-order mark.
            Everything the file shows or hides is in it; all published offsets count code points here.
        marks: what the format knows, ordered by start.
        encoding: how a text file was decoded ("" for others).
        properties: the file's own metadata.
        sidecar: the contributor's metadata.
    """

    id: str
    file: str
    format: str
    sha256: str
    text: str
    marks: tuple[Mark, ...] = ()
    encoding: str = ""
    properties: FileProperties = FileProperties()
    sidecar: Sidecar = Sidecar()
