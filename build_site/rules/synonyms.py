"""Wordings of one and the same indicator, and words that search treats alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SynonymRules:
    """Shape of ``synonyms.yml``.

    Attributes:
        scopes: word at the front of a name -> whose figure it is: 国, 省, 市, 县 or 本 (the report's own).
        leading: words at the front of a name that say nothing of what is measured.
        trailing: words at its end that do not.
        keep: ends of names from which nothing is taken (指数 is not a number of 指).
        persons: 人数 is taken off behind these only (助学金人数 is no 助学金).
        flows: 总数 and its like stay on names that begin with these (what was added is not all there is).
        words: word -> the word it is read as, anywhere in a name.
        names: groups of whole names for one indicator; the first is its normal form.
        vague: normal forms that say too little to lay reports side by side (合格率 of what?).
        units: groups of measure words that count the same things one for one.
        search: groups of words that mean the same to somebody searching.
    """

    scopes: dict[str, str]
    leading: tuple[str, ...]
    trailing: tuple[str, ...]
    keep: tuple[str, ...]
    persons: tuple[str, ...]
    flows: tuple[str, ...]
    words: dict[str, str]
    names: tuple[tuple[str, ...], ...]
    vague: tuple[str, ...]
    units: tuple[tuple[str, ...], ...]
    search: tuple[tuple[str, ...], ...] = ()
