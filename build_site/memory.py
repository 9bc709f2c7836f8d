"""Python's garbage collector, kept from looking where there is nothing to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While objects are made that never refer to one another in circles, as the analysis of a report does.

    One look through the rules for circles takes a third as long as the analysis of five reports.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def kept() -> Iterator[None]:
    """While millions of objects are made that all live to the end: they are not looked through later either."""
    with uncollected():
        try:
            yield
        finally:
            gc.freeze()
