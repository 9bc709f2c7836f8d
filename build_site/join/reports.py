"""The reports of all shards as light cards: what places, levels and names need, without their figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec

from ..model.corpus import ReportCard, Statement
from .shards import Shard
from .tables import Tables

#: Sentences that tell the level of a report that does not name its place (see `corpus.naming.home_of`).
_TELLING = "[全我][区县]"


class _Document(msgspec.Struct):
    """The one thing of a report's JSON that stands in no table."""

    period: str = ""


def read_cards(tables: Tables, shards: Sequence[Shard]) -> dict[str, ReportCard]:
    """Key (shard/report) -> card; its id is the key, its only statements those that tell its level."""
    telling = _telling_sentences(tables)
    data = {shard.name: shard.data for shard in shards}
    columns = (
        "shard, key, report, title, region, region_code, year, kind, source_file, source_sha256, format, chars,"
        " sections, figures, figures_masked, masks, completeness"
    )
    cards = {}
    for shard, key, report, *cells in tables.ask(f"SELECT {columns} FROM reports"):  # noqa: S608
        title, region, code, year, kind, file, sha256, form, chars, sections, figures, masked, masks, whole = cells
        cards[key] = ReportCard(
            id=key,
            title=title,
            region=region,
            region_code=code,
            year=year,
            period=_period(data[shard] / f"{report}.json"),
            kind=kind,
            publisher="",
            written="",
            url="",
            licence="",
            file=file,
            sha256=sha256,
            format=form,
            chars=int(chars),
            sections=int(sections),
            figures=int(figures),
            figures_masked=int(masked),
            masks=int(masks),
            completeness=whole,
            themes=(),
            statements=tuple(map(_stub, telling.get(key, ()))),
            passages=(),
            points=(),
            removals=(),
            blank_removals=0,
            warnings=(),
        )
    return cards


def _telling_sentences(tables: Tables) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = (
        "SELECT DISTINCT key, sentence FROM figures JOIN reports USING (key)"
        " WHERE NOT regexp_full_match(region_code, '[0-9]{6}') AND regexp_matches(sentence, ?)"
    )
    for key, sentence in tables.ask(query, _TELLING):
        found[key].append(sentence)
    return found


def _period(file: Path) -> str:
    return msgspec.json.decode(file.read_bytes(), type=_Document).period


def _stub(sentence: str) -> Statement:
    return Statement("", "", "", None, None, "", "", "", "", "", "", "", False, (), "", sentence)
