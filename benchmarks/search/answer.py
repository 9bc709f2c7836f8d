"""What one way of searching answered, and how that is summed up."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from .sample import holders


@dataclass(frozen=True)
class Answer:
    """The answer to one string.

    Attributes:
        reports: ids in order of rank, each once.
        bytes, requests: transferred for it on a cold cache, the page itself (HTML, CSS, scripts) apart.
        ms: from the first request for data to the first result.
        all_ms: from the opening of the page to the first result.
    """

    string: str
    reports: list[str]
    bytes: int
    requests: int
    ms: float
    all_ms: float


@dataclass(frozen=True)
class Score:
    """Answers summed up.

    Attributes:
        complete: share of strings whose holders are all among the answers.
        recall: mean share of holders found.
        exact: share of strings answered with the holders first, all of them, before anything else.
        first: share of strings with a holder at rank 1.
    """

    strings: int
    complete: float
    recall: float
    exact: float
    first: float
    bytes_median: float
    bytes_worst: float
    ms_median: float
    ms_worst: float
    all_median: float


def score(answers: list[Answer], texts: dict[str, str]) -> Score:
    """Hold ``answers`` against the texts."""
    recalls, exact, first = [], 0, 0
    for answer in answers:
        wanted = holders(texts, answer.string)
        recalls.append(len(wanted & set(answer.reports)) / len(wanted))
        exact += set(answer.reports[: len(wanted)]) == wanted
        first += bool(answer.reports) and answer.reports[0] in wanted
    count = len(answers)
    return Score(
        strings=count,
        complete=sum(recall == 1 for recall in recalls) / count,
        recall=sum(recalls) / count,
        exact=exact / count,
        first=first / count,
        bytes_median=median(answer.bytes for answer in answers),
        bytes_worst=max(answer.bytes for answer in answers),
        ms_median=median(answer.ms for answer in answers),
        ms_worst=max(answer.ms for answer in answers),
        all_median=median(answer.all_ms for answer in answers),
    )


def row(name: str, result: Score) -> str:
    """A line of the table."""
    cells = [
        name,
        f"{result.recall:.1%}",
        f"{result.exact:.1%}",
        f"{result.first:.1%}",
        f"{result.bytes_median / 1000:.0f} / {result.bytes_worst / 1000:.0f}",
        f"{result.ms_median:.0f} / {result.ms_worst:.0f}",
        f"{result.all_median:.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "| | holders found | all first | first is one | KB median / worst | ms median / worst | ms with the page |\n"
    "|---|---|---|---|---|---|---|"
)
