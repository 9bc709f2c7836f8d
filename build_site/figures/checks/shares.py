"""Shares over 100 %: 占比达 120%. Gross enrolment and growth may exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.diagnostic import Diagnostic
from ...model.figure import Figure
from ..context import Reading

_SHARE = re.compile(r"(?:率|占比|比例|比重)$")
_MAY_EXCEED = re.compile(r"毛入|增长率|增速|增幅|完成率|负债|达产|产销|计划|任务|目标|利用率|使用率|超")


def impossible_shares(figures: tuple[Figure, ...], reading: Reading) -> Iterator[Diagnostic]:
    """A share that is more than the whole."""
    for figure in figures:
        if figure.unit != "%" or figure.value is None or figure.value <= 100 or figure.role == "change":
            continue
        if _SHARE.search(figure.indicator) and not _MAY_EXCEED.search(figure.indicator):
            message = f"“{figure.indicator}”为 {figure.text}，超过 100%，请核对原文"
            yield Diagnostic("figure-share", message, *figure.source)
