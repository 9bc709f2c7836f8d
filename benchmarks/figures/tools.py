"""What is compared: each tool reads a text and gives the figures it finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from build_site.clean import clean
from build_site.figures import find_figures
from build_site.metadata import describe
from build_site.model.source import Source
from build_site.outline import find_outline
from build_site.rules import Rules


class Found(NamedTuple):
    """A figure as a tool states it; what it does not state is ""."""

    start: int
    end: int
    value: float | None
    unit: str
    name: str = ""
    role: str = "level"
    status: str = "done"


Tool = Callable[[str], list[Found]]

_UNITS = (
    "个百分点|平方米|公里|人次|课时|%|％|元|人|名|位|个|所|家|项|件|条|次|场|期|节|篇|部|本|册|份|张|块"
    "|台|套|辆|间|处|座|户|批|门|例|起|亩|吨"
)
_BIG = {"": 1, "万": 10**4, "亿": 10**8}
_PLAIN = re.compile(rf"(\d[\d,]*(?:\.\d+)?)(?:余|多)?(万|亿)?(?:余|多)?({_UNITS})")
_ANY = re.compile(rf"([\d.,]+|[零一二三四五六七八九十百千两]+)(?:余|多)?([万亿]*)(?:余|多)?({_UNITS})")
_UNIT = re.compile(rf"(?:余|多)?({_UNITS})")


def plain_expression(text: str) -> list[Found]:
    """Digits, then a listed unit."""
    return [
        Found(match.start(), match.end(), float(match[1].replace(",", "")) * _BIG[match[2] or ""], match[3])
        for match in _PLAIN.finditer(text)
    ]


def cn2an_tool() -> Tool:
    """Digits or Chinese numerals read by cn2an, then a listed unit."""
    import cn2an

    def read(text: str) -> list[Found]:
        found = []
        for match in _ANY.finditer(text):
            try:
                value = float(cn2an.cn2an((match[1] + match[2]).replace(",", ""), "smart"))
            except ValueError:
                continue
            found.append(Found(match.start(), match.end(), value, match[3]))
        return found

    return read


def recognizers_tool() -> Tool:
    """Microsoft Recognizers-Text for Chinese numbers, then a listed unit."""
    from recognizers_number import Culture, NumberRecognizer

    model = NumberRecognizer(Culture.Chinese).get_number_model()

    def read(text: str) -> list[Found]:
        found, at = [], 0
        for line in text.split("\n"):
            for number in model.parse(line):
                end = at + number.end + 1
                unit = _UNIT.match(text, end)
                if unit and number.resolution:
                    value = float(number.resolution["value"])
                    found.append(Found(at + number.start, unit.end(), value, unit[1]))
            at += len(line) + 1
        return found

    return read


def own_tool(rules: Rules) -> Tool:
    """The whole analysis of this project up to its figures."""

    def read(text: str) -> list[Found]:
        source = Source(id="b", file="b.txt", sha256="", format="txt", text=text)
        cleaned, _ = clean(source, rules)
        outline, _ = find_outline(cleaned, rules)
        metadata, _ = describe(cleaned, outline, rules)
        return [
            Found(
                figure.source.start,
                figure.source.end,
                None if figure.value is None else float(figure.value),
                figure.unit,
                figure.indicator,
                figure.role,
                figure.status,
            )
            for figure in find_figures(cleaned, outline, metadata, rules)[0]
        ]

    return read
