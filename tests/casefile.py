"""Reading and rewriting the case files in ``cases/<stage>/*.md``.

One Markdown file a topic. Each ``# heading`` is a case; prose under it says why; fenced parts (``~~~name`` … ``~~~``)
hold the input and what is expected. A heading that ends in （已知缺陷） marks a known failure: it fails the run
once it passes. （无） alone in a part means that nothing is expected there.

Expected lines of the form ``quote = a | b | c`` may leave out columns from the right; the columns given must match.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURE = "（已知缺陷）"
NOTHING = "（无）"
_PART = re.compile(r"^~~~(\S+)\n(.*?)^~~~$", re.M | re.S)
_HEADING = re.compile(r"^# (.+)$", re.M)


@dataclass(frozen=True)
class Case:
    """One case: where it stands, what it is called, its parts by name."""

    file: Path
    title: str
    parts: dict[str, str]

    @property
    def stage(self) -> str:
        """The stage it is about: its folder's name."""
        return self.file.parent.name

    @property
    def known_failure(self) -> bool:
        """Whether the project knows that it fails."""
        return self.title.endswith(KNOWN_FAILURE)

    @property
    def id(self) -> str:
        """How pytest names it."""
        return f"{self.file.stem}: {self.title}"


def read_cases(stage: str) -> list[Case]:
    """All cases of a stage, in order of file name and place."""
    cases = []
    for file in sorted((CASES / stage).glob("*.md")):
        text = file.read_text(encoding="utf-8")
        headings = [match for match in _HEADING.finditer(text) if not _inside_part(text, match.start())]
        ends = [match.start() for match in headings[1:]] + [len(text)]
        for heading, end in zip(headings, ends, strict=True):
            parts = {name: body.removesuffix("\n") for name, body in _PART.findall(text[heading.end() : end])}
            if not parts:
                raise ValueError(f"{file}: case {heading[1]!r} has no parts")
            cases.append(Case(file, heading[1].strip(), parts))
    return cases


def _inside_part(text: str, offset: int) -> bool:
    return any(match.start() < offset < match.end() for match in _PART.finditer(text))


def differences(expected: str, observed: str) -> list[str]:
    """What is missing (``-``) and what is extra (``+``), line by line in order; [] if they agree."""
    wanted = [] if expected.strip() == NOTHING else expected.splitlines()
    got = [] if observed.strip() == NOTHING else observed.splitlines()
    shown = []
    for index in range(max(len(wanted), len(got))):
        want = wanted[index] if index < len(wanted) else None
        have = got[index] if index < len(got) else None
        if want is None:
            shown.append(f"+ {have}")
        elif have is None:
            shown.append(f"- {want}")
        elif not _agrees(want, have):
            shown += [f"- {want}", f"+ {have}"]
    return shown


def _agrees(want: str, have: str) -> bool:
    if " = " not in want or " = " not in have:
        return want.rstrip() == have.rstrip()
    quote, _, columns = want.partition(" = ")
    seen, _, observed = have.partition(" = ")
    given = [column.strip() for column in columns.split("|")]
    return quote.strip() == seen.strip() and given == [column.strip() for column in observed.split("|")][: len(given)]


def rewrite(case: Case, observed: dict[str, str]) -> None:
    """Put what was observed into the case's file in place of what was expected."""
    text = case.file.read_text(encoding="utf-8")
    for name, body in observed.items():
        if differences(case.parts[name], body):
            old = f"~~~{name}\n{case.parts[name]}\n~~~"
            at = text.index(f"# {case.title}")
            text = text[:at] + text[at:].replace(old, f"~~~{name}\n{body}\n~~~", 1)
    case.file.write_text(text, encoding="utf-8")
