"""Ends work on one file that takes too long, so that one hostile file cannot hold up a build."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from .errors import InputError

#: Seconds for reading and analysing one file. A report takes a tenth of one; a PDF of 600 pages about half a minute.
FILE_SECONDS = 180.0


@contextmanager
def time_limit(file: str, seconds: float) -> Iterator[None]:
    """Raise an `InputError` about ``file`` if the body takes longer than ``seconds``.

    Works in the main thread of a process on systems with interval timers (not on Windows); elsewhere the body runs
    without a limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise InputError(
            file,
            f"处理超过 {seconds:g} 秒 / takes longer than {seconds:g} seconds",
            "请拆成几个文件，或另存为 .docx 或 .txt 再试 / split it, or save it as .docx or .txt and try again",
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
