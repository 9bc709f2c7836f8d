"""What a reader's search loads from a site: a browser asks, the server counts."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: A rare string, a common one, a number, a mask.
QUERIES = ("新增学位", "教育", "94.4", "***")


class _Counter(SimpleHTTPRequestHandler):
    """Serves files and counts the bytes of those that the search loads."""

    served = 0

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, source: object, outputfile: object) -> None:
        """Send a file."""
        if "/search/data/" in self.path:
            _Counter.served += Path(self.translate_path(self.path)).stat().st_size
        with suppress(ConnectionError):  # a page that is closed may leave files half read
            super().copyfile(source, outputfile)  # type: ignore[misc]


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Counter, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def kilobytes_a_query(site: Path, path: str = "") -> list[float]:
    """What search below ``path`` of ``site`` loads for each of `QUERIES` on a cold cache; [] without a browser."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        return []
    from playwright.sync_api import sync_playwright

    found = []
    with _served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for query in QUERIES:
            page = chromium.new_context().new_page()
            before = _Counter.served
            page.goto(f"{address}/{path}search/?q={quote(query)}")
            page.wait_for_selector(".search-results mark, [data-part=help]:not([hidden])", timeout=60_000)
            page.wait_for_load_state("networkidle")
            found.append((_Counter.served - before) / 1e3)
            page.context.close()
        chromium.close()
    return found
