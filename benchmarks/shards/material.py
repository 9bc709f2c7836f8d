"""Invented reports cut into shards by place, as provinces would be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def make_shards(number: int, each: int, folder: Path) -> list[Path]:
    """Folders below ``folder`` with the reports of ``number`` shards of ``each`` reports, in order of region code."""
    everything = folder / "all"
    command = [sys.executable, "-m", "benchmarks.corpus", str(number * each), str(everything)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    reports = sorted(
        (path for path in everything.iterdir() if path.suffix != ".yml"), key=lambda path: (path.name[6:12], path.name)
    )
    shards = []
    for shard in range(number):
        target = folder / "reports" / f"shard-{shard + 1}"
        target.mkdir(parents=True, exist_ok=True)
        for report in reports[shard * each : (shard + 1) * each]:
            for path in everything.glob(f"{report.stem}.*"):
                shutil.move(path, target / path.name)
        shards.append(target)
    return shards
