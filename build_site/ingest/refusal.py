"""Saying no in one line that is understood in Chinese and in English."""

from __future__ import annotations

from ..errors import InputError


def refusal(problem: tuple[str, str], mend: tuple[str, str], place: str = "") -> InputError:
    """An error with ``problem`` and ``mend`` given in Chinese and in English; the caller adds the file."""
    return InputError("", " / ".join(problem), " / ".join(mend), place)


def at_file(error: InputError, file: str) -> InputError:
    """The same error for ``file``, on one line whatever the file is called."""
    name = "".join(char if char.isprintable() else "?" for char in file)
    return InputError(name, _one_line(error.problem), _one_line(error.mend), _one_line(error.place))


def _one_line(text: str) -> str:
    return " ".join(text.split())


#: Of a file that the system does not give out.
UNREADABLE = refusal(("文件打不开", "the file cannot be opened"), ("请检查权限", "check its permissions"))
