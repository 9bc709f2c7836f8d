"""Whatever a report holds, a reader sees those very characters."""

from __future__ import annotations

import html as html_module
import json
import re

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from build_site.render import escape
from build_site.render.templating import environment

HOSTILE = [
    "**",
    "获奖***余次，优秀率超**％",
    "<script>alert(1)</script>",
    "<b>粗</b> &amp; &lt;",
    "{{ config.site_url }} {% include 'x' %}",
    "# 一、标题 {#id .class}",
    "[链接](javascript:alert(1)) ![图](x)",
    "`code` ~~删~~ _斜_ ==亮== ^上^",
    "http://example.org/ a@b.cn",
    "  前后空格  两个  ",
    "制表\t符",
    "引号\"与'撇号",
    "反斜杠\\*与\\\\",
    "---",
    "1. 列表 - 项 | 表格 | ",
    "\x02wzxhzdk:0\x03",
    "</textarea></script><!-- ",
]


def visible(rendered: str) -> str:
    """The text content of rendered HTML."""
    return html_module.unescape(re.sub(r"<[^>]+>", "", rendered))


def shown(text: str) -> str:
    """What may be shown of a text: characters no page can carry become U+FFFD."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", "\ufffd", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_heading_shows_the_very_characters(text: str) -> None:
    label = escape.inline(text)
    page = f'## {label} {{#s1 data-s="1" data-toc-label="{label}"}}\n\n<p>x</p>\n'
    maker = markdown.Markdown(extensions=["attr_list", "toc", "tables"])
    result = maker.convert(page)
    heading = re.search(r"<h2[^>]*>(.*?)</h2>", result, re.S)
    assert heading
    assert visible(heading[1]) == shown(text)
    assert 'id="s1"' in result
    assert "<script" not in result


@pytest.mark.parametrize("text", HOSTILE)
def test_raw_block_shows_the_very_characters(text: str) -> None:
    page = f'<div><p title="{escape.html(text)}">{escape.html(text)}</p></div>\n'
    result = markdown.markdown(page, extensions=["attr_list", "toc", "tables"])
    paragraph = re.search(r'<p title="([^"]*)">(.*?)</p>', result, re.S)
    assert paragraph
    assert visible(paragraph[2]) == shown(text)
    assert html_module.unescape(paragraph[1]) == shown(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_front_matter_is_safe_for_the_theme_and_data_stays_as_it_is(text: str) -> None:
    body, meta = get_data(escape.front_matter({"title": text, "list": [text]}, {"name": text}) + "\n正文\n")
    assert body.strip() == "正文"
    assert html_module.unescape(meta["title"]) == shown(text)
    assert "<" not in meta["title"]
    assert meta["list"] == [meta["title"]]
    assert meta["data"]["name"] == text


@settings(deadline=None)
@given(st.text())
def test_front_matter_is_yaml_for_any_text(text: str) -> None:
    head = escape.front_matter({"title": text}, {"name": text})
    assert head.startswith("---\n")
    read = yaml.safe_load(head.strip("-\n"))
    assert html_module.unescape(read["title"]) == html_module.unescape(str(escape.html(text)))
    assert "\n---\n" not in head.removesuffix("\n---\n")


@settings(deadline=None)
@given(st.text())
def test_every_escape_gives_one_line(text: str) -> None:
    for result in (escape.html(text), escape.inline(text), escape.script_json([text])):
        assert "\n" not in result
        assert "<" not in result
        assert "\t" not in result


@settings(deadline=None)
@given(st.text())
def test_script_json_reads_back(text: str) -> None:
    expected = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert json.loads(str(escape.script_json({"a": text}))) == {"a": expected}


def test_templates_escape_what_they_print() -> None:
    template = environment().from_string('<p title="{{ text }}">{{ text }}</p>')
    assert template.render(text='<i>"\t') == '<p title="&#60;i&#62;&#34;&#9;">&#60;i&#62;&#34;&#9;</p>'
