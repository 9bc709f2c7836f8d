"""The frame of a web page around a report: menus, information bars, buttons, notices, lists of other pages.

Lines at the head (before the first running text) and at the tail (after the last) are judged by what they hold and
by their neighbours; between them only whole-line notices and file names with pages go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ..rules.litter import LitterRules
from .chrome_lines import DATE, FILE, LABEL, LINKED, LIST, OFFICE, SITE, STRONG, TEXT, TITLE, WEAK, is_prose, kind_of
from .draft import Cut, Doubt, Draft, Finding, Line
from .lexicon import MARKER, Lexicon, lexicon

#: How many lines head and tail may have: the longest frames seen hold about 80.
_ZONE = 300
#: How many unclear lines between two of the site's may be taken for the site's.
_SANDWICH = 4
#: How many entries make a menu (unclear ones between them are entries too), how many dated lines a list of pages.
_MENU, _LISTED = 4, 3
_MAYBE_NOTICE = re.compile(
    "文档|预览|珍藏|未读|下载|扫一扫|侵权|转载|会员|范文|资料|[Ww][Oo][Rr][Dd]|第\\s*\\d+\\s*页|仅供|小编|请点击|【|全文|代笔|国旗"
)
#: What slogans of sharing sites offer or beg; the longest of them.
_OFFERED = re.compile("下载|[Ww][Oo][Rr][Dd]|仅供|感谢阅读|[精优][品选质]文档|精选公文|文档可能|文档在您|整理分享")
_SLOGAN = 48
_GLUED = "此段开头像是网页的信息条，与正文连在一起，予以保留。"
_INLINE_BAR = re.compile(r"(?:发布时间|发布日期|来源|字号|字体|浏览次数|当前位置)\s*[:：]|首页\s*>")
_FOOT = re.compile(r"(?:主办|承办|协办|联系电话|电话|地址|邮编|邮政编码|传真|(?:电子)?邮箱)(?:单位)?\s*[:：]")
_KEY = re.compile(r"[\W_]+")
_DOUBTFUL = "此行夹在网页栏目文字之间，但不能断定不是正文，予以保留。"


def find_chrome(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """The frame's lines, neighbours with the line ends between them as one cut."""
    words, lines = lexicon(rules), draft.plain_lines
    head = _head(lines, words)
    tail = _tail(lines, words, len(head))
    first = len(lines) - len(tail)
    head_cuts = _head_cuts(lines, head, words)
    tail_cuts = _tail_cuts(_with_foot(tail, lines[first:], words))
    gone = {i for i, whole in head_cuts.items() if whole} | {first + i for i in tail_cuts}
    gone |= {i for i in range(len(head), first) if _is_inner_notice(lines[i], words)}
    gone |= {i for i, line in enumerate(lines) if _is_slogan(line.text, words)}
    yield from _whole_lines(lines, sorted(gone))
    for i, whole in head_cuts.items():
        if not whole:
            match = words.file_name.fullmatch(lines[i].text)
            assert match
            yield Cut(lines[i].start + match.end("stem"), lines[i].end, "chrome")
    for line in lines[: len(head)]:
        if match := words.site_suffix.search(line.text):
            yield Cut(line.start + match.start(), line.end, "chrome")
    yield from _doubts(lines, gone, len(head), first, [*head, *[TEXT] * (first - len(head)), *tail])


def _head(lines: Sequence[Line], words: Lexicon) -> list[str]:
    """Kinds of the lines before the first running text or numbered heading."""
    kinds = []
    for line in lines[:_ZONE]:
        kind = kind_of(line.text, words)
        if kind == TEXT and (is_prose(line.text) or MARKER.match(line.text)):
            break
        kinds.append(kind)
    return kinds


def _tail(lines: Sequence[Line], words: Lexicon, head: int) -> list[str]:
    """Kinds of the lines after the last running text, in order."""
    kinds = []
    for line in reversed(lines[max(head, len(lines) - _ZONE) :]):
        kind = kind_of(line.text, words)
        if kind == TEXT and is_prose(line.text):
            break
        kinds.append(kind)
    return kinds[::-1]


def _head_cuts(lines: Sequence[Line], kinds: list[str], words: Lexicon) -> dict[int, bool]:
    """Lines of the head to cut; False for a file name whose stem stays as the report's title."""
    kinds = _with_neighbours(_with_menus(kinds))
    if kinds[:2] == [SITE, TITLE] or (kinds[:1] in ([OFFICE], [WEAK]) and kinds[1:2] == [STRONG] and TITLE in kinds):
        kinds[0] = STRONG  # whose site it is
    if STRONG not in kinds and LIST not in kinds:
        return {}
    last = max(i for i, kind in enumerate(kinds) if kind in (STRONG, LIST))
    cuts = dict.fromkeys(_sandwiched(kinds[: last + 1], listing=False), True)
    names = [i for i in range(len(kinds)) if words.file_name.fullmatch(lines[i].text)]
    cuts.update(dict.fromkeys(names, True))
    if names and words.title.search(lines[names[0]].text) and not _titled(lines, kinds, names[0], words):
        cuts[names[0]] = False
    return cuts


def _titled(lines: Sequence[Line], kinds: list[str], file: int, words: Lexicon) -> bool:
    """Whether the title in a file's name also stands on a line of its own below it."""
    match = words.file_name.fullmatch(lines[file].text)
    stem = _KEY.sub("", match["stem"]) if match else ""
    titles = [_KEY.sub("", lines[i].text) for i in range(file + 1, len(kinds)) if kinds[i] == TITLE]
    return any(title in stem or stem in title for title in titles)


def _tail_cuts(kinds: list[str]) -> set[int]:
    kinds = _with_neighbours(kinds)
    first = next((i for i, kind in enumerate(kinds) if kind in (STRONG, LIST)), len(kinds))
    return {first + i for i in _sandwiched(kinds[first:], listing=True)}


def _with_foot(kinds: list[str], lines: Sequence[Line], words: Lexicon) -> list[str]:
    """Who runs the site and how to reach them is the site's where its imprint follows at once."""
    kinds, reached = list(kinds), False
    for i in reversed(range(len(kinds))):
        if reached and _FOOT.match(lines[i].text):
            kinds[i] = STRONG
        elif words.imprint.search(lines[i].text):
            reached = True
        else:
            reached = reached and kinds[i] in (LABEL, SITE)
    return kinds


def _sandwiched(kinds: list[str], listing: bool) -> set[int]:
    """The site's lines, and unclear ones between two of them (after a list header to the end of the list)."""
    cuts: set[int] = set()
    waiting: list[int] = []
    listed, anchor = False, -2  # anchor: the last line that is surely the site's
    for i, kind in enumerate(kinds):
        if kind in (STRONG, LIST, FILE):
            if listed or (waiting and len(waiting) <= _SANDWICH and waiting[0] == anchor + 1):
                cuts.update(waiting)
            if kind != FILE or listed:
                cuts.add(i)
            waiting, anchor = [], i
            listed = listing and (listed or kind == LIST)
        elif listed or kind == WEAK or (not listing and kind in (OFFICE, DATE)):
            waiting.append(i)
        else:
            waiting, anchor = [], -2
    return cuts | set(waiting) if listed else cuts


def _with_menus(kinds: list[str]) -> list[str]:
    """A menu set one entry a line, and lists of other pages: several of a kind in a row are the site's."""
    kinds = list(kinds)
    for members, mark, enough in (((LABEL, WEAK, STRONG), LABEL, _MENU), ((LINKED,), LINKED, _LISTED)):
        start = 0
        for is_member, run in groupby(kinds[:], key=lambda kind: kind in members):
            size = len(list(run))
            places = [at for at in range(start, start + size) if kinds[at] == mark]
            if is_member and len(places) >= enough:
                kinds[places[0] : places[-1] + 1] = [STRONG] * (places[-1] + 1 - places[0])
            start += size
    return kinds


def _with_neighbours(kinds: list[str]) -> list[str]:
    """Labels and names beside the site's lines are the site's too."""
    kinds = list(kinds)
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        for i in order:
            if kinds[i] in (LABEL, SITE) and any(kind in (STRONG, LIST) for kind in kinds[max(0, i - 1) : i + 2]):
                kinds[i] = STRONG
    return kinds


def _is_inner_notice(line: Line, words: Lexicon) -> bool:
    if len(line.text) > 160 or not _MAYBE_NOTICE.search(line.text):
        return False
    match = words.file_name.fullmatch(line.text)
    return match["page"] is not None if match else bool(words.notice.search(line.text))


def _is_slogan(line: str, words: Lexicon) -> bool:
    """精品文档 欢迎下载: what stands at the edges of every page of some sites."""
    return len(line) <= _SLOGAN and bool(_OFFERED.search(line)) and bool(words.slogan.fullmatch(line))


def _whole_lines(lines: Sequence[Line], numbers: list[int]) -> Iterator[Cut]:
    """Cuts of whole lines; runs of neighbours are one cut."""
    start = previous = None
    for number in numbers:
        if previous is not None and number == previous + 1:
            previous = number
            continue
        if start is not None and previous is not None:
            yield Cut(lines[start].start, lines[previous].end, "chrome")
        start = previous = number
    if start is not None and previous is not None:
        yield Cut(lines[start].start, lines[previous].end, "chrome")


def _doubts(lines: Sequence[Line], gone: set[int], head: int, first: int, kinds: list[str]) -> Iterator[Doubt]:
    """Unclear lines that stayed although the site's stand on both sides, or above them at the end."""
    if head < first and len(list(_INLINE_BAR.finditer(lines[head].text, 0, 300))) >= 2:
        yield Doubt(lines[head].start, lines[head].end, "doubtful-chrome", _GLUED)
    for i, line in enumerate(lines):
        if head <= i < first or i in gone or kinds[i] != WEAK:
            continue
        above, below = i - 1 in gone, i + 1 in gone
        if (above and below) or (above and i >= first):
            yield Doubt(line.start, line.end, "doubtful-chrome", _DOUBTFUL)
