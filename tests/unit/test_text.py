"""Reading over blanks set between Chinese characters."""

from __future__ import annotations

import pytest

from build_site.text import Span, close_up, closed_stretches


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("学 前 教 育", "学前教育"),
        ("教师　队伍", "教师队伍"),
        ("新 增 学 位 1 122 个", "新增学位1 122个"),
        ("2023 年 工作", "2023年工作"),
        ("2 0 2 3 年", "2023年"),
        ("12 3 4 567", "12 34 567"),
        ("the end 完", "the end 完"),
        ("一、 学校", "一、 学校"),
        ("学校\n教师", "学校\n教师"),
        (" 学 ", " 学 "),
        ("", ""),
    ],
)
def test_blanks_beside_chinese_characters_are_left_out(text: str, closed: str) -> None:
    assert close_up(text) == closed
    assert "".join(span.of(text) for span in closed_stretches(text)) == closed


def test_a_text_without_such_blanks_is_one_stretch() -> None:
    assert closed_stretches("学前 education") == (Span(0, 12),)
