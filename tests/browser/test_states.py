"""What readers open on a page breaks no rule of accessibility either: cards, panels, lists, filters, results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Visit = Callable[..., Any]
TEXT = "/reports/linlan-2022/text/"


def _card(page: Any) -> None:
    page.keyboard.press("n")
    page.locator(".figure-card").wait_for()


def _themes(page: Any) -> None:
    page.get_by_role("button", name="主题", exact=True).click()
    page.locator("#themes button").first.wait_for()


def _removals(page: Any) -> None:
    for summary in page.locator("main details:not([open]) > summary").all():
        summary.click()


def _sorted(page: Any) -> None:
    page.locator("table.figures thead button").first.click()
    page.locator("[aria-sort]").wait_for()


def _picker(page: Any) -> None:
    page.get_by_role("combobox").focus()
    page.keyboard.press("ArrowDown")
    page.locator("[aria-selected=true]").wait_for()


def _results(page: Any) -> None:
    page.locator(".hit mark").first.wait_for()
    page.locator(".search-filters").evaluate("(filters) => { filters.open = true; }")
    page.locator(".filter input").first.check()


def _nothing(page: Any) -> None:
    page.locator("[data-part=help]").wait_for()


def _box(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("学位")
    page.locator(".site-search__list mark").first.wait_for()


def _drawer(page: Any) -> None:
    page.locator("#__drawer").evaluate("(toggle) => toggle.click()")


STATES = [
    (TEXT, _card),
    (TEXT, _themes),
    ("/reports/linlan-2022/", _sorted),
    ("/quality/", _removals),
    ("/compare/", _picker),
    ("/search/?q=学位", _results),
    ("/search/?q=没有这样的话", _nothing),
    ("/", _box),
    ("/", _drawer),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(("path", "act"), STATES)
def test_what_is_opened_breaks_no_rule(
    visit: Visit, axe: str, path: str, act: Callable[[Any], None], width: int, scheme: str
) -> None:
    page = visit(path, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    act(page)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
