"""How the main points compare with simpler choices of sentences: ``python -m benchmarks.summary [FOLDER …]``.

Reads every report in the folders (the project's own by default), lets each method choose as many sentences as the
summary has main points, and prints a Markdown table of means over the reports. The same input gives the same table.
"""

from __future__ import annotations

import argparse
from dataclasses import astuple
from pathlib import Path

from build_site.ingest import list_sources, read_source
from build_site.pipeline import analyse
from build_site.rules import load_rules

from .measures import Measures, mean, measure
from .methods import METHODS

PROJECT = Path(__file__).resolve().parent.parent.parent
HEADER = (
    "| method | sentences | chapters covered | with results | with open figures | with formulas | repetition | length |"
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[PROJECT / "seeds"])
    rules = load_rules()
    found: dict[str, list[Measures]] = {name: [] for name in METHODS}
    paths = [(root, path) for root in parser.parse_args().folders for path in list_sources(root)]
    for root, path in paths:
        report = analyse(read_source(path, root, rules), rules)
        for name, method in METHODS.items():
            choice = method(report, rules, len(report.summary.points))
            found[name].append(measure(choice, report, rules))
    print(f"{HEADER}\n|{'---|' * (HEADER.count('|') - 1)}")
    for name, measures in found.items():
        print(f"| {name} | {' | '.join(_cells(mean(measures)))} |")


def _cells(measures: Measures) -> list[str]:
    sentences, *shares, length = astuple(measures)
    return [f"{sentences:.1f}", *(f"{share:.0%}" for share in shares), f"{length:.0f}"]


if __name__ == "__main__":
    main()
