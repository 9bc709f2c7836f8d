"""Matches what stands around the body: document title, subtitle, date, addressee; signature and attachments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model.document import Paragraph
from ..text import Span, close_up
from .numerals import marker_number
from .patterns import LinePatterns, Patterns

# A title of a report seldom has more than forty characters; two lines of it still fit.
_LONGEST_TITLE = 60
_LONGEST_LINE = 45
_MOST_FRONT_LINES = 14
_SENTENCE_MARK = re.compile("[。；！？;]|，.*，")
#: A title that runs straight into the text because the line breaks are lost.
_RUN_IN_TITLE = re.compile(
    r"(?!根据|按照|现将|围绕|结合|为)[^，。；：\n]{2,45}?(?:总结|要点|报告|计划|思路|打算|安排|方案|谋划)(?:范[文本例])*"
    r"(?=\s?(?:(?:[\dx×X*]{4}|[_＿]{1,4}) ?年(?!.{0,12}(?:总结|要点|报告|计划|思路|打算|安排)[^，。]{0,4}\d{4})"
    r"|[一1][、.]|（一）|今年|一年来|过去|同志们)"
    r"| (?!和|及|与|暨|的|报告|汇报|总结|要点|计划|思路|打算|安排|方案)[\u4e00-\u9fff]{4})"
)
_JOINING = re.compile("(?:[和及与暨、的]|——)$")
_CONTINUING = re.compile("以?[和及与暨]")
_SIGNED_DATE = re.compile(r"[\d*×xX]{2,4}年[\d*×xX]{1,2}月(?:[\d*×xX]{1,2}日)?[)）]?$")
_NAME = re.compile(r"[长员任记席人表][ \u3000]+[\u4e00-\u9fff×*某·]{1,8}(?:[ \u3000]+[\u4e00-\u9fff×*某]{1,3})?$")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the body of a report begins and ends.

    Attributes:
        title: the lines of the document title, in the cleaned text; empty if there is none.
        body: the text between front matter and end matter.
    """

    title: tuple[Span, ...]
    body: Span


def find_frame(
    folded: str, paragraphs: list[Paragraph], levels: dict[int, int], titled: frozenset[int], patterns: Patterns
) -> Frame:
    """Title and body. ``titled`` are the lines that the file format says are the title, ``levels`` its headings."""
    line = patterns.line
    first = _after_notice(folded, paragraphs, line)
    title: list[Span] = []
    body = paragraphs[first].span.start if paragraphs else 0
    addressed = _addressee(folded, paragraphs, first, line)
    for number, paragraph in enumerate(paragraphs[first : first + _MOST_FRONT_LINES], first):
        span, text = paragraph.span, paragraph.span.of(folded)
        following = close_up(paragraphs[number + 1].span.of(folded)) if number + 1 < len(paragraphs) else ""
        if span.start in titled:
            title.append(span)
        elif _is_marked(text, patterns) or _heads_a_part(span.start, text, levels, line):
            break
        elif _is_front_line(text, bool(title), line) or (title and number <= addressed):
            pass
        elif _is_title(close_up(text), following, title, folded, line):
            title.append(Span(span.start + len(text) - len(text.lstrip("# ")), span.end))
        else:
            run_in = None if title else _RUN_IN_TITLE.match(text)
            if run_in:
                title.append(Span(span.start, span.start + run_in.end()))
                body = span.start + run_in.end()
            break
        body = span.end
    while body < len(folded) and folded[body] in "\n\t ":
        body += 1
    return Frame(tuple(title), Span(body, max(body, _body_end(folded, paragraphs, body, patterns))))


def _addressee(folded: str, paragraphs: list[Paragraph], first: int, line: LinePatterns) -> int:
    """The paragraph that addresses the readers, if only short lines stand above it; else -1."""
    for number, paragraph in enumerate(paragraphs[first : first + _MOST_FRONT_LINES], first):
        text = paragraph.span.of(folded)
        if line.addressee.match(text):
            return number
        if len(text) > _LONGEST_TITLE:
            break
    return -1


def _heads_a_part(start: int, text: str, levels: dict[int, int], line: LinePatterns) -> bool:
    """Whether the first line is one of several headings of its level, and worded like a division, not a document."""
    level = levels.get(start)
    return bool(level and list(levels.values()).count(level) > 1 and line.plain_headings.fullmatch(text))


def _is_marked(text: str, patterns: Patterns) -> bool:
    match = patterns.at_line.match(text)
    if match is None:
        return False
    style = patterns.styles[match.lastgroup or ""]
    return not style.weak or 1 in (style.counts_as, marker_number(match[0], style.sequence))


def _is_front_line(text: str, titled: bool, line: LinePatterns) -> bool:
    if len(text) > _LONGEST_TITLE:
        return False
    if line.date_line.match(text) or line.document_number.match(text) or line.byline.match(text):
        return True
    if line.addressee.match(text) or (line.salutation.match(text) and len(text) < 40):
        return True
    if not titled:
        return False
    short = len(text) <= 25 and not _SENTENCE_MARK.search(text)
    signed = bool(_NAME.search(text)) or bool(line.issuer.search(text)) or bool(_SIGNED_DATE.search(text))
    return bool(line.subtitle.match(text)) or (short and signed and not line.title_words.search(text))


def _is_title(text: str, following: str, title: list[Span], folded: str, line: LinePatterns) -> bool:
    if len(text) > _LONGEST_LINE or _SENTENCE_MARK.search(text) or text.endswith(("：", ":", "，", "、")):
        return False
    named = bool(line.title_words.search(text))
    if not title:
        return named or _opens_like_title(text, following, line)
    so_far = close_up("".join(span.of(folded) for span in title))
    if len(so_far) + len(text) > _LONGEST_TITLE:
        return False
    if _JOINING.search(so_far) or _CONTINUING.match(text):
        return True
    if not named or line.title_words.search(so_far):
        return False
    return bool(line.issuer.search(so_far)) or not line.plain_headings.fullmatch(text)


def _opens_like_title(text: str, following: str, line: LinePatterns) -> bool:
    """A first line without a title's words: a title if what follows is a title's second line or front matter."""
    if not following or len(following) > _LONGEST_TITLE:
        return len(text) >= 6 and bool(following) and not line.plain_headings.fullmatch(text)
    return bool(
        line.title_words.search(following)
        or line.subtitle.match(following)
        or line.date_line.match(following)
        or line.addressee.match(following)
    )


def _after_notice(folded: str, paragraphs: list[Paragraph], line: LinePatterns) -> int:
    """The paragraph where the report itself begins, if a covering notice with its signature stands before it."""
    head = paragraphs[:_MOST_FRONT_LINES]
    sent = next((n for n, paragraph in enumerate(head) if line.notice.search(paragraph.span.of(folded))), None)
    if sent is None:
        return 0
    for number in range(sent + 1, min(sent + 8, len(paragraphs))):
        text = paragraphs[number].span.of(folded)
        if len(text) > _LONGEST_LINE or _SENTENCE_MARK.search(text):
            break
        if line.title_words.search(text) and not line.attachment.match(text):
            return number
    return 0


def _body_end(folded: str, paragraphs: list[Paragraph], body: int, patterns: Patterns) -> int:
    """Where attachments, explanations of terms and the signature begin."""
    line = patterns.line
    inner = [paragraph.span for paragraph in paragraphs if paragraph.span.end > body]
    last = len(inner)
    marked, middle = False, body + (len(folded) - body) * 2 // 5
    for number, span in enumerate(inner):
        head = folded[span.start : min(span.end, span.start + 40)]
        # An attachment before any heading is the report itself, behind a covering letter.
        if marked and (line.attachment.match(head) or line.end_note.match(head)):
            last = number
            break
        marked = marked or span.start > middle or bool(patterns.at_line.match(head))
    while last > 1 and _is_signature(inner[last - 1].of(folded), line):
        last -= 1
    return inner[last - 1].end if inner and last else body


def _is_signature(text: str, line: LinePatterns) -> bool:
    if len(text) > 40 or _SENTENCE_MARK.search(text):
        return False
    return bool(line.date_line.match(text) or _SIGNED_DATE.search(text) or line.issuer.search(text))
