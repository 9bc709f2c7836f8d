"""Who issued a report and when: the signature and date under the text or its title, the title, the page's bars."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..model.document import CleanText, Paragraph
from ..rules.metadata import MetadataRules
from ..variants import simplify

_CHINESE_DIGITS = str.maketrans("〇○零ＯOo一二三四五六七八九", "000000123456789")
_DATE = re.compile(
    r"(?P<year>20\d\d|二[〇○零ＯOo][〇○零ＯOo一二三四五六七八九]{2})\s*(?:年|[-/.])\s*"
    r"(?:(?P<month>\d{1,2}|[元正一二三四五六七八九十]{1,3})\s*(?:月|[-/.])?\s*"
    r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?"
)
#: Blanks within a date that is set wide: 2 0 2 2 年 1 2 月
_SPACED = re.compile(r"(?<=[\d年月])[ \u3000]+(?=[\d年月日])")
_ATTACHED = re.compile(r"^(?:附件|附表|附\s*[:：]|抄送|联系人|\d+\.)")
#: The signature stands among the last paragraphs; attachments may follow it.
_TAIL = 12
_HEAD = 4
_BAR = re.compile(
    r"(?:发布机构|发布单位|发布部门|发文机关|发文机构|发文单位|公开主体|责任部门)\s*[】\]]?\s*[:：]\s*([\u4e00-\u9fff*＊×]{4,30})"
)
#: Where a page has the report from: an office, or a newspaper that only printed it.
_FROM = re.compile(r"(?:来\s*源|来源部门|供稿单位|供稿)\s*[】\]]?\s*[:：]\s*([\u4e00-\u9fff*＊×]{4,30})")
_WRITTEN = re.compile(r"(?:成文日期|成文时间|生成日期|产生日期|发文日期|发文时间)\s*[】\]]?\s*[:：]?\s*")


class Signature(NamedTuple):
    """Who and when, "" where unsaid; ``origins`` where each stood."""

    publisher: str
    written: str
    publisher_origin: str
    written_origin: str


@lru_cache(maxsize=4)
def _office(rules: MetadataRules) -> re.Pattern[str]:
    endings = "|".join(sorted(map(re.escape, rules.offices), key=len, reverse=True))
    return re.compile(rf"[\u4e00-\u9fff*＊×□○某（）()]{{2,30}}?(?:{endings})")


def find_signature(clean: CleanText, title: str, rules: MetadataRules) -> Signature:
    """The signature of a report."""
    publisher, written, place = "", "", "落款"
    tail = [
        paragraph
        for paragraph in clean.paragraphs[max(_HEAD, len(clean.paragraphs) - _TAIL) :]
        if paragraph.kind == "text"
    ]
    for number in range(len(tail) - 1, -1, -1):
        found = _signed(clean, tail, number, rules)
        if found:
            publisher, written = found
            break
    bars = [removal.text for removal in clean.removals if removal.kind == "chrome"]
    if not written:
        written = _dated_head(clean)
        place = "标题" if written else ""
    if not written:
        written = _dated_bar(bars)
        place = "正文" if written else ""
    if publisher:
        return Signature(publisher, written, "落款", place)
    if issuer := _office_of_title(title, rules):
        return Signature(issuer, written, "标题", place)
    for text in bars:
        if match := _BAR.search(text):
            return Signature(match[1], written, "正文", place)
    for text in bars:
        if (match := _FROM.search(text)) and _office(rules).fullmatch(match[1]):
            return Signature(match[1], written, "正文", place)
    organisation = simplify(clean.source.properties.organisation).strip()
    if _office(rules).fullmatch(organisation):
        return Signature(organisation, written, "属性", place)
    return Signature("", written, "", place)


def _signed(clean: CleanText, tail: list[Paragraph], number: int, rules: MetadataRules) -> tuple[str, str] | None:
    """Publisher and date if the paragraph is a signature's date line, or ends the text with a name."""
    line = _line(clean, tail[number])
    office = _office(rules)
    match = _DATE.search(line)
    if match and match.end() == len(line) and len(line) <= 60:
        before = line[: match.start()].strip(" ，,")
        if before and not office.fullmatch(before):
            return None
        above = before or (simplify(tail[number - 1].span.of(clean.text)) if number else "")
        return (above if office.fullmatch(above) else ""), iso_date(match)
    if number == len(tail) - 1 and number and office.fullmatch(line) and "，" not in line:
        return line, ""
    return None


def _line(clean: CleanText, paragraph: Paragraph) -> str:
    """A paragraph for matching, brackets around it and blanks within its date left out."""
    line = simplify(paragraph.span.of(clean.text)).strip(" （()）")
    return _SPACED.sub("", line) if len(line) <= 60 else line


def _dated_head(clean: CleanText) -> str:
    for paragraph in clean.paragraphs[:_HEAD]:
        line = _line(clean, paragraph)
        match = _DATE.fullmatch(line)
        if match and match["month"]:
            return iso_date(match)
    return ""


def _dated_bar(bars: list[str]) -> str:
    """The date of writing that the page gives beside the report."""
    for text in bars:
        label = _WRITTEN.search(text)
        date = _DATE.match(text, label.end()) if label else None
        if date and date["month"]:
            return iso_date(date)
    return ""


def _office_of_title(title: str, rules: MetadataRules) -> str:
    """河西区教育局 in 河西区教育局2022年工作总结; a title that only names a place has no publisher."""
    match = _office(rules).match(title)
    rest = title[match.end() :] if match else ""
    if match and re.match(
        r"\s*(?:关于|20|二[〇○零]|[*＊×]{2,4}年|[上下]半年|第?[一二三四]季度|年度|工作|总结|述职)", rest
    ):
        return match[0].removeprefix("年度")
    return ""


def iso_date(match: re.Match[str]) -> str:
    """A matched date as ISO 8601, as exact as it is."""
    year = match["year"].translate(_CHINESE_DIGITS)
    month, day = _number(match["month"]), _number(match["day"])
    if not 1 <= month <= 12:
        return year
    return f"{year}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")


def _number(text: str | None) -> int:
    if not text:
        return 0
    if text.isdigit():
        return int(text)
    if text in ("元", "正"):
        return 1
    tens, ten, ones = text.rpartition("十")
    return (_digit(tens, 1) * 10 if ten else 0) + _digit(ones, 0)


def _digit(text: str, default: int) -> int:
    value = text.translate(_CHINESE_DIGITS)
    return int(value) if len(value) == 1 and value.isdigit() else default
