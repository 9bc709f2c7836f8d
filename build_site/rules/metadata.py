"""Words that name kinds of report, periods and publishers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class MetadataRules:
    """Shape of ``metadata.yml``.

    Attributes:
        review_words, plan_words, evaluation_words: words of titles that say what kind of report it is.
        agenda_words: those plan words that make it 要点 rather than 计划.
        periods: period -> words that name it.
        next_half_headings: headings of what is planned for the second half of the year.
        offices: endings of the names of publishers, longest match wins.
        place_offices: what stands after the name of the reporting place.
        elsewhere_words: words beside the names of other places.
        empty_titles: words of file and property titles that say nothing.
    """

    review_words: tuple[str, ...]
    plan_words: tuple[str, ...]
    agenda_words: tuple[str, ...]
    evaluation_words: tuple[str, ...]
    periods: dict[str, tuple[str, ...]]
    next_half_headings: tuple[str, ...]
    offices: tuple[str, ...]
    place_offices: tuple[str, ...]
    elsewhere_words: tuple[str, ...]
    empty_titles: tuple[str, ...]
