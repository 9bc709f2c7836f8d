"""Characters of picture fonts: a ``w:sym`` in Wingdings means a picture that Unicode knows under another number."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0xA1: "○",
    0xA2: "〇", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x53: "☒",
}  # fmt: skip
_WINGDINGS_2 = {0x30: "□", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□", 0x97: "●", 0x98: "•"}
_SYMBOL = {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB8: "÷", 0xAE: "→", 0xB9: "≠"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """The character with hexadecimal ``code`` in ``font``; a picture nobody knows stays a private-use character."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.lower(), {})
    low = point - _PRIVATE if point >= _PRIVATE else point
    if low in known:
        return known[low]
    return chr(point) if 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF else ""
