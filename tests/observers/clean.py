"""What cleaning makes of a case.

Parts: 原文 is the source ({U+200B} stands for that character); 格式 its format (txt unless said). Expected are any of
正文 (the cleaned text), 移除 (``kind = text``, blanks left out, ⏎ for a line end), 遮盖 (``text = kind``), 完整性 and
提示 (codes of the warnings, sorted).
"""

from __future__ import annotations

import re

from build_site.clean import clean
from build_site.model.document import CleanText
from build_site.model.source import Source
from build_site.rules import Rules

_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


def source_of(text: str, file: str = "report.txt", kind: str = "txt") -> Source:
    """A source with this text and nothing else."""
    return Source(id="report", file=file, format=kind, sha256="", text=text)


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The parts of a case as cleaning has them."""
    cleaned, doubts = clean(_source(parts), rules)
    observed = {
        "正文": cleaned.text,
        "移除": "\n".join(
            f"{removal.kind} = {removal.text.replace(chr(10), '⏎')}"
            for removal in cleaned.removals
            if removal.kind != "blank"
        ),
        "遮盖": "\n".join(f"{mask.text.replace(chr(10), chr(0x23CE))} = {mask.kind}" for mask in cleaned.masks),
        "完整性": cleaned.completeness,
        "提示": "\n".join(sorted({doubt.code for doubt in doubts})),
    }
    return {name: text for name, text in observed.items() if name in parts}


def invariants(parts: dict[str, str], rules: Rules) -> None:
    """Nothing is lost, cleaning twice changes nothing, and the kind of line end does not matter."""
    source = _source(parts)
    cleaned, _ = clean(source, rules)
    assert_conserved(cleaned)
    assert_paragraphs(cleaned)
    again, _ = clean(source_of(cleaned.text, kind=source.format), rules)
    assert again.text == cleaned.text
    crlf, _ = clean(source_of(source.text.replace("\n", "\r\n"), kind=source.format), rules)
    assert crlf.text == cleaned.text


def assert_conserved(cleaned: CleanText) -> None:
    """Removals and kept stretches cover the source, in order, each character once."""
    pieces = [(span, span.of(cleaned.source.text)) for span in cleaned.map.kept]
    assert "".join(text for _, text in pieces) == cleaned.text
    pieces += [(removal.source, removal.text) for removal in cleaned.removals]
    at = 0
    for span, text in sorted(pieces):
        assert span.start == at
        assert span.end > at
        assert span.of(cleaned.source.text) == text
        at = span.end
    assert at == len(cleaned.source.text)


def assert_paragraphs(cleaned: CleanText) -> None:
    """Paragraphs are the lines of the text, without blanks at their ends; masks are slices of the source."""
    assert [paragraph.span.of(cleaned.text) for paragraph in cleaned.paragraphs] == cleaned.text.split("\n") * bool(
        cleaned.text
    )
    for paragraph in cleaned.paragraphs:
        text = paragraph.span.of(cleaned.text)
        assert text == text.strip()
        assert text
    at = 0
    for mask in cleaned.masks:
        assert mask.source.start >= at
        assert mask.source.of(cleaned.source.text) == mask.text
        at = mask.source.end


def _source(parts: dict[str, str]) -> Source:
    text = _CHARACTER.sub(lambda match: chr(int(match[1], 16)), parts["原文"])
    return source_of(text, kind=parts.get("格式", "txt").strip())
