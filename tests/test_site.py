"""The site as a whole: nothing lost, the same bytes every time, replaced only when it is whole."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from build_site.check import check_site
from build_site.cli import main
from build_site.config import MARKER, make_settings

from .conftest import SEEDS


def files_of(site: Path) -> dict[str, bytes]:
    """Every file of a site with its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """Names of files that are not the same in both."""
    a, b = files_of(one), files_of(other)
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def test_nothing_is_lost_and_every_link_resolves(site: Path) -> None:
    assert check_site(site).problems == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("reports/001-8b9a0920432c809f/text/index.html", "毛入园率", "入园率", "where the source has"),
        ("data/removals.csv", "GoBack", "Go", "removal does not hold"),
        ("reports/001-8b9a0920432c809f/index.html", "text/#f", "text/#g", "no #g"),
        ("index.html", 'href="themes/', 'href="temes/', "leads nowhere"),
    ],
)
def test_the_check_sees_what_is_broken(
    site: Path, tmp_path: Path, file: str, old: str, new: str, expected: str
) -> None:
    broken = tmp_path / "site"
    shutil.copytree(site, broken)
    path = broken / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    assert any(expected in problem for problem in check_site(broken).problems)


def test_every_asterisk_of_a_masked_report_is_on_its_page(site: Path) -> None:
    from lxml import html

    for name in ("000-80196ff7fbefe349", "002-812a2a759e583a39"):
        page = html.parse(str(site / "reports" / name / "text" / "index.html"), html.HTMLParser(encoding="utf-8"))
        shown = "".join(element.text_content() for element in page.iterfind(".//*[@data-s]"))
        source = (SEEDS / f"{name.replace('-', '_')}.txt").read_text(encoding="utf-8")
        assert shown.count("*") == source.count("*")


def test_same_bytes_whatever_the_number_of_workers(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "site"
    assert main(["--source", str(SEEDS), "--site", str(again), "--jobs", "1", "--no-cache"]) == 0
    assert differing(site, again) == []


def test_adding_a_report_to_a_built_site_gives_what_a_cold_build_gives(site: Path, tmp_path: Path) -> None:
    folder, grown = tmp_path / "reports", tmp_path / "site"
    shutil.copytree(SEEDS, folder)
    late = folder / "001_8b9a0920432c809f.txt"
    late.rename(tmp_path / "late.txt")
    assert main(["--source", str(folder), "--site", str(grown)]) == 0
    shutil.move(tmp_path / "late.txt", late)
    assert main(["--source", str(folder), "--site", str(grown)]) == 0
    assert differing(site, grown) == []


def grown_site(tmp_path: Path, texts: dict[str, str]) -> tuple[Path, Path]:
    """A folder of short reports and its site, built without the last of them and then out of that site."""
    folder, site = tmp_path / "reports", tmp_path / "site"
    folder.mkdir()
    for number, (name, text) in enumerate(texts.items(), 1):
        (folder / name).write_text(text, encoding="utf-8")
        if number >= len(texts) - 1:
            assert main(["--source", str(folder), "--site", str(site), "--jobs", "1"]) == 0
    return folder, site


def equals_a_cold_build(folder: Path, site: Path) -> bool:
    """Whether a build of ``folder`` gives ``site`` what a build out of nothing gives."""
    cold = site.with_name("cold")
    assert main(["--source", str(folder), "--site", str(site), "--jobs", "1"]) == 0
    assert main(["--source", str(folder), "--site", str(cold), "--jobs", "1", "--no-cache"]) == 0
    return differing(site, cold) == []


TEXTS = {
    "苏州市2022.txt": "苏州市教育局2022年工作总结\n一、工作成效\n学前教育毛入园率98%。新增学位990个。\n",
    "无锡市2022.txt": "无锡市教育局2022年工作总结\n一、工作成效\n学前教育毛入园率97%。新增学位1200个。\n",
    "常州市2023.txt": "常州市教育局2023年工作总结\n一、工作成效\n学前教育毛入园率96%。培训教师300人次。\n",
}


def change_reports(folder: Path, site: Path) -> None:
    (folder / "常州市2023.txt").write_text("常州市教育局2023年工作总结\n一、打算\n新增学位5个。\n", encoding="utf-8")
    (folder / "苏州市2022.txt").rename(folder / "苏州市2021.txt")
    (folder / "无锡市2022.txt").unlink()


def remove_cache(folder: Path, site: Path) -> None:
    state = make_settings(str(folder), str(site), 1).state
    assert (state / "former").is_dir()
    shutil.rmtree(state)


def spoil_former_site(folder: Path, site: Path) -> None:
    former = make_settings(str(folder), str(site), 1).state / "former"
    (former / "index.html").unlink()
    (former / "index.html").mkdir()
    (former / "years" / "index.html").unlink()
    (former / "years" / "index.html").write_text("<p>stale</p>", encoding="utf-8")
    (former / "gone").mkdir()
    (former / "gone" / "index.html").write_text("<p>gone</p>", encoding="utf-8")


def write_into(page: Path) -> None:
    """As an editor would: later than the build."""
    later = page.parent.stat().st_mtime + 5
    page.write_text("<p>somebody's own</p>", encoding="utf-8")
    os.utime(page, (later, later))


def take_away(page: Path) -> None:
    later = page.parent.stat().st_mtime + 5
    page.unlink()
    os.utime(page.parent, (later, later))


@pytest.mark.parametrize(
    "happens",
    [
        change_reports,
        remove_cache,
        spoil_former_site,
        lambda folder, site: shutil.rmtree(site),
        lambda folder, site: write_into(site / "years" / "index.html"),
        lambda folder, site: write_into(site / "years" / "mine.html"),
        lambda folder, site: take_away(site / "years" / "index.html"),
        lambda folder, site: site.rename(site.with_name(f".{site.name}.old{MARKER}-1")),
    ],
    ids=["changed", "no cache", "former", "deleted", "edited", "added", "page deleted", "killed"],
)
def test_whatever_happened_before_a_warm_build_gives_what_a_cold_one_gives(
    tmp_path: Path, happens: Callable[[Path, Path], None]
) -> None:
    folder, site = grown_site(tmp_path, TEXTS)
    happens(folder, site)
    assert equals_a_cold_build(folder, site)
    assert {path.name for path in tmp_path.iterdir()} == {"reports", "site", "cold"}


def test_the_site_that_a_killed_build_was_about_to_replace_goes_back(tmp_path: Path) -> None:
    folder, site = grown_site(tmp_path, dict(list(TEXTS.items())[:1]))
    before = files_of(site)
    site.rename(site.with_name(f".{site.name}.old{MARKER}-1"))
    (folder / "苏州市2022.txt").write_bytes(b"")
    assert main(["--source", str(folder), "--site", str(site), "--jobs", "1"]) == 2
    assert files_of(site) == before


def test_only_what_changed_is_written_again(tmp_path: Path) -> None:
    folder, site = grown_site(tmp_path, TEXTS)
    before = {path: path.stat().st_ino for path in site.rglob("*.html")}
    (folder / "南京市2020.txt").write_text("南京市教育局2020年工作总结\n一、成效\n新增学位7个。\n", encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(site), "--jobs", "1"]) == 0
    reports = [path for path in before if path.parent.name == "text"]
    assert len(reports) == len(TEXTS)
    assert all(path.stat().st_ino == before[path] for path in reports)


def test_removing_a_report_leaves_nothing_of_it(site: Path, tmp_path: Path) -> None:
    folder, shrunk = tmp_path / "reports", tmp_path / "site"
    shutil.copytree(SEEDS, folder)
    assert main(["--source", str(folder), "--site", str(shrunk)]) == 0
    (folder / "001_8b9a0920432c809f.txt").unlink()
    assert main(["--source", str(folder), "--site", str(shrunk)]) == 0
    assert not [name for name in files_of(shrunk) if "001-8b9a0920432c809f" in name]
    assert check_site(shrunk).problems == ()


def test_a_build_that_cannot_end_leaves_the_old_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, target = tmp_path / "reports", tmp_path / "site"
    folder.mkdir()
    (folder / "a.txt").write_text("一、工作成效\n新增学位990个。\n", encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(target)]) == 0
    before = files_of(target)
    (folder / "a.txt").write_bytes(b"")
    assert main(["--source", str(folder), "--site", str(target)]) == 2
    assert files_of(target) == before
    assert "a.txt" in capsys.readouterr().err


def test_a_build_that_breaks_off_leaves_the_old_site_and_nothing_beside_it(tmp_path: Path) -> None:
    folder, target, cold = tmp_path / "reports", tmp_path / "site", tmp_path / "cold"
    folder.mkdir()
    (folder / "a.txt").write_text("一、工作成效\n新增学位990个。\n", encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(target), "--jobs", "1"]) == 0
    before = files_of(target)
    (folder / "b.txt").write_text("一、工作成效\n新增学位1200个。\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("build_site.publish.site.write_sitemap", Mock(side_effect=KeyboardInterrupt))
        assert main(["--source", str(folder), "--site", str(target), "--jobs", "1"]) == 130
    assert files_of(target) == before
    assert {path.name for path in tmp_path.iterdir()} == {"reports", "site"}
    assert main(["--source", str(folder), "--site", str(target), "--jobs", "1"]) == 0
    assert main(["--source", str(folder), "--site", str(cold), "--no-cache"]) == 0
    assert files_of(target) == files_of(cold)


def test_a_folder_that_is_not_a_site_is_never_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    assert main(["--source", str(SEEDS), "--site", str(tmp_path)]) == 2
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"
    assert "not a site built here" in capsys.readouterr().err


def test_building_another_folder_leaves_the_project_alone(tmp_path: Path) -> None:
    import subprocess

    def tracked() -> str:
        status = ["git", "status", "--porcelain", "--ignored", "docs", "seeds", "site", "mkdocs.yml"]
        return subprocess.run(status, cwd=SEEDS.parent, capture_output=True, text=True, check=True).stdout

    before = tracked()
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("一、工作成效\n新增学位990个。\n", encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(tmp_path / "site")]) == 0
    assert tracked() == before


def test_figure_addresses_lead_to_the_figure(site: Path) -> None:
    with (site / "data" / "figures.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert rows
    for row in rows:
        place, _, anchor = row["url"].partition("#")
        assert anchor == row["figure"]
        assert f"<data id={anchor} " in (site / place / "index.html").read_text(encoding="utf-8")
