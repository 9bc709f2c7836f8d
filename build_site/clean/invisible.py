"""Characters that show as nothing: zero-width and control characters, soft hyphens, byte-order marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rules.litter import LitterRules
from .draft import Cut, Draft, Finding

# Tab, newline and the line and paragraph separators are white space that keeps words apart: they stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]+"
)


def find_invisible(draft: Draft, rules: LitterRules) -> Iterator[Finding]:
    """Every run of invisible characters."""
    for match in _INVISIBLE.finditer(draft.text):
        yield Cut(*match.span(), "invisible")
