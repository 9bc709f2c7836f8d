"""Which encoding a text file is in, decided by how much the result reads like Chinese.

Every candidate is decoded with its faults counted, and the result is weighed character by character: the
logarithm of how likely that character is in Chinese running text. The encoding whose whole text is likeliest
wins, so that one damaged byte costs one fault and does not change the choice.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import lru_cache

from ..text import is_cjk
from .common_characters import SIMPLIFIED, TRADITIONAL
from .refusal import refusal

#: Byte-order marks and what they promise, longest first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Encodings tried, with how much likelier than UTF-8 each is before a byte is read (natural logarithm).
_CANDIDATES = {"utf-8": 0.0, "gb18030": -1.0, "big5hkscs": -3.0, "utf-16-le": -8.0, "utf-16-be": -9.0}

#: ln(share of the class in running text / its number of characters).
_COMMON, _MARK, _LISTED, _RARE, _FOREIGN, _ODD, _FAULT = -7.0, -5.0, -10.5, -14.6, -15.0, -20.0, -25.0

#: Mean weight a character below which bytes are no Chinese text: prose reaches -7, decoded rubbish -14.
_PROSE = -12.5

#: Encodings made of ASCII alone, with the sign that gives each away, and the share of Chinese they must bring to light.
_SEVEN_BITS = {"hz": b"~{", "utf-7": b"+"}
_BROUGHT_TO_LIGHT = 0.05

#: Share of control characters and of faults above which a file is not text.
_CONTROLS, _FAULTS = 0.02, 0.2
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")


def decode(data: bytes, declared: str = "") -> tuple[str, str]:
    """The text in ``data`` without its byte-order mark, and the name of its encoding.

    A byte that cannot be decoded becomes U+FFFD. ``declared`` is what the file says of itself; it is believed
    where it fits as well as any other.

    Raises:
        InputError: no encoding makes Chinese (or plain ASCII) text of it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            # Converting a file twice leaves two marks.
            text = _decoded(data[len(mark) :], name).lstrip("\ufeff")
            if name == "utf-8" or not _is_rubbish(text):
                return _accepted(text, trusted=True), name
            data = data[len(mark) :]  # the mark lies
    name = _seven_bits(data) or _likeliest(data, _canonical(declared))
    text = _decoded(data, name)
    return _accepted(text, trusted=name == "utf-8" and "\ufffd" not in text), name


def _seven_bits(data: bytes) -> str:
    """The encoding that hides Chinese in ASCII characters: ``~{WV=a~}`` or ``+YDt+0w-``; "" if none does."""
    for name, sign in _SEVEN_BITS.items() if data.isascii() else ():
        if sign not in data:
            continue
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        if sum(map(is_cjk, text)) > _BROUGHT_TO_LIGHT * len(text) and not _is_rubbish(text):
            return name
    return ""


def _likeliest(data: bytes, declared: str) -> str:
    if declared == "utf-8" and _is_utf8(data):
        return declared
    scores = {name: bonus + _weigh(data.decode(name, "replace")) for name, bonus in _CANDIDATES.items()}
    if declared in scores:
        scores[declared] += 10.0
    return max(scores, key=lambda name: scores[name])


def _is_utf8(data: bytes) -> bool:
    """Whether every byte fits: two-byte text of more than a few characters never does."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _canonical(declared: str) -> str:
    """The candidate that covers the encoding ``declared``, "" if none does."""
    name = declared.lower().replace("_", "-").strip()
    families = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf8": "utf-8"}
    families |= {"big5-hkscs": "big5hkscs", "x-gbk": "gb18030", "cp936": "gb18030"}
    return families.get(name, name if name in _CANDIDATES else "")


def _decoded(data: bytes, name: str) -> str:
    return data.decode(name, errors=_REALIGN if name in ("gb18030", "big5hkscs") else "replace")


def _accepted(text: str, trusted: bool) -> str:
    """``text`` if it is text."""
    controls = len(_CONTROL.findall(text))
    faults = text.count("\ufffd")
    rubbish = not trusted and _is_rubbish(text)
    if controls > _CONTROLS * len(text) or faults > _FAULTS * len(text) or rubbish:
        problem = ("不是文本，或编码无法辨认", "not text, or in an encoding that cannot be told")
        raise refusal(problem, ("请用记事本另存为 UTF-8 文本", "save it as UTF-8 text"))
    return text


def _is_rubbish(text: str) -> bool:
    return bool(text) and _weigh(text) / len(text) < _PROSE


def _weigh(text: str) -> float:
    """Logarithm of how likely ``text`` is as Chinese prose."""
    return sum(_weight(char) * count for char, count in Counter(text).items())


@lru_cache(maxsize=70_000)
def _weight(char: str) -> float:
    if char in _COMMON_SET:
        return _COMMON
    if char in _MARK_SET:
        return _MARK
    if char in _LISTED_SET:
        return _LISTED
    if char == "\ufffd":
        return _FAULT
    if "\u4e00" <= char <= "\u9fff":
        return _RARE
    if char.isprintable() and not "\ue000" <= char <= "\uf8ff" and char < "\U00010000" and char not in _HALF_WIDTH:
        return _FOREIGN
    return _ODD


def _listed() -> frozenset[str]:
    """The first planes of GB 2312 and Big5: characters in ordinary use."""
    simplified = b"".join(bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    lows = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    traditional = b"".join(bytes((high, low)) for high in range(0xA4, 0xC7) for low in lows)
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))


_COMMON_SET = frozenset(SIMPLIFIED + TRADITIONAL)
_MARK_SET = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\t\n\r，。、；：？！“”‘’（）《》【】〔〕—…·％\u3000")
#: Characters in ordinary use beside the first planes: what web pages and word processors put between the others.
_LISTED_SET = _listed() | frozenset(
    "\u00a0\u00ad\u200b\u200c\u200d\u2028\ufeff\u00b7\u00d7\u00a9\u00ae\u00b0\u00b1□○●■◆※㎡℃"
)
#: Half-width kana and Hangul jamo: printable, and never in these reports.
_HALF_WIDTH = frozenset(map(chr, range(0xFF61, 0xFFDD)))

#: Name of the error handler that finds the next whole character after a damaged byte.
_REALIGN = "build-site-realign"


def _realign(error: UnicodeError) -> tuple[str, int]:
    """Go on one or two bytes behind the fault, whichever makes better Chinese of what follows.

    A two-byte encoding with a lost or damaged byte would else read the rest of its line half a character off.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    near, far = error.start + 1, error.start + 2
    if error.object[near:far] < b"\x80":  # the end, or a letter, digit or newline, which is never swallowed
        return "\ufffd", near
    after = {at: error.object[at : at + 24].decode(error.encoding, "replace") for at in (near, far)}
    return "\ufffd", max(after, key=lambda at: _weigh(after[at]) / (len(after[at]) or 1))


codecs.register_error(_REALIGN, _realign)
