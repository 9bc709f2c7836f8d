"""Who may import whom: the table the house is built by, held against the code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "build_site"
STAGES = {"ingest", "clean", "outline", "metadata", "figures", "themes", "summary"}

#: room -> the rooms it may import from (itself always)
LOWER = {"errors", "model", "text", "variants", "rules"}
ABOVE_STAGES = LOWER | STAGES | {"corpus", "render", "cache", "config"}
MAY_IMPORT = {
    "errors": set(),
    "text": {"errors"},
    "model": {"errors", "text"},
    "variants": {"errors", "text"},
    "rules": {"errors", "model", "text", "variants"},
    **dict.fromkeys(STAGES, LOWER),
    "corpus": LOWER,
    "render": LOWER | {"corpus"},
    "cache": {"errors"},
    "config": {"errors"},
    "time_limit": {"errors"},
    "workers": set(),
    "memory": set(),
    "publish": LOWER | {"corpus", "render", "cache", "config", "memory"},
    "corrections": {"model"},
    "pipeline": LOWER | STAGES | {"corrections"},
    "build": ABOVE_STAGES | {"publish", "pipeline", "time_limit", "workers", "memory"},
    "check": {"errors", "config"},
    "join": LOWER | {"corpus", "render", "publish", "config", "workers"},
    "serve": {"config"},
    "report_view": LOWER | STAGES | {"render", "publish"},
    "cli": ABOVE_STAGES | {"publish", "pipeline", "build", "join", "check", "serve", "report_view"},
    "__main__": {"cli"},
}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported_rooms(file: Path) -> set[str]:
    """Rooms of this package that a module imports, however it spells the import."""
    package = ["build_site", *file.relative_to(PACKAGE).parts[:-1]]
    rooms = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("build_site.") and name.count(".")}
    return rooms - {"__version__"}


@pytest.mark.parametrize("file", FILES, ids=[path.relative_to(PACKAGE).as_posix() for path in FILES])
def test_imports_follow_the_table(file: Path) -> None:
    room = room_of(file)
    assert room in MAY_IMPORT, f"{room} is not in the table: add it to the house's plan first"
    assert imported_rooms(file) <= MAY_IMPORT[room] | {room}


def test_only_publish_and_cache_write_files() -> None:
    """One package writes; a stage or template that writes files would escape the all-or-nothing swap."""
    writing = ("write_text", "write_bytes", "mkdir(", '.open("w', "shutil.")
    for file in FILES:
        if room_of(file) not in {"publish", "cache", "build"}:
            text = file.read_text(encoding="utf-8")
            assert not any(word in text for word in writing), file


def test_only_the_command_line_prints() -> None:
    for file in FILES:
        if room_of(file) not in {"cli"}:
            tree = ast.parse(file.read_text(encoding="utf-8"))
            names = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
            printed = [name.lineno for name in names if isinstance(name, ast.Name) and name.id == "print"]
            assert not printed, f"{file}:{printed}"
