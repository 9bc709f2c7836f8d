"""A local web server that builds again when a report, a template, a rule or the code changes."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs.livereload import LiveReloadServer

from .config import PROJECT, Settings


def serve(settings: Settings, port: int, rebuild: Callable[[], int]) -> None:
    """Build once, then serve ``settings.site`` on http://127.0.0.1:PORT/ until interrupted.

    A change below the source folder, in the hand-written pages, the settings or the package builds anew; pages
    open in a browser reload themselves. Rules and templates are read by fresh worker processes at each build.
    """

    def builder() -> None:
        rebuild()

    server = LiveReloadServer(builder, host="127.0.0.1", port=port, root=str(settings.site))
    rebuild()
    for path in (settings.source, PROJECT / "docs", PROJECT / "mkdocs.yml", PROJECT / "build_site"):
        server.watch(str(path))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()
