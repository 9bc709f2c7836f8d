"""Web pages: all text in order, tables with their grid, and the article told from what surrounds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_site.errors import InputError
from build_site.ingest.docx import read_docx
from build_site.ingest.html import read_html
from build_site.ingest.reading import Reading

PROSE = (
    "全县教育系统坚持优先发展，着力补短板、提质量、促公平，各项工作取得新的进展，全年落实教育经费3.6亿元。",
    "新建公办幼儿园3所，改扩建2所，新增学位1080个，普惠性幼儿园覆盖率达到92.5%，比上年提高1.8个百分点。",
    "公开招聘教师216名，交流轮岗教师158人次，组织各级培训3400余人次，教师学历达标率保持在100%。",
)
ARTICLE = "".join(f"<p>{text}</p>" for text in PROSE)


def read(markup: str) -> Reading:
    """The reading of a page in UTF-8."""
    return read_html(markup.encode())


def quotes(reading: Reading, kind: str) -> list[str]:
    """What the marks of a kind lie over."""
    return [mark.span.of(reading.text) for mark in reading.marks if mark.kind == kind]


def kept(reading: Reading) -> list[str]:
    """The lines left when chrome is taken out."""
    text = list(reading.text)
    for mark in reading.marks:
        if mark.kind == "chrome":
            text[slice(*mark.span)] = [""] * (mark.span.end - mark.span.start)
    return "".join(text).splitlines()


def page(*parts: str, title: str = "某县2022年教育工作总结 - 某县人民政府") -> str:
    """A page of a government site with its menu, a list of other news and its foot."""
    others = "".join(f'<li><a href="/{n}">关于做好寒假第{n}批工作的通知</a> 2023-01-0{n}</li>' for n in range(1, 6))
    menu = "".join(
        f'<a href="/m{n}">{name}</a> ' for n, name in enumerate(("首页", "政务公开", "互动交流", "办事服务"))
    )
    return (
        f"<html><head><title>{title}</title><style>p{{}}</style></head><body><div class='menu'>{menu}</div>"
        f"<div class='main'><h1>某县2022年教育工作总结</h1><div class='text'>{''.join(parts)}</div></div>"
        f"<div class='news'><h3>相关新闻</h3><ul>{others}</ul></div><footer>主办单位：某县教育局</footer></body></html>"
    )


def test_blocks_are_lines_and_white_space_collapses() -> None:
    markup = "<p>一 \n 二<br>三</p><div>四<span>五</span><!-- 注 -->六</div><p>school\n year</p><pre>七  八\n九</pre>"
    assert read(markup).text == "一二\n三\n四五六\nschool year\n七  八\n九\n"


def test_scripts_and_styles_are_no_text() -> None:
    assert read("<script>var 甲</script><p>乙</p><style>丙</style><template>丁</template>戊").text == "乙\n戊\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gb2312", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", ""])
def test_encoding_is_told_whatever_the_page_declares(encoding: str, declared: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    reading = read_html(f"<html><head>{meta}</head><body><p>{PROSE[0]}</p></body></html>".encode(encoding))
    assert reading.text.strip() == PROSE[0]


def test_the_article_is_told_from_the_page() -> None:
    reading = read(page(ARTICLE))
    assert kept(reading) == ["某县2022年教育工作总结", *PROSE]
    assert any("相关新闻" in quote for quote in quotes(reading, "chrome"))
    assert any("首页" in quote for quote in quotes(reading, "chrome"))


def test_short_lines_of_the_article_are_kept() -> None:
    parts = (
        "<p>一、学前教育</p>",
        f"<p>{PROSE[1]}</p>",
        "<p>二、教师队伍</p>",
        f"<p>{PROSE[2]}</p>",
        "<p>某县教育局</p>",
    )
    lines = kept(read(page(f"<p>{PROSE[0]}</p>", *parts, "<p>2023年1月5日</p>")))
    assert lines[2:] == ["一、学前教育", PROSE[1], "二、教师队伍", PROSE[2], "某县教育局", "2023年1月5日"]


def test_an_article_of_nested_sections_is_kept() -> None:
    nested = "".join(
        f"<section><section><span>{text}</span></section></section>" for text in ("各位代表：", *PROSE, "完")
    )
    assert kept(read(page(nested)))[1:] == ["各位代表：", *PROSE, "完"]


def test_an_article_in_layout_tables_is_kept() -> None:
    body = "<br>".join(PROSE)
    inner = f"<table><tr><td>侧栏</td><td>{body}</td></tr></table>"
    markup = f"<table><tr><td><a href=/>首页</a></td></tr><tr><td>{inner}</td></tr></table>"
    reading = read(markup)
    assert not quotes(reading, "cell")
    assert [line for line in kept(reading) if line in PROSE] == list(PROSE)


def test_prose_the_extractor_does_not_know_stays() -> None:
    aside = f"<div class='comment sidebar'><div>{PROSE[2]}</div></div>"
    assert PROSE[2] in kept(read(page(f"<p>{PROSE[0]}</p><p>{PROSE[1]}</p>") + aside))


def test_a_page_saved_by_a_word_processor_loses_nothing() -> None:
    markup = f"<ol><li><h1>短题</h1></li></ol><div><div><p>{PROSE[0]}</p><p>{PROSE[1]}</p></div></div><p>完</p>"
    assert kept(read(markup)) == ["1. 短题", PROSE[0], PROSE[1], "完"]


def test_a_bare_page_loses_nothing() -> None:
    assert kept(read("<p>教育工作总结</p><p>一、学前教育</p>")) == ["教育工作总结", "一、学前教育"]


def test_tables_have_their_grid() -> None:
    table = (
        "<table><caption>基本情况</caption><tr><th rowspan=2>学段</th><th colspan=2>学校</th></tr>"
        "<tr><td>公办</td><td>民办</td></tr>"
        "<tr><td>小学</td><td> 1<b>2</b> </td><td><p>3</p><p>所</p></td></tr></table>"
    )
    reading = read(page(ARTICLE, table, "<p>以上为全部数据。</p>"))
    assert "基本情况\n学段\t学校\n公办\t民办\n小学\t12\t3 所\n以上为全部数据。\n" in reading.text
    found = {mark.span.of(reading.text): mark.value for mark in reading.marks if mark.kind == "cell"}
    assert found == {
        "学段": "0,0,2,1", "学校": "0,1,1,2", "公办": "1,1,1,1", "民办": "1,2,1,1",
        "小学": "2,0,1,1", "12": "2,1,1,1", "3 所": "2,2,1,1",
    }  # fmt: skip
    assert quotes(reading, "row") == ["学段\t学校", "公办\t民办", "小学\t12\t3 所"]
    assert "小学\t12\t3 所" in kept(reading)


def test_headings_are_marked_with_their_level() -> None:
    reading = read("<h1>总结</h1><h3>学前<br>教育</h3><p>正文</p>")
    assert [(mark.value, mark.span.of(reading.text)) for mark in reading.marks if mark.kind == "heading"] == [
        ("1", "总结"),
        ("3", "学前\n教育"),
    ]


def test_numbers_of_ordered_lists_become_text() -> None:
    markup = "<ol start=3><li>甲</li><li value=7>乙</li><li>（一）丙</li></ol><ol type=A><li>丁</li></ol>"
    markup += (
        "<ol style='list-style-type: cjk-ideographic'><li>戊</li></ol><ol style='list-style:none'><li>己</li></ol>"
    )
    reading = read(markup)
    assert reading.text.splitlines() == ["3. 甲", "7. 乙", "（一）丙", "A. 丁", "一、戊", "己"]
    assert quotes(reading, "number") == ["3. ", "7. ", "A. ", "一、"]
    assert read("<ol><li><h2><p>甲</p></h2></li><li></li></ol>乙").text == "1. 甲\n乙\n"


def test_hidden_and_deleted_text_is_marked() -> None:
    markup = (
        "<p>见<span style='display:none'>藏</span><del>删</del><span hidden>匿</span>到<ruby>教<rt>jiào</rt></ruby></p>"
    )
    reading = read(markup)
    assert reading.text == "见藏删匿到教jiào\n"
    assert quotes(reading, "hidden") == ["藏", "匿", "jiào"]
    assert quotes(reading, "deleted") == ["删"]


def test_what_the_head_says_is_a_candidate() -> None:
    head = "<title>工作 总结</title><meta name=Author content=张三><meta name=PubDate content='2023-01-05 10:00'>"
    properties = read(f"<head>{head}</head><p>正文</p>").properties
    assert (properties.title, properties.author, properties.date) == ("工作 总结", "张三", "2023-01-05")


def test_entities_and_odd_characters_are_decoded_once() -> None:
    assert read("<p>3&lt;5&amp;lt; &#19968;&#xD800;&nbsp;𠮷</p>").text == "3<5&lt; 一\ufffd\xa0𠮷\n"


def test_broken_markup_loses_no_text() -> None:
    assert read("<p>一<b>二<p>三</i>四<table><td>五<p>六").text.replace("\n", "") == "一二三四五六"


def test_text_after_the_end_of_the_page_is_read() -> None:
    assert read("<html><body>一</body></html><p>二</p><html><body>三</body></html>四").text.split() == [
        "一",
        "二",
        "三",
        "四",
    ]


def test_nothing_is_fetched_and_entities_are_not_expanded() -> None:
    markup = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;正文</p>'
    assert "root:" not in read(markup).text


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(InputError, match="嵌套过深"):
        read("<div>" * 5_000 + "深")


def test_a_report_has_the_text_of_its_word_file() -> None:
    files = Path(__file__).parent.parent / "fixtures" / "ingest"
    word, web = read_docx((files / "report.docx").read_bytes()), read_html((files / "report.html").read_bytes())
    body = [mark.span.of(word.text).strip() for mark in word.marks if mark.kind in ("header", "footer", "footnote")]
    expected = [line.replace("[1]", "1") for line in word.text.splitlines() if line not in body]
    assert [line.strip() for line in web.text.splitlines()][: len(expected)] == expected
    assert not quotes(web, "chrome")
    assert quotes(web, "note-reference")[0] == "1"
    assert quotes(web, "footnote") == ["1含民办幼儿园。"]


def test_running_heads_a_word_processor_writes_are_chrome() -> None:
    reading = read(f"<div title='header'><p>某局文件</p></div>{ARTICLE}<div title='footer'><p>5</p></div>")
    assert kept(reading) == list(PROSE)


def test_an_article_that_only_a_script_shows_is_read() -> None:
    article = "".join(f"<p>第{n}年新建幼儿园{n}所，新增学位若干，各项工作扎实推进。</p>" for n in range(8))
    hidden = f'<div id="js_content" style="visibility: hidden; opacity: 0">{article}</div>'
    reading = read(f"<h1>某县2022年教育工作总结</h1>{hidden}<div style='display:none'>摘要</div>")
    assert quotes(reading, "hidden") == ["摘要"]


def test_what_is_attached_stays_though_it_is_a_link() -> None:
    linked = "<p>附件：<a href='/1.docx'>2022年教育事业统计表.docx</a></p>"
    assert kept(read(page(ARTICLE, linked)))[-1] == "附件：2022年教育事业统计表.docx"


def test_names_of_government_pages_are_taken() -> None:
    head = '<meta name="ArticleTitle" content="某县2022年教育工作总结"><meta name="ContentSource" content="某县教育局">'
    head += '<meta name="PubDate" content="2023-01-05 10:12">'
    properties = read(f"<html><head><title>门户网站</title>{head}</head><body><p>正文。</p></body></html>").properties
    assert (properties.title, properties.organisation) == ("某县2022年教育工作总结", "某县教育局")
    assert properties.date == "2023-01-05"


def test_pictures_in_the_article_are_told_of() -> None:
    parts = f"<p><img src=logo.png></p><p>{PROSE[0]}</p><p><img src=1.jpg></p><p>{PROSE[1]}</p>"
    reading = read(page(parts) + "<img src=qr.png>")
    told = [mark for mark in reading.marks if mark.kind == "unread"]
    assert [(mark.value, reading.text[: mark.span.start].splitlines()[-1]) for mark in told] == [
        ("picture", "某县2022年教育工作总结"),
        ("picture", PROSE[0]),
    ]
