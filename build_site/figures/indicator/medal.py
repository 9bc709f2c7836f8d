"""8金9银6铜: the medals of a contest."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished
from .topic import event_before


def medal_name(index: int, naming: Naming) -> str:
    """Contest and medal."""
    medal = naming.words.medals.get(naming.slots[index].quantity.unit, "")
    return finished(event_before(index, naming) + medal) if medal else ""
