"""One round of the analysis benchmark."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus.write import invent
from build_site.ingest import list_sources, read_source
from build_site.memory import uncollected
from build_site.model.source import Source
from build_site.pipeline import STAGES, Draft
from build_site.rules import Rules, load_rules

#: So many invented reports are analysed before the clock starts, with and without their titles: patterns are compiled
#: when they are first used.
WARM = 8


def measure(folder: Path) -> tuple[int, dict[str, float]]:
    """How many characters the reports of ``folder`` have, and the seconds of processor time each stage takes."""
    rules = load_rules()
    sources = [read_source(path, folder, rules) for path in list_sources(folder)]
    warm = [invent(number).text for number in range(WARM)]
    one_round([Source("", "", "txt", "", text) for text in (*warm, warm[0].partition("\n")[2])], rules)
    return sum(len(source.text) for source in sources), one_round(sources, rules)


def one_round(sources: list[Source], rules: Rules) -> dict[str, float]:
    """Seconds of processor time each stage takes over all sources."""
    seconds = dict.fromkeys((name for name, _, _ in STAGES), 0.0)
    for source in sources:
        draft = Draft(source=source)
        for name, stage, reads in STAGES:
            with uncollected():  # as in a build
                started = time.process_time()
                result, _ = stage(*(getattr(draft, field) for field in reads), rules)
                seconds[name] += time.process_time() - started
            draft = replace(draft, **{name: result})  # type: ignore[arg-type]
    return seconds
