"""Where the pages of the example report are, and its figures on them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Visit = Callable[..., Any]


OVERVIEW = "/reports/linlan-2022/"


TEXT = "/reports/linlan-2022/text/"


PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def figure(page: Any, words: str) -> Any:
    """The element of the figure that reads ``words``."""
    return page.locator("data[id]", has_text=re.compile(f"^{re.escape(words)}$")).first
