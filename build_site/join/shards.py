"""The shards as the command line names them: ``NAME=FOLDER``, where NAME becomes a folder of the joined site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..config import MARKER
from ..errors import SettingError
from ..publish.search import FOLDER

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
#: Folders the joined site has itself.
OWN = frozenset(
    ("assets", "compare", "contribute", "data", "development", "indicators", "quality", "regions", "reports", "search")
    + ("themes", "years")
)
#: What the joined pages are made from.
TABLES = ("reports", "sections", "figures")


@dataclass(frozen=True, slots=True)
class Shard:
    """One site of the joined site.

    Attributes:
        name: its folder below the joined site's root.
        site: where it was built.
    """

    name: str
    site: Path

    @property
    def data(self) -> Path:
        """Its published tables."""
        return self.site / "data"

    def has(self, path: str) -> bool:
        """Whether it has the page at ``path`` (a folder below its root, ending in a slash)."""
        return (self.site / path / "index.html").is_file()


def read_shards(words: Sequence[str]) -> tuple[Shard, ...]:
    """The shards that ``words`` name, in their order.

    Raises:
        SettingError: a word is not NAME=FOLDER, a name is taken or no folder name, a folder holds no site built here.
    """
    shards: dict[str, Shard] = {}
    for word in words:
        name, _, folder = word.partition("=")
        if not _NAME.fullmatch(name) or name in OWN:
            raise SettingError(word, "has no name that a shard can have", "write NAME=FOLDER, NAME as in tianjin")
        if name in shards:
            raise SettingError(word, f"names a second shard {name!r}", "give every shard a name of its own")
        site = Path(folder).resolve()
        if not folder or not (site / MARKER).is_file():
            raise SettingError(folder or word, "holds no built site", "build it first: python -m build_site --site ...")
        missing = [table for table in TABLES if not (site / "data" / f"{table}.csv").is_file()]
        if missing:
            raise SettingError(folder, f"has no data/{missing[0]}.csv", "build the shard again")
        if not (site / FOLDER / "index.json").is_file():
            raise SettingError(folder, f"has no {FOLDER}/index.json", "build the shard again")
        shards[name] = Shard(name, site)
    if not shards:
        raise SettingError("join", "has no shard to join", "name at least one: NAME=FOLDER")
    return tuple(shards.values())
