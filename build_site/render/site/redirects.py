"""Addresses that reports had before: small pages that lead to where the report stands now."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.corpus import Corpus
from ...model.page import Page
from ..escape import front_matter

#: Page of a report -> the way from its folder up to the folder of all reports.
_PAGES = {"index": "../", "text": "../../"}


def redirects(corpus: Corpus) -> dict[str, str]:
    """Former id -> present id. A report that bears the former id now keeps it; of several claims the first holds."""
    present = {card.id for card in corpus.reports}
    found: dict[str, str] = {}
    for card in corpus.reports:
        for former in card.redirect_from:
            if former not in present:
                found.setdefault(former, card.id)
    return found


def redirect_pages(corpus: Corpus) -> Iterator[Page]:
    """Overview and full text at each former address; what follows ``?`` and ``#`` is kept on the way."""
    titles = {card.id: card.title for card in corpus.reports}
    for former, present in redirects(corpus).items():
        for name, up in _PAGES.items():
            target = f"{up}{present}/" + ("" if name == "index" else f"{name}/")
            head = {"template": "redirect.html", "title": titles[present], "target": target}
            yield Page(f"reports/{former}/{name}.md", front_matter(head))
