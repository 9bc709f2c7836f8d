"""Runs every case file: ``observers/<stage>.py`` says what the build makes of a case, the file says what it should.

An observer module has ``observe(parts, rules) -> dict``: the case's parts in, and for each expected part
its text as the build has it. ``invariants(parts, rules)`` is optional: it raises AssertionError where the build
breaks a promise that holds for every text.
"""

from __future__ import annotations

import importlib

import pytest

from build_site.rules import Rules

from .casefile import CASES, Case, differences, read_cases, rewrite

ALL = [case for stage in sorted(path.name for path in CASES.iterdir() if path.is_dir()) for case in read_cases(stage)]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.stage}/{case.id}" for case in ALL])
def test_case(case: Case, rules: Rules, rewrite_cases: bool) -> None:
    observer = importlib.import_module(f"tests.observers.{case.stage}")
    observed = observer.observe(case.parts, rules)
    wrong = [line for name, body in observed.items() for line in differences(case.parts[name], body)]
    if case.known_failure:
        assert wrong, f"{case.file}: {case.title!r} passes now; take the mark off its heading"
    elif wrong and rewrite_cases:
        rewrite(case, observed)
    else:
        assert not wrong, f"{case.file}: {case.title}\n" + "\n".join(wrong)
    if hasattr(observer, "invariants"):
        observer.invariants(case.parts, rules)
