"""The command line's contract: what is printed, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_site.cli import main

from .conftest import PROJECT, SEEDS

GOOD = "2022年某区教育工作总结\n\n一、学前教育\n新增学前学位990个，普惠率达到80%。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(GOOD, encoding="utf-8")
    return reports


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", ["empty.txt"]),
        ("picture.txt", bytes(range(256)) * 8, ["picture.txt"]),
        ("table.xyz", b"text", ["table.xyz", ".docx"]),
        ("good.md", GOOD.encode(), ["good.txt", "same id"]),
        ("good.yml", b"titel: x\n", ["good.yml", "titel", "title"]),
        ("good.yml", b"year: [1, 2\n", ["good.yml"]),
    ],
)
def test_bad_input_is_one_clear_line_and_the_rest_is_built(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, words: list[str]
) -> None:
    (folder / "other.txt").write_text(GOOD.replace("990", "770"), encoding="utf-8")
    (folder / name).write_bytes(content)
    site = tmp_path / "site"
    assert main(["--source", str(folder), "--site", str(site)]) == 2
    lines = [line for line in capsys.readouterr().err.splitlines() if "; " in line]
    assert len(lines) == 1
    assert all(word in lines[0] for word in words)
    assert (site / "reports" / "other" / "index.html").exists()


def test_a_file_name_in_another_encoding_is_refused_and_the_rest_is_built(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / os.fsdecode("报告.txt".encode("gbk"))).write_text(GOOD, encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(tmp_path / "site")]) == 2
    assert "UTF-8" in capsys.readouterr().err
    assert (tmp_path / "site" / "reports" / "good" / "index.html").exists()


@pytest.mark.parametrize("target", ["nowhere", "good.txt", "."])
def test_links_are_refused_wherever_they_lead(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], target: str
) -> None:
    (folder / "link").symlink_to(target)
    assert main(["--source", str(folder), "--site", str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err.count("link: 符号链接不读取") == 1
    assert (tmp_path / "site" / "reports" / "good" / "index.html").exists()


def test_strict_publishes_nothing_when_input_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert main(["--source", str(folder), "--site", str(tmp_path / "site"), "--strict"]) == 2
    assert not (tmp_path / "site").exists()


def test_the_summary_is_one_line_with_what_was_built(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--source", str(folder), "--site", str(tmp_path / "site")]) == 0
    out = capsys.readouterr().out
    (line,) = [line for line in out.splitlines() if line.startswith("reports ")]
    for word in ("reports 1", "sections 1", "figures 2 (0 masked)", "themes", "removals", "warnings", "pages", " s"):
        assert word in line


@pytest.mark.parametrize(
    "words", [["--source", "nowhere"], ["--jobs", "0"], ["report", "nowhere.txt"], ["check", "--site", "nowhere"]]
)
def test_wrong_settings_end_with_2_and_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_an_empty_folder_is_a_wrong_setting(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "reports").mkdir()
    assert main(["--source", str(tmp_path / "reports"), "--site", str(tmp_path / "site")]) == 2
    assert "holds no report" in capsys.readouterr().err


def test_report_prints_what_was_understood(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(SEEDS / "001_8b9a0920432c809f.txt")]) == 0
    out = capsys.readouterr().out
    assert "2022年东丽区教育工作总结" in out
    for part in ("东丽区", "OUTLINE", "学前教育更加普惠", "990个", "REMOVALS", "bookmark", "WARNINGS"):
        assert part in out


def test_report_as_data_is_what_the_site_publishes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(SEEDS / "001_8b9a0920432c809f.txt"), "--json"]) == 0
    published = json.loads((site / "data" / "001-8b9a0920432c809f.json").read_text(encoding="utf-8"))
    assert json.loads(capsys.readouterr().out) == published


def test_check_says_what_it_looked_at(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(site)]) == 0
    assert "checked 5 reports" in capsys.readouterr().out


def test_hidden_reports_are_left_out_without_a_word(folder: Path, tmp_path: Path) -> None:
    (folder / "draft.txt").write_text(GOOD, encoding="utf-8")
    (folder / "draft.yml").write_text("hide: true\n", encoding="utf-8")
    assert main(["--source", str(folder), "--site", str(tmp_path / "site")]) == 0
    assert not (tmp_path / "site" / "reports" / "draft").exists()


def test_it_runs_as_a_module_from_anywhere(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build_site", "--source", str(folder), "--site", str(tmp_path / "site")]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "reports 1" in result.stdout


def test_the_readme_names_every_command() -> None:
    from build_site import cli

    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    for command in cli._COMMANDS:
        assert command == "build" or f"python -m build_site {command}" in readme
