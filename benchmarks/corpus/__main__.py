"""``python -m benchmarks.corpus N DIR [--docx]``: N invented reports for measuring builds, the same ones every time.

Nothing in them is true of any place. Every third has a sidecar, every fourth hides its numbers, every twentieth is
GB 18030; with ``--docx`` every tenth is a Word file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from .write import Invented, invent


def main() -> int:
    """Write the files and say how long they are on average."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="invented reports for benchmarks")
    parser.add_argument("number", type=int, help="how many reports")
    parser.add_argument("folder", type=Path, help="where to write them")
    parser.add_argument("--docx", action="store_true", help="make every tenth a Word file")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    chars = 0
    for number in range(arguments.number):
        report = invent(number)
        chars += len(report.text)
        _write(report, number, arguments.folder, arguments.docx)
    print(f"{arguments.number} reports, {chars // max(arguments.number, 1)} characters each, in {arguments.folder}")
    return 0


def _write(report: Invented, number: int, folder: Path, docx: bool) -> None:
    if docx and number % 10 == 5:
        _write_docx(report.text, folder / f"{report.name}.docx")
    else:
        encoding = "gb18030" if number % 20 == 11 else "utf-8"
        (folder / f"{report.name}.txt").write_bytes(report.text.encode(encoding))
    if report.sidecar:
        text = yaml.safe_dump(report.sidecar, allow_unicode=True, sort_keys=False)
        (folder / f"{report.name}.yml").write_text(text, encoding="utf-8")


def _write_docx(text: str, path: Path) -> None:
    from docx import Document  # only needed here

    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))


if __name__ == "__main__":
    sys.exit(main())
