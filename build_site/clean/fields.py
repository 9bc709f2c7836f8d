"""What a converter left of Word's fields and bookmarks, and of a web page's marks.

[bookmark: _GoBack], HYPERLINK "…", PAGEREF _Toc1 \\h, 错误！未定义书签。, &nbsp;, <br/>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding
from .lexicon import words

_ARGUMENT = (
    r'(?:\\[a-z*@#!](?:\s*"[^"\n]{0,300}")?|\\\*\s*\w{1,20}|"[^"\n]{0,400}"'
    r"|_(?:Toc|Ref|Hlk|GoBack)\w{0,20}|_(?:blank|self|parent|top)(?![A-Za-z0-9_])|MERGEFORMAT)"
)


@lru_cache(maxsize=4)
def _patterns(rules: LitterRules) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    names = words(rules.fields)
    return (
        re.compile(rf"\[(?:{words(rules.bookmarks)})\s*[:：]\s*[^\]\n]{{0,200}}\]", re.I),
        # A field needs an argument of its own to be told from a word in capitals.
        re.compile(
            rf"(?:[{{｛][ \t]{{0,4}})?(?<![A-Za-z])(?:{names})(?![A-Za-z])[ \t]{{1,8}}"
            rf"(?:https?://\S{{1,300}}[ \t]{{0,8}}|[A-Za-z0-9_./\u4e00-\u9fff]{{1,40}}[ \t]{{1,8}}(?=\\))?"
            rf"{_ARGUMENT}(?:[ \t]{{1,8}}{_ARGUMENT}){{0,12}}(?:[ \t]{{0,4}}[}}｝])?"
        ),
        re.compile(
            rf"[{{｛][ \t]{{0,8}}(?:{names})(?:[ \t][^{{}}｛｝\n]{{0,200}})?[}}｝]|(?<!\w)_(?:Toc|Ref|Hlk)\d{{5,12}}\b"
        ),
    )


#: What Word shows where a field leads nowhere.
_ERROR = re.compile(
    r"错误[!！]\s?(?:未定义书签|未找到引用源|超链接引用无效|未指定书签|不能识别的开关参数|文档中没有指定样式的文字)[。.]?"
    r"|Error! (?:Bookmark not defined|Reference source not found|Hyperlink reference not valid)\."
)
#: The page that a reference shows, unless it ends the line: then it is an entry of a table of contents.
_PAGE_SHOWN = re.compile(r"(?<=\\h) {0,3}\d{1,3}(?![\d\n]|$)")
_ENTITY = re.compile(r"&(?:nbsp|emsp|ensp|thinsp|#160|#xa0|#12288|#x3000);", re.I)
_TAG = re.compile(
    r"</?(?:p|br|div|span|font|strong|b|table|tbody|tr|td|center|h[1-6]|ul|li|a|img)(?:\s[^<>\n]{0,300})?/?>", re.I
)
#: A tag whose first character went with half a Chinese one before it, in a file read with the wrong encoding.
_EATEN_TAG = re.compile(r"[?？\ufffd]/(?:p|br|div|span|td|tr|li|h[1-6])>")
#: One tag may be quoted; so many were left behind.
_TAGS = 3


def _errors_and_pages(text: str) -> Iterator[Cut]:
    for match in _ERROR.finditer(text) if "错误" in text or "Error!" in text else ():
        yield Cut(*match.span(), "field-code")
    for match in _PAGE_SHOWN.finditer(text) if "PAGEREF" in text else ():
        yield Cut(*match.span(), "field-code")


def _marks_of_pages(text: str) -> Iterator[Cut]:
    entities = list(_ENTITY.finditer(text)) if "&" in text else []
    tags = list(_TAG.finditer(text)) if "<" in text else []
    tags += _EATEN_TAG.finditer(text) if "/" in text and ">" in text else ()
    if len(entities) + len(tags) >= _TAGS:
        for match in (*entities, *tags):
            yield Cut(*match.span(), "markup")


def find_fields(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Bookmarks and field codes; the text a link shows stays."""
    text = draft.text
    bookmark, field, braced = _patterns(rules)
    if "[" in text:
        for match in bookmark.finditer(text):
            yield Cut(*match.span(), "bookmark")
    yield from _errors_and_pages(text)
    yield from _marks_of_pages(text)
    patterns = [field] if "\\" in text or '"' in text else []
    if any(sign in text for sign in ("{", "｛", "_Toc", "_Ref", "_Hlk")):
        patterns.append(braced)
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Cut(match.start(), _with_space(text, *match.span()), "field-code")


def _with_space(text: str, start: int, end: int) -> int:
    """The end of a code, with the blanks after it where blanks stand before it too."""
    if start and text[start - 1] not in " \t\n":
        return end
    while end < len(text) and text[end] in " \t":
        end += 1
    return end
