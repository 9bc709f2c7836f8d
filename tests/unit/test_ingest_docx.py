"""Word documents: everything the file shows or hides is in the text, and the marks say what is what."""

from __future__ import annotations

import io
import zipfile

import pytest

from build_site.errors import InputError
from build_site.ingest.docx import read_docx
from tests.fixtures.readings import quotes, shown
from tests.fixtures.word import field, paragraph, run, style, word, zipped


def test_paragraphs_are_lines() -> None:
    body = paragraph("教育工作总结") + paragraph() + paragraph(inner=run("全区") + run(" 新增") + run("学位"))
    assert read_docx(word(body)).text == "教育工作总结\n\n全区 新增学位\n"


def test_breaks_tabs_hyphens_and_symbols() -> None:
    inner = "<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:t>四</w:t><w:softHyphen/>"
    inner += '<w:sym w:font="Wingdings" w:char="F0FE"/><w:lastRenderedPageBreak/><w:t>五</w:t></w:r>'
    assert read_docx(word(paragraph(inner=inner))).text == "一\n二\t三\u2011四\u00ad☑五\n"


def test_headings_by_style_level_and_inheritance() -> None:
    styles = (
        style("1", "heading 1")
        + style("a", "本局标题", based_on="1")
        + style("b", "小节", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
        + style("c", "正文样", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="1")
        + style("T", "Title")
        + style("z", "标题 3")
        + style("loop", "圈", based_on="loop")
    )
    named = [
        ("总题", "T"),
        ("一", "1"),
        ("二", "a"),
        ("三", "b"),
        ("四", "c"),
        ("五", "z"),
        ("六", "loop"),
        ("七", "none"),
    ]
    body = "".join(paragraph(text, f'<w:pStyle w:val="{name}"/>') for text, name in named)
    body += paragraph("八", '<w:outlineLvl w:val="0"/>')
    reading = read_docx(word(body, styles=styles))
    assert quotes(reading, "title") == ["总题"]
    found = [(mark.span.of(reading.text), mark.value) for mark in reading.marks if mark.kind == "heading"]
    assert found == [("一", "1"), ("二", "1"), ("三", "3"), ("五", "3"), ("八", "1")]


def test_tracked_changes_are_read_as_accepted() -> None:
    inner = run("建成") + f"<w:ins>{run('3所')}</w:ins>"
    inner += "<w:del><w:r><w:delText>2所</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>新</w:t></w:r></w:moveFrom>"
    body = paragraph(inner=inner + run("学校"))
    body += paragraph("上半", "<w:rPr><w:del/></w:rPr>") + paragraph("年完成")
    reading = read_docx(word(body))
    assert reading.text == "建成3所2所新学校\n上半\n年完成\n"
    assert quotes(reading, "deleted") == ["2所新", "\n"]
    assert shown(reading) == "建成3所学校\n上半年完成\n"


def test_hidden_text_by_run_style_and_paragraph_mark() -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>'
    inner = run("可见") + run("暗", "<w:vanish/>") + run("藏", '<w:rStyle w:val="h"/>')
    inner += run("又见", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    reading = read_docx(word(paragraph(inner=inner), styles=styles))
    assert reading.text == "可见暗藏又见\n"
    assert quotes(reading, "hidden") == ["暗藏"]


def test_hidden_by_paragraph_style() -> None:
    styles = style("v", "密", "<w:rPr><w:vanish/></w:rPr>")
    reading = read_docx(word(paragraph("不给看", '<w:pStyle w:val="v"/>') + paragraph("给看"), styles=styles))
    assert shown(reading).split() == ["给看"]


def test_field_results_are_text_and_instructions_are_not() -> None:
    inner = run("见") + field('HYPERLINK "http://example.org/"', "附表") + run("。")
    simple = '<w:fldSimple w:instr=" DATE "><w:r><w:t>2023年1月5日</w:t></w:r></w:fldSimple>'
    reading = read_docx(word(paragraph(inner=inner) + paragraph(inner=simple)))
    assert shown(reading) == "见附表。\n2023年1月5日\n"
    assert quotes(reading, "field-code") == ['HYPERLINK "http://example.org/"', " DATE "]


def test_a_field_inside_an_instruction_is_no_text() -> None:
    begin, end = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    inner = begin + "<w:r><w:instrText>IF </w:instrText></w:r>" + field("PAGE", "3") + end + run("正文")
    assert shown(read_docx(word(paragraph(inner=inner)))) == "正文\n"


def test_table_of_contents_is_marked() -> None:
    start = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
    start += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = paragraph("总结") + paragraph(inner=start + run("一、学前教育\t1"))
    body += paragraph(inner=run("二、义务教育\t2") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body += paragraph("三、附录\t9", '<w:pStyle w:val="T1"/>') + paragraph("一、学前教育")
    reading = read_docx(word(body, styles=style("T1", "toc 1")))
    assert [quote.rpartition('"')[2] for quote in quotes(reading, "toc")] == [
        "一、学前教育 1",
        "二、义务教育 2",
        "三、附录 9",
    ]


def test_a_table_of_contents_from_the_gallery_is_marked_whatever_its_styles() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdtContent>{paragraph('目录')}{paragraph('一、学前教育 1')}</w:sdtContent>"
    reading = read_docx(word(f"<w:sdt>{gallery}{contents}</w:sdt>{paragraph('一、学前教育')}"))
    assert quotes(reading, "toc") == ["目录\n一、学前教育 1\n"]


def test_headers_footers_and_page_numbers() -> None:
    page = paragraph(inner=run("第 ") + field("PAGE", "1") + run(" 页"))
    reading = read_docx(
        word(paragraph("正文"), header1=paragraph("某局文件"), header2=paragraph("某局文件"), footer1=page)
    )
    assert reading.text == "某局文件\n正文\n第 PAGE1 页\n"
    assert quotes(reading, "header") == ["某局文件\n"]
    assert quotes(reading, "footer") == ["第 PAGE1 页\n"]
    assert quotes(reading, "page-number") == ["1"]
    assert shown(reading) == "正文\n"


def test_comments_come_last() -> None:
    body = paragraph(inner=run("增长5%") + '<w:r><w:commentReference w:id="0"/></w:r>')
    reading = read_docx(word(body, comments=f'<w:comment w:id="0">{paragraph("请核实")}</w:comment>'))
    assert reading.text == "增长5%\n请核实\n"
    assert quotes(reading, "comment") == ["请核实\n"]


def test_content_controls_links_and_prompts() -> None:
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('某县')}</w:sdtContent></w:sdt>"
    empty = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('点击输入')}</w:sdtContent></w:sdt>"
    inner = filled + empty + f"<w:hyperlink>{run('教育局')}</w:hyperlink><w:smartTag>{run('总结')}</w:smartTag>"
    block = f"<w:sdt><w:sdtContent>{paragraph('块内')}</w:sdtContent></w:sdt>"
    reading = read_docx(word(paragraph(inner=inner) + block))
    assert shown(reading) == "某县教育局总结\n块内\n"
    assert quotes(reading, "hidden") == ["点击输入"]


def test_ruby_and_formulas() -> None:
    ruby = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jiao</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>教</w:t></w:r>"
    ruby += "</w:rubyBase></w:ruby></w:r>"
    part = "<m:r><m:t>{}</m:t></m:r>"
    formula = (
        f"<m:oMath><m:f><m:num>{part.format('入园数')}</m:num><m:den>{part.format('人口')}</m:den></m:f></m:oMath>"
    )
    assert shown(read_docx(word(paragraph(inner=ruby + formula)))) == "教入园数/人口\n"


def test_properties_are_candidates() -> None:
    core = "<dc:title>工作总结</dc:title><dc:creator>张三</dc:creator>"
    core += "<dcterms:created>2023-01-05T08:00:00Z</dcterms:created>"
    properties = read_docx(word(paragraph("正文"), core=core, app="<Company>某县教育局</Company>")).properties
    assert (properties.title, properties.author, properties.organisation, properties.date) == (
        "工作总结",
        "张三",
        "某县教育局",
        "2023-01-05",
    )


def test_strict_open_xml_is_read() -> None:
    strict = word(paragraph("严格格式"))
    with zipfile.ZipFile(io.BytesIO(strict)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for usual, name in (
        (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        parts = {part: blob.replace(usual, name) for part, blob in parts.items()}
    assert read_docx(zipped(parts)).text == "严格格式\n"


def test_a_relationship_that_leads_nowhere_does_no_harm() -> None:
    broken = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="../NULL"/></Relationships>'
    )
    assert read_docx(word(paragraph("正文"), extra={"word/_rels/document.xml.rels": broken})).text == "正文\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (word(paragraph("正文"))[:-40], "压缩包损坏"),
        (zipped({"[Content_Types].xml": b"<a/>"}), "内部结构"),
        (word(paragraph("a"), extra={"word/document.xml": b"<w:document"}), "XML 有误"),
        (
            word("", extra={"word/document.xml": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
            "DOCTYPE",
        ),
        (word("", extra={"word/big.xml": b"<a>" + b" " * 31_000_000 + b"</a>"}), "解压后过大"),
        (word("", extra={f"word/media/{n}.png": b"" for n in range(4_001)}), "超过"),
        (word("<w:sdt><w:sdtContent>" * 200 + paragraph("深") + "</w:sdtContent></w:sdt>" * 200), "内部结构|嵌套"),
        (word(f"<w:altChunk r:id='rId1'/>{paragraph('正文')}"), "altChunk"),
    ],
)
def test_what_cannot_be_used_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_docx(data)
