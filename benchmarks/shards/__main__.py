"""What shards cost, built apart and joined: ``python -m benchmarks.shards [EACH [SHARDS [FOLDER]]]``.

Makes invented reports, cuts them into shards by place, builds every shard alone and cold, joins the shards, and lets a
browser search one shard and all of them. Prints Markdown tables. Processor seconds are the sum over all processes and
hold on a busy machine too; megabytes of memory are the peak over all processes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.build.__main__ import build, measure

from .material import make_shards
from .query import QUERIES, measure_queries


@dataclass(frozen=True, slots=True)
class Cost:
    """One command: processor seconds and wall-clock seconds, peak megabytes."""

    processor: float
    seconds: float
    memory: float


def _cost(work: object, *words: object) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = work(*words)  # type: ignore[operator]
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(used, run.seconds, run.megabytes)


def _megabytes(folder: Path, *but: str) -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and path.relative_to(folder).parts[0] not in but)
    return sum(path.stat().st_size for path in files) / 1e6


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("each", nargs="?", type=int, default=200, help="reports of a shard")
    parser.add_argument("shards", nargs="?", type=int, default=2)
    parser.add_argument("folder", nargs="?", type=Path, help="where to work (default: a temporary folder)")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="shards-benchmark-"))
    sites = {}
    print("| step | reports | processor | wall | memory | size | a report | search index |\n|---|" + "--:|" * 7)
    for source in make_shards(given.shards, given.each, folder):
        site = sites[source.name] = folder / "sites" / source.name
        cost, size = _cost(build, source, site, "--no-cache"), _megabytes(site)
        print(
            f"| build {source.name} | {given.each} | {cost.processor:.0f} s | {cost.seconds:.0f} s"
            f" | {cost.memory:.0f} MB | {size:.0f} MB | {1000 * size / given.each:.0f} KB"
            f" | {_megabytes(site / 'search'):.1f} MB |",
            flush=True,
        )
    joined = folder / "joined"
    words = [f"{name}={site}" for name, site in sites.items()]
    cost = _cost(measure, sys.executable, "-m", "build_site", "join", "--site", str(joined), *words)
    number, front = given.each * given.shards, _megabytes(joined, *sites)
    print(
        f"| join: the front | {number} | {cost.processor:.0f} s | {cost.seconds:.0f} s | {cost.memory:.0f} MB"
        f" | {front:.1f} MB | {1000 * front / number:.0f} KB | |",
        flush=True,
    )
    print("\nKilobytes until the first result / in all\n")
    print(f"| search on | {' | '.join(QUERIES)} |\n|---|{'--:|' * len(QUERIES)}")
    for words_, path in (
        (f"one shard ({given.each} reports)", f"{next(iter(sites))}/"),
        (f"all ({number} reports)", ""),
    ):
        loaded = measure_queries(joined, path)
        print(f"| {words_} | {' | '.join(f'{one.first:.0f} / {one.all:.0f} KB' for one in loaded)} |")


if __name__ == "__main__":
    main()
