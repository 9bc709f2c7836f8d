"""Units and measure words: kind, base unit, aliases."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..text import fold


class UnitName(NamedTuple):
    """A unit as `UnitRules.names` knows it: its canonical form and its kind."""

    canonical: str
    kind: str


@dataclass(frozen=True)
class UnitRules:
    """Shape of ``units.yml``.

    Attributes:
        kinds: kind -> canonical unit -> its other spellings.
        noun_units: units that are nouns of their own and count only after digits or a mask.
        masked_names: units that are part of a name where a mask stands in front of them.
        not_before: unit -> regular expressions of what must not follow it, because unit and follower are
            another word together.
    """

    kinds: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    noun_units: tuple[str, ...] = ()
    masked_names: tuple[str, ...] = ()
    not_before: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def names(self) -> dict[str, UnitName]:
        """Every spelling, in folded form, with what it stands for."""
        return {
            fold(spelling): UnitName(canonical, kind)
            for kind, units in self.kinds.items()
            for canonical, others in units.items()
            for spelling in (canonical, *others)
        }

    @cached_property
    def nouns(self) -> frozenset[str]:
        """``noun_units`` for look-up."""
        return frozenset(self.noun_units)
