"""The kinds of page a site has, and the heaviest page of each: what holds there holds for the others."""

from __future__ import annotations

from pathlib import Path

#: Kind -> which files it takes.
KINDS = {
    "home": "index.html",
    "reports": "reports/index.html",
    "overview": "reports/*/index.html",
    "text": "reports/*/text/index.html",
    "themes": "themes/index.html",
    "theme": "themes/*/index.html",
    "indicators": "indicators/index.html",
    "indicator": "indicators/*/index.html",
    "regions": "regions/index.html",
    "region": "regions/*/index.html",
    "years": "years/index.html",
    "year": "years/*/index.html",
    "compare": "compare/index.html",
    "quality": "quality/index.html",
    "data": "data/index.html",
    "contribute": "contribute/index.html",
    "search": "search/index.html",
    "404": "404.html",
}


def heaviest_pages(site: Path) -> dict[str, str]:
    """Kind -> address below the site; a comparison of two reports and a search with results besides."""
    found = {}
    for kind, pattern in KINDS.items():
        files = sorted(site.glob(pattern), key=lambda file: (-file.stat().st_size, file))
        if files:
            found[kind] = files[0].relative_to(site).as_posix().removesuffix("index.html")
    reports = sorted(path.parent.name for path in site.glob(KINDS["overview"]))
    if len(reports) > 1:
        found["compared"] = f"compare/?a={reports[0]}&b={reports[1]}"
    found["found"] = "search/?q=教师"
    return found
