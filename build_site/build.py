"""One build, from a folder of files to a site in place: reads and analyses in worker processes, then publishes."""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from .cache import Store, code_digest, digest
from .config import Settings
from .errors import BuildError, InputError, SettingError
from .ingest import list_sources, read_source
from .ingest.limits import FILE_BYTES, SIDECAR_BYTES
from .ingest.refusal import UNREADABLE, at_file, refusal
from .ingest.sidecar import sidecar_of
from .memory import kept, uncollected
from .model.corpus import ReportCard
from .publish.site import Entry, Progress, Published, begin, publish
from .rules import Rules, load_rules
from .time_limit import FILE_SECONDS, time_limit
from .workers import workers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: an entry, or a problem (``ours`` if it is a defect of the project's)."""

    file: str
    entry: Entry | None = None
    problem: str = ""
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build.

    Attributes:
        cards: the reports on the site.
        refused: one line for each input that was not used.
        defects: one line for each input on which the project itself failed.
        published: None if nothing was put in place.
    """

    cards: tuple[ReportCard, ...]
    refused: tuple[str, ...]
    defects: tuple[str, ...]
    published: Published | None


def build(settings: Settings, progress: Progress) -> Built:
    """Build the site that ``settings`` describe.

    Raises:
        SettingError: a setting or rule file is wrong, there is nothing to build, or another build is writing the
            same site; what was in place stays.
    """
    rules = load_rules()
    files = list_sources(settings.source)
    if not files:
        raise SettingError(str(settings.source), "holds no report", "put a .docx, .txt, .pdf or .html file into it")
    with _alone(settings), _store(settings) as store, workers(settings.jobs) as pool, begin(settings, pool) as begun:
        outcomes = list(_analyse_all(files, settings.source, rules, store, pool, progress))
        outcomes = _refuse_same_ids(outcomes)
        entries = _in_order([outcome.entry for outcome in outcomes if outcome.entry])
        refused = tuple(outcome.problem for outcome in outcomes if outcome.problem and not outcome.ours)
        defects = tuple(outcome.problem for outcome in outcomes if outcome.ours)
        published = None
        if entries and not (settings.strict and (refused or defects)):
            published = publish(settings, begun, entries, rules, store, pool, progress)
    return Built(tuple(entry.card for entry in entries), refused, defects, published)


@contextmanager
def _alone(settings: Settings) -> Iterator[None]:
    """Keep two builds from writing the same site at once."""
    settings.state.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.state / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SettingError(str(settings.site), "is being built by another process", "wait for it to end") from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _store(settings: Settings) -> Iterator[Store]:
    """Where workers leave what they made: the cache, or without it a folder of this build's own."""
    if settings.store:
        yield Store(settings.store)
        return
    folder = tempfile.mkdtemp(prefix="reports-", dir=settings.state)
    try:
        yield Store(Path(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


_RULES: Rules | None = None  # read once in each worker process


def _worker_rules() -> Rules:
    global _RULES
    if _RULES is None:
        _RULES = load_rules()
    return _RULES


def _analyse_all(
    files: Sequence[Path], root: Path, rules: Rules, store: Store, pool: Executor, progress: Progress
) -> Iterator[Outcome]:
    """Outcomes in the order of ``files``, whatever order they are made in."""
    progress("analysing", 0, len(files))
    with kept():
        looked_up = [_look_up(file, root, rules, store) for file in files]
    begun = [
        found if isinstance(found, Outcome) else pool.submit(_analyse_one, file, root, found, store.folder)
        for file, found in zip(files, looked_up, strict=True)
    ]
    for done, outcome in enumerate(begun, 1):
        yield outcome.result() if isinstance(outcome, Future) else outcome
        progress("analysing", done, len(files))


def _look_up(file: Path, root: Path, rules: Rules, store: Store) -> Outcome | str:
    """What the store has of a file, or the key under which to store it."""
    name = file.relative_to(root).as_posix()
    try:
        key = _key(file, root, rules)
    except OSError:
        return Outcome(name, problem=str(at_file(UNREADABLE, name)))
    card = store.load(key, "card", ReportCard)
    return Outcome(name, Entry(card, key)) if card else key


def _analyse_one(path: Path, root: Path, key: str, folder: Path | None) -> Outcome:
    """Read and analyse one file, and leave what it contributes in the store."""
    # Loaded where reports are analysed, beside the first process, which needs none of it.
    from .pipeline import analyse
    from .publish.artefact import make_artefact

    file, store = path.relative_to(root).as_posix(), Store(folder)
    try:
        rules = _worker_rules()
        with time_limit(file, FILE_SECONDS), uncollected():
            source = read_source(path, root, rules)
            if source.sidecar.hide:
                return Outcome(file)
            artefact = make_artefact(analyse(source, rules), key)
        store.save(key, "contents", artefact.contents)
        store.save(key, "tables", artefact.tables)
        store.save(key, "search", artefact.search)
        store.save(key, "card", artefact.card)
        return Outcome(file, Entry(artefact.card, key))
    except InputError as error:
        return Outcome(file, problem=str(error))
    except BuildError:
        raise
    except Exception as error:  # one report must not keep the others from being built
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        failure = (f"分析出错（{where}）", f"cannot be analysed ({where})")
        mend = ("这是本程序的缺陷，请告诉维护者", "please report this as a defect")
        return Outcome(file, problem=str(at_file(refusal(failure, mend), file)), ours=True)


def _key(path: Path, root: Path, rules: Rules) -> str:
    """Names everything the result for a file depends on."""
    sidecar = sidecar_of(path)
    return digest(
        code_digest().encode(),
        rules.digest.encode(),
        os.fsencode(path.relative_to(root).as_posix()),
        _beginning(path, FILE_BYTES),
        _beginning(sidecar, SIDECAR_BYTES) if sidecar else b"",
    )


def _beginning(path: Path, most: int) -> bytes:
    """What a file holds, or enough of it to know that it is too large; nothing where a link leads to no file."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(most + 1)


def _refuse_same_ids(outcomes: list[Outcome]) -> list[Outcome]:
    """Of several files with one id only the first is used."""
    first: dict[str, str] = {}
    kept = []
    for outcome in outcomes:
        if outcome.entry:
            identity = outcome.entry.card.id
            if identity in first:
                other = first[identity]
                problem = (f"编号 {identity} 与 {other} 相同", f"has the same id {identity} as {other}")
                mend = ("请改文件名，或在旁注里另写 slug", "rename it, or give it another slug in its sidecar")
                outcome = replace(outcome, entry=None, problem=str(at_file(refusal(problem, mend), outcome.file)))
            else:
                first[identity] = outcome.file
        kept.append(outcome)
    return kept


def _in_order(entries: list[Entry]) -> list[Entry]:
    """Newest year first, then by region code and id; 未知 last."""

    def years(entry: Entry) -> int:
        digits = entry.card.year[-6:].strip("学年")[-4:]
        return -int(digits) if digits.isdigit() else 1

    return sorted(entries, key=lambda entry: (years(entry), entry.card.region_code or "9", entry.card.id))
