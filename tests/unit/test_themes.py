"""The theme rules as data, and what a reader may rely on beyond single cases."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_site.rules import Rules
from build_site.rules.themes import Theme
from build_site.rules.words import cut_words
from build_site.themes.hits import find_hits
from build_site.themes.lexicon import lexicon_of
from tests.observers.themes import analyse

NAMES = [
    "党的建设",
    "意识形态与宣传",
    "德育与思政",
    "体育与健康",
    "美育",
    "劳动教育",
    "心理健康",
    "科技教育",
    "学前教育",
    "义务教育",
    "高中教育",
    "职业与终身教育",
    "特殊教育",
    "民办与校外培训",
    "双减与课后服务",
    "教师队伍",
    "干部队伍",
    "教研与教学质量",
    "招生考试",
    "学校建设与装备",
    "教育信息化",
    "校园安全",
    "疫情防控",
    "督导与法治",
    "体制与改革",
    "资助与民生",
    "信访与舆情",
    "交流合作与帮扶",
]


def test_the_names_and_their_order_are_fixed(rules: Rules) -> None:
    assert [theme.name for theme in rules.themes.themes] == NAMES


def test_ids_are_ascii_and_unique(rules: Rules) -> None:
    ids = [theme.id for theme in rules.themes.themes]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one) for one in ids)


@pytest.mark.parametrize("number", range(28))
def test_every_theme_has_a_description_and_plenty_of_terms(rules: Rules, number: int) -> None:
    theme = rules.themes.themes[number]
    assert theme.description
    assert sum(map(len, theme.terms.values())) >= 30
    assert 4 in theme.terms


def test_no_term_stands_twice_in_a_theme(rules: Rules) -> None:
    for theme in rules.themes.themes:
        terms = [term for terms in theme.terms.values() for term in terms]
        assert sorted(terms) == sorted(set(terms)), theme.name


def test_every_term_can_be_found(rules: Rules) -> None:
    """Neither the segmenter nor a longer string stands in the way of a term that stands alone."""
    lexicon = lexicon_of(rules)
    for theme in rules.themes.themes:
        for weight, terms in theme.terms.items():
            for term in terms:
                hits = find_hits(f"，{term}，", lexicon)
                assert [found.text for _, _, found in hits] == [term], (theme.name, weight)


def test_a_new_term_is_a_line_of_data(rules: Rules) -> None:
    text = "一、其他\n建成悦读驿站四十处。"
    assert analyse({"原文": text}, rules)[2].sections[0].primary == ""
    first, *others = rules.themes.themes
    richer = replace(first, terms={**first.terms, 3: ("悦读驿站",)})
    more = replace(rules, themes=replace(rules.themes, themes=(richer, *others)))
    assert analyse({"原文": text}, more)[2].sections[0].primary == first.name


def test_a_negative_weight_counts_against_a_theme(rules: Rules) -> None:
    theme = Theme("甲", "a", "…", {2: ("幼儿园",), -4: ("幼儿园旧址",)})
    small = replace(rules, themes=replace(rules.themes, themes=(theme,)))
    assert analyse({"原文": "一、其他\n走进幼儿园。"}, small)[2].sections[0].primary == "甲"
    assert analyse({"原文": "一、其他\n走进幼儿园，参观幼儿园旧址。"}, small)[2].sections[0].primary == ""


def test_evidence_names_two_terms_of_the_primary_theme_however_weak(rules: Rules) -> None:
    first = Theme("甲", "a", "…", {2: ("幼儿园", "小学")})
    second = Theme("乙", "b", "…", {4: ("食堂", "宿舍", "操场", "教室")})
    small = replace(rules, themes=replace(rules.themes, themes=(first, second)))
    text = "一、其他\n" + "走进幼儿园。" * 8 + "看食堂、宿舍、操场、教室。走进小学。"
    section = analyse({"原文": text}, small)[2].sections[0]
    assert section.primary == "甲"
    assert [found.term for found in section.evidence] == ["幼儿园", "食堂", "宿舍", "操场", "小学"]


def test_every_word_of_the_dictionary_is_cut_as_one(rules: Rules) -> None:
    for word in rules.words.entries:
        assert word.text in cut_words(f"，{word.text}，", rules.words).words


def test_words_make_up_the_text_they_were_cut_from(rules: Rules) -> None:
    text = "推進區管校聘，落实“５＋２”模式\t100%。\n　𠮷"
    cut = cut_words(text, rules.words)
    assert "".join(cut.words) == cut.text
    assert len(cut.text) == len(text)
    assert [cut.text[a:b] for a, b in zip(cut.edges, cut.edges[1:], strict=False)] == cut.words
    assert "区管校聘" in cut.words
