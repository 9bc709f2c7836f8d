"""The marker rules as compiled patterns, made once for each set of rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from ..rules import Rules
from ..rules.expressions import searched
from ..rules.markers import MarkerRules, MarkerStyle

#: A heading without marker, known by its look or by the file format. Its customary rank is unknown.
PLAIN = MarkerStyle("plain", 0, "", where="line")
#: The same, in words that customarily head a main division (存在的问题, 下一步打算).
CUSTOMARY = MarkerStyle("customary", 0, "", twins=("plain",), where="line")

Pattern = re.Pattern[str]


@dataclass(frozen=True, eq=False)
class LinePatterns:
    """What single lines and headings are recognised by; named as in `MarkerRules`."""

    title_words: Pattern
    document_number: Pattern
    date_line: Pattern
    addressee: Pattern
    byline: Pattern
    subtitle: Pattern
    issuer: Pattern
    salutation: Pattern
    attachment: Pattern
    end_note: Pattern
    notice: Pattern
    adverbials: Pattern
    counted: Pattern
    title_ends: Pattern
    body_openers: Pattern
    unfinished: Pattern
    plain_headings: Pattern
    not_headings: Pattern
    plan_headings: Pattern
    done_headings: Pattern
    plan_titles: Pattern
    done_titles: Pattern
    review_titles: Pattern
    looking_back: Pattern
    starting_points: Pattern
    aims: Pattern
    asides: Pattern
    turns: Pattern
    deeds: Pattern
    targets: Pattern
    announced: Pattern


@dataclass(frozen=True, eq=False)
class Patterns:
    """Compiled forms of one `MarkerRules`.

    Attributes:
        styles: by name.
        kin: style -> the styles whose markers may number one series with its own, itself among them.
        at_line: any marker, to be matched at the start of a line; the group that matched is the style's name.
        after_mark: any marker that may follow punctuation within a line.
        inside: markers that count even without punctuation before them.
        inside_start: the same for long texts: it matches a marker's first character, its group the whole.
        line: patterns of whole lines.
    """

    rules: MarkerRules
    styles: dict[str, MarkerStyle]
    kin: dict[str, frozenset[str]]
    at_line: Pattern
    after_mark: Pattern
    inside: Pattern
    inside_start: Pattern
    line: LinePatterns


@lru_cache(maxsize=4)
def patterns_of(rules: Rules) -> Patterns:
    """The patterns of ``rules``, compiled once."""
    markers = rules.markers
    styles = (*markers.styles, PLAIN, CUSTOMARY)
    pairs = {(style.name, twin) for style in styles for twin in (style.name, *style.twins)}
    inner = [style for style in markers.styles if style.where != "line"]
    bare = [style for style in markers.styles if style.where == "any"]
    inside = "(?<![第高初大小中周期])" + _either(markers, bare) + "(?=[\u4e00-\u9fff“《*])"
    return Patterns(
        rules=markers,
        styles={style.name: style for style in markers.styles},
        kin={
            style.name: frozenset(other for pair in pairs if style.name in pair for other in pair) for style in styles
        },
        at_line=re.compile(
            r"(?:#{1,6} +)?" + _either(markers, list(markers.styles), f"(?:{markers.ornament} {{0,2}})?")
        ),
        after_mark=re.compile(r"[。！？；：，、,;:!? .](?<!\d\.)[”’）)」]? {0,4}" + _either(markers, inner)),
        inside=re.compile(inside),
        inside_start=re.compile(searched(inside)),
        line=LinePatterns(**{field.name: _compile(getattr(markers, field.name)) for field in fields(LinePatterns)}),
    )


def _compile(pattern: str | tuple[str, ...]) -> Pattern:
    return re.compile(pattern if isinstance(pattern, str) else "|".join(f"(?:{part})" for part in pattern))


def _either(rules: MarkerRules, styles: list[MarkerStyle], before: str = "") -> str:
    shapes = "|".join(f"(?P<{style.name}>{before}{_fill(style.shape, rules)})" for style in styles)
    return f"(?={rules.marker_start})(?:{shapes})"


def _fill(shape: str, rules: MarkerRules) -> str:
    for name, pattern in (("cn", rules.cn_numeral), ("ar", rules.ar_numeral), ("mask", rules.mask), ("sp", " ?")):
        shape = shape.replace(f"{{{name}}}", pattern)
    return shape
