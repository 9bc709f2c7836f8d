"""Which rows belong to one statement: from and level of a pair, a level and its change."""

from __future__ import annotations

from ..model.figure import Figure

#: More rows than this are not one statement.
_MOST = 8


def linked(figures: list[Figure]) -> list[Figure]:
    """The figures, each with the source starts of the other rows of its statement."""
    groups: list[list[int]] = []
    for index, figure in enumerate(figures):
        previous = figures[index - 1] if index else None
        if previous and _belongs(figure, previous) and len(groups[-1]) < _MOST:
            groups[-1].append(index)
        else:
            groups.append([index])
    result = list(figures)
    for group in groups:
        if len(group) > 1:
            starts = tuple(figures[index].source.start for index in group)
            for index in group:
                others = tuple(start for start in starts if start != figures[index].source.start)
                result[index] = figures[index]._replace(linked=others)
    return result


def _belongs(figure: Figure, previous: Figure) -> bool:
    if figure.sentence != previous.sentence:
        return False
    if previous.role == "from":
        return True
    return figure.role == "change" and previous.role == "level" and figure.indicator.startswith(previous.indicator)
