"""Former addresses of reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_site.corpus import compare
from build_site.model.corpus import ReportCard
from build_site.render.site import redirects, site_pages
from build_site.rules import Rules
from tests.search_records import make_card, make_record


def card(name: str, *former: str) -> ReportCard:
    """A report with this id and these former ids."""
    return replace(make_card(make_record(1)), id=name, redirect_from=former)


def moved(rules: Rules, **former: tuple[str, ...]) -> dict[str, str]:
    """Redirects of reports with these ids and former ids."""
    return redirects(compare([card(name, *names) for name, names in former.items()], rules))


@pytest.mark.parametrize(
    ("former", "expected"),
    [
        ({"b": ("a",)}, {"a": "b"}),
        ({"b": ("a", "c")}, {"a": "b", "c": "b"}),
        ({"b": ()}, {}),
        ({"a": (), "b": ("a",)}, {}),  # the name belongs to another report now
        ({"b": ("b",)}, {}),
    ],
)
def test_former_ids_lead_to_present_ones(
    rules: Rules, former: dict[str, tuple[str, ...]], expected: dict[str, str]
) -> None:
    assert moved(rules, **former) == expected


def test_of_two_claims_one_holds(rules: Rules) -> None:
    assert moved(rules, b=("a",), c=("a",))["a"] in ("b", "c")


def test_both_pages_of_a_report_have_a_redirect(rules: Rules) -> None:
    corpus = compare([card("b", "a")], rules)
    pages = {page.path: page.markdown for page in site_pages(corpus) if page.path.startswith("reports/a/")}
    assert sorted(pages) == ["reports/a/index.md", "reports/a/text.md"]
    assert '"../b/"' in pages["reports/a/index.md"]
    assert '"../../b/text/"' in pages["reports/a/text.md"]
