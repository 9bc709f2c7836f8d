"""Turns a folder of education work reports into a static site of structured summaries."""

__version__ = "0.1.0"
