"""Sites built apart and joined: the shards unchanged, what stands above them as if all had been built together."""

from __future__ import annotations

import filecmp
import json
import re
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest

from build_site.check import check_site
from build_site.cli import main
from build_site.config import MARKER
from build_site.corpus import compare
from build_site.errors import SettingError
from build_site.ingest import list_sources, read_source
from build_site.join import Shard, read_shards
from build_site.join.indicators import Aligner
from build_site.join.overview import Part, make_overview
from build_site.join.reports import read_cards
from build_site.join.search import of_shards
from build_site.join.shards import TABLES
from build_site.join.tables import opened
from build_site.model.corpus import AlignedIndicator, ReportCard, Statement, Verdict
from build_site.pipeline import analyse
from build_site.publish.card import make_card
from build_site.publish.search import FOLDER, Name, read_names
from build_site.publish.staging import link_tree
from build_site.publish.workspace import replace_file
from build_site.render.site.atlas import Atlas
from build_site.rules import load_rules

from ..joined import NAMES, JoinedSite, own_pages

pytest.importorskip("duckdb", reason="DuckDB is not installed")


@pytest.fixture(scope="module")
def cards(joined: JoinedSite) -> list[ReportCard]:
    """All reports of both shards, analysed together; ids are those of the joined site (shard/report)."""
    rules = load_rules()
    return [
        _keyed(make_card(analyse(read_source(file, folder, rules), rules)), name)
        for name, folder in joined.reports.items()
        for file in list_sources(folder)
    ]


def _keyed(card: ReportCard, shard: str) -> ReportCard:
    key = f"{shard}/{card.id}"
    return replace(card, id=key, statements=tuple(said._replace(report=key) for said in card.statements))


def test_every_shard_is_the_site_it_was(joined: JoinedSite) -> None:
    for name, built in joined.shards.items():
        files = [path.relative_to(built) for path in built.rglob("*") if path.is_file()]
        assert len(files) > 100
        _, wrong, missing = filecmp.cmpfiles(built, joined.site / name, map(str, files), shallow=False)
        assert not wrong + missing
        assert not check_site(joined.site / name).problems


def test_the_joined_site_is_checked_with_its_shards(joined: JoinedSite) -> None:
    found = check_site(joined.site)
    assert not found.problems
    assert "checked 42 reports" in found.summary


def test_what_is_lost_in_a_shard_of_the_joined_site_is_found(joined: JoinedSite, tmp_path: Path) -> None:
    site = tmp_path / "site"
    link_tree(joined.site, site)
    page = next((site / NAMES[1] / "reports").glob("*/text/index.html"))
    replace_file(page, page.read_bytes().replace("教育".encode(), b""))
    replace_file(site / "note" / "index.html", f'<a href="../{NAMES[1]}/reports/gone/">gone</a>'.encode())
    problems = check_site(site).problems
    assert any(problem.startswith(page.relative_to(site).as_posix()) for problem in problems)
    assert any(problem.startswith("note/index.html") and "leads nowhere" in problem for problem in problems)


def test_indicators_come_out_as_if_all_reports_had_been_built_together(
    joined: JoinedSite, cards: list[ReportCard], tmp_path: Path
) -> None:
    together = Atlas(compare(cards, load_rules())).paged_indicators
    shards = read_shards([f"{name}={site}" for name, site in joined.shards.items()])
    with opened(tmp_path, 1) as tables:
        tables.load(shards)
        aligner = Aligner(tables, read_cards(tables, shards), load_rules().synonyms)
        aligner.name()
        shared = aligner.choose()
        apart = list(aligner.aligned())
    assert shared.shared == len(apart) == len(together) > 50

    def said_of(one: AlignedIndicator) -> list[tuple[Statement, Verdict]]:
        plain = (said._replace(at=-1) for said in one.statements)  # tables do not say where in a sentence
        return list(zip(plain, one.verdicts, strict=True))

    def by_id(found: list[AlignedIndicator]) -> list[AlignedIndicator]:
        return sorted(found, key=lambda indicator: indicator.id)

    for one, other in zip(by_id(apart), by_id(list(together)), strict=True):
        # Reports of one place and year may stand in another order; nothing that is said may differ.
        assert replace(one, statements=(), years=(), reports=(), comparable=(), verdicts=()) == replace(
            other, statements=(), years=(), reports=(), comparable=(), verdicts=()
        )
        assert Counter(said_of(one)) == Counter(said_of(other))
        assert {said_of(one)[at] for at in one.comparable} == {said_of(other)[at] for at in other.comparable}


def card(key: str, region: str, year: str) -> ReportCard:
    blank = {field.name: {"str": "", "int": 0}.get(str(field.type), ()) for field in fields(ReportCard)}
    return ReportCard(**blank | {"id": key, "region": region, "year": year})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reports", "titles"),
    [
        (
            {"js": [("江苏省苏州市", "2021"), ("未知", "2022"), ("吴中区", "未知")], "zj": [("浙江省", "2021")]},
            ["江苏省", "浙江省"],
        ),
        (
            {"a": [("江苏省", "2021"), ("浙江省", "2021")], "b": [("江苏省", "2022"), ("浙江省", "未知")]},
            ["2021 年", "2022 年"],
        ),
        (
            {"a": [("四川省", "2015"), ("四川省", "2019")], "b": [("四川省", "2020")]},
            ["四川省 2015–2019", "四川省 2020"],
        ),
        ({"a": [("四川省", "2020")], "b": [("四川省", "2020")]}, ["四川省 2020（a）", "四川省 2020（b）"]),
        ({"east": [("江苏省", "2020"), ("浙江省", "2021")], "b": []}, ["east", "b"]),
    ],
)
def test_a_shard_is_called_by_what_it_holds(reports: dict[str, list[tuple[str, str]]], titles: list[str]) -> None:
    cards = {
        f"{name}/{number}": card(f"{name}/{number}", region, year)
        for name, held in reports.items()
        for number, (region, year) in enumerate(held)
    }
    shards = [Shard(name, Path(name)) for name in reports]
    assert [part.title for part in make_overview(shards, cards).parts] == titles


def test_search_is_told_of_every_shard_and_what_it_holds(joined: JoinedSite) -> None:
    manifest = json.loads((joined.site / "search" / "data" / "index.json").read_text(encoding="utf-8"))
    assert [part["path"] for part in manifest["parts"]] == [f"{name}/" for name in NAMES]
    assert all(part["years"] and part["codes"] for part in manifest["parts"])
    assert manifest["reports"] == sum(part["reports"] for part in manifest["parts"]) == 42


def test_a_name_leads_to_the_page_above_the_shards_or_else_into_one(joined: JoinedSite) -> None:
    inside = {name: read_names(site / FOLDER) for name, site in joined.shards.items()}
    found = read_names(joined.site / FOLDER)
    urls = {kind: [name.url for name in names] for kind, names in found.items()}
    pages = {page.relative_to(joined.site).as_posix() for page in own_pages(joined)}
    assert all(f"{url}index.html" in pages for url in urls["theme"])
    assert sum(f"{url}index.html" in pages for url in urls["indicator"]) == joined_pages(joined, "indicators") > 50
    for kind in ("theme", "indicator"):
        plain = [re.sub(rf"^({'|'.join(NAMES)})/", "", url) for url in urls[kind]]
        assert len(plain) == len(set(plain))
        assert set(plain) >= {name.url for names in inside.values() for name in names[kind]}
    for kind in ("region", "report"):
        own = [f"{shard}/{name.url}" for shard, names in inside.items() for name in names[kind]]
        assert sorted(urls[kind]) == sorted(own)
    for url in (url for some in urls.values() for url in some):
        assert (joined.site / url / "index.html").is_file(), url


def joined_pages(joined: JoinedSite, section: str) -> int:
    return len(list((joined.site / section).glob("*/index.html")))


def test_names_of_the_shards_without_a_page_above_them_are_told_apart(joined: JoinedSite) -> None:
    def part(name: str, title: str) -> Part:
        return Part(Shard(name, Path(name)), title, (), ())

    inside = [
        (part("a", "江苏省"), {"indicator": [Name("普惠率", (), "9 份报告", "indicators/p/"), vague()]}),
        (part("b", "浙江省"), {"indicator": [vague(), Name("平湖入学率", (), "2 份报告", "indicators/h/")]}),
    ]
    shared = [Name("普惠率", (), "12 份报告", "indicators/p/")]
    found = list(of_shards("indicator", inside, shared))
    assert [(name.name, name.url, name.note) for name in found] == [
        ("教师", "b/indicators/t/", "3 份报告 · 浙江省等 2 个分站"),
        ("平湖入学率", "b/indicators/h/", "2 份报告 · 浙江省"),
    ]
    regions = [
        (part(name, title), {"region": [Name("江苏省", (), "5 份报告", "regions/j/")]})
        for name, title in (("y1", "2021 年"), ("y2", "2022 年"), ("js", "江苏省"))
    ]
    assert [(name.url, name.note) for name in of_shards("region", regions, ())] == [
        ("y1/regions/j/", "5 份报告 · 2021 年"),
        ("y2/regions/j/", "5 份报告 · 2022 年"),
        ("js/regions/j/", "5 份报告"),
    ]


def vague() -> Name:
    return Name("教师", (), "3 份报告", "indicators/t/")


def test_a_front_alone_has_the_same_pages(joined: JoinedSite, tmp_path: Path) -> None:
    words = [f"{name}={site}" for name, site in joined.shards.items()]
    assert main(["join", "--site", str(tmp_path / "front"), "--front-only", "--jobs", "1", *words]) == 0
    assert not [name for name in NAMES if (tmp_path / "front" / name).exists()]
    made = [page for page in own_pages(joined) if page.relative_to(joined.site).parts[0] in {"indicators", "themes"}]
    assert len(made) > 100
    for page in made:
        assert (tmp_path / "front" / page.relative_to(joined.site)).read_bytes() == page.read_bytes(), page


@pytest.mark.parametrize(
    "words",
    [
        ["tianjin"],
        ["=SHARD"],
        ["Tianjin=SHARD"],
        ["../up=SHARD"],
        ["themes=SHARD"],
        ["a=SHARD", "a=SHARD"],
        ["a=EMPTY"],
        ["a=UNSEARCHED"],
        ["a="],
        [],
    ],
)
def test_shards_that_cannot_be_are_refused(words: list[str], joined: JoinedSite, tmp_path: Path) -> None:
    built = str(joined.shards[NAMES[0]])
    bare = tmp_path / "bare"
    for file in (MARKER, *(f"data/{table}.csv" for table in TABLES)):  # a site, but for its search
        (bare / file).parent.mkdir(parents=True, exist_ok=True)
        (bare / file).symlink_to(Path(built, file))
    with pytest.raises(SettingError):
        read_shards(
            [
                word.replace("SHARD", built).replace("EMPTY", str(tmp_path)).replace("UNSEARCHED", str(bare))
                for word in words
            ]
        )


def test_a_shard_is_never_overwritten_by_the_joined_site(
    joined: JoinedSite, capsys: pytest.CaptureFixture[str]
) -> None:
    built = joined.shards[NAMES[0]]
    before = sorted(built.iterdir())
    for target in (built, built.parent, built / "inside"):
        assert main(["join", "--site", str(target), f"a={built}"]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert sorted(built.iterdir()) == before
