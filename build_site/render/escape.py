"""The one place where text from reports is made safe for HTML, Markdown and YAML.

Pages are Markdown whose bodies are mostly raw HTML blocks, and MkDocs themes print front matter unescaped. So
there are four contexts, one function each; whatever a report holds (tags, ``**``, ``{{ }}``, ``---``), a reader
sees those very characters. Every result is a single line, so that no text can end or open a Markdown block.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

#: Characters no HTML page can carry (NUL, other C0 controls, halves of surrogate pairs); shown as U+FFFD.
_UNSHOWABLE = "".join(map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))) + "\ud800-\udfff"
_SHOWN_AS_BOX = re.compile(f"[{_UNSHOWABLE}]")
_HTML = re.compile("[&<>\"'\t\n\r" + _UNSHOWABLE + "]")
# Every ASCII punctuation mark may mean something in Markdown or to one of its extensions; white space that is
# not a single space inside the line would be trimmed or folded.
_INLINE = re.compile(r"""[!-/:-@\[-`{-~\t\n\r""" + _UNSHOWABLE + r"""]|^ | $| (?= )""")
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def html(text: str) -> Markup:
    """``text`` for an HTML element or a quoted attribute, inside or outside a raw HTML block of a Markdown page."""
    return Markup(html_string(text))  # noqa: S704 - this is the escaping itself


def html_string(text: str) -> str:
    """The same as a plain string, for hundreds of thousands of rows put together by hand."""
    return _HTML.sub(_reference, text)


def inline(text: str) -> Markup:
    """``text`` for a Markdown heading, link text or attribute list: no character keeps a meaning of its own."""
    return Markup(_INLINE.sub(_reference, text))  # noqa: S704


def script_json(value: Any) -> Markup:
    """``value`` as compact JSON for the inside of a ``<script type="application/json">`` element."""
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_NOT_IN_YAML.sub(_unicode_escape, compact.translate(_IN_SCRIPT)))  # noqa: S704


def front_matter(shown: Mapping[str, Any], data: Mapping[str, Any] | None = None) -> str:
    """The YAML head of a page, fences included.

    Args:
        shown: values the theme prints as they are (``title``, ``description``): strings in them are escaped for HTML.
        data: values a template passes through ``tojson`` only (structured data): kept as they are, under ``data``.
    """
    lines = [f"{key}: {_yaml(_escaped(value))}" for key, value in shown.items()]
    if data:
        lines.append(f"data: {_yaml(data)}")
    return "\n".join(("---", *lines, "---", ""))


def _reference(match: re.Match[str]) -> str:
    char = match[0]
    return "\ufffd" if _SHOWN_AS_BOX.match(char) else f"&#{ord(char)};"


def _escaped(value: Any) -> Any:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, str):
        return str(html(value))
    if isinstance(value, Mapping):
        return {key: _escaped(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_escaped(item) for item in value]
    return value


def _yaml(value: Any) -> str:
    """JSON is YAML once the characters YAML does not allow unescaped are written as escapes."""
    return _NOT_IN_YAML.sub(_unicode_escape, json.dumps(value, ensure_ascii=False))


def _unicode_escape(match: re.Match[str]) -> str:
    char = match[0]
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04x}"
