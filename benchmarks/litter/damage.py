"""Litter as copies of reports carry it, each kind a function from a report to insertions (offset, text).

The report is its title and its paragraphs, a line each. Nothing of it is changed, so that what a cleaner removes can be
told, character by character, from what it should have left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from .phrases import ADVERT_LINES, ADVERTS, CODES, HEADS, INVISIBLE, MARKUP, NOTICES, SLOGANS, TAILS

Insertion = tuple[int, str]
Damage = Callable[[str, Random], Iterator[Insertion]]

#: Characters on a page, and in a part of a sharing site.
_PAGE, _PART = 700, 400
#: … and on a line, its indent left out.
_WIDTH = 24


def chrome(report: str, random: Random) -> Iterator[Insertion]:
    """The frame of a site before and after."""
    title = report.partition("\n")[0]
    yield 0, random.choice(HEADS).format(title=title)
    yield len(report), random.choice(TAILS).format(title=title)


def notices(report: str, random: Random) -> Iterator[Insertion]:
    """What sharing sites put between pages, in mid-sentence."""
    title = report.partition("\n")[0]
    for number, place in enumerate(_in_sentences(report, _PAGE, random), 2):
        yield place, random.choice(NOTICES[:3]).format(title=title, n=number)


def page_numbers(*shapes: str) -> Damage:
    """A page number in mid-sentence, in one of these shapes all through a report."""

    def damage(report: str, random: Random) -> Iterator[Insertion]:
        shape, places = random.choice(shapes), list(_in_sentences(report, _PAGE, random))
        for number, place in enumerate(places, 1):
            yield place, shape.format(n=number, total=len(places))

    return damage


def part_marks(report: str, random: Random) -> Iterator[Insertion]:
    """Numbers at which a site cut the text into parts."""
    yield 0, "1、"
    for number, place in enumerate(_in_sentences(report, _PART, random), 2):
        yield place, f"\n\n{number}、"


def contents(report: str, random: Random) -> Iterator[Insertion]:
    """A printed table of contents with dotted leaders behind the title."""
    headings = re.findall(
        r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。\n]{2,30}$", report, re.M
    )
    if len(headings) >= 3:
        pages = count(1)
        leader = random.choice(("……………………", "........................", "\t", "·············"))
        yield report.index("\n") + 1, "目  录\n" + "".join(f"{one}{leader}{next(pages)}\n" for one in headings)


def doubled_title(report: str, random: Random) -> Iterator[Insertion]:
    """The title once more."""
    title = report.partition("\n")[0] + "\n"
    yield len(title), title


def adverts(report: str, random: Random) -> Iterator[Insertion]:
    """Adverts with a number, at the end of a sentence."""
    for place in _sentence_ends(report, 3, random):
        yield place, random.choice(ADVERTS)


def advert_lines(report: str, random: Random) -> Iterator[Insertion]:
    """Adverts without a number, on lines of their own between paragraphs."""
    for place in _paragraph_ends(report, 2, random):
        yield place, "\n" + random.choice(ADVERT_LINES)


def adverts_inside(report: str, random: Random) -> Iterator[Insertion]:
    """Adverts with a number within a sentence."""
    for place in list(_in_sentences(report, 3 * _PAGE, random)):
        yield place, random.choice(("（微信：gwxz8866）", "QQ：80256631", "【微信公众号：bgz2020】", "加微信gwxz8866"))


def slogans(report: str, random: Random) -> Iterator[Insertion]:
    """Slogans of sharing sites, each once, between paragraphs."""
    for place, slogan in zip(_paragraph_ends(report, 4, random), random.sample(SLOGANS, 4), strict=False):
        yield place, "\n" + slogan


def markup(report: str, random: Random) -> Iterator[Insertion]:
    """Tags and entities of a web page, as text."""
    for place in random.sample(range(1, len(report)), 12):
        if not report[place - 1 : place + 1].isascii():
            yield place, random.choice(MARKUP)


def codes(report: str, random: Random) -> Iterator[Insertion]:
    """Field codes and bookmarks."""
    for place in random.sample(range(1, len(report)), 8):
        if not report[place - 1 : place + 1].isascii() and "\n" not in report[place - 1 : place + 1]:
            yield place, random.choice(CODES)


def invisible(report: str, random: Random) -> Iterator[Insertion]:
    """Zero-width and control characters, in numbers too."""
    for place in sorted(random.sample(range(1, len(report)), min(60, len(report) // 20))):
        yield place, random.choice(INVISIBLE)


def broken_numbers(report: str, random: Random) -> Iterator[Insertion]:
    """Line ends inside numbers and before their units."""
    found = list(re.finditer(r"(?<=[\u4e00-\u9fff])\d{2,4}(?:\.\d)?(?=[年个所名万%])", report))
    for match in random.sample(found, min(6, len(found))):
        yield random.randrange(match.start() + 1, match.end() + 1), "\n"


def hard_wraps(report: str, random: Random) -> Iterator[Insertion]:
    """Lines of one width (ASCII is half as wide), first lines indented."""
    width, at = random.choice((28, 32, 36)), 0
    for line in report.split("\n"):
        yield at, "　　"
        room = width - 2.0
        for place, char in enumerate(line, at):
            if room < 1:
                yield place, "\n"
                room = width
            room -= 0.5 if char.isascii() else 1
        at += len(line) + 1


def running_titles(report: str, random: Random) -> Iterator[Insertion]:
    """A header and a page number between the pages, in mid-sentence."""
    header = random.choice(("某县教育局文件", "内部资料 注意保存", report.partition("\n")[0]))
    for number, place in enumerate(_in_sentences(report, _PAGE, random), 1):
        yield place, f"\n- {number} -\n{header}\n"


KINDS: dict[str, Damage] = {
    "frame of a site": chrome,
    "notices between pages": notices,
    "page numbers on lines (- 3 -, —3—)": page_numbers("\n- {n} -\n", "\n—{n}—\n", "\n— {n} —\n", "\n－{n}－\n"),
    "page numbers on lines (第 3 页 共 9 页)": page_numbers("\n第 {n} 页 共 {total} 页\n", "\n第{n}页/共{total}页\n"),
    "page numbers on lines (3 / 9, 3)": page_numbers("\n{n} / {total}\n", "\n{n}\n"),
    "page numbers on lines (第 3 页, 3/9页, [3], P3, ３)": page_numbers(
        "\n第 {n} 页\n",
        "\n{n}/{total}页\n",
        "\n[{n}]\n",
        "\nP{n}\n",
        "\n·{n}·\n",
        "\n共{total}页 第{n}页\n",
        "\n~ {n} ~\n",
    ),
    "page numbers glued in (— 3 —, 第3页)": page_numbers("— {n} —", "—{n}—", "第{n}页 共{total}页"),
    "running titles": running_titles,
    "part marks": part_marks,
    "table of contents": contents,
    "title twice": doubled_title,
    "adverts with a number": adverts,
    "adverts within sentences": adverts_inside,
    "adverts without one": advert_lines,
    "slogans of sharing sites": slogans,
    "tags and entities": markup,
    "field codes, bookmarks": codes,
    "invisible characters": invisible,
    "numbers broken by line ends": broken_numbers,
    "lines of one width": hard_wraps,
}


#: What a report has one of, or none, when it is damaged in several ways; page ends and wraps of real files agree, so
#: that lines of one width stand for themselves.
GROUPS: tuple[tuple[Damage, ...], ...] = (
    (chrome, doubled_title),
    tuple(damage for name, damage in KINDS.items() if name.startswith(("page", "notices", "running", "part"))),
    (contents, broken_numbers),
    (adverts, advert_lines, slogans),
    (codes, invisible, markup),
)


def _in_sentences(report: str, distance: int, random: Random) -> Iterator[int]:
    """Places between two Chinese characters about so far apart, no nearer to a line's beginning than a line is wide."""
    at = report.find("\n") + distance
    while at < len(report) - 40:
        if "\n" not in report[at - _WIDTH : at + 6] and re.fullmatch(r"[\u4e00-\u9fff]{2}", report[at - 1 : at + 1]):
            yield at
            at += distance + random.randrange(-40, 40)
        at += 1


def _sentence_ends(report: str, number: int, random: Random) -> list[int]:
    ends = [match.end() for match in re.finditer("。", report)]
    return random.sample(ends, min(number, len(ends)))


def _paragraph_ends(report: str, number: int, random: Random) -> list[int]:
    ends = [match.start() for match in re.finditer(r"(?<=。)\n", report)]
    return random.sample(ends, min(number, len(ends)))
