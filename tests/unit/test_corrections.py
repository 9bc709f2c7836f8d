"""Corrections in a sidecar reach the published figures and sections, and are shown where they fit nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.ingest import read_source
from build_site.model.report import Report
from build_site.pipeline import analyse
from build_site.rules import Rules

TEXT = (
    "2022年某区教育工作总结\n\n一、学前教育\n新增学前学位990个，普惠率达到80%，新增教师80人。\n"
    "二、义务教育\n新增学位990个。\n"
)


def report_with(folder: Path, rules: Rules, sidecar: str) -> Report:
    file = folder / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.with_suffix(".yml").write_text(sidecar, encoding="utf-8")
    return analyse(read_source(file, folder, rules), rules)


def test_a_corrected_figure_keeps_its_place(tmp_path: Path, rules: Rules) -> None:
    plain = report_with(tmp_path, rules, "year: 2022\n")
    report = report_with(tmp_path, rules, 'figures: [{text: "80%", set: {indicator: 普惠园覆盖率, status: plan}}]\n')
    figure = next(figure for figure in report.figures if figure.text == "80%")
    assert (figure.indicator, figure.status, figure.value) == ("普惠园覆盖率", "plan", 80)
    assert [f.source for f in report.figures] == [f.source for f in plain.figures]


def test_the_second_of_two_equal_texts_can_be_dropped(tmp_path: Path, rules: Rules) -> None:
    plain = report_with(tmp_path, rules, "year: 2022\n")
    assert [figure.text for figure in plain.figures] == ["990个", "80%", "80人", "990个"]
    report = report_with(tmp_path, rules, "figures: [{text: 990个, nth: 2, set: {drop: true}}]\n")
    assert [figure.source for figure in report.figures] == [figure.source for figure in plain.figures[:3]]
    assert set(report.summary.headline) <= {figure.source.start for figure in report.figures}


@pytest.mark.parametrize("heading", ["学前教育", "一、学前教育"])
def test_a_section_takes_the_title_and_themes_given(tmp_path: Path, rules: Rules, heading: str) -> None:
    sidecar = f"sections: [{{text: {heading}, set: {{title: 学前, themes: 资助与民生;学前教育, plan: true}}}}]\n"
    report = report_with(tmp_path, rules, sidecar)
    assert (report.sections[0].title, report.sections[0].plan) == ("学前", True)
    assert report.themes.sections[0].themes == ("资助与民生", "学前教育")


@pytest.mark.parametrize(
    ("sidecar", "words"),
    [
        ("figures: [{text: 991个, set: {unit: 所}}]\n", "991个"),
        ("figures: [{text: 990个, nth: 3, set: {unit: 所}}]\n", "第 3 处"),
        ("figures: [{text: 990个, set: {role: much}}]\n", "much"),
        ("sections: [{text: 三、没有, set: {title: x}}]\n", "三、没有"),
        ("sections: [{text: 学前教育, set: {titel: x}}]\n", "titel"),
    ],
)
def test_a_correction_that_fits_nothing_is_shown(tmp_path: Path, rules: Rules, sidecar: str, words: str) -> None:
    report = report_with(tmp_path, rules, sidecar)
    assert [doubt for doubt in report.warnings if doubt.code.startswith("correction-") and words in doubt.message]
