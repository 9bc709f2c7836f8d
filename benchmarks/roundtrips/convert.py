"""Other formats of Word files, as LibreOffice saves them."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

#: Name of the format -> suffix of its file.
FORMATS = {
    "text, UTF-8": ".txt",
    "text, GB18030": ".gb18030.txt",
    "text, UTF-16": ".utf16.txt",
    "HTML": ".html",
    "PDF": ".pdf",
}
_FILTERS = {".html": "html", ".pdf": "pdf", ".txt": "txt:Text (encoded):UTF8"}


def convert(files: Sequence[Path], folder: Path) -> None:
    """Write every file in every format into ``folder``; what stands there already is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix, name in _FILTERS.items():
        missing = [file for file in files if not (folder / (file.stem + suffix)).exists()]
        if missing:
            profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
            command = ["soffice", profile, "--headless", "--convert-to", name, "--outdir", str(folder)]
            subprocess.run([*command, *map(str, missing)], check=True, capture_output=True)
    for file in files:
        text = (folder / (file.stem + ".txt")).read_text(encoding="utf-8-sig")
        (folder / (file.stem + ".gb18030.txt")).write_bytes(text.encode("gb18030"))
        (folder / (file.stem + ".utf16.txt")).write_bytes(text.encode("utf-16"))
