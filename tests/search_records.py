"""Records of invented reports for tests of the search index, and a corpus that names them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from build_site.cache import Store, digest
from build_site.model.corpus import Corpus, ReportCard, ThemeIndex
from build_site.publish.search import (
    FOLDER,
    Name,
    SearchPart,
    SearchPassage,
    SearchRecord,
    finish_index,
    read_names,
    write_bundles,
    write_front,
)
from build_site.workers import workers

THEMES = ("学前教育", "教师队伍", "校园安全")
SYNONYMS = (("师资", "教师队伍"),)
OPENINGS = ["全年", "今年以来", "年内", "据统计", "截至目前", "按照部署", "围绕目标", "坚持统筹"]
DEEDS = [
    "新增学位",
    "招聘教师",
    "组织演练",
    "开展督导",
    "培训骨干教师",
    "建成幼儿园",
    "交流轮岗",
    "排查隐患",
    "发放资助金",
]
SCHOOLS = ["云水高级中学", "临川实验小学", "北坡中心园", "石桥镇初中", "文津路学校"]


def make_record(number: int, masked: bool | None = None) -> SearchRecord:
    """The invented report of that number, always the same."""
    chance = random.Random(number)
    hide = number % 3 == 0 if masked is None else masked
    passages = []
    at = 0
    for line in range(12):
        text = "".join(_sentence(chance, hide) for _ in range(chance.randint(1, 4)))
        opens = line % 4 != 3  # every fourth passage goes on in its paragraph
        anchor = f"p{at}" if opens else passages[-1].anchor
        theme = chance.choice(THEMES)
        has_figure = any(char.isdigit() or char == "*" for char in text)
        passages.append(SearchPassage(text, anchor, opens, f"第{line}部分", (theme,), line > 8, has_figure))
        at += len(text) + 1
    return SearchRecord(
        id=f"r{number:04d}",
        title=f"第{number}区教育局工作总结",
        region=f"第{number}区",
        region_code=f"{11 + number % 5}0101",
        year=str(2019 + number % 5),
        kind="要点" if number % 7 == 0 else "总结",
        passages=tuple(passages),
        figures=(),
    )


def _sentence(chance: random.Random, hide: bool) -> str:
    count = chance.randint(2, 9999)
    shown = "*" * len(str(count)) if hide else str(count)
    unit = chance.choice(("个", "名", "次", "%", "余名", "万元"))
    school = chance.choice(SCHOOLS) if chance.random() < 0.4 else ""
    return f"{chance.choice(OPENINGS)}，{school}{chance.choice(DEEDS)}{shown}{unit}{chance.choice('。；')}"


def full_text(record: SearchRecord) -> str:
    """The text as a reader sees it, one paragraph a line."""
    return "".join(("\n" if passage.opens else "") + passage.text for passage in record.passages)


@dataclass(frozen=True)
class Listed:
    """A report of a build, as `write_bundles` asks for it."""

    card: ReportCard
    key: str


def listed(record: SearchRecord, store: Store) -> Listed:
    """Store ``record`` and list it."""
    key = digest(repr(record).encode())
    store.save(key, "search", record)
    return Listed(make_card(record), key)


def make_card(record: SearchRecord) -> ReportCard:
    return ReportCard(
        id=record.id, title=record.title, region=record.region, region_code=record.region_code, year=record.year,
        period="全年", kind=record.kind, publisher="", written="", url="", licence="", file=f"{record.id}.txt",
        sha256="", format="txt", chars=len(full_text(record)), sections=0, figures=0, figures_masked=0, masks=0,
        completeness="完整", themes=(), statements=(), passages=(), points=(), removals=(), blank_removals=0,
        warnings=(),
    )  # fmt: skip


def make_index(records: list[SearchRecord], site: Path, folder: Path) -> None:
    """Write the index over ``records`` below ``site``; ``folder`` keeps the stored records."""
    store = Store(folder)
    entries = [listed(record, store) for record in records]
    themes = tuple(ThemeIndex(name, f"t{number}", "", (), (), (), ()) for number, name in enumerate(THEMES))
    corpus = Corpus(tuple(entry.card for entry in entries), (), themes, (), ())
    finish_index(write_bundles(entries, store, site, workers(1)), entries, corpus, site, SYNONYMS)


def make_front(site: Path, parts: dict[str, list[SearchRecord]]) -> None:
    """Write the search of the site at ``site``, whose folders ``parts`` have an index each."""
    described = [
        SearchPart(
            site=site / name,
            path=f"{name}/",
            title=name,
            reports=len(records),
            years=tuple(sorted({record.year for record in records})),
            codes=tuple(sorted({record.region_code[:2] for record in records})),
            regions=tuple(sorted({record.region for record in records})),
        )
        for name, records in parts.items()
    ]
    inside = {name: read_names(site / name / FOLDER) for name in parts}
    themes = [Name(name, (), "", f"themes/t{number}/") for number, name in enumerate(THEMES)]
    reports = [replace(entry, url=f"{name}/{entry.url}") for name, names in inside.items() for entry in names["report"]]
    write_front(site, described, {"theme": themes, "report": reports}, SYNONYMS)
