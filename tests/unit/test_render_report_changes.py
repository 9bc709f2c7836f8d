"""Which way a figure moved, in the report's own words."""

from __future__ import annotations

import pytest

from build_site.render.report.changes import change_of

from .report_builder import make_report


@pytest.mark.parametrize(
    ("text", "said", "compare", "direction", "words"),
    [
        ("合格率较上年提升4.66个百分点。", "4.66个百分点", "上年", "up", "较上年提升"),
        ("同比增长了约12%。", "12%", "去年同期", "up", "较去年同期增长了约"),
        ("信访量同比下降15%。", "15%", "去年同期", "down", "较去年同期下降"),
        ("招生人数压减约1600人。", "1600人", "", "down", "压减约"),
        ("两者相差3%。", "3%", "", "", ""),
    ],
)
def test_change_says_its_verb_and_what_it_is_held_against(
    text: str, said: str, compare: str, direction: str, words: str
) -> None:
    report = make_report(text, figures=[(said, "")])
    change = change_of(report.figures[0]._replace(role="change", compare=compare), [], report)
    assert change
    assert (change.direction, change.words) == (direction, words)


def test_level_takes_the_change_its_statement_links_to() -> None:
    report = make_report("合格率94.41%，较上年提升4.66%。", figures=[("94.41%", "%"), ("4.66%", "%")])
    level, moved = report.figures
    change = change_of(level, [moved._replace(role="change", compare="上年")], report)
    assert change
    assert (change.direction, change.words) == ("up", "较上年提升4.66%")


@pytest.mark.parametrize(
    ("start", "end", "direction"), [("7所", "4所", "down"), ("4所", "7所", "up"), ("5所", "**所", "")]
)
def test_pair_names_where_it_came_from(start: str, end: str, direction: str) -> None:
    report = make_report(f"由{start}变至{end}。", figures=[(start, "所"), (end, "所")])
    before, after = report.figures
    change = change_of(after, [before._replace(role="from")], report)
    assert change
    assert (change.direction, change.words) == (direction, f"原为{start}")


def test_figure_without_change_has_none() -> None:
    report = make_report("新增学位990个。", figures=[("990个", "个")])
    assert change_of(report.figures[0], [], report) is None
