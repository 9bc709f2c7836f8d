"""Takes out what is not the report, openly: every cut is a removal with a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..model.diagnostic import Diagnostic
from ..model.document import CleanText
from ..model.source import Source
from ..rules import Rules
from ..rules.litter import LitterRules
from .adverts import find_adverts, find_disclaimers
from .blanks import find_blanks
from .chrome import find_chrome
from .completeness import judge_completeness
from .contents import find_contents
from .draft import Draft, Finding
from .fields import find_fields
from .invisible import find_invisible
from .marks import find_marked
from .masks import find_masks
from .notes import find_notes
from .page_numbers import find_page_numbers
from .paragraphs import find_bars, find_paragraphs
from .parts import find_parts
from .running import find_running_titles
from .titles import find_repeated_titles
from .wraps import find_wraps

Step = Callable[[Draft, LitterRules], Iterable[Finding]]

#: The steps in order; each sees the text as the ones before have left it. Line ends come last, when all that stood
#: between two lines of a paragraph is gone.
STEPS: tuple[Step, ...] = (
    find_invisible,
    find_fields,
    find_disclaimers,
    find_chrome,
    find_page_numbers,
    find_running_titles,
    find_parts,
    find_contents,
    find_repeated_titles,
    find_adverts,
)

#: Taking one thing out can lay another bare; a text that is not made to deceive needs two rounds at most.
_ROUNDS = 6


def clean(source: Source, rules: Rules) -> tuple[CleanText, tuple[Diagnostic, ...]]:
    """The source without its litter, with the list of what was taken out and doubts about it."""
    draft = _round(Draft.of(source.text).apply(find_marked(source)), source, rules)
    for _ in range(_ROUNDS):
        if all(cut.kind == "blank" for cut in draft.cuts):
            break
        # As cleaning the cleaned text would: so that doing it twice changes nothing.
        more = _round(draft.afresh(), source, rules).cuts
        if not more:
            break
        draft = draft.apply(more)
    completeness, doubts = judge_completeness(draft, rules.litter)
    removals, bars = draft.removals(), find_bars(draft, source)
    cleaned = CleanText(
        source=source,
        text=draft.text,
        map=draft.map,
        removals=removals,
        masks=find_masks(draft, removals, source.format == "md", rules.masks),
        paragraphs=find_paragraphs(draft, source, bars),
        completeness=completeness,
        notes=find_notes(draft, source),
        bars=bars,
    )
    return cleaned, tuple(dict.fromkeys((*draft.doubts, *doubts)))


def _round(draft: Draft, source: Source, rules: Rules) -> Draft:
    for step in STEPS:
        draft = draft.apply(step(draft, rules.litter))
    draft = draft.apply(find_wraps(draft, rules.litter))
    return draft.apply(find_blanks(draft, source))
