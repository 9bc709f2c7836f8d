"""Cleaning loses nothing and is stable, whatever mixture of report, litter, masks and odd Unicode it is given."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.clean import clean
from build_site.model.source import REMOVAL_MARKS, Mark
from build_site.rules import load_rules
from build_site.text import Span
from tests.observers.clean import assert_conserved, assert_paragraphs, source_of

RULES = load_rules()

PIECES = st.sampled_from(
    [
        "2022年，全区教育系统扎实工作，新增学位990个。",
        "一、党建工作",
        "（一）队伍建设",
        "1.教学质量。本科上线率提高1.3个百分点。",
        "2022年教育工作总结",
        "河西区教育局",
        "2023年1月8日",
        "**区", "***余名", "*.*%", "××中学", "二○二二年", "某校", "____", "□ 是", "20xx年",
        "- 3 -", "第3页 共15页", "3", "1/3", "目录", "一、党建工作......1", "二、队伍建设\t3",
        "上传人：小林 文档编号：77231 格式：DOCX", "下载 相关 举报", "展开阅读全文", "相关资源",
        "首页 > 政务公开 > 正文", "打印 关闭", "来源：东山区教育局", "copyright@ 2010-2023 某网站版权所有",
        "工作总结.docx", "工作总结.docx_第2页", "本站为交易模式，用户上传的文档直接被用户下载，版权归作者。",
        "防断更加微信1503991601", "加V信gwxz2020", "监督电话：022-84375000", "[bookmark: _GoBack]",
        'HYPERLINK "http://a.b/c" \\h', "PAGEREF _Toc12345678 \\h 3", "{ PAGE }",
        "1、", "2、", "\n\n2、", "，", "。", "202", "2", "年", "94", ".", "41", "%",
        "\n", "\n\n", " ", "\u3000\u3000", "\t", "\u200b", "\u00ad", "\ufeff", "\x0c", "\u2028", "\x00",
        "<b>重点</b>", "{{ x }}", "{% if %}", "&amp;", "|---|", "```", "𠮷", "👨‍👩‍👧", "é", "\u0301", "(", "》",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map("\n".join),
    st.text(max_size=200),
)


@given(TEXTS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_nothing_is_lost(text: str) -> None:
    cleaned, doubts = clean(source_of(text), RULES)
    assert_conserved(cleaned)
    assert_paragraphs(cleaned)
    assert all(0 <= doubt.start <= doubt.end <= len(text) for doubt in doubts)


@given(TEXTS)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once, _ = clean(source_of(text), RULES)
    twice, _ = clean(source_of(once.text), RULES)
    assert twice.text == once.text


@given(TEXTS)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_kind_of_line_end_does_not_matter(text: str) -> None:
    plain, _ = clean(source_of(text.replace("\r", "")), RULES)
    windows, _ = clean(source_of(text.replace("\r", "").replace("\n", "\r\n")), RULES)
    assert windows.text == plain.text


@given(TEXTS, st.data())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_marks_of_the_file_format_become_removals(text: str, data: st.DataObject) -> None:
    kinds = st.sampled_from(sorted(REMOVAL_MARKS))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    marks = data.draw(st.lists(st.builds(lambda span, kind: Mark(Span(*span), kind), spans, kinds), max_size=4))
    cleaned, _ = clean(replace(source_of(text), marks=tuple(sorted(marks, key=lambda mark: mark.span))), RULES)
    assert_conserved(cleaned)
    for mark in marks:
        if mark.span.end > mark.span.start:
            assert not any(mark.span.meets(kept) for kept in cleaned.map.kept)
