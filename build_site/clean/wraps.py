"""Line ends that are not paragraph ends: hard wraps, numbers on lines of their own, sentences cut by a page.

A line end goes if the sentence visibly runs on over it: by punctuation, by a number and its unit, because a page
number stood there, or because the whole text is broken at one width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding, Line
from .lexicon import DATE_LINE, MARKER, ends_sentence
from .page_numbers import PageEnds

_CANNOT_START = frozenset("，。、；：！？）】》”’％%,;!?)]}…")
_CANNOT_END = frozenset("，、（【《“‘([{＋+")
#: 维修校舍12.6万⏎平方米
_TENS_OF_THOUSANDS = re.compile(r"\d\s?[万亿]$")
_UNIT_OF_THEM = re.compile("[元人名余多平册亩株字吨辆台套件]")
#: 投入资金****⏎万元
_HIDDEN = "*×xX○□"
_UNIT_OF_HIDDEN = re.compile("[余多]?[万亿][元人名余平]|[余多]?(?:元|人次|平方米|个百分点)|[%％]")
#: 以“三个⏎代表”: a quotation that the next line closes.
_OPEN_QUOTE = re.compile("“[^”]{1,12}$")
_CLOSES_QUOTE = re.compile("[^“”，。；：]{1,12}”")
_ADDRESS = re.compile(r"各位|同志|尊敬|领导|代表|委员|：$")
_STRONG_MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]"
)
_INNER = re.compile(r"[，、；。：,]")
_FRAGMENT = re.compile(r"[\d.．]{1,5}")
_TAIL_DIGITS = re.compile(r"[\d.．]{1,8}$")
_NUMBER = re.compile(r"\d{1,8}(?:[.．]\d{1,6})?")
#: Two halves of a number: what a line ends with, and what the next one begins with, up to the unit's first character.
_HEAD_OF_NUMBER = re.compile(r"(?<![\d.．、])\d{1,6}[.．]?\d{0,3}$")
_REST_OF_NUMBER = re.compile(
    r"(\d{1,6}(?:[.．]\d{1,4})?)\s?([%％‰年个所名人位万亿元项次余多家篇件节场批期套公平座张台册亩米吨])"
)
#: 生均支出为⏎xxxx.xx 元: verbs that nothing but the number can follow here, and the number.
_AWAITS_NUMBER = ("为", "达", "达到", "至", "共", "约", "超过")
_AWAITED = re.compile(
    r"(?:\d{1,8}|[*×xX○□]{1,8})(?:[.．][\d*×xX○□]{1,6})?\s?[余多]?[%％‰个所名人位万亿元项次家篇件节场批套公平座张台册亩米吨]"
)
#: The beginning of a year at a line's end, and the whole: 20⏎22年
_YEAR_HEAD = re.compile(r"(?<!\d)(?:19|20)?\d$|(?<!\d)(?:19|20)$")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_TO_UNIT = re.compile(
    r"年|月|日|个|所|名|人|位|万|亿|元|项|次|%|％|‰|余|多|家|篇|件|节|场|批|期|套|平方|公里|分|届|岁|级|类|周|天|学年|至|到|[-—–~～]|[.．]\d"
)
#: A text is broken at one width if this many lines run on, so many of them nearly as wide as the widest.
_LINES, _SHARE, _SLACK, _NARROWEST = 4, 0.6, 2.5, 14.0
#: … and hardly any is wider: headings of one length between long paragraphs are no wraps.
_LONGER = 0.05
#: Paragraphs show by indents or blank lines if at least this share of the lines has one.
_TOLD = 0.02
#: So many numbers on lines of their own are how the text was set.
_APART = 5
#: A line shorter than this, without punctuation, may be a heading or the cell of a table.
_SENTENCE = 10
#: … and so may a numbered line up to this length, whatever commas are in it.
_HEADING = 20


def find_wraps(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The line ends inside paragraphs, with the blanks around them."""
    lines = draft.plain_lines
    width = _width(lines)
    # Without indents or blank lines nothing tells a full last line from a sentence that happens to end there.
    told = sum(line.indented or line.gap for line in lines[1:]) >= max(2, _TOLD * len(lines))
    pages = PageEnds(draft)
    broken = _broken_numbers(lines)
    for number, (above, below) in enumerate(pairwise(lines)):
        paged = pages.between(above.end, below.start)
        if width and _by_width(above, below, width, told, paged):
            yield Cut(above.end, below.start, "line-break")
        elif _latin(above.text[-1]) and _latin(below.text[0]):
            continue
        elif number in broken or _by_punctuation(above.text, below.text) or (paged and _by_page(above, below)):
            yield Cut(above.end, below.start, "line-break")


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _broken_numbers(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines whose end breaks a number or parts it from its unit: 202⏎2⏎年, 完成率94⏎.⏎41⏎%."""
    broken: set[int] = set()
    set_apart = _sets_numbers_apart(lines)
    first = 0
    while first < len(lines) - 1:
        last = first
        while last + 1 < len(lines) - 1 and _FRAGMENT.fullmatch(lines[last + 1].text):
            last += 1
        above, below = lines[first].text, lines[last + 1].text
        if (last > first or above[-1].isdigit()) and _TO_UNIT.match(below) and not ends_sentence(above):
            number = (_TAIL_DIGITS.search(above) or [""])[0] + "".join(
                line.text for line in lines[first + 1 : last + 1]
            )
            sure = below[0] in "%％‰" or below.startswith("年") and re.fullmatch("(?:19|20)\\d\\d", number)
            sentence = len(above) >= _SENTENCE or _INNER.search(above) or (last == first and len(below) >= _SENTENCE)
            if (sure or sentence or set_apart) and _NUMBER.fullmatch(number) and not DATE_LINE.fullmatch(above):
                broken.update(range(first, last + 1))
        elif last == first and _parts_number(above, below):
            broken.add(first)
        first = last + 1
    return broken


def _sets_numbers_apart(lines: Sequence[Line]) -> bool:
    """Whether the text has number after number on a line of its own, the unit on the next: 贷款⏎982.3⏎万元."""
    apart = (
        bool(_FRAGMENT.fullmatch(above.text)) and bool(_TO_UNIT.match(below.text)) for above, below in pairwise(lines)
    )
    return sum(apart) >= _APART


def _parts_number(above: str, below: str) -> bool:
    """Whether a number goes on over the line end: 新增学位1⏎080个. A year below begins a phrase of its own."""
    if not (above[-1].isdigit() or above[-1] in ".．") or not below[0].isdigit():
        return False
    if (year := _YEAR_HEAD.search(above)) and _YEAR.match(year[0] + below[:4]):
        return True
    head, rest = _HEAD_OF_NUMBER.search(above), _REST_OF_NUMBER.match(below)
    if not head or not rest or len(above) < _SENTENCE or _YEAR.match(below):
        return False
    number = head[0] + rest[1]
    return bool(_NUMBER.fullmatch(number)) and (rest[2] != "年" or bool(_YEAR.match(number + "年")))


def _by_punctuation(above: str, below: str) -> bool:
    if below[0] in _CANNOT_START:
        return len(above) >= 4 and not ends_sentence(above)
    if len(above) >= _SENTENCE and (
        (_UNIT_OF_THEM.match(below) and _TENS_OF_THOUSANDS.search(above))
        or (above[-1] in _HIDDEN and _UNIT_OF_HIDDEN.match(below))
        or (_CLOSES_QUOTE.match(below) and _OPEN_QUOTE.search(above))
        or (above.endswith(_AWAITS_NUMBER) and _AWAITED.match(below))
    ):
        return True
    if above[-1] in _CANNOT_END:
        return not _STRONG_MARKER.match(below) and not (len(above) < 20 and _ADDRESS.search(above))
    return False


def _by_page(above: Line, below: Line) -> bool:
    """Whether the page that ended between the two ended in mid-sentence."""
    marker = MARKER.match(above.text)
    said = above.text[marker.end() :] if marker else above.text
    if ends_sentence(said) or below.indented or len(said) < (_HEADING if marker else _SENTENCE):
        return False
    return bool(_INNER.search(said)) and not MARKER.match(below.text) and not DATE_LINE.fullmatch(below.text)


def _by_width(above: Line, below: Line, width: float, told: bool, paged: bool) -> bool:
    """Whether the line above is full and nothing tells that a paragraph begins below."""
    # Half-width commas make a line look narrower than it was printed; a heading may well be narrower.
    slack = _SLACK + (0.0 if MARKER.match(above.text) else 0.5 * above.text.count(","))
    if (below.gap and not paged) or below.indented or _columns(above) < width - slack:
        return False
    if DATE_LINE.fullmatch(below.text):
        return False
    if ends_sentence(above.text):
        return told and not _STRONG_MARKER.match(below.text)
    return told or not _STRONG_MARKER.match(below.text)


def _columns(line: Line) -> float:
    """Width in full-width characters: ASCII counts half (in UTF-8 it takes one byte, Chinese three), an indent two."""
    size = len(line.text)
    return size - (3 * size - len(line.text.encode("utf-8", "surrogatepass"))) / 4 + 2 * line.indented


def _width(lines: Sequence[Line]) -> float:
    """The width at which the whole text is broken; 0 if it is not."""
    open_ends = [
        (_columns(above), bool(_INNER.search(above.text)))
        for above, below in pairwise(lines)
        if not below.gap and not below.indented and len(above.text) <= 120 and not ends_sentence(above.text)
    ]
    if len(open_ends) < _LINES:
        return 0.0
    widths = sorted(width for width, _ in open_ends)
    width = widths[int(0.9 * (len(widths) - 1))]
    if sum(_columns(line) > width + _SLACK for line in lines) > _LONGER * len(lines):
        return 0.0
    full = [prose for columns, prose in open_ends if abs(columns - width) <= _SLACK]
    if width < _NARROWEST or len(full) < max(_LINES, _SHARE * len(open_ends)) or sum(full) < 0.5 * len(full):
        return 0.0
    return width
