"""The site by keyboard alone: every control is reached, named, seen and left again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Visit = Callable[..., Any]
TEXT = "/reports/linlan-2022/text/"
PAGES = ["/", "/reports/", "/reports/linlan-2022/", TEXT, "/themes/", "/themes/preschool/", "/indicators/", "/regions/"]
PAGES += ["/years/2022/", "/compare/", "/compare/?a=linlan-2022&b=qingshan-2022", "/quality/", "/data/", "/contribute/"]
PAGES += ["/search/?q=学位", "/404.html"]

#: Of what has the focus: its name, what is wrong with it, and whether it was met before.
PROBE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), boxes = [...e.getClientRects()], wrong = [];
  const label = e.labels?.[0];
  const drawn = e.matches("[type=radio]") ? e.nextElementSibling : e; // Material's switch: its label stands for it
  const name = e.getAttribute("aria-label") || label?.textContent || e.title || e.textContent || "";
  if (!name.trim()) wrong.push("no name");
  const seen = [...drawn.getClientRects()].some((box) => {
    const at = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 2));
    return at && (drawn.contains(at) || at.contains(drawn));
  });
  if (!seen) wrong.push("hidden");
  const outline = getComputedStyle(drawn), bare = outline.outlineStyle === "none" || outline.outlineWidth === "0px";
  if (bare && !e.matches(".site-search input")) wrong.push("focus not shown"); // there a list opens
  const small = boxes.every((box) => box.width < 24 || box.height < 24);
  const inText = style.display === "inline" || e.matches("[type=radio], label *, .md-nav *, details *, .why a");
  if (small && !inText) wrong.push("small");
  const before = Boolean(e.dataset.walked);
  e.dataset.walked = "1";
  return { what: `${e.tagName} ${name.trim().slice(0, 30)}`, wrong, before };
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")]
  .filter((e) => e.tabIndex >= 0 && !e.disabled && !e.dataset.walked && !e.matches("[type=radio]"))
  .filter((e) => e.checkVisibility({ visibilityProperty: true }))
  .map((e) => e.outerHTML.slice(0, 120))"""


def focused(page: Any) -> str:
    """The text of what has the focus."""
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"
    )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_tab_reaches_every_control_and_each_is_named_and_seen(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement.blur()")  # the search page begins in its field
    page.evaluate("document.querySelector('.md-skip').focus()")
    wrong = []
    while found := page.evaluate(PROBE):
        assert not found["before"], f"Tab comes back to {found['what']}"
        wrong += [f"{found['what']}: {what}" for what in found["wrong"]]
        page.keyboard.press("Tab")
    assert wrong == []
    assert page.evaluate(MISSED) == []


def test_the_way_past_the_header_leads_into_the_page(visit: Visit) -> None:
    for path, first in (("/", "search"), ("/reports/", "search"), ("/404.html", "")):
        page = visit(path)
        page.keyboard.press("Tab")
        assert focused(page) == "跳到正文"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        assert page.evaluate("document.activeElement.type") == first


def test_the_drawer_of_a_narrow_screen_opens_and_closes(visit: Visit) -> None:
    page = visit("/", viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    opener = page.get_by_role("button", name="栏目")
    opener.focus()
    page.keyboard.press("Enter")
    assert focused(page) == "首页"
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert opener.evaluate("(e) => e === document.activeElement")
    page.keyboard.press("Space")
    page.locator(".md-sidebar--primary a", has_text="报告").last.press("Enter")
    page.wait_for_url("**/reports/")


def test_going_on_with_tab_closes_the_search_box(visit: Visit) -> None:
    page = visit("/reports/")
    page.keyboard.press("/")
    assert page.locator("#__search").is_checked()
    page.keyboard.press("Tab")
    assert not page.locator("#__search").is_checked()


def test_the_card_of_a_figure_gives_way_to_what_is_focused_next(visit: Visit) -> None:
    page = visit(TEXT, viewport={"width": 390, "height": 800})
    page.keyboard.press("n")
    card = page.locator(".figure-card")
    shown = page.evaluate("document.activeElement.id")
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert page.locator(f"#{described}").inner_text() == card.locator(".card-name").inner_text()
    page.keyboard.press("Tab")
    assert card.is_hidden()
    page.locator(f"#{shown}").press("Enter")
    card.locator("button").last.focus()
    page.keyboard.press("Tab")  # past the end of the card: on from the figure
    assert card.is_hidden()
    assert page.evaluate(f"document.activeElement.compareDocumentPosition({shown}) & Node.DOCUMENT_POSITION_PRECEDING")
    page.locator(f"#{shown}").press("Enter")
    card.locator("a, button").first.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == shown
    assert card.is_visible()


def test_escape_closes_the_themes_of_the_reading_bar(visit: Visit) -> None:
    page = visit(TEXT)
    button = page.get_by_role("button", name="主题", exact=True)
    button.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#themes') !== null")
    page.keyboard.press("Escape")
    assert page.locator("#themes").is_hidden()
    assert button.evaluate("(e) => e === document.activeElement")


def test_reports_to_compare_are_chosen_and_dropped(visit: Visit) -> None:
    page = visit("/compare/")
    find, options = page.get_by_role("combobox"), page.get_by_role("listbox")
    find.focus()
    options.wait_for()
    page.keyboard.press("Escape")
    assert options.is_hidden()
    for count in (1, 2, 3, 4):
        find.press("ArrowDown")
        page.locator("[aria-selected=true]").wait_for()
        page.keyboard.press("Enter")
        page.locator(f"[data-chosen] li:nth-child({count})").wait_for()
    page.wait_for_function("document.activeElement.matches('[data-chosen] li:last-child button')")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'compare-find'")  # none stands after the last
    page.locator("[data-chosen] button").first.press("Enter")
    page.wait_for_function("document.activeElement.matches('[data-chosen] li:first-child button')")
    assert page.locator("[data-chosen] li").count() == 2
