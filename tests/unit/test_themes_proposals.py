"""Terms proposed for the dictionary."""

from __future__ import annotations

from build_site.rules import Rules
from build_site.themes.proposals import propose_terms

REPORTS = [
    "全县推行双环督学制，落实双环督学制要求，双环督学制成效明显。家长欢迎晨光托管点，新增晨光托管点三处。",
    "今年试行双环督学制，完善双环督学制，以双环督学制促提升。晨光托管点惠及群众，晨光托管点运转良好。",
]


def test_a_frequent_unknown_term_is_proposed(rules: Rules) -> None:
    terms = [one.term for one in propose_terms(REPORTS, rules)]
    assert "双环督学制" in terms
    assert "晨光托管点" in terms


def test_parts_and_loose_strings_are_not(rules: Rules) -> None:
    terms = [one.term for one in propose_terms(REPORTS, rules)]
    assert not {"双环督学", "环督学制", "落实双环督学制", "新增晨光托管点"} & set(terms)


def test_what_the_dictionary_knows_is_not(rules: Rules) -> None:
    known = ["推进区管校聘，完善区管校聘。落实区管校聘。"] * 3
    assert "区管校聘" not in [one.term for one in propose_terms(known, rules)]


def test_what_one_report_alone_says_is_not(rules: Rules) -> None:
    assert propose_terms(REPORTS[:1], rules) == []


def test_counts_are_those_of_the_texts(rules: Rules) -> None:
    found = next(one for one in propose_terms(REPORTS, rules) if one.term == "双环督学制")
    assert (found.count, found.texts) == (6, 2)


def test_no_text_no_proposal(rules: Rules) -> None:
    assert propose_terms([], rules) == []
    assert propose_terms(["", "<p>hello</p>\n\n***"], rules) == []
