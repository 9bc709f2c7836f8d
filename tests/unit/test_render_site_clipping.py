"""A sentence cut short keeps the figure it is shown for, and says that it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.render.site.clipping import clip

from .test_render_site import make_statement

SENTENCE = "全年新建幼儿园6所，改扩建小学12所，新增学位6300个，其中公办园学位占82%，乡镇中心园实现全覆盖。"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("6300个", 200, SENTENCE),
        ("12所", 26, "全年新建幼儿园6所，改扩建小学12所，……"),
        ("82%", 26, "……新增学位6300个，其中公办园学位占82%，……"),
        ("82%", 8, "……位占82%，……"),
    ],
)
def test_whole_clauses_around_the_figure_are_shown(text: str, most: int, shown: str) -> None:
    said = make_statement("a", 1, "某项", text)._replace(sentence=SENTENCE, at=SENTENCE.index(text))
    assert clip(said, most) == shown


def test_of_two_figures_that_read_alike_the_one_that_is_meant_is_shown() -> None:
    sentence = "新建小学2所，投入资金若干，完成绿化工程，改造食堂，新建中学2所。"
    said = make_statement("a", 1, "新建中学", "2所")._replace(sentence=sentence, at=sentence.rindex("2所"))
    assert clip(said, 12) == "……改造食堂，新建中学2所。"


@given(st.text("一二三，；。：12%", min_size=1, max_size=80), st.data(), st.integers(1, 60))
def test_the_figure_is_always_in_what_is_shown(sentence: str, data: st.DataObject, most: int) -> None:
    start = data.draw(st.integers(0, len(sentence) - 1))
    end = data.draw(st.integers(start + 1, len(sentence)))
    said = make_statement("a", 1, "某项", sentence[start:end])._replace(sentence=sentence, at=start)
    shown = clip(said, most)
    assert sentence[start:end] in shown
    assert shown.strip("…") in sentence
    assert shown.startswith("……") or sentence.startswith(shown.strip("…"))
