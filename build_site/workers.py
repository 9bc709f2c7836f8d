"""Where the work of a build is done: in processes beside this one, or with one job in this very process."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import ParamSpec, TypeVar

Result = TypeVar("Result")
Parameters = ParamSpec("Parameters")
#: How far the workers stand back (Unix niceness): what the first process does, all of them wait for in the end.
_NICENESS = 5


class InThisProcess(Executor):
    """Does what it is given at once; what fails is raised where the result is asked for."""

    def submit(
        self, fn: Callable[Parameters, Result], /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> Future[Result]:
        """The finished call."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as in a process of its own, it belongs to the caller of result()
            future.set_exception(error)
        return future


def workers(jobs: int) -> Executor:
    """``jobs`` processes, or this one. Begin early: on some systems a process starts as large as this one has grown."""
    if jobs == 1:
        return InThisProcess()
    pool = ProcessPoolExecutor(jobs, initializer=_stand_back)
    for _ in range(jobs):
        pool.submit(int)
    return pool


def _stand_back() -> None:
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_NICENESS)
