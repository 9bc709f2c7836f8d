"""The corpus as a whole: stable ids, order-free results, and generated reports that never change."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus.write import invent
from build_site.corpus import compare
from build_site.corpus.naming import Namer, home_of
from build_site.corpus.period import length_of, year_of
from build_site.corpus.pinyin import initial, pinyin_of, unique_slug
from build_site.model.corpus import ReportCard
from build_site.rules import RULES_FOLDER, Rules
from build_site.rules.load import read_rules
from build_site.rules.synonyms import SynonymRules
from tests.observers.corpus import make_card, make_statement

SYNONYMS = read_rules(RULES_FOLDER / "synonyms.yml", SynonymRules)
WORDS = [
    "学前",
    "教育",
    "毛入园率",
    "全区",
    "全市",
    "共",
    "累计",
    "教师",
    "人数",
    "增加",
    "新增",
    "学位",
    "比例",
    "占比",
    "数",
]


def card_with(report: str, *indicators: str) -> ReportCard:
    """A card of 河西区 that states each of ``indicators``."""
    statements = tuple(make_statement(report, number, name, ["5%", "5"]) for number, name in enumerate(indicators))
    return replace(make_card(report, region="天津市河西区", code="120103"), statements=statements)


def test_an_indicator_keeps_its_id_whatever_else_is_in_the_corpus(rules: Rules) -> None:
    alone = compare([card_with("a", "学前毛入园率")], rules).indicators
    among = compare([card_with("a", "学前毛入园率"), card_with("b", "学前教育毛入园率", "招聘教师")], rules).indicators
    assert alone[0].id in {indicator.id for indicator in among}


def test_homophones_have_different_ids() -> None:
    assert unique_slug("公用经费") != unique_slug("公用京飞")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join))
def test_a_normal_form_is_its_own_normal_form(wording: str) -> None:
    namer, home = Namer(SYNONYMS), home_of(make_card("a", region="天津市河西区", code="120103"))
    form = namer.name(wording, home).form
    assert form
    assert namer.name(form, home).form == form


@given(st.text(max_size=40))
def test_any_name_gives_an_ascii_id(text: str) -> None:
    slug = unique_slug(text)
    assert slug
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")


@pytest.mark.parametrize(
    ("word", "letter"),
    [("学位", "X"), ("重点高中", "Z"), ("重庆市", "C"), ("长期", "C"), ("“双减”", "S"), ("600分以上", "#")],
)
def test_names_stand_under_the_letter_they_are_read_with(word: str, letter: str) -> None:
    assert initial(pinyin_of(word.strip("“”"))) == letter


@pytest.mark.parametrize(
    ("period", "length", "year"),
    [
        ("", "全年", "2022"),
        ("2022年", "全年", "2022"),
        ("2021年", "全年", "2021"),
        ("去年", "全年", "2021"),
        ("上半年", "上半年", "2022"),
        ("2022年1-6月", "上半年", "2022"),
        ("第三季度", "三季度", "2022"),
        ("秋季学期", "秋季学期", "2022"),
        ("2021-2022学年", "学年", "2021"),
        ("近三年", "多年", "2022"),
        ("“十三五”期间", "多年", "2022"),
        ("截至目前", "全年", "2022"),
        ("截至2022年12月底", "全年", "2022"),
        ("截至9月", "截至9月", "2022"),
        ("3月下旬至5月中旬", "3月下旬至5月中旬", "2022"),
    ],
)
def test_a_period_has_a_length_and_a_year(period: str, length: str, year: str) -> None:
    assert length_of(period, "全年", "2022") == length
    assert year_of(period, "2022") == year


def test_generated_reports_are_distinct_and_always_the_same() -> None:
    texts = [invent(number).text for number in range(40)]
    assert len(set(texts)) == 40
    assert texts == [invent(number).text for number in range(40)]
    assert all(3000 < len(text) < 16000 for text in texts)


def test_generated_reports_come_with_masks_litter_and_sidecars() -> None:
    reports = [invent(number) for number in range(60)]
    assert any("**" in report.text for report in reports)
    assert any("_GoBack" in report.text for report in reports)
    assert sum(bool(report.sidecar) for report in reports) == 20


def test_the_generator_writes_the_same_bytes_every_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from benchmarks.corpus.__main__ import main

    written = []
    for name in ("one", "two"):
        monkeypatch.setattr("sys.argv", ["corpus", "24", str(tmp_path / name)])
        assert main() == 0
        written.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) == 24 + 8
