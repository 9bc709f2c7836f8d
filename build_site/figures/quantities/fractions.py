"""Shares and multiples written as words: 四分之一, 百分之五, 三成, 一半以上, 1/10, 翻一番.

A ratio is told by the side that is not 1: 师生比1∶15 and 生师比15∶1 are both 15; one without a 1 is the quotient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ...text import Span
from ..candidate import Quantity
from ..numerals import read_arabic, read_chinese
from .lexicon import Lexicon
from .number import plain

_C = "[〇零一二三四五六七八九十百千两]"
_M = "*×xX○□_"
_SIDE = rf"[\d{_M}]{{1,4}}(?:\.[\d{_M}]{{1,2}})?"
_BEFORE = "(?:超过|将近|接近|大约|不足|不到|约|近|超|逾|占)?"
_AFTER = "(?:以上|以下|左右|多|强)?"
_PATTERN = re.compile(
    rf"(?P<q>{_BEFORE})(?:"
    rf"(?P<below>{_C}+|\d+)分之(?P<above>{_C}+(?:点{_C}+)?|\d+(?:\.\d+)?)"
    rf"|(?P<tenths>[一二三四五六七八九两])成(?P<half>半)?(?=以上|以下|左右|多|就读|[，。；、）的是在为]|$)"
    rf"|(?<=[近超约逾])(?P<about>[一二三四五六七八九两])成(?![立果功为员长本绩效人熟都套就品])"
    rf"|(?P<halves>一半|半数|过半数?|(?<=[近超逾占达])半(?=[，。；、）的]|以上|左右|数))"
    rf"|(?P<slash>(?<![\d/.])\d{{1,2}}/\d{{1,3}}(?![\d/月年]))"
    rf"|(?P<ratio>(?<![\d.∶:：])\d+(?:\.\d+)?[∶:：]\d+(?:\.\d+)?(?![\d.∶:：]))"
    rf"|(?P<hidden>(?<![\d.∶:：{_M}]){_SIDE}[∶:：]{_SIDE}(?![\d.∶:：{_M}]))"
    rf"|翻(?:了)?(?:(?P<doublings>[一两二三四五])番|(?P<once>番))"
    rf")(?P<a>{_AFTER})"
)
_ANCHOR = re.compile(
    "分之|成(?<=[一二三四五六七八九两]成)|半|/|番"
    rf"|∶(?<=[\d{_M}]∶)(?=[\d{_M}])|:(?<=[\d{_M}]:)(?=[\d{_M}])|：(?<=[\d{_M}]：)(?=[\d{_M}])"
)
#: What makes 1/4 a share and 1∶15 a ratio rather than a date and a time.
_OF = re.compile("[占为达][^，。；]{0,6}$")
_RATIO = re.compile("比(?!赛)[^，。；]{0,10}$|按$")


def find_fractions(text: str, lexicon: Lexicon) -> Iterator[Quantity]:
    """Every fraction of ``text``."""
    done, ratio = 0, -1  # ratio: where the last ratio ends
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        for match in _PATTERN.finditer(text, max(done, anchor.start() - 12), anchor.end() + 12):
            if match.start() <= anchor.start() < match.end():
                listed = match.start() == ratio + 1 and text[ratio] in "、和"
                quantity = _read(match, listed)
                done = match.end()
                ratio = done if quantity and quantity.kind == "ratio" else -1
                if quantity:
                    yield quantity
                break


def _read(match: re.Match[str], listed: bool) -> Quantity | None:
    value, unit, kind, rule = _value(match)
    masked = rule == "ratio" and value is None
    if value is None and not masked:
        return None
    before = match["q"] if match["q"] != "占" else ""
    start = match.start() + (len("占") if match["q"] == "占" else 0)
    if rule == "slash" and not (
        match["q"] or match["a"] or _OF.search(match.string, max(0, match.start() - 8), match.start())
    ):
        return None
    if rule == "ratio" and not listed and not _RATIO.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    over = "过" if match["halves"] and match["halves"].startswith("过") else ""
    return Quantity(
        span=Span(start, match.end()),
        number=Span(start + len(before), match.end() - len(match["a"])),
        value=None if value is None else plain(value),
        unit=unit,
        kind=kind,
        style="mask" if masked else "chinese",
        rule=rule,
        qualifier=before or over or match["a"],
        masked=masked,
    )


def _value(match: re.Match[str]) -> tuple[Decimal | None, str, str, str]:
    if match["below"]:
        below, above = _number(match["below"]), _number(match["above"])
        if match["below"] in ("百", "100"):
            return above, "%", "percent", "percent-words"
        return _share(above, below), "", "ratio", "fraction"
    if match["tenths"] or match["about"]:
        tenths = read_chinese(match["tenths"] or match["about"]) or Decimal(0)
        return tenths * 10 + (5 if match["half"] else 0), "%", "percent", "tenths"
    if match["halves"]:
        return Decimal("0.5"), "", "ratio", "half"
    if match["slash"]:
        above, below = map(read_arabic, match["slash"].split("/"))
        return _share(above, below), "", "ratio", "slash"
    if match["hidden"]:
        return None, "", "ratio", "ratio"
    if match["ratio"]:
        above, below = map(read_arabic, re.split("[∶:：]", match["ratio"]))
        return (below if above == 1 else _share(above, below)), "", "ratio", "ratio"
    times = read_chinese(match["doublings"]) if match["doublings"] else Decimal(1)
    return 2 ** (times or Decimal(1)), "倍", "multiple", "doubling"


def _number(text: str) -> Decimal | None:
    return read_arabic(text) if text[0].isdigit() else read_chinese(text)


def _share(above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """The quotient, cut to eight places where it does not end."""
    if above is None or not below:
        return None
    return (above / below).quantize(Decimal("1e-8")).normalize()
