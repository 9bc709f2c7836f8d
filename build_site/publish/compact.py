"""Pages without the bytes no reader needs.

Material's templates leave a third of a small page in blank lines and leading spaces, quote what HTML lets stand
without, and write Chinese in JSON as escapes of six characters each. Within the article, which holds the report's and
the summary's own text, nothing is touched but blank lines at its two ends.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Environment
from mkdocs.plugins import BasePlugin

from .templates import remember_compiled

_ARTICLE = re.compile(r"(<article\b.*</article>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
_TAG = re.compile(r"<[a-z][^<>]*[^<>/]>")
_QUOTED = re.compile(r"""(\s[\w-]+)="([^\s"'=<>`]+)\"""")
_END = "</article>"


def compact(page: str) -> str:
    """The page with no more white space and quotation marks outside its ``<article>`` than HTML needs."""
    return "".join(
        _trim(part) if part.startswith("<article") else _tighten(part) for part in _ARTICLE.split(page)
    ).lstrip()


def _trim(article: str) -> str:
    tag, _, inside = article.partition(">")
    inside = inside.removesuffix(_END).strip(" \n")
    return f"{tag}>\n{inside}\n{_END}"


def _tighten(part: str) -> str:
    return _TAG.sub(lambda tag: _QUOTED.sub(r"\1=\2", tag[0]), _INDENT.sub("\n", part))


class CompactPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Has MkDocs write compact pages."""

    def on_env(self, env: Environment, /, **_: Any) -> Environment:
        """Called by MkDocs with its template environment."""
        remember_compiled(env)
        env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        return env

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Called by MkDocs with each finished page."""
        return compact(output)
