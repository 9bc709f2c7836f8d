"""Masks: the signs with which publishers hide digits and words (stars, crosses, X, squares, circles, 某)."""

from __future__ import annotations

import re

from ..model.document import Mask
from ..rules.masks import MaskRules
from ..text import Span

_MASK = re.compile(r"[*＊]+(?:\.[*＊]+)?|×+|[xX]{2,}|某+")


def find_masks(text: str, rules: MaskRules) -> tuple[Mask, ...]:
    """Every mask of ``text``, in order, disjoint."""
    return tuple(Mask(Span(*match.span()), match[0], "unknown") for match in _MASK.finditer(text))
