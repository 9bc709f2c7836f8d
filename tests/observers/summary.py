"""What the build makes of a summary case.

Part: 原文 (a report). Expected parts, each a list of sentences as printed, clauses left out shown as ……:

- 要点, 亮点, 问题, 下一步.
- 小节: the gist of each section, ``marker and title = sentence``.
- 数据: the headline figures, ``text = indicator``.
- 缘由: for each main point why it was chosen.
"""

from __future__ import annotations

from build_site.clean import clean
from build_site.figures import find_figures
from build_site.metadata import describe
from build_site.model.document import CleanText, Outline
from build_site.model.figure import Figure
from build_site.model.source import Source
from build_site.model.summary import Excerpt, Summary
from build_site.outline import find_outline
from build_site.rules import Rules
from build_site.summary import summarise
from build_site.themes import assign_themes

Analysed = tuple[CleanText, Outline, tuple[Figure, ...], Summary]


def analyse(text: str, rules: Rules) -> Analysed:
    """The summary of a text, and what it was made from."""
    cleaned, _ = clean(Source("case", "case.txt", "txt", "", text), rules)
    outline, _ = find_outline(cleaned, rules)
    metadata, _ = describe(cleaned, outline, rules)
    figures, _ = find_figures(cleaned, outline, metadata, rules)
    themes, _ = assign_themes(cleaned, outline, rules)
    summary, _ = summarise(cleaned, outline, figures, themes, rules)
    return cleaned, outline, figures, summary


def printed(excerpt: Excerpt, text: str) -> str:
    """An excerpt as a page shows it."""
    return "……".join(part.of(text) for part in excerpt.parts)


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The expected parts of the case as the build has them."""
    cleaned, outline, figures, summary = analyse(parts["原文"] + "\n", rules)
    names = {section.path: section.marker + section.title for section in outline.sections}
    by_start = {figure.source.start: figure for figure in figures}
    lists = {"要点": summary.points, "亮点": summary.highlights, "问题": summary.problems, "下一步": summary.next_steps}
    observed = {name: [printed(excerpt, cleaned.text) for excerpt in excerpts] for name, excerpts in lists.items()}
    observed["小节"] = [f"{names[one.section]} = {printed(one.excerpt, cleaned.text)}" for one in summary.digests]
    observed["数据"] = [f"{by_start[start].text} = {by_start[start].indicator}" for start in summary.headline]
    observed["缘由"] = [excerpt.reason for excerpt in summary.points]
    return {name: "\n".join(lines) or "（无）" for name, lines in observed.items() if name in parts}


def invariants(parts: dict[str, str], rules: Rules) -> None:
    """Every summary quotes the report, in order, and nothing else."""
    check_summary(analyse(parts["原文"] + "\n", rules), rules)


def check_summary(analysed: Analysed, rules: Rules) -> None:
    """What holds for the summary of every text."""
    cleaned, outline, figures, summary = analysed
    limits = rules.cues.limits
    digests = tuple(digest.excerpt for digest in summary.digests)
    for excerpt in (*summary.points, *summary.highlights, *summary.problems, *summary.next_steps, *digests):
        shown = "".join(part.of(cleaned.text) for part in excerpt.parts)
        assert limits.shortest <= len(shown) <= limits.longest + 1
        assert "\n" not in shown
        assert list(excerpt.parts) == sorted(excerpt.parts)
        assert all(excerpt.span.holds(part) for part in excerpt.parts)
        assert all(first.end <= second.start for first, second in zip(excerpt.parts, excerpt.parts[1:], strict=False))
        assert not rules.cues.compiled.dangling.match(shown)
        assert excerpt.source == cleaned.map.to_source(excerpt.span)
        assert excerpt.reason
    for name in ("points", "highlights", "problems", "next_steps"):
        spans = [excerpt.span for excerpt in getattr(summary, name)]
        assert spans == sorted(set(spans))
    assert len(summary.points) <= limits.points_most
    paths = [section.path for section in outline.sections]
    assert [digest.section for digest in summary.digests] == [
        path for path in paths if path in {digest.section for digest in summary.digests}
    ]
    open_figures = {figure.source.start for figure in figures if not figure.masked}
    assert set(summary.headline) <= open_figures
    assert len(summary.headline) <= limits.headline
