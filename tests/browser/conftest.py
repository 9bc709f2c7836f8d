"""A built site served on the loopback, and a browser that reaches nothing else.

The tests need Chromium on the PATH; without it they are skipped, except in CI, where a missing browser is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: Only the served site resolves; whatever else a page asks for fails and is seen.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]


def _missing(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def build_once(factory: pytest.TempPathFactory, name: str, source: Path) -> Path:
    """The site of the reports in ``source``, built as a user would; once for all processes of a test run."""
    shared = factory.getbasetemp().parent if os.environ.get("PYTEST_XDIST_WORKER") else factory.getbasetemp()
    folder = shared / f"built-{name}" / "site"
    with FileLock(shared / f"built-{name}.lock"):
        if not folder.exists():
            command = [sys.executable, "-m", "build_site", "--source", str(source), "--site", str(folder)]
            done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Where ``site`` is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the reports in ``tests/browser/reports``."""
    return build_once(tmp_path_factory, "few", HERE / "reports")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as place:
        yield place


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        _missing("Chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@contextmanager
def visitor(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """``visit(path, **context options)`` opens a page; at the end no page may have complained or asked elsewhere."""
    contexts, complaints = [], []

    def hear(said: Any) -> None:
        # A tap that meets a page still scrolling is Chromium's own note, by chance and not of the page's making.
        if said.type == "error" and not said.text.startswith("Ignored attempt to cancel a touch"):
            complaints.append(said.text)

    def watch(page: Any) -> None:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", hear)
        page.on(
            "request",
            lambda asked: None if asked.url.startswith((address, "data:", "blob:")) else complaints.append(asked.url),
        )

    def open_page(path: str, **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", **options})
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        watch(page)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens pages of the site; see `visitor`."""
    with visitor(browser, address) as opener:
        yield opener


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, at the version ``package-lock.json`` pins; fetched once into the cache folder."""
    folder = PROJECT / ".cache" / "npm"
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        if shutil.which("npm") is None:
            _missing("npm")
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, folder / name)
        subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True
        )
    return script.read_text(encoding="utf-8")
