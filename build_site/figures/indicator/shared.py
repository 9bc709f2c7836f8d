"""Names shared out to a run of numbers.

城镇、农村居民人均可支配收入分别增长4.8%、6.2%; 及格率63%、优秀率21%，分别上升2.1和1.4个百分点.
"""

from __future__ import annotations

import re

from ...rules.indicators import NameWords
from ..words import Tokens, joined
from .left import left_name
from .naming import Naming
from .tidy import finished, trim

_JOINER = re.compile(r"[\s、，,和及与以]*")
_VERB = re.compile(r"(增长|增加|提高|提升|上升|上涨|下降|下调|减少|降低|压减|回落|缩短|收窄)")
#: List signs; not the first characters of 和谐, 及格率, 与会.
_SPLIT = re.compile(r"、|和(?![平谐])|及(?![格时早以])|与(?!会|赛)")
_COMPARED = re.compile(r"(?:[较比与同](?:上|去|往|前|同|20\d\d年)[^，]{0,8}|同比|环比)$")
#: 分别 governs the numbers that begin within this many characters.
_REACH = 12
#: Longer lists share out nothing.
_LONGEST_RUN = 12
#: What stands between 分别 and the number belongs to the name up to this length.
_ENDING = 4


def shared_name(index: int, naming: Naming) -> str:
    """The part of a shared subject that belongs to the number."""
    if index not in naming.shared and (end := _subject_end(index, naming)) >= 0:
        naming.shared.update(_share_out(index, end, naming))
    return naming.shared.get(index, "")


def _subject_end(index: int, naming: Naming) -> int:
    """Where the subject that a run of numbers may share ends in front of the number; -1 if there is none."""
    left, role = naming.left_text(index), naming.roles[index]
    at = left.rfind("分别")
    if at < 0 and role == "level" and "、" in left:
        at = _listed_end(index, left, naming)
    elif at < 0 and role == "change" and (verb := _VERB.search(left)):
        at = verb.start() if not _COMPARED.sub("", left[: verb.start()]).strip("，、 ") else -1
    return at if len(left) - at <= _REACH else -1


def _share_out(index: int, at: int, naming: Naming) -> dict[int, str]:
    """The subject that ends ``at`` there in front of the number, shared out to it and those behind it."""
    left, run = naming.left_text(index), _run(index, naming)
    if len(run) < 2:
        return {}
    subject = left_name(_COMPARED.sub("", left[:at]), naming.tag, naming.words, whole=True)
    ending = _ending(index, left[at:].removeprefix("分别"), naming)
    names = distributed(subject, len(run), naming) if subject else _counterparts(run, naming)
    if naming.roles[index] == "rank":
        ending = "名次"
    parts = dict(zip(run, names, strict=False))
    naming.parts.update(parts)
    naming.bases.update(parts)
    if naming.roles[index] == "level" and ending.startswith(("新", *naming.words.kept_verbs)):
        return {number: finished(ending + part) for number, part in parts.items()}
    share = "比例" if ending.startswith("占") else ""
    return {number: finished(part.removesuffix(ending) + ending + share) for number, part in parts.items()}


def _listed_end(index: int, left: str, naming: Naming) -> int:
    """Where the names of 普高、职高招生860人、640人 end: as many names as numbers; -1 if they are not."""
    count = len(_run(index, naming))
    own = naming.text(*naming.slots[index + count - 1].right) if count > 1 else ""
    alike = count > 1 and not re.match("[\u4e00-\u9fff]", own)
    subject = left_name(left, naming.tag, naming.words, whole=True) if alike else ""
    return len(left) if len([part for part in _SPLIT.split(subject) if part]) == count else -1


def _ending(index: int, said: str, naming: Naming) -> str:
    """What was done to the shared subject: 分别增长, 分别参保."""
    if "至" in said or "到" in said:
        return ""
    verb = _VERB.search(said)
    if verb or naming.roles[index] == "change":
        return verb[1] if verb else ""
    tokens = trim(naming.tag(said), naming.words)
    ending = joined(tokens)
    light = len(tokens) == 1 and ending in naming.words.sets["light_verbs"]
    return "" if light or len(ending) > _ENDING else ending


def _counterparts(run: list[int], naming: Naming) -> list[str]:
    """The names of as many numbers in front of the run, in the same sentence; the nearest for all if they are fewer."""
    first, count = run[0], len(run)
    sentence = naming.slots[first].sentence
    before = [number for number in range(max(0, first - count), first) if naming.slots[number].sentence == sentence]
    if len(before) == count:
        return [naming.parts.get(number, naming.names[number]) for number in before]
    return [naming.parts.get(first - 1, naming.names[first - 1])] * count if before else []


def _run(index: int, naming: Naming) -> list[int]:
    """The numbers from ``index`` on that only list signs separate."""
    run = [index]
    while run[-1] + 1 < min(len(naming.slots), index + _LONGEST_RUN):
        here, following = naming.slots[run[-1]], naming.slots[run[-1] + 1]
        between = naming.text(here.quantity.span.end, following.quantity.span.start)
        if following.sentence != here.sentence or not _JOINER.fullmatch(between):
            break
        run.append(run[-1] + 1)
    return run


def distributed(subject: str, count: int, naming: Naming) -> list[str]:
    """``subject`` split into ``count`` names; the part that closes the last one belongs to all."""
    if subject.startswith("城乡") and count == 2:
        return ["城市" + subject[2:], "农村" + subject[2:]]
    parts = [part for part in _SPLIT.split(subject) if part]
    if len(parts) != count:
        return [subject] * count
    last = naming.tag(parts[-1])
    return [*(_with_tail(naming.tag(part), last, naming.words) for part in parts[:-1]), parts[-1]]


def _with_tail(part: Tokens, last: Tokens, words: NameWords) -> str:
    """苹果 with what 中药材|产量 has more words than it; a part that ends alike is whole."""
    said = joined(part)
    if said[-1] == joined(last)[-1] or len(last) < 2:
        return said
    kind = next((kind for kind in words.attributes if said in kind), frozenset())
    other = max((one for one in kind if joined(last).startswith(one)), key=len, default="")
    if other:
        return said + joined(last).removeprefix(other)  # 小学、初中生均支出
    if len(said) == 1:
        return said + joined(last)[1:]  # 省、市级课题
    tail = joined(last[min(len(part), len(last) - 1) :])
    return said + (tail[2:] if len(tail) > 2 and said.endswith(tail[:2]) else tail)  # 服务贸易|贸易规模
