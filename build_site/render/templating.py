"""Loads the page templates; whatever they print goes through the escaping of `render.escape`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import escape

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The template environment: autoescaping on, unknown names refused, blocks leave no lines behind.

    Templates have the filters ``inline`` (for Markdown headings and link texts) and ``json`` (for script
    elements); everything else they print is escaped for HTML.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["inline"] = escape.inline
    made.filters["json"] = escape.script_json
    return made


def render(template: str, **values: Any) -> str:
    """The text of ``template`` (a path below ``templates/``) with ``values`` filled in."""
    return environment().get_template(template).render(**values)


def _finalize(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape.html(value)
    return value
