"""What can go wrong, as exceptions that carry the file, the place and the mend."""

from __future__ import annotations


class BuildError(Exception):
    """A problem the user can act on; prints as ``file:place: what is wrong; what to do``.

    Attributes:
        file: the file concerned, as the user would name it ("" if none).
        place: a line, page, key or cell in that file ("" if the whole file is meant).
        problem: what is wrong, in one clause.
        mend: what to do about it, in one clause.
    """

    def __init__(self, file: str, problem: str, mend: str, place: str = "") -> None:
        super().__init__(file, problem, mend, place)
        self.file = file
        self.place = place
        self.problem = problem
        self.mend = mend

    def __str__(self) -> str:
        where = ":".join(part for part in (self.file, self.place) if part)
        return f"{where}: {self.problem}; {self.mend}" if where else f"{self.problem}; {self.mend}"


class InputError(BuildError):
    """A report or sidecar that cannot be used; the other reports are still built."""


class SettingError(BuildError):
    """A setting, rule file or command-line argument that is wrong."""


class CheckError(BuildError):
    """The built site breaks a promise: text lost, a link that leads nowhere."""
