"""Making one invented report: its text, and what a contributor might write in its sidecar."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from build_site.metadata.divisions import Division, divisions

_SLOT = re.compile(r"\{([a-z])(?::(\d+)-(\d+))?\}")
_HANZI = "零一二三四五六七八九十"

_MASKS = "**×X□○"
#: Sentences a section in terse, common and wordy reports, and those of them that state figures. Chosen so that reports
#: are like the five real ones in ``seeds/``: 5,900 characters, 98 figures and 32 sections on average.
_SENTENCES = ((4, 7), (6, 9), (7, 12))
_STATED = (1, 4)
_TOPICS = (15, 26)
#: Every county gives reports of this many years, so that places can be compared with themselves.
YEARS, LAST_YEAR = 2, 2024


@dataclass(frozen=True)
class Invented:
    """An invented report: a file name without suffix, its text, and its sidecar ({} for none)."""

    name: str
    text: str
    sidecar: dict[str, str]


@lru_cache(maxsize=1)
def _material() -> tuple[list[Division], dict[str, Any]]:
    """Every county of the country in an order of chance, and the phrases."""
    counties = [one for one in divisions().by_code.values() if one.level == 3 and not one.former]
    random.Random("counties").shuffle(counties)
    return counties, yaml.safe_load((Path(__file__).parent / "phrases.yml").read_text(encoding="utf-8"))


def invent(number: int) -> Invented:
    """Report ``number`` of the endless generated corpus; the same number always gives the same report."""
    counties, phrases = _material()
    place = counties[number // YEARS % len(counties)]
    county, code, year = place.name, place.code, LAST_YEAR - number % YEARS
    pen = _Pen(random.Random(f"report {number}"), phrases, county, year)
    title = pen.choose([form.format(county=county, year=year) for form in phrases["titles"]])
    body = pen.body()
    text = pen.masked(f"{title}\n\n{body}") if number % 4 == 3 else f"{title}\n\n{body}"
    sidecar = {"title": title, "region": divisions().full_name(place), "region_code": code, "year": str(year)}
    return Invented(f"{number:05d}-{code}-{year}", pen.littered(text), sidecar if number % 3 == 0 else {})


class _Pen:
    """Writes with one source of chance."""

    def __init__(self, chance: random.Random, phrases: dict[str, Any], county: str, year: int) -> None:
        self._chance = chance
        self._phrases = phrases
        self._county = county
        self._year = year
        self.choose = chance.choice
        self._length = chance.choice(_SENTENCES)

    def body(self) -> str:
        """Six or seven parts in one of five ways of numbering, then problems and plans in most reports."""
        topics = list(self._phrases["topics"].items())
        self._chance.shuffle(topics)
        del topics[self._chance.randint(*_TOPICS) :]
        style = self._chance.randrange(5)
        blocks = [self._fill(self.choose(self._phrases["leads"]))]
        parts = self._chance.randint(5, 6)
        for part in range(parts):
            own = topics[part::parts]
            blocks.append(f"{self._top(part, style)}{self.choose(self._phrases['parts'])}")
            blocks += self._points(own, style)
        if self._chance.random() < 0.7:
            blocks.append(f"{self._top(parts, style)}存在问题及下一步打算")
            blocks.append(self._fill(self.choose(self._phrases["problems"])))
            plans = self._chance.sample(self._phrases["plans"], 3)
            blocks.append(f"{self._year + 1}年，" + "".join(self._fill(plan) for plan in plans))
        return "\n".join(blocks)

    def _points(self, topics: list[tuple[str, Any]], style: int) -> list[str]:
        points = []
        for index, (_, topic) in enumerate(topics):
            heading = f"{self._marker(index, style)}{self.choose(topic['titles'])}。"
            points.append(heading + "".join(self._sentences(topic["lines"])))
        return ["".join(points)] if style == 1 else points

    def _sentences(self, lines: list[str]) -> list[str]:
        stated = [
            self._fill(line) for line in self._chance.sample(lines, min(len(lines), self._chance.randint(*_STATED)))
        ]
        about = self._chance.sample(self._phrases["objects"], 2)  # a real section keeps to its subject
        said = [self._remark(about) for _ in range(self._chance.randint(*self._length) - len(stated))]
        sentences = stated + said
        self._chance.shuffle(sentences)
        return sentences

    def _remark(self, about: list[str]) -> str:
        clauses = [
            self.choose(self._phrases["verbs"]) + self.choose(about) + self.choose(self._phrases["works"])
            for _ in range(self._chance.randint(1, 3))
        ]
        clauses.insert(0, self.choose(self._phrases["joins"]))
        return "，".join([*clauses, self.choose(self._phrases["ends"])]) + "。"

    def _top(self, index: int, style: int) -> str:
        numeral = _HANZI[index + 1]
        return f"（{numeral}）" if style == 3 else f"{numeral}、"

    def _marker(self, index: int, style: int) -> str:
        numeral = _HANZI[index + 1]
        return (f"（{numeral}）", f"{numeral}是", f"{index + 1}.", f"{index + 1}．", f"{index + 1}、")[style]

    def _fill(self, line: str) -> str:
        return _SLOT.sub(lambda slot: self._slot(slot[1], int(slot[2] or 0), int(slot[3] or 0)), line)

    def _slot(self, kind: str, low: int, high: int) -> str:
        if kind == "n":
            return str(self._chance.randint(low, high))
        if kind == "c":
            return _HANZI[self._chance.randint(low, high)]
        if kind == "p":
            return "100" if low >= high else f"{self._chance.randint(low * 10, high * 10) / 10:g}"
        if kind == "s":
            return self.choose(self._phrases["schools"]) + self.choose(("小学", "中学", "实验学校", "高级中学"))
        if kind == "k":
            return self.choose(self._phrases["schools"]) + "幼儿园"
        words = {"a": self.choose((f"全{self._county[-1]}", f"我{self._county[-1]}")), "y": self._year}
        return str(words.get(kind, self._year - 1))

    def masked(self, text: str) -> str:
        """Digits hidden as publishers do it: most numbers of the body, and often the name of the place."""
        mark = self.choose(_MASKS)
        head, _, body = text.partition("\n")
        body = re.sub(r"(?<![\d年])\d+(?:\.\d+)?(?![\d年．.、])", lambda found: self._hide(found[0], mark), body)
        return (head + "\n" + body).replace(self._county, mark * 2 + self._county[-1])

    def _hide(self, number: str, mark: str) -> str:
        return re.sub(r"\d", mark, number) if self._chance.random() < 0.8 else number

    def littered(self, text: str) -> str:
        """In one report of three, what copying from the web and from Word leaves behind."""
        kind = self._chance.randrange(9)
        if kind == 0:
            return text.replace("。", "。[bookmark: _GoBack]", 1)
        if kind == 1:
            lines = text.split("\n")
            return "\n".join([*lines[: len(lines) // 2], "- 3 -", *lines[len(lines) // 2 :]])
        if kind == 2:
            return text.replace("\n", "\r\n") + "\r\n\r\n   \r\n"
        return text
