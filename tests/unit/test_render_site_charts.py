"""Charts: axes in round numbers, values that can be read without seeing them, nothing drawn that is not there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from build_site.render.charts import MANY, Point, chart, nice_scale


def point(label: str, year: str, value: float, exact: bool = True) -> Point:
    return Point(label, year, value, f"{value:g}所", exact)


def test_one_value_is_no_chart() -> None:
    assert chart("新建学校", "所", [point("甲区", "2022", 3)]) == ""


def test_one_year_is_drawn_as_dots_largest_first() -> None:
    drawn = chart("新建学校", "所", [point("甲区", "2022", 3), point("乙区", "2022", 9)])
    assert re.findall(r'chart__label"[^>]*>([^<]+)<', drawn) == ["乙区", "甲区"]
    assert "polyline" not in drawn


def test_several_years_of_a_place_are_drawn_as_a_line_and_others_as_dots() -> None:
    points = [point("甲区", "2021", 3), point("甲区", "2022", 9), point("乙区", "2022", 5)]
    drawn = chart("新建学校", "所", points)
    assert drawn.count("<polyline") == 1
    assert drawn.count("<circle") == 3


def test_very_many_values_are_drawn_as_bands_of_bounded_size() -> None:
    points = [point(f"{number}区", "2022", number % 50) for number in range(3000)]
    drawn = chart("新建学校", "所", points)
    assert len(points) > MANY
    assert len(drawn) < 20_000
    assert "2022年3000份报告" in drawn


def test_values_that_are_not_exact_are_hollow() -> None:
    drawn = chart("新建学校", "所", [point("甲区", "2022", 3, exact=False), point("乙区", "2022", 9)])
    assert drawn.count("chart__dot--about") == 1


def test_a_chart_says_in_words_what_it_shows() -> None:
    drawn = chart("新建学校", "所", [point("甲区", "2022", 3), point("乙区", "2022", 9)])
    said = re.search(r'role="img" aria-label="([^"]+)"', drawn)
    assert said
    for words in ("新建学校", "单位：所", "甲区2022年3所", "乙区2022年9所"):
        assert words in said[1]


def test_long_names_keep_both_ends_and_stay_within_the_drawing() -> None:
    long = "黔南布依族苗族自治州龙里县"
    points = [point(long, "2021", 3), point(long, "2022", 9), point("二〇二二年某县教育局工作情况报告", "2022", 5)]
    points += [point(f"{number}区", year, 1) for number in range(9) for year in ("2021", "2022")]
    drawn = chart("新建学校", "所", points)
    labels = re.findall(r'chart__label" x="(\d+)"[^>]*>([^<]+)<', drawn)
    assert {"黔南布依族苗…治州龙里县 2021", "二〇二二年某…作情况报告 2022"} <= {text for _, text in labels}
    assert all(12 * sum(not char.isascii() for char in text) <= int(x) for x, text in labels)


def test_labels_cannot_break_out_of_the_drawing() -> None:
    drawn = chart('"><script>', "<所>", [point("<b>", "2022", 3), point('"x"', "2022", 9)])
    assert "<script>" not in drawn
    assert "<b>" not in drawn


numbers = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)


@given(numbers, numbers, st.booleans())
def test_an_axis_holds_its_values_in_few_even_steps(one: float, other: float, from_zero: bool) -> None:
    low, high = sorted((one, other))
    start, end, step = nice_scale(low, high, from_zero)
    slack = step * 1e-6
    assert start <= low + slack
    assert end >= high - slack
    assert 1 <= round((end - start) / step) <= 7
