"""What the build makes of a themes case.

Part: 原文 (a report; its headings 一、… make the sections). Expected parts:

- 主题: one line a section, ``marker and title = primary | others``; 无 where there is none, - without others.
- 段落: the same for each paragraph that is no heading, quoted by its first eight characters.
- 依据: the terms shown as evidence of the sections, ``term = theme``, strongest first.
"""

from __future__ import annotations

from build_site.clean import clean
from build_site.model.document import CleanText, Outline
from build_site.model.source import Source
from build_site.model.theme import Themed, Themes
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.themes import assign_themes


def analyse(parts: dict[str, str], rules: Rules) -> tuple[CleanText, Outline, Themes]:
    """The themes of a case's text."""
    cleaned, _ = clean(Source("case", "case.txt", "txt", "", parts["原文"] + "\n"), rules)
    outline, _ = find_outline(cleaned, rules)
    themes, _ = assign_themes(cleaned, outline, rules)
    return cleaned, outline, themes


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The expected parts of the case as the build has them."""
    cleaned, outline, themes = analyse(parts, rules)
    sections = [section for section in outline.sections if section.level]
    headings = {section.heading.start for section in outline.sections if not section.run_in}
    observed = {
        "主题": [
            _line(section.marker + section.title, themed)
            for section, themed in zip(sections, themes.sections, strict=True)
        ],
        "段落": [
            _line(themed.span.of(cleaned.text)[:8], themed)
            for themed in themes.paragraphs
            if themed.span.start not in headings
        ],
        "依据": [f"{found.term} = {found.theme}" for themed in themes.sections for found in themed.evidence],
    }
    return {name: "\n".join(lines) or "（无）" for name, lines in observed.items() if name in parts}


def _line(quote: str, themed: Themed) -> str:
    return f"{quote} = {themed.primary or '无'} | {'、'.join(themed.themes[1:]) or '-'}"


def invariants(parts: dict[str, str], rules: Rules) -> None:
    """Names are those of the rules, the primary theme comes first, and evidence lies in its passage."""
    cleaned, outline, themes = analyse(parts, rules)
    check_themes(cleaned, outline, themes, rules)


def check_themes(cleaned: CleanText, outline: Outline, themes: Themes, rules: Rules) -> None:
    """What holds for the themes of every text."""
    names = {theme.name for theme in rules.themes.themes}
    assert [themed.section for themed in themes.sections] == [one.path for one in outline.sections if one.level]
    assert [themed.span for themed in themes.paragraphs] == [paragraph.span for paragraph in cleaned.paragraphs]
    for themed in (*themes.sections, *themes.paragraphs):
        assert set(themed.themes) <= names
        assert len(set(themed.themes)) == len(themed.themes)
        assert themed.primary == (themed.themes[0] if themed.themes else "")
        for found in themed.evidence:
            assert themed.span.holds(found.span)
            assert found.theme in themed.themes
            assert found.weight != 0
