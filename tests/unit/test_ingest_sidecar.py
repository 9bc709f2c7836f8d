"""Sidecars: what a contributor says of a report, checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest import read_source
from build_site.model.source import Sidecar
from build_site.rules import Rules


def sidecar_for(folder: Path, rules: Rules, yaml: str) -> Sidecar:
    (folder / "r.txt").write_text("教育工作总结")
    (folder / "r.yml").write_text(yaml)
    return read_source(folder / "r.txt", folder, rules).sidecar


def test_everything_it_may_say(tmp_path: Path, rules: Rules) -> None:
    sidecar = sidecar_for(
        tmp_path,
        rules,
        """
title: 某县2022年教育工作总结
region: 未知
region_code: 110101
year: 2022
kind: 总结
slug: xian-2022
publisher: 某县教育局
url: https://example.org/a?b=1
published: 2023-01-05
licence: CC BY 4.0
hide: true
figures:
  - text: 92.5%
    nth: 2
    set: {indicator: 毛入园率, value: 92.50}
  - {text: 3所, set: {drop: true}}
sections:
  - text: 一、学前教育
    set:
      title: 学前
""",
    )
    assert (sidecar.year, sidecar.region_code, sidecar.published, sidecar.hide) == (
        "2022",
        "110101",
        "2023-01-05",
        True,
    )
    assert sidecar.region == "未知"
    assert sidecar.figures[0].nth == 2
    assert sidecar.figures[0].set == {"indicator": "毛入园率", "value": "92.50"}
    assert sidecar.figures[1].set == {"drop": "true"}
    assert sidecar.sections[0].set == {"title": "学前"}


@pytest.mark.parametrize("yaml", ["", "# nothing yet\n", "title:\nyear:\nfigures:\n"])
def test_it_may_say_nothing(tmp_path: Path, rules: Rules, yaml: str) -> None:
    assert sidecar_for(tmp_path, rules, yaml) == Sidecar()


@pytest.mark.parametrize(
    ("yaml", "place", "told"),
    [
        ("title: a\ntitel: b\n", "titel", "did you mean 'title'"),
        ("标题: a\n", "line 1 (标题)", "是不是 title"),
        ("title: a\nlicense: b\n", "line 2 (license)", "'licence'"),
        ("xyzzy: b\n", "line 1 (xyzzy)", "可写：title"),
        ("published: 2023-13-01\n", "line 1 (published)", "2023-01-05"),
        ("published: 去年\n", "line 1 (published)", "2023-01-05"),
        ("year: 2023-2022\n", "line 1 (year)", "从早到晚"),
        ("region_code: 1101\n", "line 1 (region_code)", "六位数字"),
        ("slug: 东城\n", "line 1 (slug)", "a-z"),
        ("redirect_from: [旧]\n", "line 1 (redirect_from)", "a-z"),
        ("redirect_from: old\n", "redirect_from", "应写列表"),
        ("\nyear: 去年\n", "line 2 (year)", "2021-2022学年"),
        ("url: javascript:alert(1)\n", "line 1 (url)", "http"),
        ("url: ftp://example.org\n", "line 1 (url)", "http"),
        ("hide: vielleicht\n", "hide", "应写true 或 false"),
        ("figures:\n  - text: 3所\n    nth: 0\n", "nth", "int"),
        ("figures:\n  - txet: 3所\n", "txet", "did you mean 'text'"),
        ("figures:\n  - nth: 1\n", "figures", "缺少 text"),
        ("- a\n", "", "object"),
        ("just words\n", "", "object"),
        ("title: [\n", "line", "YAML"),
        ("title: a\ntitle: b\n", "line 2", "gives 'title' twice"),
        ('year: 2022\ntitle: "a\\ud800"\n', "line 2 (title)", "控制字符"),
        ('figures:\n- text: "3\\0所"\n', "line 2 (figures[0].text)", "控制字符"),
        ("a: &a [1]\nb: *a\n", "", "aliases"),
        ("title: " + "[" * 3000, "", "sidecar"),
        ("title: " + "x" * 200_000, "", "too large"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, rules: Rules, yaml: str, place: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        sidecar_for(tmp_path, rules, yaml)
    assert caught.value.file == "r.yml"
    assert place in caught.value.place
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_sidecar_in_another_encoding_is_refused(tmp_path: Path, rules: Rules) -> None:
    sidecar_for(tmp_path, rules, "")
    (tmp_path / "r.yml").write_bytes("title: 总结".encode("gbk"))
    with pytest.raises(InputError, match="UTF-8"):
        read_source(tmp_path / "r.txt", tmp_path, rules)


def test_a_sidecar_without_report_is_refused(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "other.yml").write_text("title: a")
    with pytest.raises(InputError, match="同名的报告"):
        read_source(tmp_path / "other.yml", tmp_path, rules)
