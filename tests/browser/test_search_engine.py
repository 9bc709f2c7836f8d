"""The engine in a browser, against plain Python on the same texts: nothing missed, nothing too many."""

from __future__ import annotations

import random
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from build_site.publish.search import bundle, write
from build_site.publish.search.grams import encode_units, find_runs
from build_site.publish.search.holders import bits_of
from build_site.publish.search.shards import hash_runs
from tests.search_records import full_text, make_front, make_index, make_record

PROJECT = Path(__file__).parent.parent.parent
RECORDS = [make_record(number) for number in range(60)]
TEXTS = {record.id: full_text(record) for record in RECORDS}

FIND = """async (strings) => {
    const { openIndex } = await import("/assets/js/search/engine.js");
    const { findEverywhere, identify } = await import("/assets/js/search/query.js");
    const index = await openIndex(new URL("/", location.href));
    const found = {};
    for (const string of strings) {
        const { docs, byPassage } = await findEverywhere(index, string);
        await identify(docs);
        found[string] = { docs: docs.map(({ id, count }) => [id, count]), byPassage };
    }
    return found;
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve ``folder`` on the loopback until shut down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _open(browser: Any, server: ThreadingHTTPServer) -> Any:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    return page


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty reports in several bundles, in which runs become common early; and the same in two parts of one site."""
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "PER_BUNDLE", 7_000)
        patch.setattr(bundle, "find_runs", partial(find_runs, common=12))
        make_index(RECORDS, folder / "whole", folder / "store")
        make_index(RECORDS[:25], folder / "parts" / "2022", folder / "store")
        make_index(RECORDS[25:], folder / "parts" / "2023", folder / "store")
    make_front(folder / "parts", {"2022": RECORDS[:25], "2023": RECORDS[25:]})
    for site in ("whole", "parts"):
        shutil.copytree(PROJECT / "docs" / "assets" / "js", folder / site / "assets" / "js")
        (folder / site / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["whole", "parts"])
def page(root: Path, browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    server = serve(root / request.param)
    opened = _open(browser, server)
    yield opened
    opened.close()
    server.shutdown()


def samples(count: int) -> list[str]:
    """Strings of 2 to 20 characters from anywhere in the reports, and kinds that are easily missed."""
    chance = random.Random(7)
    found = ["***", "****", "**余名", "全", "，", "*", "。", "高级中学", "云水高级中学", "新增学位", "没有写过的话"]
    while len(found) < count:
        text = TEXTS[chance.choice(RECORDS).id]
        start, length = chance.randrange(len(text) - 20), chance.randint(2, 20)
        if "\n" not in text[start : start + length]:
            found.append(text[start : start + length])
    return found


def test_every_string_finds_all_reports_that_hold_it_and_no_other(page: Any) -> None:
    strings = samples(250)
    found = page.evaluate(FIND, strings)
    for string in strings:
        holders = {identity for identity, text in TEXTS.items() if string in text}
        assert {identity for identity, _ in found[string]["docs"]} == holders, string
        assert len(found[string]["docs"]) == len(holders), string


def test_occurrences_are_counted_except_of_runs_that_list_passages(page: Any) -> None:
    strings = [string for string in samples(80) if "*" not in string]
    found = page.evaluate(FIND, strings)
    counted = [string for string in strings if not found[string]["byPassage"]]
    assert len(counted) > 30
    for string in counted:
        expected = {identity: text.count(string) for identity, text in TEXTS.items() if string in text}
        assert dict(found[string]["docs"]) == expected, string


def test_synonyms_and_words_apart_are_found_where_the_string_is_not(page: Any) -> None:
    script = """async (query) => {
        const { openIndex } = await import("/assets/js/search/engine.js");
        const { askLooser, findEverywhere, identify } = await import("/assets/js/search/query.js");
        const index = await openIndex(new URL("/", location.href));
        const looser = await askLooser(index, query, await findEverywhere(index, query));
        await looser.next(Infinity);
        await identify(looser.docs);
        return looser.docs.map(({ id }) => id);
    }"""
    found = set(page.evaluate(script, "云水高级中学 资助金"))
    expected = {
        record.id
        for record in RECORDS
        if any("云水" in p.text and "高级中学" in p.text and "资助金" in p.text for p in record.passages)
    }
    assert expected
    assert found == expected


def test_names_are_found_above_passages(page: Any) -> None:
    script = """async (query) => {
        const { openIndex } = await import("/assets/js/search/engine.js");
        const { findNames } = await import("/assets/js/search/names.js");
        const found = await findNames(await openIndex(new URL("/", location.href)), query, 6);
        const names = ([kind, { entries }]) => [kind, entries.map(({ name }) => name)];
        return Object.fromEntries(Object.entries(found).map(names));
    }"""
    assert page.evaluate(script, "师资")["theme"] == ["教师队伍"]
    assert page.evaluate(script, "队伍")["theme"] == ["教师队伍"]
    assert page.evaluate(script, "第17区教育局")["report"] == ["第17区教育局工作总结"]


def test_files_of_runs_are_named_as_the_build_names_them(page: Any) -> None:
    script = """async () => {
        const { shardOf } = await import("/assets/js/search/files.js");
        return ["教育", "**"].map((run) => shardOf(run, 1000));
    }"""
    assert page.evaluate(script) == [475, 933]  # as in tests/unit/test_search_index.py


def test_a_run_sets_the_bits_that_the_build_set(page: Any) -> None:
    script = """async (runs) => {
        const { hashOf } = await import("/assets/js/search/files.js");
        const { bitsOf } = await import("/assets/js/search/joined.js");
        return runs.map((run) => bitsOf(hashOf(run)));
    }"""
    runs = ["教", "教育", "木渎高", "9.4", "***"]
    hashes = (hash_runs(encode_units(run)[None, :]) for run in runs)
    assert page.evaluate(script, runs) == [[int(bit[0]) for bit in bits_of(one)] for one in hashes]


@pytest.mark.parametrize(
    ("word", "region"),
    [
        ("苏州", "江苏省苏州市吴中区"),
        ("苏州市", "江苏省苏州市吴中区"),
        ("吴中区", "江苏省苏州市吴中区"),
        ("通州区", "北京市通州区"),
        ("赣县区", "江西省赣州市赣县区"),
        ("新市区", "新疆维吾尔自治区乌鲁木齐市新市区"),
        ("恩施土家族苗族自治州", "湖北省恩施土家族苗族自治州恩施市"),
    ],
)
def test_a_place_is_known_by_each_step_of_its_name(page: Any, word: str, region: str) -> None:
    script = """async ([query, regions]) => {
        const { scopeOf } = await import("/assets/js/search/scope.js");
        const index = { places: async () => ({ regions, years: ["2023"], partsOf: null }) };
        const scope = await scopeOf(index, query, false);
        return scope && [scope.label, scope.rest];
    }"""
    assert page.evaluate(script, [f"{word} 新增学位", [region, "甘肃省兰州市"]]) == [word, "新增学位"]
    assert page.evaluate(script, [f"{word} 新增学位", ["甘肃省兰州市"]]) is None


def test_only_the_parts_that_may_hold_a_string_are_asked(root: Path, browser: Any) -> None:
    only = next(
        text[at : at + 3]
        for text in TEXTS.values()
        for at in range(len(text) - 3)
        if "\n" not in text[at : at + 3] and all(text[at : at + 3] not in TEXTS[one.id] for one in RECORDS[25:])
    )
    server = serve(root / "parts")
    page = _open(browser, server)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert page.evaluate(FIND, [only])[only]["docs"]
    assert any("/2022/search/data/" in url for url in asked)
    assert not any("/2023/" in url for url in asked)
    assert page.evaluate(FIND, ["没有写过的话"])["没有写过的话"]["docs"] == []
    assert not any("/2023/" in url for url in asked)
    page.close()
    server.shutdown()


def test_the_themes_of_passages_are_read_from_new_tables_and_old(root: Path, browser: Any, tmp_path: Path) -> None:
    make_index(RECORDS[:3], tmp_path, tmp_path / "store")
    shutil.copytree(root / "whole" / "assets", tmp_path / "assets")
    (tmp_path / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
    script = """async () => {
        const { openIndex } = await import("/assets/js/search/engine.js");
        const index = await openIndex(new URL("/", location.href));
        const { themes: [lists, numbers] } = await index.bundles[0].passages();
        return Array.from(numbers, (number) => lists[number]);
    }"""
    expected = [list(passage.themes) for record in RECORDS[:3] for passage in record.passages]
    server = serve(tmp_path)
    page = _open(browser, server)
    assert page.evaluate(script) == expected
    page.close()
    (file,) = tmp_path.glob("search/data/*/passages.bin")
    table = bundle.read_packed(file)
    lists, numbers = table["themes"]
    old = {"units": table["units"], "themes": [[[table["names"][at] for at in one] for one in lists], numbers]}
    bundle.write_packed(file, old | {"flags": table["flags"]})
    page = _open(browser, server)
    assert page.evaluate(script) == expected
    page.close()
    server.shutdown()
