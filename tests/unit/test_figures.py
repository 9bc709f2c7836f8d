"""The figures stage as the rest of the build sees it: places, links, reasons, rules as data."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchmarks.figures.segmenters import segmented_by
from build_site.clean import clean
from build_site.figures import Candidate, explain, find_figures
from build_site.figures.numerals import read_chinese
from build_site.figures.words import Tagger, Tokens
from build_site.model.diagnostic import Diagnostic
from build_site.model.document import CleanText, Metadata
from build_site.model.figure import Figure
from build_site.model.source import Correction, Mark, Sidecar, Source
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.text import Span

Found = tuple[CleanText, tuple[Figure, ...], tuple[Diagnostic, ...], list[Candidate]]


def read(text: str, rules: Rules, metadata: Metadata | None = None) -> Found:
    cleaned, _ = clean(Source(id="t", file="t.txt", sha256="", format="txt", text=text), rules)
    outline, _ = find_outline(cleaned, rules)
    given = (cleaned, outline, metadata or Metadata(title="例"), rules)
    return (cleaned, *find_figures(*given), explain(*given))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("一百零五", 105),
        ("三千五", 3500),
        ("两万五千", 25000),
        ("一亿二千万", 120_000_000),
        ("三万亿", 3 * 10**12),
        ("二〇二二", 2022),
        ("一点五", Decimal("1.5")),
        ("一二", None),
    ],
)
def test_chinese_numerals(text: str, value: int | Decimal | None) -> None:
    assert read_chinese(text) == value


def test_a_figure_cut_by_litter_keeps_the_litter_in_its_source_stretch(rules: Rules) -> None:
    text = "全区幼儿园建设成效明显，公办园在园幼儿占比达到55\u200b.3%，比上年有较大提高。"
    cleaned, figures, _, _ = read(text, rules)
    assert [figure.value for figure in figures] == [Decimal("55.3")]
    assert figures[0].text == "55\u200b.3%"
    assert figures[0].span.of(cleaned.text) == "55.3%"


def test_a_pair_and_its_change_point_at_one_another(rules: Rules) -> None:
    _, figures, _, _ = read("民办学校占比由11.5%降至5.4%，下降6.1个百分点。", rules)
    assert [figure.role for figure in figures] == ["from", "level", "change"]
    starts = [figure.source.start for figure in figures]
    for figure in figures:
        assert set(figure.linked) == set(starts) - {figure.source.start}


def test_every_number_left_out_says_why(rules: Rules) -> None:
    _, figures, _, candidates = read("2022年，落实“5+2”服务，新建学校6所，办理12345热线工单。", rules)
    taken = [candidate.text for candidate in candidates if candidate.taken]
    assert taken == [figure.text for figure in figures] == ["6所"]
    reasons = {candidate.text: candidate.why for candidate in candidates if not candidate.taken}
    assert reasons["2022"] == "日期或时段"
    assert reasons["12345"] == "代号"
    assert all(reasons.values())


def test_a_figure_names_the_rules_that_made_it(rules: Rules) -> None:
    _, figures, _, _ = read("发放助学金**万元，惠及学生三百名。", rules)
    assert [figure.rule for figure in figures] == ["mask+plain", "chinese+counted"]


def test_the_report_gives_the_time_where_the_sentence_does_not(rules: Rules) -> None:
    metadata = Metadata(title="例", year="2022", period="上半年")
    _, figures, _, _ = read("新建学校6所。9月份新增学位300个。", rules, metadata)
    assert [figure.period for figure in figures] == ["2022年上半年", "9月份"]


def test_a_new_unit_is_a_line_of_data(rules: Rules) -> None:
    kinds = {**rules.units.kinds, "count": {**rules.units.kinds["count"], "畦": ()}}
    wider = replace(rules, units=replace(rules.units, kinds=kinds))
    text = "学农基地开垦菜地12畦。"
    assert read(text, rules)[1] == ()
    assert [figure.unit for figure in read(text, wider)[1]] == ["畦"]


def test_a_plan_report_without_headings_states_intentions(rules: Rules) -> None:
    metadata = Metadata(title="2023年教育工作要点", kind="要点", origins=(("kind", "标题"),))
    _, figures, _, _ = read("新建学校6所。目前已完成选址4处。", rules, metadata)
    assert [figure.status for figure in figures] == ["plan", "done"]


def test_a_year_that_is_over_when_the_plan_begins_is_a_fact(rules: Rules) -> None:
    text = "2022年投入3200万元改造校舍，2023年投入4500万元新建学校。"
    metadata = Metadata(title="例文", kind="要点", year="2023", origins=(("kind", "标题"),))
    _, figures, _, _ = read(text, rules, metadata)
    assert [figure.status for figure in figures] == ["done", "plan"]


def test_the_half_year_of_a_heading_belongs_to_the_year_of_the_report(rules: Rules) -> None:
    text = "平安区教育局工作总结\n\n一、上半年工作情况\n新增学位1200个。\n\n二、下半年工作打算\n招聘教师80名。"
    _, figures, _, _ = read(text, rules, Metadata(title="例文", kind="半年总结", year="2023", period="上半年"))
    assert [figure.period for figure in figures] == ["2023年上半年", "2023年下半年"]


def test_long_lines_of_digits_are_read_in_no_time(rules: Rules) -> None:
    _, figures, _, _ = read("1" * 50_000 + "*" * 50_000 + "一" * 50_000 + "（" * 20_000, rules)
    assert all(figure.masked or figure.value is not None for figure in figures)


def test_corrections_by_hand_change_and_drop_rows(rules: Rules) -> None:
    corrections = (
        Correction("6所", set={"indicator": "新建公办学校", "value": "7", "status": "plan"}),
        Correction("20个", nth=2, set={"drop": "true"}),
    )
    source = Source(
        id="t",
        file="t.txt",
        sha256="",
        format="txt",
        text="新建学校6所，新增学位20个，配备校医20个。",
        sidecar=Sidecar(figures=corrections),
    )
    cleaned, _ = clean(source, rules)
    outline, _ = find_outline(cleaned, rules)
    figures, doubts = find_figures(cleaned, outline, Metadata(title="例"), rules)
    assert [(figure.indicator, figure.value, figure.status) for figure in figures] == [
        ("新建公办学校", 7, "plan"),
        ("新增学位", 20, "done"),
    ]
    assert doubts == ()


def test_corrections_that_fit_nothing_are_reported(rules: Rules) -> None:
    corrections = (Correction("9所"), Correction("6所", set={"role": "top", "value": "many"}))
    source = Source(
        id="t", file="t.txt", sha256="", format="txt", text="新建学校6所。", sidecar=Sidecar(figures=corrections)
    )
    cleaned, _ = clean(source, rules)
    outline, _ = find_outline(cleaned, rules)
    figures, doubts = find_figures(cleaned, outline, Metadata(title="例"), rules)
    assert [figure.value for figure in figures] == [6]
    assert [doubt.code for doubt in doubts] == ["correction-unused", "correction-refused", "correction-refused"]


def test_the_mark_of_a_note_is_no_number(rules: Rules) -> None:
    """As in a PDF or web page, where a reference is a bare digit behind the full stop."""
    text = "新增学位990个。1普惠率达到80%。"
    noted = Source(
        id="t", file="t.pdf", sha256="", format="pdf", text=text, marks=(Mark(Span(9, 10), "note-reference"),)
    )
    cleaned, _ = clean(noted, rules)
    outline, _ = find_outline(cleaned, rules)
    figures, _ = find_figures(cleaned, outline, Metadata(title="例"), rules)
    assert [figure.text for figure in figures] == ["990个", "80%"]
    assert not [found for found in explain(cleaned, outline, Metadata(title="例"), rules) if found.span.start == 9]


def test_a_text_without_end_marks_is_read_in_pieces(rules: Rules) -> None:
    _, found, _, _ = read("新增学位3个" * 1500, rules)
    assert len(found) == 1500
    assert all(figure.sentence.holds(figure.span) for figure in found)
    assert max(figure.sentence.end - figure.sentence.start for figure in found) < 2_100


def test_a_statement_has_few_rows(rules: Rules) -> None:
    _, found, _, _ = read("普惠率从3%" + "从到4%" * 40, rules)
    assert 2 < max(len(figure.linked) for figure in found) < 8


def test_the_benchmark_can_put_another_way_of_cutting_words_under_the_rules(rules: Rules) -> None:
    seen: list[str] = []

    def whole(given: Rules) -> Tagger:
        def tag(text: str) -> Tokens:
            seen.append(text)
            return ((text, "n"),)

        return tag

    with segmented_by(whole):
        read("全年发放助学金114万元，明年将改造校舍3所。", rules)
    assert any("助学金" in text for text in seen)  # for names
    assert any(text.startswith("将改造") for text in seen)  # for plans
