"""Promises of the summary that single cases cannot show."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from build_site.clean import clean
from build_site.model.source import Mark, Source
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.summary.centrality import centrality
from build_site.summary.clauses import split_clauses
from build_site.summary.sentences import read_sentences
from build_site.text import Span
from tests.observers.summary import analyse, check_summary, printed

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.stem[:3])
def text(request: pytest.FixtureRequest) -> str:
    """Each report that the project keeps."""
    path: Path = request.param
    return path.read_text(encoding="utf-8")


def test_every_report_gets_a_summary(text: str, rules: Rules) -> None:
    analysed = analyse(text, rules)
    check_summary(analysed, rules)
    assert 5 <= len(analysed[3].points) <= 8


def test_main_points_come_from_several_chapters(text: str, rules: Rules) -> None:
    _, _, _, summary = analyse(text, rules)
    assert len({excerpt.section[:2] for excerpt in summary.points}) >= 4


def test_no_formula_is_shown(text: str, rules: Rules) -> None:
    cleaned, _, _, summary = analyse(text, rules)
    for excerpt in (*summary.points, *summary.highlights, *summary.next_steps):
        for part in excerpt.parts:
            clauses, _ = split_clauses(cleaned.text, part)
            assert not any(map(rules.cues.compiled.formulas.search, clauses))
            assert not any(map(rules.cues.compiled.formula_openings.match, clauses))


def test_nearly_every_section_has_a_digest(text: str, rules: Rules) -> None:
    _, outline, _, summary = analyse(text, rules)
    sections = [section for section in outline.sections if section.level]
    assert len(summary.digests) >= 0.9 * len(sections)


def test_the_same_text_gives_the_same_summary(text: str, rules: Rules) -> None:
    assert analyse(text, rules)[3] == analyse(text, rules)[3]


def test_limits_are_data(rules: Rules) -> None:
    sentences = [
        "公开招聘青年教师126名，其中硕士38名。",
        "新建幼儿园校舍13栋，新增学位2600个。",
        "查处违规培训机构27家，督促退费86万元。",
        "发放国家助学金860万元，惠及5200人。",
    ]
    text = "".join(f"{number}、情况\n{one}\n" for number, one in zip("一二三四", sentences, strict=True))
    few = replace(rules, cues=replace(rules.cues, limits=replace(rules.cues.limits, points_least=2, points_most=3)))
    assert len(analyse(text, rules)[3].points) == 4
    assert len(analyse(text, few)[3].points) == 3


def test_a_formula_is_data(rules: Rules) -> None:
    text = "一、情况\n秉持春风化雨的信念，招聘教师220名，新建校舍13栋。\n"
    more = replace(rules, cues=replace(rules.cues, formulas=(*rules.cues.formulas, "春风化雨")))
    for chosen, opening in ((rules, "秉持"), (more, "……招聘")):
        cleaned, _, _, summary = analyse(text, chosen)
        assert printed(summary.points[0], cleaned.text).startswith(opening)


def test_clauses_and_marks_make_up_the_sentence() -> None:
    text = "组织“读、写，讲”活动3,000场（含线上，线下），参与2万人；评出86名。"
    clauses, starts = split_clauses(text, Span(0, len(text)))
    assert clauses == ["组织“读、写，讲”活动3,000场（含线上，线下）", "参与2万人", "评出86名"]
    assert starts == [text.index(clause) for clause in clauses]


def test_unmatched_brackets_do_not_hide_the_clauses() -> None:
    text = "建成（含改扩建学校6所，新增学位900个，惠及群众。"
    assert len(split_clauses(text, Span(0, len(text)))[0]) == 3


def test_the_sentence_that_shares_most_words_is_central() -> None:
    sentences = [frozenset("甲乙丙"), frozenset("甲丁"), frozenset("乙戊"), frozenset("丙己"), frozenset("庚")]
    ranks = centrality(sentences, Counter("甲乙丙甲丁乙戊丙己庚"))
    assert ranks[0] == max(ranks) == 1.0
    assert ranks[4] == min(ranks)


def test_centrality_of_nothing() -> None:
    assert centrality([], Counter()) == []
    assert centrality([frozenset(), frozenset()], Counter()) == [1.0, 1.0]


def test_a_sentence_begins_after_the_reference_to_a_note(rules: Rules) -> None:
    text = "某区教育局2022年工作总结\n一、学位建设\n全区新建小学两所。1新增学位3200个，增长12%。\n"
    at = text.index("1新增")
    source = Source("case", "case.pdf", "pdf", "", text, (Mark(Span(at, at + 1), "note-reference"),))
    cleaned, _ = clean(source, rules)
    sentences = [
        sentence.span.of(cleaned.text) for sentence in read_sentences(cleaned, find_outline(cleaned, rules)[0])
    ]
    assert sentences == ["全区新建小学两所。", "新增学位3200个，增长12%。"]
