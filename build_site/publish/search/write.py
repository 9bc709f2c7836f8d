"""Brings the search index of a site up to date: only bundles with a changed report are written again.

A report's bundle follows from its id alone, and the number of bundles from the size of all texts, so a warm build
and a cold one write the same bytes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor, Future
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

import msgspec

from ...cache import Store, digest
from ...model.corpus import Corpus, ReportCard
from .bundle import DETAILS, FORMAT, BundleInfo, write_bundle, write_packed
from .names import collect_names, write_names
from .record import SearchRecord
from .texts import text_document

FOLDER = "search/data"
#: Characters of text a bundle: bounds the memory of a build (1 GB a process) and what one changed report costs.
PER_BUNDLE = 7_000_000


class Indexed(Protocol):
    """A report of the build: its card, and the key under which its `SearchRecord` is stored as ``search``."""

    @property
    def card(self) -> ReportCard: ...

    @property
    def key(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Task:
    """One bundle to write: members as (report id, key); ``stale`` are the members whose text file is to be written."""

    store: Path | None
    site: Path
    name: str
    members: tuple[tuple[str, str], ...]
    stale: frozenset[str]


def write_bundles(entries: Sequence[Indexed], store: Store, site: Path, pool: Executor) -> list[Future[BundleInfo]]:
    """Give ``pool`` the bundles of ``search/data`` to write for the site at ``site``.

    What an earlier build left there is used again where it still holds.

    Args:
        entries: the reports; their records are read from ``store``, one bundle at a time.
        store: holds a `SearchRecord` for each entry.
        site: root of the site; files that are linked to another site's are replaced, not written through.
        pool: does the work.
    """
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    current = _members_in_place(folder)
    tasks = [
        _Task(store.folder, site, name, members, frozenset(id for id, key in members if current.get(id) != key))
        for name, members in _bundles(entries).items()
    ]
    return [pool.submit(_write_task, task) for task in tasks]


def finish_index(
    bundles: Sequence[Future[BundleInfo]],
    entries: Sequence[Indexed],
    corpus: Corpus,
    site: Path,
    synonyms: Iterable[Sequence[str]] = (),
) -> None:
    """Write what leads to ``bundles``, and the names, and remove what this build does not use.

    Args:
        bundles: from `write_bundles`.
        entries: the same as there.
        corpus: gives the names of themes, indicators and reports.
        site: root of the site.
        synonyms: groups of words that mean the same to somebody searching.
    """
    folder = site / FOLDER
    names = write_names(folder, collect_names(corpus))
    infos = [bundle.result() for bundle in bundles]
    _remove_others(folder, {info.path for info in infos} | {names["path"]}, {entry.card.id for entry in entries})
    manifest = {
        "format": 1,
        "reports": len(entries),
        "bundles": [asdict(info) for info in infos],
        "names": names,
        "details": DETAILS,
        "synonyms": [list(group) for group in synonyms],
    }
    write_manifest(folder, manifest)


def write_manifest(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Write the file of ``folder`` that a browser reads first."""
    _replace(folder / "index.json", json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode())


def _bundles(entries: Sequence[Indexed]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Bundle name -> its members, sorted by id."""
    count = max(1, -(-sum(entry.card.chars for entry in entries) // PER_BUNDLE))
    members: list[list[tuple[str, str]]] = [[] for _ in range(count)]
    for entry in entries:
        members[crc32(entry.card.id.encode()) % count].append((entry.card.id, entry.key))
    found = {}
    for group in filter(None, members):
        group.sort()
        found[digest(FORMAT, *(part.encode() for member in group for part in member))[:12]] = tuple(group)
    return found


def _members_in_place(folder: Path) -> dict[str, str]:
    """Report id -> key of the text file that stands in ``folder``."""
    found: dict[str, str] = {}
    for path in folder.glob("*/members.json"):
        found |= json.loads(path.read_text(encoding="utf-8"))["keys"]
    return found


def _write_task(task: _Task) -> BundleInfo:
    folder = task.site / FOLDER / task.name
    members_file = folder / "members.json"
    if members_file.exists():  # written last, so the folder is whole
        return msgspec.convert(json.loads(members_file.read_text(encoding="utf-8"))["info"], BundleInfo)
    store = Store(task.store)
    records = []
    for identity, key in task.members:
        record = store.load(key, "search", SearchRecord)
        assert record, f"{identity}: stored search record is gone"
        records.append(record)
        if identity in task.stale:
            write_packed(task.site / FOLDER / "text" / f"{identity}.bin", text_document(record))
    shutil.rmtree(folder, ignore_errors=True)
    info = write_bundle(folder, records)
    _replace(members_file, json.dumps({"info": asdict(info), "keys": dict(task.members)}).encode())
    return info


def _remove_others(folder: Path, wanted: set[str], reports: set[str]) -> None:
    """Remove what no bundle of this build uses."""
    for path in folder.iterdir():
        if path.is_dir() and path.name != "text" and path.name not in wanted:
            shutil.rmtree(path)
    for path in (folder / "text").glob("*.bin"):
        if path.stem not in reports:
            path.unlink()


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(content)
