"""The summary of any text whatever quotes it and keeps its promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.rules import load_rules
from tests.observers.summary import analyse, check_summary

RULES = load_rules()
HEADINGS = [
    "一、总体情况\n",
    "（一）学前教育\n",
    "1.队伍建设。",
    "一是强化保障。",
    "二、下一步打算\n",
    "三、存在的问题\n",
]
SIGNS = ["。", "，", "；", "“", "”", "（", "）", "\n", " ", "\t", "<b>", "{{", "𠮷"]
CLAUSES = [
    "其中，",
    "同时，",
    "新增学位**个",
    "招聘教师126名",
    "位居全市第一",
    "在区委的坚强领导下，",
    "以立德树人为根本，",
    "还存在一些不足",
    "确保工作落实",
]
PIECES = st.one_of(st.sampled_from([*HEADINGS, *SIGNS, *CLAUSES]), st.text(max_size=6))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text(text: str) -> None:
    analysed = analyse(text, RULES)
    check_summary(analysed, RULES)
    assert analyse(text, RULES)[3] == analysed[3]
