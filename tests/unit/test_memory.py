"""Analysing without the garbage collector wastes no memory, because there is no such garbage."""

import gc

from build_site.memory import uncollected
from build_site.model.source import Source
from build_site.pipeline import analyse
from build_site.rules import load_rules

TEXT = """东山区2022年教育工作总结
一、学前教育
新建幼儿园6所，新增学位990个，普惠率由81.2%提高到88.4%（其中公办41所，民办**所）。
二、存在的问题
教师缺口120名。
"""


def test_the_analysis_of_a_report_leaves_no_circles_behind() -> None:
    rules, source = load_rules(), Source("", "", "txt", "", TEXT)
    analyse(source, rules)  # what is worked out once for all reports
    gc.collect()
    with uncollected():
        assert not gc.isenabled()
        report = analyse(source, rules)
        assert gc.collect() == 0
    assert gc.isenabled()
    assert report.figures
