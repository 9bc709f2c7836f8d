"""Years: the index, and for each year its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...corpus.pinyin import slug, unique_slug
from ...model.page import Page
from .atlas import ROWS, Atlas, by_province
from .pages import cut, make_page

_USUAL = re.compile(r"\d{4}(?:-\d{4})?(?:学年)?", re.ASCII)


def year_path(year: str) -> str:
    """The folder of a year's page: ``years/2022``, ``years/2021-2022xuenian``, ``years/weizhi``."""
    if year == "未知" or _USUAL.fullmatch(year):
        return "years/" + "-".join(map(slug, year.split("-")))
    return f"years/{unique_slug(year)}"  # what a sidecar or a masked title may say: 20**


def year_pages(atlas: Atlas) -> Iterator[Page]:
    """``years/index.md`` and one or more pages a year."""
    corpus = atlas.corpus
    rows = [(year, year_path(year), len(reports), _figures(atlas, reports)) for year, reports in corpus.years]
    yield make_page("years/index.md", "years", "按年度看", "各年度的教育工作报告。", toc=False, atlas=atlas, rows=rows)
    for year, reports in corpus.years:
        ordered = [report for group in by_province(atlas, list(reports)).values() for report in group]
        pieces = list(cut(ordered, ROWS))
        for number, piece in pieces:
            path = year_path(year) + (f"/{number}" if number > 1 else "")
            name = f"{year} 年" if year.isdigit() else year
            yield make_page(
                f"{path}/index.md",
                "year",
                f"{name}的报告" + (f"（第 {number} 页）" if number > 1 else ""),
                f"{name}的 {len(reports)} 份教育工作报告。",
                scripts=["corpus"],
                toc=False,
                atlas=atlas,
                year=year,
                total=len(reports),
                cards=[atlas.cards[report] for report in piece],
                provinces=[(place, len(group)) for place, group in by_province(atlas, list(reports)).items()],
                parts_list=[
                    (part, f"{year_path(year)}/{part}/" if part > 1 else f"{year_path(year)}/") for part, _ in pieces
                ],
                number=number,
            )


def _figures(atlas: Atlas, reports: tuple[str, ...]) -> int:
    return sum(atlas.cards[report].figures for report in reports)
