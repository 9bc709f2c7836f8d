"""Which rows belong to one statement: from and level of a pair, a level and its change."""

from __future__ import annotations

from itertools import pairwise

from ..model.figure import Figure

#: More rows than this are not one statement.
_MOST = 8


def linked(figures: list[Figure]) -> list[Figure]:
    """The figures, each with the source starts of the other rows of its statement."""
    groups: list[list[int]] = []
    for index, (previous, figure) in enumerate(pairwise(figures), 1):
        if _belongs(figure, previous):
            goes_on = bool(groups) and groups[-1][-1] == index - 1
            if goes_on and len(groups[-1]) < _MOST:
                groups[-1].append(index)
            else:
                groups.append([index] if goes_on else [index - 1, index])
    result = list(figures)
    for group in groups:
        starts = tuple(figures[index].source.start for index in group)
        for index in group:
            others = tuple(start for start in starts if start != figures[index].source.start)
            result[index] = figures[index]._replace(linked=others)
    return result


def _belongs(figure: Figure, previous: Figure) -> bool:
    if previous.role != "from" and (figure.role, previous.role) != ("change", "level"):
        return False
    same = previous.role == "from" or figure.indicator.startswith(previous.indicator)
    return same and figure.sentence == previous.sentence
