"""The litter rules compiled into regular expressions, once a build."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..rules.expressions import any_of
from ..rules.litter import LitterRules

#: Openings of numbered lines, in every style; a line that has one is structure, not a menu entry.
MARKER = re.compile(
    r"(?:[（(【〔\[]\s*(?:[零〇一二三四五六七八九十百]{1,4}|\d{1,3}|[*×xX])\s*[)）】〕\]]"
    r"|第\s*(?:[零〇一二三四五六七八九十百]{1,4}|\d{1,3})\s*[章节条部篇项编]"
    r"|[零〇一二三四五六七八九十百]{1,4}\s*[、.．,，:：]"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}\s*(?:[、．)）]|\.(?!\d)|\s(?=\S))"
    r"|[①-⑳㈠-㈩⑴-⒇ⅰ-ⅻⅠ-Ⅻ]"
    r"|[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十]{1,2}[，,、是]|(?:首先|其次|再次|最后)[，,])"
)
_DATE = (
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?)?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?"
    r"|[二一][〇○零Ｏ0O九八七六五四三二一]{3}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?"
)
#: A line that is a date, masked or not.
DATE_LINE = re.compile(
    rf"[（(]?\s*(?:{_DATE}|[\d*＊×xX某]{{1,4}}年[\d*＊×xX某]{{1,2}}月(?:[\d*＊×xX某]{{1,2}}日)?)\s*[)）]?"
)
#: What ends a sentence or announces the next one, and what may close behind it.
_ENDS, CLOSING = frozenset("。！？!?；;：:…"), "”’」』）)》】]"

#: What stands between a label and its value; copied from a table of a page it is a tab.
_COLON = r"\s*[】\]]?(?:\s*[:：]|[ \u3000]*\t)"


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends with the mark of a sentence, closing quotes and brackets after it included."""
    return text.rstrip(CLOSING)[-1:] in _ENDS


@dataclass(frozen=True)
class Lexicon:
    """Compiled litter rules.

    Attributes:
        label: a label that reports do not use, at the start of a line, with its colon.
        shared: the same of those that reports use too.
        site_name: a whole line that is the name of a site or a column.
        address: a whole line that is the address of a page.
        token: one piece of an information bar: a label with its value, a button, a date, an address.
        action: a button and nothing else; actions: a whole line of them, with or without blanks between.
        menu_entry: a whole line that may be a menu's entry or a report's heading.
        list_header: a whole line that opens a list of other pages; link_list: one that holds the list too.
        site_word: one word with which a site speaks of itself.
        self_word: one with which it names itself.
        notice, preview: notices of a site.
        slogan: a whole line of the words that sharing sites put on every page.
        imprint: what stands in the foot of a web page only.
        site_suffix: the site's name behind a title: …工作总结_图文_百度文库
        file_name: a whole line that is a file's name, perhaps with a page after it.
        title: a word that a title holds.
    """

    label: re.Pattern[str]
    shared: re.Pattern[str]
    site_name: re.Pattern[str]
    address: re.Pattern[str]
    token: re.Pattern[str]
    action: re.Pattern[str]
    actions: re.Pattern[str]
    menu_entry: re.Pattern[str]
    list_header: re.Pattern[str]
    link_list: re.Pattern[str]
    site_word: re.Pattern[str]
    self_word: re.Pattern[str]
    notice: re.Pattern[str]
    preview: re.Pattern[str]
    slogan: re.Pattern[str]
    imprint: re.Pattern[str]
    site_suffix: re.Pattern[str]
    file_name: re.Pattern[str]
    title: re.Pattern[str]


@lru_cache(maxsize=4)
def lexicon(rules: LitterRules) -> Lexicon:
    """The litter rules, compiled."""
    labels, actions = words(rules.labels + rules.shared_labels), words(rules.actions + rules.menu_entries)
    suffixes = words(rules.file_suffixes)
    value = r"(?:(?:19|20)\d\d\S{0,9}\s+\d{1,2}:\d\d(?::\d\d)?|[^\s|｜]{0,60})"
    return Lexicon(
        label=re.compile(rf"[【\[]?(?:{spaced(rules.labels)}){_COLON}"),
        shared=re.compile(rf"[【\[]?(?:{words(rules.shared_labels)}){_COLON}"),
        site_name=re.compile(
            rf"(?:{words(rules.sites)})(?:\s*(?:www\.)?[a-z0-9.]{{3,30}})?|[\w·]{{1,12}}(?:{words(rules.site_names)})"
        ),
        address=re.compile(r"(?:https?://|www\.)[\x21-\x7e]{3,200}"),
        token=re.compile(
            rf"(?P<label>(?:{labels})\s*[】\]]?\s*[:：]\s*{value})"
            rf"|(?P<pair>[\u4e00-\u9fff]{{2,5}}[:：][^\s，。；|｜]{{1,20}}(?=[\s|｜]|$))"
            rf"|(?P<action>(?<![\u4e00-\u9fffA-Za-z])(?:{actions})(?![\u4e00-\u9fffA-Za-z]))"
            rf"|(?P<counted>(?:{suffixes})\s?\d+\s?页|(?:发布|上传|分享|上传|修改|更新)[于在]?\s?[:：]?\s?(?:{_DATE})"
            rf"|约?\d[\d.]*\s?[千万]?字|共\s?\d+\s?页|\d+\s?已?[人次]?(?:阅读|下载|浏览|收藏|点赞|评论|人气|关注|回复)(?![\u4e00-\u9fff]))"
            rf"|(?P<fact>{_DATE}|https?://\S+|www\.\S+|\d+)",
            re.I,
        ),
        action=re.compile(rf"(?:{actions})", re.I),
        actions=re.compile(rf"(?:(?:{actions})[\s|｜·•/]*)+", re.I),
        menu_entry=re.compile(words(rules.menu_entries)),
        list_header=re.compile(rf"[【\[]?(?:{words(rules.list_headers)})[】\]]?\s*[:：]?(?:\s*更多.{{0,2}})?"),
        link_list=re.compile(rf"[【\[]?(?:{words(rules.list_headers)})[】\]]?\s*[:：][^。；]{{0,150}}"),
        site_word=any_of((words(rules.site_words),), re.I),
        self_word=re.compile(words(rules.self_words)),
        notice=any_of(rules.notices),
        slogan=re.compile(rf"[\W_\d]*(?:(?:{words(rules.slogan_words)})[\W_\d]*){{2,24}}", re.I),
        preview=any_of(rules.previews),
        imprint=re.compile(
            r"©|copy\s?right|ICP\s*[备证]|公网安备|网站标识码|all rights reserved|版权所有|经营许可证", re.I
        ),
        site_suffix=re.compile(
            rf"[ \u3000]{{0,4}}[-_|｜—–]{{1,2}}[ \u3000]{{0,4}}(?:(?:图文|文档|范文|下载|全文)[-_|｜\s]{{1,3}})*"
            rf"(?:{words(rules.sites)}|[\w·]{{1,10}}(?:文库|网|网站|网页版))$"
        ),
        file_name=re.compile(
            rf"(?P<stem>\S.{{1,80}}?)(?:\.(?:{suffixes})|(?=_第))(?P<page>\s*[_\-—]?\s*第\s*\d+\s*页)?", re.I
        ),
        title=re.compile(words(rules.title_words)),
    )


def spaced(items: tuple[str, ...]) -> str:
    """The same, with white space allowed between the characters of an item: 来　源, 索 引 号."""
    return "|".join(
        r"[ \u3000\xa0]{0,4}".join(map(re.escape, item))
        for item in sorted(set(items), key=lambda one: (-len(one), one))
    )


def words(items: tuple[str, ...]) -> str:
    """A regular expression for any of ``items``, longest first."""
    return "|".join(re.escape(item) for item in sorted(set(items), key=lambda item: (-len(item), item)))
