"""A local web server that builds again when a report, a template, a rule or the code changes."""

from __future__ import annotations

import subprocess
import sys

from mkdocs.livereload import LiveReloadServer

from .config import PROJECT, Settings


def serve(settings: Settings, port: int) -> None:
    """Build, then serve ``settings.site`` on http://127.0.0.1:PORT/ until interrupted.

    A change below the source folder, in the hand-written pages, the settings or the package builds anew, each time
    in a fresh process that sees the code, rules and templates as they are then; pages open in a browser reload
    themselves. Where a build fails, its message is printed and the site in place stays.
    """

    def rebuild() -> None:
        folders = ["--source", str(settings.source), "--site", str(settings.site)]
        subprocess.run([sys.executable, "-m", "build_site", *folders], cwd=PROJECT, check=False)

    server = LiveReloadServer(rebuild, host="127.0.0.1", port=port, root=str(settings.site))
    rebuild()
    for path in (settings.source, PROJECT / "docs", PROJECT / "mkdocs.yml", PROJECT / "build_site"):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
