"""Lists of regular expressions as one.

Python's engine tries every alternative at every character of a text unless each begins with a plain character. A look
ahead at the characters that any of them can begin with spares it that: most characters of a text begin none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TOKEN = re.compile(r"\\.|\[\^?(?:\\.|[^\]\\])+\]|\(\?(?::|P<\w+>)|\(\?<?[=!]|[?*+]\??|\{\d*,?\d*\}\??|.", re.S)
_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
#: One character: plain, escaped, or any digit or blank.
_CHARACTER = re.compile(r"\\[ds\W]|[^\\.$()?*+{]")
_OPTIONAL = re.compile(r"[?*]|\{0?,|\{0\}")


def any_of(expressions: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """What matches any of ``expressions``, earlier ones first; nothing if there are none."""
    union = _union(expressions)
    told = _begins_plainly(union) and not flags & re.I
    first = "" if told else first_characters(union)
    return re.compile(f"(?=[{first}])(?:{union})" if first else union, flags)


def start_of(expressions: Iterable[str]) -> re.Pattern[str]:
    """What tells by `search` whether there is any of ``expressions``: it need not match more than how one begins."""
    union = _union(expressions)
    return re.compile(union if _begins_plainly(union) else searched(union))


def searched(expression: str) -> str:
    """``expression`` for a fast search: if the characters are known that it begins with, it matches the first alone.

    For a set of characters the engine looks by itself. From behind the one it found, the expression is looked back at.
    """
    first = first_characters(expression)
    return f"[{first}](?<=(?={expression})[{first}])" if first else expression


def _union(expressions: Iterable[str]) -> str:
    return "|".join(expressions) or "(?!)"


def _begins_plainly(expression: str) -> bool:
    """Whether each alternative begins with a character of its own, or the only one with any of several.

    These the engine looks for by itself, if case counts.
    """
    depth, begins, beginnings = 0, True, []
    for token in _TOKEN.findall(expression):
        if begins:
            beginnings.append(token)
        depth += token.startswith("(") - (token == ")")
        begins = token == "|" and not depth
    if len(beginnings) == 1 and beginnings[0].startswith("[") and beginnings[0][1] != "^":
        return True
    return all(len(token) == 1 and _CHARACTER.fullmatch(token) for token in beginnings)


def first_characters(expression: str) -> str:
    """The characters that a match of ``expression`` can begin with, as they stand in ``[]``; "" if that is not plain.

    Not plain are matches that may be empty, or begin with any character but a few.
    """
    found, _ = _alternatives(_TOKEN.findall(expression), 0)
    return "" if "" in found else "".join(found)


def last_characters(expression: str) -> str:
    """The same for the characters that a match of ``expression`` can end with."""
    found, _ = _alternatives(_mirrored(_TOKEN.findall(expression)), 0)
    return "" if "" in found else "".join(found)


def _mirrored(tokens: list[str]) -> list[str]:
    """The tokens from last to first: groups are still opened and closed, and signs of repetition stand behind."""
    mirrored: list[str] = []
    groups: list[tuple[int, list[str]]] = []  # where the groups begin that are not closed yet, and what repeats them
    repeated: list[str] = []
    for token in reversed(tokens):
        if token[0] in "?*+{":
            repeated = [token]
            continue
        if token == ")":
            groups.append((len(mirrored), repeated))
            mirrored.append(token)
        elif token[0] == "(":
            start, repeated = groups.pop()
            mirrored[start] = token
            mirrored += [")", *repeated]
        else:
            mirrored += [token, *repeated]
        repeated = []
    return mirrored


def _alternatives(tokens: list[str], at: int) -> tuple[list[str], int]:
    """What the alternatives from ``at`` on can begin with, "" for what is not plain, and where their group ends."""
    found: list[str] = []
    open_ = True  # whether the alternative may still begin with what comes
    while at < len(tokens) and tokens[at] != ")":
        token, at = tokens[at], at + 1
        if token == "|":
            found += [""] * open_
            open_ = True
        elif token in _LOOKS:
            _, at = _alternatives(tokens, at)
        elif token != "^":
            first, at = _alternatives(tokens, at) if token[0] == "(" else ([_characters(token)], at)
            found += first if open_ else []
            open_ = open_ and at < len(tokens) and bool(_OPTIONAL.match(tokens[at]))
            at += at < len(tokens) and tokens[at][0] in "?*+{"
    return found + [""] * open_, at + 1


def _characters(token: str) -> str:
    """The characters of one place, for use in ``[]``; "" if they cannot be listed."""
    if token[0] == "[" and token[1] not in "^]":
        # A hyphen at either end of a set stands for itself, and would make a range between two sets.
        return re.sub(r"^-|(?<!\\)-$", r"\\-", token[1:-1])
    if not _CHARACTER.fullmatch(token):
        return ""
    return token if token[0] == "\\" else re.escape(token)
