"""What holds for figures whatever the text: one value a number, no value behind a mask, literal and disjoint spans."""

from __future__ import annotations

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.figures import find_figures
from build_site.figures.candidate import Quantity
from build_site.figures.context import Reading
from build_site.figures.quantities import lexicon, scan
from build_site.figures.reject.pattern import matching_rule
from build_site.model.document import CleanText, Metadata, Outline, Paragraph
from build_site.model.figure import Figure
from build_site.model.source import Source
from build_site.rules import load_rules
from build_site.rules.quantities import Rejection
from build_site.text import OffsetMap, Span

RULES = load_rules()
MASKS = "*×X○□＊"
PIECES = (
    "新建学校",
    "招聘教师",
    "占比达到",
    "由",
    "减少至",
    "分别",
    "增长",
    "较上年",
    "其中",
    "，",
    "。",
    "、",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "\n",
    "2022年",
    "3月",
    "第",
    "一",
    "二十",
    "万",
    "亿",
    "余",
    "约",
    "近",
    "超",
    "所",
    "名",
    "个",
    "%",
    "％",
    "个百分点",
    "元",
    "人次",
    "12",
    "3.5",
    "1,200",
    "**",
    "×",
    "X",
    "某",
    "〇",
    "〔2018〕19号",
    "1/3",
    "四分之一",
    "三成",
    "翻一番",
    "12345",
    "\t",
    "-",
    "～",
    "3-5",
    "<b>",
    "{{x}}",
    "|",
    ":",
    "8:30",
)


def clean_text(text: str) -> CleanText:
    lines, at = [], 0
    for line in text.split("\n"):
        if line:
            lines.append(Paragraph(Span(at, at + len(line)), Span(at, at + len(line))))
        at += len(line) + 1
    source = Source(id="t", file="t.txt", sha256="", format="txt", text=text)
    offsets = OffsetMap((Span(0, len(text)),) if text else ())
    return CleanText(source, text, offsets, (), (), tuple(lines), "完整")


def figures_of(text: str) -> tuple[Figure, ...]:
    return find_figures(clean_text(text), Outline((), Span(0, 0)), Metadata(title="例"), RULES)[0]


def chinese(number: int) -> str:
    """``number`` below 100,000,000 in Chinese numerals."""
    if number >= 10_000:
        high, low = divmod(number, 10_000)
        gap = "零" if 0 < low < 1000 else ""
        return chinese(high) + "万" + gap + (chinese(low) if low else "")
    text, zero = "", False
    for sign, value in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            text += ("零" if zero else "") + "零一二三四五六七八九"[digit] + sign
            zero = False
        elif text:
            zero = True
    return text


@given(st.integers(min_value=2, max_value=99_999_999))
@settings(max_examples=200, deadline=None)
def test_a_number_has_one_value_in_every_style(number: int) -> None:
    fullwidth = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    styles = [str(number), f"{number:,}", f"{number:,}".replace(",", "，"), fullwidth]
    if number > 9:
        styles.append(chinese(number))
    if number >= 10_000:
        styles.append(f"{Decimal(number) / 10_000:f}万")
    for style in styles:
        found = figures_of(f"全年发放教材{style}册。")
        assert [(figure.value, figure.unit) for figure in found] == [(Decimal(number), "册")], style


@given(
    st.lists(st.integers(min_value=1, max_value=99_999), min_size=1, max_size=5),
    st.sampled_from(MASKS),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150, deadline=None)
def test_a_mask_never_adds_a_value(numbers: list[int], mask: str, random) -> None:  # type: ignore[no-untyped-def]
    text = "，".join(f"培训教师{number}人次" for number in numbers) + "。"
    hidden = "".join(mask if char.isdigit() and random.random() < 0.4 else char for char in text)
    before = {figure.span: figure.value for figure in figures_of(text)}
    for figure in figures_of(hidden):
        if mask in figure.text:
            assert figure.masked
            assert figure.value is None
        else:
            assert figure.value == before[figure.span]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_spans_are_literal_and_disjoint(text: str) -> None:
    end = 0
    for figure in figures_of(text):
        assert figure.text == text[figure.source.start : figure.source.end]
        assert figure.span.start >= end
        assert figure.masked == (figure.value is None)
        assert 2 <= len(figure.indicator) <= 30
        end = figure.span.end


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_error(text: str) -> None:
    assert isinstance(figures_of(text), tuple)


#: Numbers, and what the rejections look for beside them.
NUMBERS = [*PIECES, "一", "3", "17", "05", "2021", "十", "三"]
BESIDE = sorted(set("".join(rule.before + rule.number + rule.after for rule in RULES.quantities.rejections)))


@given(st.lists(st.one_of(st.sampled_from(NUMBERS), st.sampled_from(BESIDE)), max_size=24))
@settings(max_examples=400)
def test_a_rejection_is_found_as_if_all_were_tried(parts: list[str]) -> None:
    reading = Reading(clean_text("".join(parts)), Outline((), Span(0, 0)), Metadata(title="例"), RULES)
    for quantity in scan(reading.text, lexicon(RULES)):
        holding = (
            [] if quantity.rank else [rule for rule in RULES.quantities.rejections if holds(rule, quantity, reading)]
        )
        assert matching_rule(quantity, reading) == (holding[0] if holding else None)


def holds(rule: Rejection, quantity: Quantity, reading: Reading) -> bool:
    span = quantity.number if rule.plain else quantity.span
    before, after = reading.text[max(0, span.start - 14) : span.start], reading.text[span.end :]
    return (
        (not rule.styles or quantity.style in rule.styles)
        and bool(re.search(rf"(?:{rule.before})\Z", before, re.S))
        and bool(re.fullmatch(rule.number or ".*", span.of(reading.text), re.S))
        and bool(re.match(rule.after, after))
    )
