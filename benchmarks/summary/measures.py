"""What the benchmark measures of a choice of sentences."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from itertools import combinations

from build_site.model.report import Report
from build_site.rules import Rules
from build_site.summary.chapters import find_chapters
from build_site.summary.passages import Passages
from build_site.summary.sentences import read_sentences
from build_site.text import Span

from .methods import Choice


@dataclass(frozen=True, slots=True)
class Measures:
    """Of one choice, or the mean of several.

    Attributes:
        sentences: how many.
        chapters: share of the report's chapters (plans aside) that some sentence comes from.
        results: share of the sentences that show a figure of something done, or a first, rank or award.
        open_figures: share that show a figure whose digits are not hidden.
        formulas: share that show a formulaic clause.
        repetition: share of character pairs in common of the two sentences most alike.
        length: characters shown of a sentence, mean.
    """

    sentences: float
    chapters: float
    results: float
    open_figures: float
    formulas: float
    repetition: float
    length: float


def measure(choice: Choice, report: Report, rules: Rules) -> Measures:
    """The measures of one choice."""
    text = report.clean.text
    shown = ["".join(part.of(text) for part in parts) for _, parts in choice]
    sentences = read_sentences(report.clean, report.outline)
    plans = Passages(report.clean, report.outline, sentences, report.figures, rules.cues).plans
    chapters = [chapter.span for chapter in find_chapters(report.outline, plans)] or [Span(0, len(text))]
    covered = sum(any(chapter.holds(span) for span, _ in choice) for chapter in chapters)
    count = max(1, len(choice))
    return Measures(
        sentences=len(choice),
        chapters=covered / len(chapters),
        results=sum(_has_result(parts, report, rules) for _, parts in choice) / count,
        open_figures=sum(_has_figure(parts, report, masked=False) for _, parts in choice) / count,
        formulas=sum(_has_formula(words, rules) for words in shown) / count,
        repetition=max((_alike(one, other) for one, other in combinations(shown, 2)), default=0.0),
        length=sum(map(len, shown)) / count,
    )


def mean(measures: list[Measures]) -> Measures:
    """The mean over reports."""
    columns = zip(*map(astuple, measures), strict=True)
    return Measures(*(sum(column) / len(measures) for column in columns))


def _has_figure(parts: tuple[Span, ...], report: Report, *, masked: bool) -> bool:
    return any(
        figure.status == "done" and (masked or not figure.masked) and any(part.holds(figure.span) for part in parts)
        for figure in report.figures
    )


def _has_result(parts: tuple[Span, ...], report: Report, rules: Rules) -> bool:
    named = any(rules.cues.compiled.firsts.search(part.of(report.clean.text)) for part in parts)
    return named or _has_figure(parts, report, masked=True)


def _has_formula(words: str, rules: Rules) -> bool:
    cues = rules.cues.compiled
    clauses = words.replace("；", "，").split("，")
    return any(cues.formulas.search(clause) or cues.formula_openings.match(clause) for clause in clauses)


def _alike(one: str, other: str) -> float:
    pairs, others = ({words[at : at + 2] for at in range(len(words) - 1)} for words in (one, other))
    return len(pairs & others) / max(1, min(len(pairs), len(others)))
