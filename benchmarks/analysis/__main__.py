"""How fast reports are analysed: ``python -m benchmarks.analysis [FOLDER]`` (default: seeds).

Prints, for each stage and for all of them, the characters a second of processor time on one core, loading of rules
and reading of files apart. Each stage runs ROUNDS times over the folder; the fastest round counts, since a busy
machine only ever makes a round slower. Every round is a process of its own that has analysed other reports only, so
that none finds in a cache what an earlier one worked out.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from .rounds import measure

PROJECT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 8


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "seeds"
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        rounds = list(pool.map(measure, [folder] * ROUNDS))
    chars = rounds[0][0]
    best = {name: min(seconds[name] for _, seconds in rounds) for name in rounds[0][1]}
    print("| stage | microseconds a character | characters a second |\n|---|---|---|")
    for name, seconds in [*best.items(), ("all", sum(best.values()))]:
        print(f"| {name} | {1e6 * seconds / chars:.2f} | {chars / seconds:,.0f} |")


if __name__ == "__main__":
    main()
