"""Themes of any text whatever keep their promises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from build_site.rules import load_rules
from build_site.rules.themes import Theme
from tests.observers.themes import analyse, check_themes, observe

RULES = load_rules()
TERMS = [term for theme in RULES.themes.themes for terms in theme.terms.values() for term in terms]
PIECES = st.one_of(
    st.sampled_from(TERMS),
    st.sampled_from(
        ["一、", "（一）", "1.", "一是", "。", "，", "；", "\n", "**", "2022年", " ", "\t", "𠮷", "\u200b", "<b>", "{{"]
    ),
    st.text(max_size=4),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text(text: str) -> None:
    cleaned, outline, themes = analyse({"原文": text}, RULES)
    check_themes(cleaned, outline, themes, RULES)
    assert analyse({"原文": text}, RULES)[2] == themes


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(RULES.themes.themes)))
def test_a_section_titled_with_the_name_of_a_theme_has_it(theme: Theme) -> None:
    name = theme.name
    assert observe({"原文": f"一、{name}\n稳步向前。", "主题": ""}, RULES)["主题"].split(" = ")[1].startswith(name)
