"""Ends work on one file that takes too long, so that one hostile file cannot hold up a build."""

from __future__ import annotations

import _thread
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from .errors import InputError

#: Seconds for reading and analysing one file. A report takes a tenth of one; a PDF of 600 pages about half a minute.
FILE_SECONDS = 180.0

#: Seconds after which the alarm rings again: a library may have swallowed the first.
_AGAIN = 1.0


@contextmanager
def time_limit(file: str, seconds: float) -> Iterator[None]:
    """Raise an `InputError` about ``file`` if the body takes longer than ``seconds``.

    Works in the main thread of a process; elsewhere the body runs without a limit. Systems without interval timers
    (Windows) get a thread that interrupts the main one; a wait inside the operating system then ends first.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
    elif hasattr(signal, "setitimer"):
        with _alarm(file, seconds):
            yield
    else:
        with _interrupt(file, seconds):
            yield


def _too_long(file: str, seconds: float) -> InputError:
    return InputError(
        file,
        f"处理超过 {seconds:g} 秒 / takes longer than {seconds:g} seconds",
        "请拆成几个文件，或另存为 .docx 或 .txt 再试 / split it, or save it as .docx or .txt and try again",
    )


@contextmanager
def _alarm(file: str, seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise _too_long(file, seconds)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _interrupt(file: str, seconds: float) -> Iterator[None]:
    ended, rung = threading.Event(), threading.Event()
    before = signal.getsignal(signal.SIGINT)

    def stop(number: int, frame: FrameType | None) -> None:
        if rung.is_set():
            raise _too_long(file, seconds)
        if callable(before):
            before(number, frame)

    def watch() -> None:
        pause = seconds
        while not ended.wait(pause):
            rung.set()
            _thread.interrupt_main()
            pause = _AGAIN

    # A handler of its own: a process begun in the background may ignore interrupts, and none would arrive.
    signal.signal(signal.SIGINT, stop)
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()
        signal.signal(signal.SIGINT, before or signal.default_int_handler)
