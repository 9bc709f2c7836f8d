"""Strings that stand in the reports, the same ones every time."""

from __future__ import annotations

import random

SHORTEST, LONGEST = 2, 20


def sample_strings(texts: dict[str, str], count: int, seed: int = 20) -> list[str]:
    """``count`` strings of 2 to 20 characters from anywhere in ``texts``, none across paragraphs or of blanks only."""
    chance = random.Random(seed)
    names = sorted(texts)
    found: list[str] = []
    while len(found) < count:
        text = texts[chance.choice(names)]
        length = chance.randint(SHORTEST, LONGEST)
        if len(text) <= length:
            continue
        start = chance.randrange(len(text) - length)
        string = text[start : start + length]
        # The search box takes the blanks off a query's ends, so a sample has none there.
        if "\n" not in string and string == string.strip() and string not in found:
            found.append(string)
    return found


def holders(texts: dict[str, str], string: str) -> set[str]:
    """Ids of the reports that hold ``string`` literally."""
    return {name for name, text in texts.items() if string in text}
