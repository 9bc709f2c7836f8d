"""Indicator pages: the A–Z by pinyin, and for each shared indicator every statement, with a chart where it is fair."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from ...corpus.pinyin import initial
from ...model.corpus import AlignedIndicator
from ...model.page import Draft, Page
from ..charts import MANY, Point, chart
from .atlas import ROWS, Atlas, reports_of
from .pages import cut, draft, make_page
from .rows import short_rows

#: Names of an A–Z page; a line of it is about 350 bytes.
NAMES = 600
COMMONEST = 60
#: Rows of a page of an indicator so common that its rows leave out the sentences: about 200 bytes each.
SHORT_ROWS = 1000
Statements = list[tuple[int, AlignedIndicator]]


def indicator_pages(atlas: Atlas) -> Iterator[Page | Draft]:
    """``indicators/index.md``, pages by letter if there are many names, and the pages of shared indicators."""
    letters: dict[str, list[AlignedIndicator]] = defaultdict(list)
    for indicator in atlas.corpus.indicators:
        letters[initial(indicator.sort_key)].append(indicator)
    ordered = dict(sorted(letters.items(), key=lambda pair: (pair[0] == "#", pair[0])))
    yield _index(atlas, ordered)
    if len(atlas.corpus.indicators) > NAMES:
        for letter, names in ordered.items():
            yield from _letter_pages(atlas, letter, names)
    for indicator in atlas.paged_indicators:
        yield from _indicator_pages(atlas, indicator)


def letter_path(letter: str) -> str:
    """The folder of a letter's page."""
    return f"indicators/{'other' if letter == '#' else letter.lower()}"


def _index(atlas: Atlas, letters: dict[str, list[AlignedIndicator]]) -> Page:
    commonest = sorted(
        atlas.paged_indicators, key=lambda one: (-reports_of(one), -len(one.comparable), one.sort_key, one.id)
    )
    return make_page(
        "indicators/index.md",
        "indicators",
        "指标",
        "全部指标按拼音排列：哪些报告给出，能不能比。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        commonest=commonest[:COMMONEST],
        shared=len(atlas.paged_indicators),
        letters=[(letter, len(names), letter_path(letter)) for letter, names in letters.items()],
        names=letters if len(atlas.corpus.indicators) <= NAMES else {},
    )


def _letter_pages(atlas: Atlas, letter: str, names: Sequence[AlignedIndicator]) -> Iterator[Page]:
    pieces = list(cut(names, NAMES))
    for number, piece in pieces:
        path = letter_path(letter)
        yield make_page(
            f"{path}/{'' if number == 1 else f'{number}/'}index.md",
            "letter",
            f"指标 {letter}" + (f"（第 {number} 页）" if number > 1 else ""),
            f"拼音以 {letter} 开头的指标。",
            toc=False,
            atlas=atlas,
            letter=letter,
            names=piece,
            total=len(names),
            number=number,
            parts_list=[(part, f"{path}/{part}/" if part > 1 else f"{path}/") for part, _ in pieces],
        )


def _indicator_pages(atlas: Atlas, indicator: AlignedIndicator) -> Iterator[Draft]:
    order = sorted(range(len(indicator.statements)), key=lambda index: _newest_first(atlas, indicator, index))
    pieces = list(cut(order, SHORT_ROWS if len(order) > ROWS else ROWS))
    reports = {said.report for said in indicator.statements}
    made_from = (
        (indicator.id, indicator.name, indicator.unit, indicator.wordings, indicator.themes, indicator.comparable),
        [(said.report, said.figure) for said in indicator.statements],
        [(verdict.comparable, verdict.reason) for verdict in indicator.verdicts],
        [(atlas.cards[report].key, atlas.short_place(atlas.cards[report])) for report in sorted(reports)],
    )
    for number, piece in pieces:
        write = partial(_indicator_page, atlas, indicator, piece, number, len(pieces))
        yield draft(_part(indicator, number) + "index.md", made_from, write)


def _part(indicator: AlignedIndicator, number: int) -> str:
    return f"indicators/{indicator.id}/" + (f"{number}/" if number > 1 else "")


def _indicator_page(atlas: Atlas, indicator: AlignedIndicator, rows: Sequence[int], number: int, parts: int) -> Page:
    first = number == 1
    points = _points(atlas, indicator)
    reasons = Counter(verdict.reason.partition("：")[0] for verdict in indicator.verdicts if not verdict.comparable)
    return make_page(
        _part(indicator, number) + "index.md",
        "indicator",
        indicator.name + (f"（第 {number} 页）" if number > 1 else ""),
        f"{indicator.name}：{len(indicator.statements)} 条数据，可比 {len(indicator.comparable)} 条。",
        scripts=["corpus"],
        toc=False,
        atlas=atlas,
        indicator=indicator,
        reports=reports_of(indicator),
        chart=chart(indicator.name, indicator.unit, points) if first else "",
        legend=_legend(points),
        short=len(indicator.statements) > ROWS,
        short_rows=short_rows,
        reasons=sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])) if first else [],
        rows=[(indicator.statements[index], indicator.verdicts[index]) for index in rows],
        number=number,
        parts_list=[(part, _part(indicator, part)) for part in range(1, parts + 1)],
    )


def _legend(points: Sequence[Point]) -> str:
    """How to read the chart, where it needs saying."""
    if len(points) > MANY:
        return "柱子的高低是数值相近的报告数。"
    return "" if all(point.exact for point in points) else "空心点带“近”“超”等限定，不是精确数。"


def _newest_first(atlas: Atlas, indicator: AlignedIndicator, index: int) -> tuple[bool, int, int]:
    year = atlas.year(indicator.statements[index])
    return not indicator.verdicts[index].comparable, -int(year) if year.isdigit() else 0, index


def _points(atlas: Atlas, indicator: AlignedIndicator) -> list[Point]:
    points = []
    for index in indicator.comparable:
        statement = indicator.statements[index]
        if statement.value is None or statement.value_max is not None:
            continue
        card = atlas.cards[statement.report]
        points.append(
            Point(
                label=atlas.short_place(card),
                year=atlas.year(statement),
                value=float(statement.value),
                text=statement.text,
                exact=not statement.qualifier,
                href=f"../../reports/{card.id}/text/#{statement.figure}",
            )
        )
    return points
