"""Pages without the bytes no reader needs.

Material's templates leave a third of a small page in blank lines and leading spaces, and write Chinese in JSON as
escapes of six characters each. The article, which holds the report's and the summary's own text, is not touched.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment
from mkdocs.plugins import BasePlugin

_ARTICLE = re.compile(r"(<article\b.*</article>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")


def compact(page: str) -> str:
    """The page with every run of white space around a line end outside its ``<article>`` made one line end."""
    return "".join(
        part if part.startswith("<article") else _INDENT.sub("\n", part) for part in _ARTICLE.split(page)
    ).lstrip()


class CompactPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Has MkDocs write compact pages."""

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        """Called by MkDocs with its template environment."""
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        return env

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Called by MkDocs with each finished page."""
        return compact(output)
