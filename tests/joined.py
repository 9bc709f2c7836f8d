"""Two sites of 21 reports each, built apart, and the site they were joined to; made once a run of the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

PROJECT = Path(__file__).parent.parent
NAMES = ("shard-1", "shard-2")
EACH = 20
#: Stands in both shards under one name and so under one id; its text must come out as text.
SAME = (
    "甲县教育局二〇二二年工作总结\n\n一、基本情况\n"
    "<script>alert(1)</script>**全县**学前教育普惠率达到92.4%，{{ 7 * 7 }}。\n"
)


@dataclass(frozen=True)
class JoinedSite:
    """Folders: the joined site, the reports of each shard, the site of each shard."""

    site: Path
    reports: dict[str, Path]
    shards: dict[str, Path]


def joined_site(factory: pytest.TempPathFactory) -> JoinedSite:
    """The joined site, made by the commands that users give."""
    base = factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    folder = base / "joined"
    made = JoinedSite(
        folder / "site",
        {name: folder / "reports" / name for name in NAMES},
        {name: folder / "shards" / name for name in NAMES},
    )
    with FileLock(base / "joined.lock"):
        if not made.site.exists():
            _make(folder, made)
    return made


def own_pages(joined: JoinedSite) -> list[Path]:
    """The pages above the shards."""
    return [page for page in joined.site.rglob("*.html") if page.relative_to(joined.site).parts[0] not in NAMES]


def _make(folder: Path, made: JoinedSite) -> None:
    everything = folder / "all"
    run("benchmarks.corpus", str(EACH * len(NAMES)), str(everything))
    files = sorted(everything.iterdir(), key=lambda path: (path.name[6:12], path.name))  # by region code
    stems = list(dict.fromkeys(path.stem for path in files))
    for number, name in enumerate(NAMES):
        made.reports[name].mkdir(parents=True)
        own = set(stems[number * EACH : (number + 1) * EACH])
        for path in files:
            if path.stem in own:
                shutil.move(path, made.reports[name] / path.name)
        (made.reports[name] / "same.txt").write_text(SAME, encoding="utf-8")
        (made.reports[name] / "same.yml").write_text("region: 甲县\nslug: same\n", encoding="utf-8")
        run("build_site", "--source", str(made.reports[name]), "--site", str(made.shards[name]))
    run("build_site", "join", "--site", str(made.site), *(f"{name}={site}" for name, site in made.shards.items()))


def run(module: str, *words: str) -> None:
    """Run a command of the project; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-m", module, *words], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
