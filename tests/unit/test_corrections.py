"""Corrections in a sidecar reach the published figures and sections, and say so when they fit nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest import read_source
from build_site.model.report import Report
from build_site.pipeline import analyse
from build_site.rules import Rules

TEXT = "2022年某区教育工作总结\n\n一、学前教育\n新增学前学位990个，普惠率达到80%，新增教师80人。\n二、义务教育\n新增学位990个。\n"


def report_with(folder: Path, rules: Rules, sidecar: str) -> Report:
    file = folder / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.with_suffix(".yml").write_text(sidecar, encoding="utf-8")
    return analyse(read_source(file, folder, rules), rules)


def test_a_corrected_figure_keeps_its_place_and_shows_who_named_it(tmp_path: Path, rules: Rules) -> None:
    plain = report_with(tmp_path, rules, "year: 2022\n")
    report = report_with(tmp_path, rules, 'figures: [{text: "80%", set: {indicator: 普惠性幼儿园覆盖率, status: plan}}]\n')
    figure = next(figure for figure in report.figures if figure.text == "80%")
    assert (figure.indicator, figure.status, figure.value) == ("普惠性幼儿园覆盖率", "plan", 80)
    assert figure.rule.endswith("sidecar")
    assert [f.source for f in report.figures] == [f.source for f in plain.figures]


def test_the_second_of_two_equal_texts_can_be_dropped(tmp_path: Path, rules: Rules) -> None:
    plain = report_with(tmp_path, rules, "year: 2022\n")
    assert [figure.text for figure in plain.figures] == ["990个", "80%", "80人", "990个"]
    report = report_with(tmp_path, rules, "figures: [{text: 990个, nth: 2, set: {drop: true}}]\n")
    assert [figure.source for figure in report.figures] == [figure.source for figure in plain.figures[:3]]


def test_a_section_takes_the_title_and_themes_given(tmp_path: Path, rules: Rules) -> None:
    report = report_with(tmp_path, rules, "sections: [{text: 一、学前教育, set: {title: 学前, themes: 资助与民生;学前教育}}]\n")
    assert report.sections[0].title == "学前"
    assert report.themes.sections[0].themes == ("资助与民生", "学前教育")
    assert report.themes.sections[0].primary == "资助与民生"


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("figures: [{text: 991个, set: {unit: 所}}]\n", ["figures[0]", "991个", "990个"]),
        ("figures: [{text: 990个, nth: 2, set: {unit: 所}}]\n", ["number 2"]),
        ("figures: [{text: 990个, set: {indikator: x}}]\n", ["indikator", "indicator"]),
        ("figures: [{text: 990个, set: {role: much}}]\n", ["role", "level, from, change, rank"]),
        ("figures: [{text: 990个, set: {value: viel}}]\n", ["viel", "plain decimal"]),
        ("sections: [{text: 三、没有, set: {title: x}}]\n", ["sections[0]", "三、没有"]),
    ],
)
def test_a_correction_that_fits_nothing_is_one_clear_line(
    tmp_path: Path, rules: Rules, sidecar: str, words: list[str]
) -> None:
    with pytest.raises(InputError) as caught:
        report_with(tmp_path, rules, sidecar)
    assert all(word in str(caught.value) for word in words)
