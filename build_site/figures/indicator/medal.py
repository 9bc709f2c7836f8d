"""8金9银6铜: the medals of a contest."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished
from .topic import event_before


def medal_name(index: int, naming: Naming) -> str:
    """Contest and medal."""
    medal = naming.words.medals.get(naming.slots[index].quantity.unit, "")
    if not medal:
        return ""
    event = event_before(index, naming)
    if (
        index
        and not naming.left_text(index).strip("、和")
        and naming.slots[index - 1].quantity.unit in naming.words.medals
    ):
        event = naming.base(index) or event
    naming.bases[index] = event or medal
    return finished(event + medal)
