"""``python -m benchmarks.roundtrips FOLDER WORK``: do the same reports in other formats read the same?

Every .docx in FOLDER is saved by LibreOffice (``soffice``) as text, HTML and PDF into WORK, and the text encoded anew.
Each is taken through all stages. Counted are the paragraphs of the cleaned text, the headings and the figures that
are those of the Word file, in order; ``-v`` behind the folders prints those that are not.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from build_site.ingest import read_source
from build_site.pipeline import analyse
from build_site.rules import load_rules

from ..likeness import ASPECTS, aspects, common
from .convert import FORMATS, convert

HEAD = "| | " + " | ".join(ASPECTS) + " | files all alike |\n|---|---|---|---|---|"


def main(arguments: Sequence[str]) -> int:
    """Measure and print a table."""
    source, work = map(Path, arguments[:2])
    rules = load_rules()
    files = sorted(source.glob("*.docx"))
    convert(files, work)
    originals = [aspects(analyse(read_source(file, source, rules), rules)) for file in files]
    print(HEAD)
    for name, suffix in FORMATS.items():
        alike, total, whole = [0, 0, 0], [0, 0, 0], 0
        for file, original in zip(files, originals, strict=True):
            copy = aspects(analyse(read_source(work / (file.stem + suffix), work, rules), rules))
            whole += copy == original
            for at, (was, has) in enumerate(zip(original, copy, strict=True)):
                total[at] += len(was)
                alike[at] += common(was, has, f"{file.stem}{suffix}" if "-v" in arguments else "")
        counts = " | ".join(f"{same:,} of {of:,}" for same, of in zip(alike, total, strict=True))
        print(f"| {name} | {counts} | {whole} of {len(files)} |", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
