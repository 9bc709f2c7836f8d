"""Pages as Markdown, from Jinja templates: what the site shows, and in which words."""

from .report import report_pages

__all__ = ["report_pages"]
