"""Pages as Markdown, from Jinja templates: what the site shows, and in which words."""
