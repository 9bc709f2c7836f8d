"""The quality page: completeness, disclosure, what was cut and where, and what is doubtful, report by report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model.corpus import ReportCard
from ...model.page import Page
from ..report.words import REMOVALS
from .atlas import Atlas
from .pages import cut_by_weight, make_page

#: Bytes of HTML, as estimated below, that the reports of one page may take.
HEAVY = 150_000
#: Removals and warnings of one report shown here; the rest stand on the report's own page and in the data.
NOTES = 20


def _weight(card: ReportCard) -> int:
    """About how many bytes of HTML a report takes; a Chinese character takes three."""
    removals = sum(450 + 3 * min(len(gone.text), 300) for gone in card.removals[:NOTES])
    return 900 + removals + sum(280 + 3 * (len(doubt.message) + len(doubt.text)) for doubt in card.warnings[:NOTES])


def quality_pages(atlas: Atlas) -> Iterator[Page]:
    """``quality/index.md`` and as many further pages as the reports need."""
    cards = atlas.corpus.reports
    doubtful = sorted(cards, key=lambda card: -(len(card.removals) + len(card.warnings)))
    pieces = list(cut_by_weight(doubtful, _weight, HEAVY))
    figures = sum(card.figures for card in cards)
    masked = sum(card.figures_masked for card in cards)
    for number, piece in pieces:
        first = number == 1
        yield make_page(
            f"quality/{'' if first else f'{number}/'}index.md",
            "quality",
            "质量" + ("" if first else f"（第 {number} 页）"),
            "每份报告是否完整、公开了多少、剔除了什么、哪里存疑。",
            scripts=["corpus"],
            atlas=atlas,
            cards=piece,
            number=number,
            parts_list=[(part, f"quality/{part}/" if part > 1 else "quality/") for part, _ in pieces],
            completeness=Counter(card.completeness for card in cards).most_common(),
            disclosure=1 - masked / figures if figures else None,
            masks=sum(card.masks for card in cards),
            removals=Counter(gone.kind for card in cards for gone in card.removals).most_common(),
            warnings=Counter(doubt.code for card in cards for doubt in card.warnings).most_common(),
            kinds=REMOVALS,
            notes=NOTES,
        )
