"""How publishers hide words and digits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class MaskRules:
    """Shape of ``masks.yml``: what stands around a mask and says what it hides.

    Attributes:
        date_after, not_date_after: what follows a masked date, and words that only begin like it.
        units, units_at_end, not_units: what follows a masked figure; what does so only where the phrase ends;
            words that only begin like one of them.
        quantity_before: words that announce a quantity.
        place_after, not_place_after: what follows a masked place, and words that only begin like it.
        name_after: what follows the masked name of a school, a firm or a person.
        hidden_by_mou: what 某 stands before when it hides something.
        x_words: what a lone X stands before when it is a letter.
        surnames: common surnames, one character each.
    """

    date_after: tuple[str, ...]
    not_date_after: tuple[str, ...]
    units: tuple[str, ...]
    units_at_end: tuple[str, ...]
    not_units: tuple[str, ...]
    quantity_before: tuple[str, ...]
    place_after: tuple[str, ...]
    not_place_after: tuple[str, ...]
    name_after: tuple[str, ...]
    hidden_by_mou: tuple[str, ...]
    x_words: tuple[str, ...]
    surnames: str
