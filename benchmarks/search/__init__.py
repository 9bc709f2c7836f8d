"""Measures search in a real browser: what it finds, where it puts it, what it loads and how long it takes."""
