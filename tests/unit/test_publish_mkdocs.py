"""Rendering: the fast path gives what plain MkDocs gives, and any subset of pages renders as the whole does."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from build_site.publish.raw_blocks import RawBlocksExtension
from build_site.workers import workers

PAGES = {
    "blocks": '# 标题 {#s1}\n\n<p id="p1">一<data value="1">1个</data>，**不粗**</p>\n\n<p>二</p>\n\n正文**粗**。\n',
    "nested": "<div>\n<div>内</div>\n</div>\n\n## 二 {#s2}\n\n<table><tr><td>1</td></tr></table>\n",
    "broken over blank lines": "<div>\n\n<p>内</p>\n\n</div>\n\n段落\n",
    "unclosed": "<div>\n一\n\n二\n",
    "one after the other": '<p>一</p>\n<div>\n<h2 id="a">二</h2>\n\n三\n</div>\n<ul><li>四</li></ul>\n\n**五**\n',
    "text right behind": "<p>一</p>\n二**三**\n\n<h3>四</h3>\n<em>五</em>\n\n六\n",
    "two in one line": "<p>一</p><div>二</div>\n\n<p>三</p>\n",
    "inline first": "<span>一</span>二\n\n<em>三</em>\n",
}


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_taking_blocks_over_whole_changes_nothing_but_blank_lines(page: str) -> None:
    plain = markdown.markdown(page, extensions=["attr_list", "toc"])
    fast = markdown.markdown(page, extensions=["attr_list", "toc", RawBlocksExtension()])
    assert [line for line in fast.splitlines() if line] == [line for line in plain.splitlines() if line]


def test_the_pages_of_a_site_are_what_plain_mkdocs_makes_of_them(site: Path, tmp_path: Path) -> None:
    from build_site.config import PROJECT, make_settings
    from build_site.publish import mkdocs

    docs = make_settings(str(PROJECT / "seeds"), str(site), 1).docs
    pages = ["index.md", "reports/002-812a2a759e583a39/index.md", "reports/002-812a2a759e583a39/text.md"]
    original = mkdocs.RawBlocksExtension
    mkdocs.RawBlocksExtension = markdown.Extension  # type: ignore[misc, assignment]
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(markdown.Extension, "extendMarkdown", lambda self, md: None)
            mkdocs.render_pages(PROJECT / "mkdocs.yml", docs, pages, tmp_path, workers(1), 1, lambda count: None)
    finally:
        mkdocs.RawBlocksExtension = original  # type: ignore[misc]
    for page in pages:
        name = mkdocs.html_path(page)
        ours = [line for line in (site / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        plain = [line for line in (tmp_path / name).read_text(encoding="utf-8").splitlines() if line.strip()]
        assert ours == plain
