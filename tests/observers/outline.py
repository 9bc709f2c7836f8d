"""What the build makes of an outline case.

Parts: 原文 (the text as it stands), optionally 目录页 (a printed table of contents before it, already cut out) and
格式 (lines ``heading 2 | 学前教育`` or ``title | …``: what the file format says of a line). Expected parts:

- 目录: one line a section, indented by two spaces a level below the first: marker, title. ``·`` stands for a heading
  without marker, ``-`` for a point without title; the document title comes first as ``《…》``; ``[计划]`` follows
  the headings of sections that state intentions.
- 导语: the text before the first heading.
- 警告: code and message of each warning.
- 正文: for each section its heading and the last characters of its text.
"""

from __future__ import annotations

import re

from build_site.model.diagnostic import Diagnostic
from build_site.model.document import CleanText, Outline, Paragraph, Removal
from build_site.model.source import Mark, Source
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.text import OffsetMap, Span

_LINE = re.compile(r"[^\n]+")
_PLAN = " [计划]"


def tidy(text: str, marks: tuple[Mark, ...] = (), contents: str = "") -> CleanText:
    """``text`` without blank lines and indents; ``contents`` is put before it and cut out as a table of contents."""
    source = contents + text
    kept: list[Span] = []
    removals = [Removal(Span(0, len(contents)), "toc", contents)] if contents else []
    for match in _LINE.finditer(source, len(contents)):
        start, end = match.span()
        while start < end and source[start].isspace():
            start += 1
        while end > start and source[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if kept:
            kept.append(Span(match.start() - 1, match.start()))
        kept.append(Span(start, end))
    cleaned = "".join(span.of(source) for span in kept)
    offsets = OffsetMap(tuple(kept))
    paragraphs = tuple(
        Paragraph(Span(*match.span()), offsets.to_source(Span(*match.span()))) for match in _LINE.finditer(cleaned)
    )
    file = Source("case", "case.txt", "txt", "", source, marks)
    return CleanText(file, cleaned, offsets, tuple(removals), (), paragraphs, "完整")


def analyse(parts: dict[str, str], rules: Rules) -> tuple[CleanText, Outline, tuple[Diagnostic, ...]]:
    """The outline of a case."""
    contents = parts["目录页"] + "\n" if "目录页" in parts else ""
    marks = []
    for line in parts.get("格式", "").splitlines():
        kind, _, quote = line.partition(" | ")
        name, _, value = kind.partition(" ")
        start = (contents + parts["原文"]).index(quote)
        marks.append(Mark(Span(start, start + len(quote)), name, value))
    clean = tidy(parts["原文"], tuple(sorted(marks, key=lambda mark: mark.span)), contents)
    outline, warnings = find_outline(clean, rules)
    return clean, outline, warnings


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The expected parts of the case as the build has them."""
    clean, outline, warnings = analyse(parts, rules)
    lines = []
    for section in outline.sections:
        plan = _PLAN if section.plan else ""
        if section.level == 0:
            lines.append(f"《{section.title}》{plan}")
        else:
            lines.append(f"{'  ' * (section.level - 1)}{section.marker or '·'} {section.title}{plan}")
    ends = [f"{section.marker or '·'} …{section.span.of(clean.text)[-6:]}" for section in outline.sections]
    observed = {
        "目录": "\n".join(lines),
        "导语": outline.lead.of(clean.text).strip(),
        "警告": "\n".join(f"{doubt.code} {doubt.message}" for doubt in warnings),
        "正文": "\n".join(end.replace("\n", "／") for end in ends),
    }
    return {name: body or "（无）" for name, body in observed.items() if name in parts}


def invariants(parts: dict[str, str], rules: Rules) -> None:
    """Spans are ordered, nested and literal; blank lines and indents change nothing."""
    clean, outline, warnings = analyse(parts, rules)
    check_spans(clean, outline)
    for doubt in warnings:
        assert 0 <= doubt.start <= doubt.end <= len(clean.source.text)
    if "格式" not in parts:
        spaced = dict(parts, 原文=parts["原文"].replace("\n", "\n\n　　"))
        assert observe(spaced, rules) == observe(parts, rules)


def check_spans(clean: CleanText, outline: Outline) -> None:
    """What holds for the outline of every text."""
    before = None
    for section in outline.sections:
        assert section.source.of(clean.source.text).startswith(section.marker)
        assert section.span.holds(section.heading)
        assert section.heading.start == section.span.start
        assert section.title
        assert len(section.path) == section.level
        if before is not None and section.level:
            assert section.span.start > before.span.start or before.level == 0
            if section.level > before.level:
                assert before.level == 0 or before.span.holds(section.span)
                assert section.level == before.level + 1
            else:
                assert section.span.start >= before.span.end
        before = section
    assert 0 <= outline.lead.start <= outline.lead.end <= len(clean.text)
