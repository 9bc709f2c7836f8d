"""Pages lose bytes, and nothing a browser sees."""

from __future__ import annotations

import pytest
from lxml import etree, html

from build_site.publish.compact import compact

PAGE = """
<!doctype html>
<html lang="zh-Hans">
<head>
  <script type="application/json">{"a":"b c","q":"<\\/p>"}</script>
</head>
<body>
  <nav aria-label="栏目">

    <a href="../../" class="md-tabs__link md-tabs__link--active" title='单"引'>首页 x="y"</a>
    <input type="text" value="" placeholder="a=b">
  </nav>
  <article class="md-content__inner md-typeset">


    <p title="引">两  格，x="y"</p>

    <pre>
  行
</pre>

  </article>
</body>
</html>
"""


def test_outside_the_article_white_space_and_quotation_marks_go() -> None:
    made = compact(PAGE)
    assert '<nav aria-label=栏目>\n<a href=../../ class="md-tabs__link md-tabs__link--active"' in made
    assert 'placeholder="a=b"' in made
    assert '首页 x="y"' in made
    assert '{"a":"b c","q":"<\\/p>"}' in made


def test_within_the_article_nothing_changes_but_its_ends() -> None:
    assert '<article class="md-content__inner md-typeset">\n<p title="引">两  格，x="y"</p>\n\n    <pre>' in compact(
        PAGE
    )
    assert "</pre>\n</article>" in compact(PAGE)


@pytest.mark.parametrize("page", [PAGE, PAGE.replace("<article", "<div").replace("</article", "</div")])
def test_elements_and_attributes_stay_what_they_were(page: str) -> None:
    def seen(source: str) -> list[tuple[str, dict[str, str]]]:
        tree = html.document_fromstring(source)
        return [(str(element.tag), dict(element.attrib)) for element in tree.iter(etree.Element)]

    assert seen(compact(page)) == seen(page)
