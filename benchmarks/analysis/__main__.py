"""How fast reports are analysed: ``python -m benchmarks.analysis [FOLDER]`` (default: seeds).

Prints, for each stage and for all of them, the characters a second of processor time on one core, loading of rules
and reading of files apart. Each stage runs ROUNDS times over the folder; the fastest round counts, since a busy
machine only ever makes a round slower.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from build_site.ingest import list_sources, read_source
from build_site.model.source import Source
from build_site.pipeline import STAGES, Draft
from build_site.rules import Rules, load_rules

PROJECT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 5


def one_round(sources: list[Source], rules: Rules) -> dict[str, float]:
    """Seconds of processor time each stage takes over all sources."""
    seconds = dict.fromkeys((name for name, _, _ in STAGES), 0.0)
    for source in sources:
        draft = Draft(source=source)
        for name, stage, reads in STAGES:
            started = time.process_time()
            result, _ = stage(*(getattr(draft, field) for field in reads), rules)
            seconds[name] += time.process_time() - started
            draft = replace(draft, **{name: result})  # type: ignore[arg-type]
    return seconds


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "seeds"
    rules = load_rules()
    sources = [read_source(path, folder, rules) for path in list_sources(folder)]
    chars = sum(len(source.text) for source in sources)
    one_round(sources[:1], rules)
    rounds = [one_round(sources, rules) for _ in range(ROUNDS)]
    best = {name: min(seconds[name] for seconds in rounds) for name, _, _ in STAGES}
    print("| stage | microseconds a character | characters a second |\n|---|---|---|")
    for name, seconds in [*best.items(), ("all", sum(best.values()))]:
        print(f"| {name} | {1e6 * seconds / chars:.2f} | {chars / seconds:,.0f} |")


if __name__ == "__main__":
    main()
