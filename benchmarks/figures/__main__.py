"""``python -m benchmarks.figures [TEXT=LABELS ...]``: accuracy and characters a second on labelled documents.

Without arguments the invented sample in this folder is read. The same run measures a plain regular expression, cn2an
and Recognizers-Text (those that are installed), and the naming rules over other segmenters.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from build_site.figures.words import tagger
from build_site.rules import load_rules

from .labels import Document, Label, read_document, same_name, same_unit, same_value
from .segmenters import jieba_tagger, no_tagger, segmented_by
from .tools import Found, Tool, cn2an_tool, own_tool, plain_expression, recognizers_tool

HERE = Path(__file__).parent
HEAD = "| tool | found F1 | value and unit | name | row F1 | characters a second |\n|---|---|---|---|---|---|"


def main(arguments: list[str]) -> int:
    """Measure and print two tables."""
    pairs = [tuple(map(Path, argument.split("="))) for argument in arguments]
    documents = [read_document(*pair) for pair in pairs or [(HERE / "sample.txt", HERE / "sample.tsv")]]
    rules = load_rules()
    print(f"{len(documents)} documents, {sum(len(document.labels) for document in documents)} labels\n\n{HEAD}")
    print(row("this project, cleaning to figures", own_tool(rules), documents))
    print(row("plain regular expression", plain_expression, documents))
    for name, make in (("cn2an and a unit list", cn2an_tool), ("Recognizers-Text and a unit list", recognizers_tool)):
        tool = installed(make)
        print(row(name, tool, documents) if tool else f"| {name} | not installed | | | | |")
    print(f"\n{HEAD.replace('tool', 'words cut by')}")
    for name, make_tagger in (("rjieba", tagger), ("jieba", jieba_tagger), ("none", no_tagger)):
        made = make_tagger(rules)
        getattr(made, "cache_clear", int)()
        with segmented_by(lambda _, made=made: made):
            print(row(name, own_tool(rules), documents))
    return 0


def installed(make: Callable[[], Tool]) -> Tool | None:
    """The tool, or None where its package is missing."""
    try:
        return make()
    except ImportError:
        return None


def row(name: str, tool: Tool, documents: list[Document]) -> str:
    """One line of the table. What a tool compiles at its first call is not measured; nothing measured is cached."""
    tool("新建学校3所。")
    start = time.process_time()
    answers = [tool(document.text) for document in documents]
    seconds = time.process_time() - start
    must = got = hits = units = names = rows = 0
    for document, found in zip(documents, answers, strict=True):
        matched, extra = match(found, document.labels)
        must += sum(label.must for label in document.labels)
        got += extra + len(matched)
        hits += len(matched)
        for one, label in matched:
            unit, named = same_unit(one.unit, label), same_name(one.name, label)
            units, names = units + unit, names + named
            rows += unit and named and (one.role, one.status) == (label.role, label.status)
    speed = sum(len(document.text) for document in documents) / seconds
    share = [f"{100 * part / max(1, hits):.1f} %" for part in (units, names)]
    return (
        f"| {name} | {f1(hits, must, got):.3f} | {share[0]} | {share[1]} | {f1(rows, must, got):.3f} | {speed:,.0f} |"
    )


def match(found: list[Found], labels: tuple[Label, ...]) -> tuple[list[tuple[Found, Label]], int]:
    """Figures with their labels, and how many figures no label asks for; labels of doubtful need count neither way."""
    used: set[int] = set()
    pairs = []
    for label in labels:
        for index, one in enumerate(found):
            if index not in used and one.start < label.end and label.start < one.end and same_value(one.value, label):
                used.add(index)
                pairs += [(one, label)] if label.must else []
                break
    return pairs, len(found) - len(used)


def f1(hits: int, wanted: int, got: int) -> float:
    """The harmonic mean of recall and precision."""
    return 2 * hits / (wanted + got) if wanted + got else 0.0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
