"""What holds for the outline of any text: spans are literal, ordered and nested; blank space changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.outline import find_outline
from build_site.rules import load_rules
from tests.observers.outline import check_spans, tidy

RULES = load_rules()

_MARKERS = [
    *(
        "一、",
        "二、",
        "三、",
        "十一、",
        "（一）",
        "（二）",
        "(三)",
        "1.",
        "2.",
        "3 .",
        "１．",
        "2、",
        "（1）",
        "(2)",
        "1)",
    ),
    *(
        "①",
        "②",
        "一是",
        "二是",
        "三要",
        "第一，",
        "第一是",
        "其二，",
        "首先，",
        "最后，",
        "第一章",
        "第二节",
        "1.1",
        "1.1.2 ",
    ),
    *("(*)", "*.", "x.", "L", "⑵", "㈢", "Ⅱ、", "●", "# ", "附件：", "各位代表："),
]
_TITLES = ["党建工作", "加强师资队伍建设", "**智慧学校", "下一步打算", "2023年工作要点", "落实“双减”，提质增效", ""]
_CLOSINGS = ["。", "\n", "；", "：", "，", "", " ", "\n\n"]
_BODIES = [
    "全年培训教师3.5万人次。",
    "围绕中心，服务大局，扎实推进改革。",
    "某区教育局",
    "2022年12月30日",
    "",
]

_pieces = st.tuples(
    st.sampled_from(_MARKERS), st.sampled_from(_TITLES), st.sampled_from(_CLOSINGS), st.sampled_from(_BODIES)
).map("".join)
_reports = st.lists(st.tuples(_pieces, st.sampled_from(["", "\n"])).map("".join), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(_reports)
def test_spans_of_reports(text: str) -> None:
    clean = tidy(text)
    outline, warnings = find_outline(clean, RULES)
    check_spans(clean, outline)
    assert all(0 <= doubt.start <= doubt.end <= len(text) for doubt in warnings)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="一二十1.、（）()是要*第章\n。，； L①", max_size=200))
def test_spans_of_any_text(text: str) -> None:
    clean = tidy(text)
    outline, _ = find_outline(clean, RULES)
    check_spans(clean, outline)


@settings(max_examples=100, deadline=None)
@given(_reports)
def test_blank_lines_change_nothing(text: str) -> None:
    plain, spaced = tidy(text), tidy(text.replace("\n", "\n \n\u3000\u3000"))
    assert plain.text == spaced.text
    first, second = find_outline(plain, RULES)[0], find_outline(spaced, RULES)[0]
    assert [(section.span, section.title, section.level) for section in first.sections] == [
        (section.span, section.title, section.level) for section in second.sections
    ]


@settings(max_examples=100, deadline=None)
@given(_reports)
def test_sections_cover_the_body_once(text: str) -> None:
    clean = tidy(text)
    outline, _ = find_outline(clean, RULES)
    top = [section.span for section in outline.sections if section.level == 1]
    assert all(one.end <= other.start for one, other in zip(top, top[1:], strict=False))
    assert not top or outline.lead.end <= top[0].start
