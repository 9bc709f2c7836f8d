"""Python's garbage collector, kept from looking through what is there to stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """While millions of objects are made that all live to the end, looking through them for garbage is in vain."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
