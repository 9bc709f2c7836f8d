"""Numbers in quotation marks or title marks: slogans, names, documents. A bracket inside the quotation counts again."""

from __future__ import annotations

from ..candidate import Quantity
from ..context import Reading

#: A quotation this long with a comma in it is a cited sentence rather than a name.
_CITATION = 24


def is_slogan(quantity: Quantity, reading: Reading) -> bool:
    """Whether the number belongs to a name or slogan."""
    quote = reading.quote_around(quantity.number)
    if quote is None:
        return False
    text = reading.text
    if text[quote.start] == "《":
        return True
    inside = text[quote.start : quantity.number.start]
    if inside.rfind("（") > inside.rfind("）"):
        return False
    cited = quote.end - quote.start > _CITATION and "，" in quote.of(text)
    return not (cited and quantity.style == "arabic" and quantity.unit)
