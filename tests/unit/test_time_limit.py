"""A file that takes too long is refused in one line, and the others are built."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path

import pytest

from build_site import build
from build_site import time_limit as time_limits
from build_site.cli import main
from build_site.errors import InputError
from build_site.time_limit import time_limit

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timers on this system")


def endless() -> None:
    while True:
        pass


def test_endless_work_is_ended_and_the_file_named() -> None:
    with pytest.raises(InputError, match=r"slow\.pdf.*longer than 0\.05 seconds"), time_limit("slow.pdf", 0.05):
        endless()


def test_a_library_that_swallows_the_alarm_does_not_end_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def swallowing() -> None:
        with contextlib.suppress(Exception):
            endless()
        endless()

    monkeypatch.setattr(time_limits, "_AGAIN", 0.05)
    with pytest.raises(InputError), time_limit("slow.pdf", 0.05):
        swallowing()


def test_without_interval_timers_a_thread_ends_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer")
    with pytest.raises(InputError, match=r"slow\.pdf"), time_limit("slow.pdf", 0.05):
        endless()
    with time_limit("quick.txt", 60):
        pass
    with pytest.raises(KeyboardInterrupt), time_limit("quick.txt", 60):
        raise KeyboardInterrupt


def test_what_ends_in_time_is_left_alone() -> None:
    with time_limit("quick.txt", 60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_one_slow_file_does_not_keep_the_others_from_being_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("quick", "slow"):
        (folder / f"{name}.txt").write_text("一、学前教育\n新增学位990个。\n", encoding="utf-8")
    original = build.read_source

    def reading(path: Path, *more: object) -> object:
        if path.stem == "slow":
            endless()
        return original(path, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(build, "read_source", reading)
    monkeypatch.setattr(build, "time_limit", lambda file, _: time_limit(file, 0.2 if file == "slow.txt" else 60))
    words = ["--source", str(folder), "--site", str(tmp_path / "site"), "--jobs", "1", "--no-cache"]
    assert main(words) == 2
    assert "slow.txt" in capsys.readouterr().err
    assert (tmp_path / "site" / "reports" / "quick" / "index.html").exists()
