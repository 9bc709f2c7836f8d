"""Years of schooling, told with a decimal: 平均受教育年限11.3年. Whole numbers of years are periods."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...text import Span
from ..candidate import Quantity
from ..numerals import read_arabic

_YEARS = re.compile(r"(?<=[\u4e00-\u9fff：: ])(?P<n>[\d*×xX○□_]{1,2}\.[\d*×xX○□_]{1,2})\s?年(?![月底初末度])")


def find_years(text: str) -> Iterator[Quantity]:
    """Every decimal number of years of ``text``."""
    for match in _YEARS.finditer(text) if "年限" in text else ():
        span = Span(*match.span())
        masked = not match["n"].replace(".", "").isdigit()
        value = None if masked else read_arabic(match["n"])
        yield Quantity(span, span, value, "年", "span", "mask" if masked else "arabic", "years", masked=masked)
