"""Says what a report is: title, place, time, kind, publisher."""

from __future__ import annotations

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText, Metadata, Outline
from ..rules import Rules
from ..text import close_up
from ..variants import simplified, simplify
from .kinds import find_kind
from .regions import UNKNOWN, Region, find_region, region_of_sidecar
from .signature import find_signature
from .titles import find_title, shown_title
from .years import contradiction, find_period, hides_year, year_of_text, year_of_title

_NO_TITLE = "原文没有标题，这里用文件名代替。"
_OTHER_YEAR = "标题写的是{}年，正文说的却像是{}年。"


def describe(clean: CleanText, outline: Outline, rules: Rules) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """The metadata of a report, each value with where it came from; the sidecar has the last word."""
    words, sidecar = rules.metadata, clean.source.sidecar
    origins: dict[str, str] = {}
    doubts: list[Diagnostic] = []
    title, origins["title"] = find_title(clean.source, outline, words)
    if origins["title"] == "文件名":
        doubts.append(Diagnostic("no-title", _NO_TITLE))
    plain, text = close_up(simplify(title)), simplified(clean.text)
    headings = tuple(close_up(simplify(section.title)) for section in outline.sections if section.level)
    year, origins["year"] = _year(clean, outline, text, plain, origins["title"], headings)
    period = find_period(plain, headings, year, words)
    origins["period"] = "标题" if find_period(plain, (), "", words) == period != "全年" else "正文"
    kind = find_kind(plain, period, outline, text, words)
    lead, body = _lead(text, outline), text[outline.lead.start :]
    if origins["year"] == "标题" and (other := contradiction(year, lead, body, kind.endswith("总结"))):
        doubts.append(Diagnostic("year-contradiction", _OTHER_YEAR.format(year.removesuffix("学年"), other)))
    origins["kind"] = "标题" if any(word in plain for word in words.review_words + words.plan_words) else "正文"
    signature = find_signature(clean, plain, words)
    publisher, origins["publisher"] = signature.publisher, signature.publisher_origin
    if sidecar.publisher:
        publisher, origins["publisher"] = sidecar.publisher, "文件"
    origins["written"] = signature.written_origin
    if sidecar.kind:
        kind, origins["kind"] = sidecar.kind, "文件"
    region = _region(clean, text, title, origins["title"], signature.publisher, rules, doubts)
    origins["region"] = region.origin
    metadata = Metadata(
        title=shown_title(title, origins["title"]),
        region=region.name,
        region_code=region.code,
        year=year or UNKNOWN,
        period=period,
        kind=kind,
        publisher=publisher,
        written=signature.written,
        origins=tuple((field, origin) for field, origin in sorted(origins.items()) if origin),
    )
    return metadata, tuple(doubts)


def _year(
    clean: CleanText, outline: Outline, text: str, title: str, title_origin: str, headings: tuple[str, ...]
) -> tuple[str, str]:
    if clean.source.sidecar.year:
        return clean.source.sidecar.year, "文件"
    if title_origin != "文件名" or any("\u4e00" <= char <= "\u9fff" for char in title):
        if hides_year(title):
            return "", ""
        if year := year_of_title(title):
            return year, "文件名" if title_origin == "文件名" else "标题"
    year = year_of_text(_lead(text, outline), text, iter(headings))
    return year, "正文" if year else ""


def _lead(text: str, outline: Outline) -> str:
    """What stands before the first heading, or the opening of the text."""
    return outline.lead.of(text) or text[:600]


def _region(
    clean: CleanText, text: str, title: str, title_origin: str, publisher: str, rules: Rules, doubts: list[Diagnostic]
) -> Region:
    sidecar = clean.source.sidecar
    if sidecar.region or sidecar.region_code:
        return region_of_sidecar(sidecar.region, sidecar.region_code)
    region, more = find_region(clean, text, title, title_origin, publisher, rules.metadata)
    doubts += more
    return region
