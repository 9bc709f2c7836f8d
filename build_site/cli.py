"""The command line: arguments, progress, what is printed, exit codes. Nothing else in the project prints."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tqdm import tqdm

from .build import Built, build
from .config import PROJECT, Settings, make_settings
from .errors import BuildError, CheckError, InputError, SettingError
from .rules import load_rules

OK, DEFECT, BAD_INPUT = 0, 1, 2

_EPILOGUE = """\
exit codes:
  0  built, or nothing found wrong
  1  a defect of this project's
  2  some input could not be read or a setting is wrong; everything else is built
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code is returned."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    command = words.pop(0) if words and words[0] in _COMMANDS else "build"
    try:
        return _COMMANDS[command](words)
    except (InputError, SettingError) as error:
        return _complain(str(error), BAD_INPUT)
    except (CheckError, BuildError) as error:
        return _complain(str(error), DEFECT)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return _complain("stopped; the site in place is as it was", 130)


def _complain(line: str, code: int) -> int:
    print(line, file=sys.stderr)
    return code


def _build(words: list[str]) -> int:
    parser = _parser("build", "Build the site of a folder of reports.")
    parser.usage = "python -m build_site [--source DIR] [--site DIR] [--jobs N] [--strict] [--no-cache]"
    parser.description = (
        "Build the site of a folder of reports. Other commands: report FILE, check, serve, terms, join; "
        "`python -m build_site COMMAND --help` tells more."
    )
    _add_folders(parser)
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one for each core)")
    parser.add_argument("--strict", action="store_true", help="publish nothing if any input is refused")
    parser.add_argument("--no-cache", action="store_true", help="use nothing from earlier builds")
    given = parser.parse_args(words)
    return run_build(make_settings(given.source, given.site, given.jobs, given.strict, not given.no_cache))


def _parser(command: str, purpose: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"python -m build_site {command}".removesuffix(" build"),
        description=purpose,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--source", metavar="DIR", help="folder with the reports (default: seeds)")
    parser.add_argument("--site", metavar="DIR", help="folder for the site, replaced as a whole (default: site)")


def run_build(settings: Settings) -> int:
    """Build, print what happened, and return the exit code."""
    started = time.monotonic()
    reporter = _Reporter()
    try:
        built = build(settings, reporter)
    finally:
        reporter.close()
    for line in (*built.refused, *built.defects):
        print(line, file=sys.stderr)
    if built.published:
        for line in built.published.warnings:
            print(f"mkdocs: {line}", file=sys.stderr)
        print(_summary(built, time.monotonic() - started))
        print(f"site: {_short(settings.site)}  (see it: python -m build_site serve)")
    else:
        print("nothing was published; the site in place is as it was", file=sys.stderr)
    if built.defects:
        return DEFECT
    return BAD_INPUT if built.refused else OK


def _short(path: Path) -> str:
    """A path as the user would name it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _summary(built: Built, seconds: float) -> str:
    cards, published = built.cards, built.published
    assert published
    themes = {theme for card in cards for theme, _ in card.themes}
    return (
        f"reports {len(cards)}, sections {sum(card.sections for card in cards)}, "
        f"figures {sum(card.figures for card in cards)} ({sum(card.figures_masked for card in cards)} masked), "
        f"themes {len(themes)}, removals {sum(len(card.removals) for card in cards)}, "
        f"warnings {sum(len(card.warnings) for card in cards)}, "
        f"refused {len(built.refused) + len(built.defects)}, "
        f"pages {published.pages} ({published.rendered} rendered), {seconds:.1f} s"
    )


class _Reporter:
    """Progress: a bar with the time left on a terminal, a plain line a phase elsewhere."""

    def __init__(self) -> None:
        self._bar: tqdm | None = None  # type: ignore[type-arg]
        self._phase = ""

    def __call__(self, phase: str, done: int, total: int) -> None:
        if phase != self._phase:
            self.close()
            self._phase = phase
            if sys.stderr.isatty():
                self._bar = tqdm(total=total, desc=phase, file=sys.stderr, leave=False)
            else:
                print(f"{phase} {total}", file=sys.stderr)
        if self._bar:
            self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """End the current bar."""
        if self._bar:
            self._bar.close()
        self._bar = None


def _report(words: list[str]) -> int:
    from .ingest import read_source
    from .pipeline import analyse
    from .report_view import as_json, as_text

    parser = _parser("report", "Print what is understood of one file.")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="as data, in the shape the site publishes")
    parser.add_argument("--why", action="store_true", help="every number, and why it was taken or left")
    given = parser.parse_args(words)
    if not given.file.is_file():
        raise InputError(str(given.file), "is not a file", "give the path of a report")
    rules = load_rules()
    report = analyse(read_source(given.file, given.file.parent, rules), rules)
    sys.stdout.write(as_json(report) if given.json else as_text(report, rules, given.why))
    return OK


def _check(words: list[str]) -> int:
    from .check import check_site

    parser = _parser("check", "Prove on a built site that no character is lost and that every link leads somewhere.")
    parser.add_argument("--site", metavar="DIR", type=Path, default=PROJECT / "site", help="default: site")
    given = parser.parse_args(words)
    found = check_site(given.site)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    print(found.summary)
    return DEFECT if found.problems else OK


def _serve(words: list[str]) -> int:
    from .serve import serve

    parser = _parser("serve", "Build, serve the site on this machine, and build again when anything changes.")
    _add_folders(parser)
    parser.add_argument("--port", type=int, default=8000)
    given = parser.parse_args(words)
    settings = make_settings(given.source, given.site, None)
    print(f"serving on http://127.0.0.1:{given.port}/  (stop with Ctrl+C)", file=sys.stderr)
    serve(settings, given.port)
    return OK


def _terms(words: list[str]) -> int:
    from .themes.proposals import propose_terms

    parser = _parser("terms", "Propose terms for rules/words.yml: frequent in a folder of reports, unknown so far.")
    parser.add_argument("--source", metavar="DIR", help="folder with the reports (default: seeds)")
    given = parser.parse_args(words)
    settings, rules = make_settings(given.source, None, 1), load_rules()
    for proposal in propose_terms(_texts(settings, rules), rules):
        cut = "|".join(proposal.words)
        print(f"{proposal.term}\t{proposal.count} times in {proposal.texts} reports\tnow cut as {cut}")
    return OK


def _texts(settings: Settings, rules: object) -> list[str]:
    from .clean import clean
    from .ingest import list_sources, read_source
    from .rules import Rules

    assert isinstance(rules, Rules)
    texts = []
    for file in list_sources(settings.source):
        try:
            texts.append(clean(read_source(file, settings.source, rules), rules)[0].text)
        except InputError as error:
            print(error, file=sys.stderr)
    return texts


def _join(words: list[str]) -> int:
    from .join import join, read_shards

    parser = _parser("join", "Join sites that were built separately into one, with one search over all of them.")
    parser.add_argument("shards", metavar="NAME=DIR", nargs="+", help="a built site, and its folder in the joined one")
    parser.add_argument("--site", metavar="DIR", required=True, help="folder for the joined site, replaced as a whole")
    parser.add_argument("--front-only", action="store_true", help="leave the shards out: they are served beside it")
    parser.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one for each core)")
    given = parser.parse_args(words)
    started, reporter = time.monotonic(), _Reporter()
    site, jobs = Path(given.site).resolve(), given.jobs or os.cpu_count() or 1
    try:
        joined = join(site, read_shards(given.shards), load_rules(), reporter, jobs=jobs, front_only=given.front_only)
    finally:
        reporter.close()
    for line in joined.warnings:
        print(f"mkdocs: {line}", file=sys.stderr)
    print(
        f"shards {joined.shards}, reports {joined.reports}, shared indicators {joined.indicators}, "
        f"pages {joined.pages}, {time.monotonic() - started:.1f} s"
    )
    print(f"site: {_short(site)}")
    return OK


_COMMANDS = {"build": _build, "report": _report, "check": _check, "serve": _serve, "terms": _terms, "join": _join}
