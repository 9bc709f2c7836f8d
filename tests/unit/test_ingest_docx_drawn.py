"""What Word draws: charts and SmartArt are read, formulas and form fields written out, pictures told of."""

from __future__ import annotations

import pytest

from build_site.clean import clean
from build_site.ingest.docx import read_docx
from build_site.model.source import Source
from build_site.rules import Rules
from tests.fixtures.word import paragraph, run, word
from tests.unit.test_ingest_docx import quotes

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "urn:schemas-microsoft-com:office:office"


def drawing(inner: str) -> str:
    """A run with something drawn in it."""
    graphic = f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="x">{inner}</a:graphicData></a:graphic>'
    return f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"


def cached(name: str, kind: str, *values: str, code: str = "") -> str:
    """The values a chart keeps of the sheet it was drawn from."""
    points = "".join(f'<c:pt idx="{n}"><c:v>{text}</c:v></c:pt>' for n, text in enumerate(values))
    form = f"<c:formatCode>{code}</c:formatCode>" if code else ""
    return f"<c:{name}><c:{kind}Ref><c:{kind}Cache>{form}{points}</c:{kind}Cache></c:{kind}Ref></c:{name}>"


def with_chart(*series: str, title: str = "") -> bytes:
    """A document with a chart between two paragraphs."""
    rich = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>" if title else ""
    plot = "".join(f"<c:ser>{one}</c:ser>" for one in series)
    part = (
        f'<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main"><c:chart>{rich}'
        f"<c:plotArea><c:barChart>{plot}</c:barChart></c:plotArea></c:chart></c:chartSpace>"
    )
    chart = drawing(f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="rIdC"/>')
    body = paragraph("见图。") + paragraph(inner=chart) + paragraph("以上。")
    return word(body, extra={"word/charts/c.xml": part.encode()}, related={"rIdC": ("chart", "charts/c.xml")})


def test_a_chart_is_the_table_it_was_drawn_from() -> None:
    years = cached("cat", "str", "2021年", "2022年")
    first = cached("tx", "str", "公办园") + years + cached("val", "num", "31", "35.000000000001")
    second = cached("tx", "str", "普惠率") + years + cached("val", "num", "0.885", "0.925", code="0.0%")
    reading = read_docx(with_chart(first, second, title="幼儿园（所）"))
    rows = ["\t公办园\t普惠率", "2021年\t31\t88.5%", "2022年\t35\t92.5%"]
    assert reading.text.split("\n") == ["见图。", "", "幼儿园（所）", *rows, "以上。", ""]
    assert quotes(reading, "table") == ["\n".join(rows)]
    assert quotes(reading, "unread") == []


def test_a_chart_without_values_is_told_of() -> None:
    assert [mark.value for mark in read_docx(with_chart()).marks if mark.kind == "unread"] == ["chart"]


def test_smartart_says_its_shapes_in_their_order() -> None:
    names = {"0": ("doc", ""), "3": ("node", "五育并举"), "1": ("node", "立德树人"), "2": ("node", "铸魂育人")}
    points = "".join(
        f'<d:pt modelId="{n}" type="{kind}"><d:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        for n, (kind, text) in names.items()
    )
    links = "".join(
        f'<d:cxn srcId="{above}" destId="{below}" srcOrd="{order}"/>'
        for above, below, order in (("0", "3", 1), ("0", "1", 0), ("1", "2", 0))
    )
    part = f'<d:dataModel xmlns:d="{_DRAWING}/diagram" xmlns:a="{_DRAWING}/main">{points}{links}</d:dataModel>'
    body = paragraph(inner=drawing(f'<d:relIds xmlns:d="{_DRAWING}/diagram" r:dm="rIdD"/>'))
    data = word(body, extra={"word/d.xml": part.encode()}, related={"rIdD": ("diagramData", "d.xml")})
    assert read_docx(data).text.split() == ["立德树人", "铸魂育人", "五育并举"]


def test_word_art_is_a_text_box() -> None:
    body = paragraph(inner='<w:r><w:pict><v:shape><v:textpath string="某县教育局"/></v:shape></w:pict></w:r>')
    assert quotes(read_docx(word(body)), "textbox") == ["某县教育局\n"]


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        (drawing(f'<p:pic xmlns:p="{_DRAWING}/picture"/>'), "picture"),
        ('<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>', "picture"),
        (f'<w:r><w:object><o:OLEObject xmlns:o="{_OFFICE}" ProgID="Excel.Sheet.12"/></w:object></w:r>', "object"),
        (drawing('<x:chart xmlns:x="http://schemas.microsoft.com/office/drawing/2014/chartex"/>'), "chart"),
    ],
)
def test_what_holds_no_text_to_be_had_is_told_of(rules: Rules, inner: str, kind: str) -> None:
    header = paragraph(inner=inner)
    reading = read_docx(word(paragraph(inner=run("见下图。") + inner), header1=header))
    assert [mark.value for mark in reading.marks if mark.kind == "unread"] == [kind]
    _, doubts = clean(Source("r", "r.docx", "docx", "", reading.text, reading.marks), rules)
    assert [doubt.code for doubt in doubts] == ["unread"]


def test_formulas_are_written_on_a_line() -> None:
    def part(name: str, text: str) -> str:
        return f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>"

    inner = f"<m:sSup>{part('e', 'x')}{part('sup', '2')}</m:sSup><m:f>{part('num', 'a+b')}{part('den', 'c')}</m:f>"
    inner += f"<m:rad>{part('e', 'y')}</m:rad><m:d>{part('e', 'z')}</m:d>"
    body = paragraph(inner=run("面积") + f"<m:oMath>{inner}</m:oMath>" + run("。"))
    assert read_docx(word(body)).text == "面积x^2(a+b)/c√y(z)。\n"


def test_form_fields_show_what_was_chosen() -> None:
    def form(inner: str, name: str) -> str:
        begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inner}</w:ffData></w:fldChar></w:r>'
        return begin + f'<w:r><w:instrText>{name}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'

    entries = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="优秀"/><w:listEntry w:val="良好"/></w:ddList>'
    ticked, empty = "<w:checkBox><w:checked/></w:checkBox>", '<w:checkBox><w:default w:val="0"/></w:checkBox>'
    inner = form(entries, "FORMDROPDOWN") + form(ticked, "FORMCHECKBOX") + form(empty, "FORMCHECKBOX")
    reading = read_docx(word(paragraph(inner=inner)))
    assert reading.text == "良好FORMDROPDOWN☑FORMCHECKBOX☐FORMCHECKBOX\n"
    assert quotes(reading, "field-code") == ["FORMDROPDOWN", "FORMCHECKBOX", "FORMCHECKBOX"]


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_read(kind: str) -> None:
    assert read_docx(word(paragraph("教育工作总结"), kind=kind)).text == "教育工作总结\n"
