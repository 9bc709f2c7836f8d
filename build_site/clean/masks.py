"""Masks: the signs with which publishers hide digits and words (stars, crosses, X, squares, circles, 某).

Not masks: multiplication (4×100米), letters (X光, PPTX), zeros (二○二二年), bullets and boxes, fill-in lines, rules of
signs, and bold in a Markdown file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model.document import Mask, Removal
from ..rules.masks import MaskRules
from ..text import Span
from ..variants import simplify
from .draft import Draft
from .mask_kinds import Contexts, contexts

STARS, CROSSES, CIRCLES, SQUARES = "*＊∗﹡", "×✕✖╳", "○●◯", "□■█▢"
#: Signs that hide a number only where they stand doubled before a unit.
OTHERS = "#＃▲△?？￥¥"
#: A run of them. It begins with a set, which is fast to search for, and looks back at what stood there.
_SIGN = re.compile(
    rf"([\\xXｘＸ_＿某{STARS}{CROSSES}{SQUARES}{CIRCLES}{OTHERS}])(?:"
    rf"(?P<star>(?<=\\)\*(?:\\\*)+|(?<=[{STARS}])[{STARS}]*)|(?P<cross>(?<=[{CROSSES}])[{CROSSES}]*)"
    rf"|(?P<x>(?<=[xXｘＸ])[xXｘＸ]*)|(?P<line>(?<=[_＿])[_＿]+)"
    rf"|(?P<square>(?<=[{SQUARES}])[{SQUARES}]*)|(?P<circle>(?<=[{CIRCLES}])[{CIRCLES}]*)|(?P<mou>(?<=某)某*)"
    rf"|(?P<other>(?<=[{OTHERS}])\1+))"
)
#: Digits before the mask and decimals after it belong to the number it hides: 2***, **.*, 1.×.
_LEADING = re.compile(r"(?<![\d.])(?:\d{1,3}\.)?\d{0,3}$")
_DECIMALS = re.compile(rf"[.．](?:[{STARS}]+|[{CROSSES}]+|[xX]+|_+|[{SQUARES}]+|[○◯]+|\d+)")
_POINTS = (".", "．")
_PRODUCT = re.compile(r"\s?(?:[A-Za-z]|\d{1,5}\s?(?:米|厘米|毫米|公分|寸|接力|=|＝|[a-z*×]))")
#: What follows the star of a Word field's switch: \\* MERGEFORMAT
_SWITCH = re.compile(r"[ \t]*(?:MERGEFORMAT|CHARFORMAT|[Aa]rabic|ARABIC|[Rr]oman|CHINESENUM|Upper|Lower|FirstCap|Caps)")
_DIGITS = re.compile(r"\d{1,3}(?!\d)")
_CHINESE_DIGIT = "一二三四五六七八九〇零"
_BOLD = re.compile(
    r"(?:(?<=[\s，。；：、（“])|^)(\*{1,3})(?=[^\s*])([^*\n]{1,120})(?<=\S)\1(?=[\s，。；：、）”:]|$)", re.M
)
_BULLET = re.compile(r"^[^\S\n]*$")


def find_masks(draft: Draft, removals: Sequence[Removal], markdown: bool, rules: MaskRules) -> tuple[Mask, ...]:
    """Every mask of the source, in order, disjoint: judged in the cleaned text, or within a removal."""
    words = contexts(rules)
    kept = list(_masks(draft.text, draft.plain, markdown, words))
    edges = draft.map.points(at for start, end, _ in kept for at in (start, end - 1))
    found = [
        Mask(Span(start, last + 1), draft.source[start : last + 1], kind)
        for start, last, (_, _, kind) in zip(edges[::2], edges[1::2], kept, strict=True)
    ]
    hidden = [
        Mask(Span(removal.source.start + start, removal.source.start + end), removal.text[start:end], kind)
        for removal in removals
        for start, end, kind in _masks(removal.text, simplify(removal.text), markdown, words)
    ]
    return _disjoint(sorted(found + hidden, key=lambda mask: mask.source))


def _disjoint(masks: list[Mask]) -> tuple[Mask, ...]:
    """A mask that runs over a cut covers the masks inside the cut."""
    kept: list[Mask] = []
    for mask in masks:
        if not kept or mask.source.start >= kept[-1].source.end:
            kept.append(mask)
    return tuple(kept)


def _masks(text: str, plain: str, markdown: bool, words: Contexts) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of the masks of ``text``, which ``plain`` has in simplified characters."""
    signs = list(_SIGN.finditer(text))
    if not signs:
        return
    bold = _bold(text, words) if markdown else set()
    done = 0
    for match in signs:
        start, end = match.span()
        if start < done or start in bold or not _hides(plain, match, words):
            continue
        if match.lastgroup != "mou":
            start, end = _widen(text, max(done, start - 8), start, end, words)
        done = end
        yield start, end, words.kind(plain, start, end)


def _widen(text: str, floor: int, start: int, end: int, words: Contexts) -> tuple[int, int]:
    before = text[start - 1 : start]
    if before.isdigit() and (match := _DIGITS.match(text, end)):
        end = match.end()
    while text.startswith(_POINTS, end) and (match := _DECIMALS.match(text, end)):
        end = match.end()
    if (before.isdigit() or before == ".") and (match := _LEADING.search(text[floor:start])):
        # 7.**智慧学校 is the seventh point, 7.**% a number.
        if "." not in match[0] or words.unit.match(text, end):
            start -= len(match[0])
        else:
            start -= len(match[0].partition(".")[2])
    return start, end


def _hides(text: str, match: re.Match[str], words: Contexts) -> bool:
    """Whether the signs hide something."""
    start, end = match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    sign, length = match.lastgroup, end - start
    if sign == "other":
        return bool(words.unit_or_place.match(text, end))
    if sign == "mou":
        return length > 1 or words.behind_mou(text, start, end)
    if sign == "x":
        return _hides_by_x(text, start, end, before, after, words)
    alone = (
        _BULLET.match(text[text.rfind("\n", 0, start) + 1 : start])
        if before in ("", "\n", " ", "\t", "\u3000")
        else None
    )
    rule = bool(alone) and after in ("", "\n") and length >= 3
    if sign in ("star", "cross"):
        if before == "\\" and _SWITCH.match(text, end):
            return False
        if match[0] in CROSSES and after and after in "”》’" and before not in "“‘《":
            return False  # “数据要素×”: times anything
        product = length == 1 and _is_product(text, start, end, sign == "star")
        bullet = bool(alone) and length == 1 and (after in (" ", "\t", "\u3000") or text.startswith("注", end))
        crossing = length == 1 and sign == "cross" and before == " " == after
        return not (product or bullet or crossing or rule)
    if sign == "line":
        return (
            not rule
            and before not in (":", "：")
            and bool(words.unit_or_place.match(text, end) or (before.strip() and after.strip()))
        )
    if sign == "circle" and any(char and char in _CHINESE_DIGIT for char in (before, after)):
        return False
    if alone and length == 1:
        return False
    if length > 1:
        return True
    decimals = _DECIMALS.match(text, end)  # ○.○个百分点
    return bool(words.unit_or_place.match(text, decimals.end() if decimals else end)) and not before.isdigit()


def _hides_by_x(text: str, start: int, end: int, before: str, after: str, words: Contexts) -> bool:
    if (before.isascii() and before.isalpha()) or (after.isascii() and (after.isalpha() or after in "-&")):
        return False
    if end - start > 1:
        return True
    if words.x_word.match(text, end):
        return False
    decimal = text.startswith(_POINTS, end) and text[end + 1 : end + 2] in ("x", "X")
    return decimal or bool(words.unit_or_place.match(text, end))


def _is_product(text: str, start: int, end: int, star: bool) -> bool:
    """4×100米, A×B; a star between digits is a hidden digit (1*5人) unless a length or a result follows."""
    left, right = text[max(0, start - 2) : start].strip()[-1:], text[end : end + 2].strip()[:1]
    if not (left.isascii() and left.isalnum() and right.isascii() and right.isalnum()):
        return False
    return not star or bool(_PRODUCT.match(text, end))


def _bold(text: str, words: Contexts) -> set[int]:
    """Where the stars of Markdown emphasis stand; a pair of masks is told from it by what follows the first."""
    marks: set[int] = set()
    for match in _BOLD.finditer(text):
        if not words.place_or_name.match(text, match.start(2)):
            marks |= {match.start(1), match.end(2)}
    return marks
