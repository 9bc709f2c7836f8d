"""Tells lines of a web page's frame from lines of a report, each by itself; where it stands is weighed elsewhere."""

from __future__ import annotations

import re

from .lexicon import DATE_LINE, MARKER, Lexicon

#: Kinds of line. STRONG lines are the site's by what they hold; LIST opens a list of other pages; FILE is a file
#: name; LINKED is a line as lists of other pages have them, a title with a date; LABEL lines (menu entries too) and
#: SITE names are the site's beside STRONG ones; TITLE, DATE, WEAK (short, could be anything), OFFICE (ends like an
#: authority's name) and TEXT say what else a line can be.
STRONG, LIST, FILE, LABEL, SITE = "strong", "list", "file", "label", "site"
TITLE, DATE, WEAK, TEXT, LINKED, OFFICE = "title", "date", "weak", "text", "linked", "office"

#: Longest line that may be an information bar or a menu, in characters.
_BAR = 160
#: A notice speaks of the site at least this often, with at least this share of its characters (the disclaimers of
#: six sharing sites reach 0.16 to 0.45; the thickest sentence on school websites in real reports stays below 0.1).
_NOTICE_WORDS, _NOTICE_SHARE = 3, 0.14

#: How many entries of a menu may stand in one line without blanks between them before it is one.
_GLUED = 5

_PAGE = re.compile(
    r"(?:第\s*\d+\s*页|共\s*\d+\s*页|\d+\s*/\s*\d+\s*页)(?:\s*[/，,|、]?\s*(?:第\s*\d+\s*页|共\s*\d+\s*页))?"
)
#: A date with the time of day: when a page was put up. Reports give days.
_CLOCK = re.compile(r"20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*\d{1,2}[:：]\d\d(?!\d)")
#: An entry in a list of other pages: 关于开学工作的通知 2023-02-10
_LINKED = re.compile(
    r"[·•\-\s]*\S.{5,60}?\s*(?:[\[（(](?:20\d\d[-/.])?\d{1,2}[-/.]\d{1,2}[\])）]|20\d\d([-/.])\d{1,2}\1\d{1,2})"
)
_OF_PAGES = re.compile(r"\d{1,3}\s*[/／]\s*\d{1,3}")
#: Where a site breaks off.
_DOTS = re.compile(r"[.．·…]{2,}")
_CRUMB = re.compile(r"\s*(?:>{1,2}|＞{1,2}|»|›|→)\s*")
_PUNCTUATION = re.compile(r"[^\w]+|_")
_STOP = re.compile(r"[。；！？]")
_OWN = re.compile(r"本站|本网站")
_LISTED = re.compile(r"[。；！？，、]")
_OFFICE = re.compile(r"(?:局|委|委员会|办公室|政府|厅|学院|学校|中心|工委|党组|党委|教体局|教育部|科|处)$")


def kind_of(line: str, lexicon: Lexicon) -> str:
    """Which kind of line ``line`` is (without white space at its ends)."""
    if len(line) <= _BAR:
        if lexicon.menu_entry.fullmatch(line) or _OF_PAGES.fullmatch(line) or _DOTS.fullmatch(line):
            return LABEL
        if lexicon.list_header.fullmatch(line):
            return LIST
        if lexicon.link_list.fullmatch(line) or lexicon.actions.fullmatch(line):
            return STRONG
        if match := lexicon.file_name.fullmatch(line):
            return STRONG if match["page"] else FILE
        if _PAGE.fullmatch(line) or _is_bar(line, lexicon) or _is_crumb(line):
            return STRONG
    if is_notice(line, lexicon):
        return STRONG
    if _is_site_prose(line, lexicon):
        return STRONG if lexicon.self_word.search(line) else LABEL
    if len(line) <= 60 and lexicon.shared.match(line) and not _LISTED.search(line):
        return LABEL
    if lexicon.site_name.fullmatch(line):
        return SITE
    return _kind_of_text(line, lexicon)


def _kind_of_text(line: str, lexicon: Lexicon) -> str:
    if DATE_LINE.fullmatch(line):
        return DATE
    if len(line) > 60 or _STOP.search(line) or MARKER.match(line):
        return TEXT
    if _LINKED.fullmatch(line):
        return LINKED
    if lexicon.title.search(line):
        return TITLE
    if len(line) > 20 or line.endswith(("：", ":", "，", "、")):
        return TEXT
    return OFFICE if _OFFICE.search(line) else WEAK


def is_notice(line: str, lexicon: Lexicon) -> bool:
    """Whether ``line`` holds what only a site writes: its imprint, a word on previews and downloads."""
    if len(line) <= _BAR and lexicon.imprint.search(line):
        return True
    return len(line) <= 300 and bool(lexicon.notice.search(line))


def _is_site_prose(line: str, lexicon: Lexicon) -> bool:
    """Prose thick with words for sites: the site's own beside its other lines, a report's on its website else."""
    if len(line) > 2000:
        return False
    found = [match[0] for match in lexicon.site_word.finditer(line)]
    if _OWN.search(line) and len(set(found)) >= 2:
        return True
    return len(set(found)) >= _NOTICE_WORDS and sum(map(len, found)) >= _NOTICE_SHARE * len(line)


def is_prose(line: str) -> bool:
    """Whether ``line`` has the length and the punctuation of running text."""
    return len(line) >= 60 or (len(line) >= 16 and "。" in line)


def _is_bar(line: str, lexicon: Lexicon) -> bool:
    """Labels with values, buttons, sizes, dates: an information bar or a menu."""
    if "。" in line:
        return False
    if lexicon.label.match(line) or lexicon.address.fullmatch(line):
        return True
    if _is_menu(line, lexicon):
        return True
    if len(line) <= 60 and _CLOCK.search(line) and not _STOP.search(line):
        return True
    counts = {"label": 0, "pair": 0, "action": 0, "counted": 0, "fact": 0}
    covered = 0
    for match in lexicon.token.finditer(line):
        counts[match.lastgroup or "fact"] += 1
        covered += len(_PUNCTUATION.sub("", match[0]))
    visible = len(_PUNCTUATION.sub("", line))
    if not visible:
        return False
    share = covered / visible
    if counts["counted"] and share >= 0.8:
        return True
    if counts["label"] or counts["action"]:
        only_shared = counts["label"] == 1 and not counts["action"] and lexicon.shared.match(line)
        return (share >= 0.8 and not only_shared) or (counts["label"] + counts["action"] >= 3 and share >= 0.5)
    return counts["pair"] >= 3 and share >= 0.9


def _is_menu(line: str, lexicon: Lexicon) -> bool:
    glued = [match[0] for match in lexicon.action.finditer(line)]
    if len(glued) >= _GLUED and sum(map(len, glued)) >= 0.6 * len(line) and not _LISTED.search(line):
        return True
    entries = [entry for entry in re.split(r"[\s|｜·•]+", line) if entry]
    if len(entries) < (3 if "|" in line or "｜" in line else 4) or any(len(entry) > 8 for entry in entries):
        return False
    return 4 * sum(bool(lexicon.action.fullmatch(entry)) for entry in entries) >= len(entries)


def _is_crumb(line: str) -> bool:
    """首页 > 政务公开 > 工作总结"""
    steps = _CRUMB.split(line)
    if len(steps) < 2 or not steps[0] or any(len(step) > 40 for step in steps) or _STOP.search(line):
        return False
    return len(steps) > 2 or "首页" in steps[0] or "位置" in steps[0]
