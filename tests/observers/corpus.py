"""What the corpus makes of a case.

Parts: 报告 gives the reports, a line each, ``id | region | code | year | period`` (columns may be left out from
the right), each followed by its statements, indented: ``indicator = text | value | unit | role | status | period``,
with ``?`` as the value of a masked one; 近 and the like before the value are its qualifier. Without 报告, 名称
lists indicators, one a line, as ``wording`` or ``wording @ region code``.

Expected: 规范名 (each wording = its normal form | scope), 指标 (a line an indicator: name = how many statements),
可比 (each statement of the first indicator: report text = 可比 or 不可比 | reason), 地区 (the tree, indented), 年度.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from build_site.corpus import compare
from build_site.corpus.naming import Namer, home_of
from build_site.model.corpus import Corpus, Place, ReportCard, Statement
from build_site.rules import Rules

_PLACES = {
    "120103": "天津市河西区",
    "320583": "江苏省苏州市昆山市",
    "320500": "江苏省苏州市",
    "320000": "江苏省",
    "450000": "广西壮族自治区",
}


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    if "名称" in parts:
        return {"规范名": "\n".join(_names(parts["名称"].splitlines(), rules))}
    corpus = compare(_cards(parts["报告"].splitlines()), rules)
    views = {"指标": _indicators, "可比": _verdicts, "地区": _places, "年度": _years}
    return {name: view(corpus) for name, view in views.items() if name in parts}


def invariants(parts: dict[str, str], rules: Rules) -> None:
    if "报告" not in parts:
        return
    cards = _cards(parts["报告"].splitlines())
    corpus = compare(cards, rules)
    assert corpus == compare(list(reversed(cards)), rules), "the order of the cards changes the result"
    assert sum(len(one.statements) for one in corpus.indicators) == sum(len(card.statements) for card in cards)
    for one in corpus.indicators:
        assert one.id.isascii()
        assert len(one.verdicts) == len(one.statements)
        assert len({one.statements[index].report for index in one.comparable}) != 1
        assert all(one.verdicts[index].comparable for index in one.comparable)
        assert all(verdict.comparable or verdict.reason for verdict in one.verdicts)


def make_card(
    report: str, *, region: str = "未知", code: str = "", year: str = "2022", period: str = "全年"
) -> ReportCard:
    """A card with nothing in it but what the caller says."""
    return ReportCard(
        id=report, title=f"{report}报告", region=region, region_code=code, year=year, period=period, kind="总结",
        publisher="", written="", url="", licence="", file=f"{report}.txt", sha256="0" * 64, format="txt", chars=0,
        sections=0, figures=0, figures_masked=0, masks=0, completeness="完整", themes=(), statements=(), passages=(),
        points=(), removals=(), blank_removals=0, warnings=(),
    )  # fmt: skip


def make_statement(report: str, number: int, indicator: str, columns: list[str]) -> Statement:
    """A statement from ``text | value | unit | role | status | period``, short ones filled with the usual."""
    text, value, unit, role, status, period = (*columns, *("", "1", "%", "level", "done", "")[len(columns) :])
    number_part = value.lstrip("近超约余逾")
    qualifier = value[: len(value) - len(number_part)]
    low, _, high = number_part.partition("~")
    return Statement(
        report=report, figure=f"f{number}", indicator=indicator, value=None if low == "?" else Decimal(low),
        value_max=Decimal(high) if high else None, unit=unit, text=text, qualifier=qualifier, role=role, status=status,
        period=period, compare="", masked=low == "?", themes=(), section="1", sentence=text,
    )  # fmt: skip


def _cards(lines: Iterable[str]) -> list[ReportCard]:
    cards: list[ReportCard] = []
    for line in lines:
        if not line.startswith(" "):
            columns = [column.strip() for column in line.split("|")]
            report, region, code, year, period = (*columns, *("", "未知", "", "2022", "全年")[len(columns) :])
            cards.append(make_card(report, region=region, code=code, year=year, period=period))
            continue
        indicator, _, rest = line.strip().partition(" = ")
        card = cards[-1]
        columns = [column.strip() for column in rest.split("|")]
        statement = make_statement(card.id, len(card.statements), indicator, columns)
        cards[-1] = replace(card, statements=(*card.statements, statement))
    return cards


def _names(lines: Iterable[str], rules: Rules) -> Iterable[str]:
    namer = Namer(rules.synonyms)
    for line in lines:
        wording, _, code = line.partition(" @ ")
        code = code or "120103"
        home = home_of(make_card("a", region=_PLACES.get(code, "未知"), code=code if code in _PLACES else ""))
        name = namer.name(wording, home)
        yield f"{wording} = {name.form}" + (f" | {name.scope}" if name.scope else "")


def _indicators(corpus: Corpus) -> str:
    return "\n".join(f"{one.name} = {len(one.statements)}" for one in corpus.indicators)


def _verdicts(corpus: Corpus) -> str:
    first = corpus.indicators[0]
    return "\n".join(
        f"{said.report} {said.text} = {'可比' if judged.comparable else '不可比'}"
        + (f" | {judged.reason}" if judged.reason else "")
        for said, judged in zip(first.statements, first.verdicts, strict=True)
    )


def _places(corpus: Corpus) -> str:
    def lines(places: tuple[Place, ...], depth: int) -> Iterable[str]:
        for place in places:
            yield "  " * depth + place.name + (f"：{'、'.join(place.reports)}" if place.reports else "")
            yield from lines(place.children, depth + 1)

    return "\n".join(lines(corpus.places, 0))


def _years(corpus: Corpus) -> str:
    return "\n".join(f"{year}：{'、'.join(reports)}" for year, reports in corpus.years)
