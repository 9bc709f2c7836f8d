"""``python -m benchmarks.litter FOLDER [-v]``: reports damaged on purpose, cleaned, and held against themselves.

Every report in FOLDER is read; its cleaned text is the clean twin. Each kind of litter in `damage.KINDS`, and several
of them together, is put into it at known places. Counted are the characters of litter that cleaning removed, the
characters of the report that it removed as well (the worse error; white space aside), and the headings and figures
that are those of the clean twin; ``-v`` prints what went wrong. The same litter is made in every run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from build_site.ingest import list_sources, read_source
from build_site.model.report import Report
from build_site.model.source import Source
from build_site.pipeline import analyse
from build_site.rules import Rules, load_rules

from ..likeness import aspects, common
from .damage import GROUPS, KINDS, Damage, Insertion

HEAD = "| litter | removed | report text removed | sections | figures |\n|---|---|---|---|---|"


@dataclass
class Tally:
    """What was counted for one row; ``told`` is what problems are printed under, "" for not at all."""

    told: str = ""
    litter: int = 0
    removed: int = 0
    lost: int = 0
    alike: list[int] = field(default_factory=lambda: [0, 0])
    total: list[int] = field(default_factory=lambda: [0, 0])

    def row(self, name: str) -> str:
        """The line of the table."""
        counts = " | ".join(f"{same:,} of {of:,}" for same, of in zip(self.alike, self.total, strict=True))
        return f"| {name} | {self.removed:,} of {self.litter:,} | {self.lost:,} | {counts} |"

    def count(self, text: str, stretches: Iterable[tuple[int, int]], found: Report) -> None:
        """Characters of ``text`` that are gone, inside the ``stretches`` of litter and outside."""
        gone = bytearray(len(text))
        for removal in found.clean.removals:
            gone[slice(*removal.source)] = b"\1" * (removal.source.end - removal.source.start)
        for start, end in stretches:
            visible = [at for at in range(start, end) if not text[at].isspace()] or list(range(start, end))
            self.litter += len(visible)
            self.removed += sum(gone[at] for at in visible)
            if self.told and not all(gone[at] for at in visible):
                print(f"{self.told}: stays {text[max(0, start - 15) : start]}[{text[start:end]}]{text[end : end + 15]}")
            gone[start:end] = bytes(end - start)
        lost = [at for at, char in enumerate(text) if gone[at] and not char.isspace()]
        self.lost += len(lost)
        for at in lost if self.told else ():
            if not gone[at - 1]:
                print(f"{self.told}: loses {text[max(0, at - 15) : at]}[{text[at : at + 40]}]")

    def compare(self, twin: Report, found: Report) -> None:
        """Headings and figures."""
        for at, (was, has) in enumerate(zip(aspects(twin)[1:], aspects(found)[1:], strict=True)):
            self.total[at] += len(was)
            self.alike[at] += common(was, has, self.told)


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table."""
    folder, verbose = Path(arguments[0]), "-v" in arguments
    rules = load_rules()
    texts = [analyse(read_source(path, folder, rules), rules).clean.text for path in list_sources(folder)]
    twins = [analyse(text_source(text), rules) for text in texts]
    print(HEAD)
    for name, damage in KINDS.items():
        print(measured(name, [[damage]] * len(twins), twins, rules, verbose), flush=True)
    mixed = [
        [Random(f"{number} {at}").choice(group) for at, group in enumerate(GROUPS)] for number in range(len(twins))
    ]
    print(measured(f"{len(GROUPS)} kinds together", mixed, twins, rules, verbose))
    return 0


def measured(
    name: str, damages: Sequence[Sequence[Damage]], twins: Sequence[Report], rules: Rules, verbose: bool
) -> str:
    """One line of the table; ``damages`` are those of each report."""
    tally = Tally()
    for number, (twin, chosen) in enumerate(zip(twins, damages, strict=True)):
        tally.told = f"{name} {number}" if verbose else ""
        report = twin.clean.text
        insertions = [one for damage in chosen for one in damage(report, Random(f"{name} {number}"))]
        text, stretches = damaged(report, insertions)
        found = analyse(text_source(text), rules)
        tally.count(text, stretches, found)
        tally.compare(twin, found)
    return tally.row(name)


def damaged(report: str, insertions: Iterable[Insertion]) -> tuple[str, list[tuple[int, int]]]:
    """The report with the litter in it, and where the litter stands."""
    pieces: list[str] = []
    stretches: list[tuple[int, int]] = []
    at = length = 0
    for place, litter in sorted(insertions, key=lambda one: one[0]):
        pieces += [report[at:place], litter]
        length += place - at
        stretches.append((length, length + len(litter)))
        length += len(litter)
        at = place
    return "".join([*pieces, report[at:]]), stretches


def text_source(text: str) -> Source:
    """A text file with this content."""
    return Source(id="report", file="report.txt", format="txt", sha256="", text=text)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
