"""Expressions joined into one match what each of them matches, at the same places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_site.rules import load_rules
from build_site.rules.expressions import any_of, first_characters, last_characters, start_of

RULES = load_rules()
LISTS = [words for words in vars(RULES.cues).values() if isinstance(words, tuple) and words]


@pytest.mark.parametrize(
    ("expression", "first"),
    [
        ("新增|新建", "新新"),
        ("[市县]级|省级", "市县省"),
        (r"(?<![高加])到20\d\d年", "到"),
        ("(?:市|(?:全|本)县)局", "市全本"),
        ("^(?:现将|请予)", "现请"),
        (r"以?上|\d+个", r"以上\d"),
        ("(?:为了)?(?:提高|加强)", "为提加"),
        ("[-—]页", r"\-—"),
        (r"\(一\)", r"\("),
        ("(?=共)[共计]", "共计"),
        (r"\s年", r"\s"),
        ("(?P<place>市|县)局", "市县"),
    ],
)
def test_the_first_characters_are_known(expression: str, first: str) -> None:
    assert first_characters(expression) == first


@pytest.mark.parametrize(
    ("expression", "last"),
    [
        ("新增|新建", "建增"),
        (r"20\d\d年(?!度)", "年"),
        (r".*岁(?:及?以[上下])?", "上下岁"),
        (r"[A-Za-z.](?<![a-z]\.)", "A-Za-z."),
        (r"[〔(]\d{4}[)〕]第?", "第)〕"),
        ("(?:全(?:市|县)|本区)的{0,2}", "的区县市"),
        (r"共\s*\d{1,4}", r"\d"),
    ],
)
def test_the_last_characters_are_known(expression: str, last: str) -> None:
    assert last_characters(expression) == last


@pytest.mark.parametrize("expression", ["个[^，]", "[零〇].*", "|新增", "(?:新)?", "市|^", "(?!)"])
def test_what_may_end_with_anything_is_not_plain(expression: str) -> None:
    assert last_characters(expression) == ""


@pytest.mark.parametrize("expression", ["[^，]个", ".个", "新增|", "(?:新)?", "a*", "市|$", "市|(?i:a)", "(?!)"])
def test_what_may_begin_with_anything_is_not_plain(expression: str) -> None:
    assert first_characters(expression) == ""


def test_no_expressions_match_nothing() -> None:
    assert not any_of(()).search("新增")
    assert not start_of(()).search("新增")


@given(st.data())
def test_a_union_matches_as_its_parts_do(data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(LISTS))
    characters = sorted(set("".join(words)) | set("，。；2"))
    text = data.draw(st.text(st.sampled_from(characters), max_size=60))
    plain = re.compile("|".join(words))
    assert [match.span() for match in any_of(words).finditer(text)] == [match.span() for match in plain.finditer(text)]


@given(st.data())
def test_a_start_is_found_where_a_match_begins(data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(LISTS))
    text = data.draw(st.text(st.sampled_from(sorted(set("".join(words)) | set("，。；2"))), max_size=60))
    start, match = start_of(words).search(text), re.search("|".join(words), text)
    assert (start and start.start()) == (match and match.start())
