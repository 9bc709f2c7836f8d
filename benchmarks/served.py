"""A built site served as a public host serves it: text compressed, files to be kept for ten minutes."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

SMALL = 860  # bytes below which compressing gains nothing
TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address ``folder`` is served at."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, folder.resolve()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@lru_cache(maxsize=512)
def _body(file: Path) -> tuple[bytes, str, bool]:
    """Bytes to send, their type, whether they are compressed."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    content = file.read_bytes()
    if len(content) < SMALL or not kind.startswith(TEXT):
        return content, kind, False
    return gzip.compress(content, 6), kind, True


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *rest: object) -> None:
        self._folder = folder
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        """Send a file, a folder's index, or the site's 404 page."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = (self._folder / path).resolve()
        if not file.is_relative_to(self._folder):
            file = self._folder / "404.html"
        if file.is_dir():
            file /= "index.html"
        found = file.is_file()
        content, kind, compressed = _body(file if found else self._folder / "404.html")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
