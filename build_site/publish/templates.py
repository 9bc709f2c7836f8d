"""Templates compiled once: by Jinja's own measure, a file's content, and never a reason for other pages."""

from __future__ import annotations

import jinja2

from ..config import PROJECT


def remember_compiled(environment: jinja2.Environment) -> None:
    """Let ``environment`` keep its compiled templates for later processes; it takes half a second to make them."""
    folder = PROJECT / ".cache" / "templates" / jinja2.__version__
    folder.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = jinja2.FileSystemBytecodeCache(str(folder))
