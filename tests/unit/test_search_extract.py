"""What search keeps of a report."""

from __future__ import annotations

from build_site.publish.search import search_record
from build_site.publish.search.texts import text_document
from tests.unit.report_builder import CUT, make_report

TEXT = f"""某区2022年教育工作总结
一、建强队伍
一是严把入口关。招聘教师12{CUT}0名。二是提升能力。培训教师**人次。
二、下一步打算
新建学校3所。"""
HEADINGS = (
    ("一、建强队伍", 1, "一、", "建强队伍"),
    ("一是严把入口关。", 2, "一是", "严把入口关"),
    ("二是提升能力。", 2, "二是", "提升能力"),
    ("二、下一步打算", 1, "二、", "下一步打算"),
)


def test_passages_are_paragraphs_cut_where_sections_begin() -> None:
    report = make_report(TEXT, HEADINGS, [("120名", "名"), ("3所", "所")])
    record = search_record(report)
    shown = [(passage.text, passage.opens, passage.heading) for passage in record.passages]
    assert shown[2:4] == [
        ("一是严把入口关。招聘教师120名。", True, "一、建强队伍 › 一是严把入口关"),
        ("二是提升能力。培训教师**人次。", False, "一、建强队伍 › 二是提升能力"),
    ]
    paragraphs = "".join(("\n" if passage.opens else "") + passage.text for passage in record.passages)
    assert paragraphs == "\n" + report.clean.text
    assert [passage.figures for passage in record.passages] == [False, False, True, False, False, True]


def test_passages_of_one_paragraph_lead_to_it() -> None:
    record = search_record(make_report(TEXT, HEADINGS))
    assert record.passages[2].anchor == record.passages[3].anchor == f"p{TEXT.index('一是')}"


def test_a_figure_is_found_in_its_passage_by_the_browsers_count() -> None:
    text = "𠮷林镇𠮷祥小学招聘教师12名。"
    record = search_record(make_report(text, (), [("12名", "名")]))
    (figure,) = record.figures
    assert record.passages[figure.passage].text[figure.start :].startswith("12名")
    ((_, passage, start, shown, _, _),) = text_document(record)["figures"]
    units = text_document(record)["passages"][passage][0].encode("utf-16-le")
    assert units[2 * start :].decode("utf-16-le").startswith(shown)
