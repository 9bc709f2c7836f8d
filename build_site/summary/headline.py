"""Chooses the figures shown as cards: open, done, readable alone, of many themes, the weightiest first."""

from __future__ import annotations

from ..model.figure import Figure
from ..model.theme import Themes
from ..rules import Rules
from ..rules.cues import CompiledCues

_FEW = 10
_WEIGHT = {"rank": 2.0, "change": 0.5, "level": 1.0, "from": 0.0}
_CORE = 1.5  # above a great count, a share or a rank in some contest


def choose_headline(figures: tuple[Figure, ...], themes: Themes, rules: Rules, wanted: str = "done") -> tuple[int, ...]:
    """Source starts of at most the set number of figures with the status ``wanted``, most telling first."""
    cues = rules.cues.compiled
    fit = [
        figure
        for figure in figures
        if not figure.masked
        and figure.status == wanted
        and figure.value is not None
        and figure.role != "from"
        and not is_small(figure)
        and 3 <= len(figure.indicator) <= 20
        and not cues.unreadable.search(figure.indicator)
    ]
    by_section = {themed.section: themed.primary for themed in themes.sections}
    ranked = sorted(fit, key=lambda figure: (-_telling(figure, cues), figure.source.start))
    chosen: list[Figure] = []
    used: dict[str, int] = {}
    named: set[str] = set()
    for most in (1, 2, 8):
        for figure in ranked:
            theme = by_section.get(figure.section, "")
            if len(chosen) >= rules.cues.limits.headline:
                break
            if used.get(theme, 0) >= most or figure.indicator in named:
                continue
            chosen.append(figure)
            named.add(figure.indicator)
            used[theme] = used.get(theme, 0) + 1
    return tuple(figure.source.start for figure in chosen)


def is_small(figure: Figure) -> bool:
    """Whether it merely counts a few things: 三个, 2次."""
    plain = figure.role == "level" and figure.unit != "%" and not figure.unit.endswith("元")
    return plain and figure.value is not None and figure.value < _FEW


def _telling(figure: Figure, cues: CompiledCues) -> float:
    """What readers look for first, then rates and ranks before counts, great numbers before small ones."""
    weight = _WEIGHT.get(figure.role, 0.0) + (_CORE if cues.core.search(figure.indicator) else 0.0)
    if figure.unit == "%":
        weight += 1.5
    elif figure.value is not None and figure.value > 0:
        weight += min(1.5, 0.25 * len(str(int(figure.value))))
    return weight
