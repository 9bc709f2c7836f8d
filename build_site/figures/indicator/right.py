"""The name right of the number: 【990个】学位, 【55所】中小学完成党组织领导的校长负责制改革."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...rules.indicators import NameWords
from ..words import Tagger, Tokens, joined
from .predicate import predicate_name, without_edition
from .tidy import finished, trim, without_time

#: A noun phrase longer than this is cut at its last 的.
_COMFORTABLE = 10
#: Time and masked place in front of the noun.
_OPENING = re.compile(r"(?:[\d*×xX○□]{1,4}年(?:以[上下])?度?的?)?(?:[*×○□]{1,4}(?:区|市|县|省|街道))?")
#: 3所学校|和第四幼儿园等|6所幼儿园: examples of what the next number counts.
_NEXT_EXAMPLES = re.compile(r"(?<=[和及与])[^，。；、和及与]{2,12}等\s*$")
#: 414名学生|（春季、秋季）: how those counted divide.
_DIVISION = re.compile(r"^\s?（[^（）]*(?:）|$)")
#: 6个基地|基础上
_GROUND = re.compile("的?(?:基础|前提)上$")
_NUMERAL = re.compile(r"[\d*×xX○□_一二三四五六七八九十百千万亿两几]")
#: Verbs that are never the head of a noun phrase.
_NEVER_NOUN = frozenset(
    ("进行", "开展", "获得", "荣获", "完成", "达到", "实现", "参加", "签订", "代表", "接受", "成为")
)


@dataclass
class Right:
    """What stands right of a number: a noun phrase and what it did, either may be "".

    Attributes:
        noun: the noun phrase.
        rest: what follows it.
        starts_generic: whether it begins with a noun that names nothing by itself.
    """

    noun: str
    rest: str
    starts_generic: bool
    tag: Tagger
    words: NameWords

    @cached_property
    def predicate(self) -> str:
        """What the noun did."""
        return predicate_name(self.rest, self.tag, self.words) if self.rest else ""


def read_right(text: str, rest: str, alone: bool, tag: Tagger, words: NameWords) -> Right:
    """Noun phrase and predicate behind a number.

    Args:
        text: from the number to the next one or to the end of the clause.
        rest: from the number to the end of the clause, later numbers left out.
        alone: whether no other number follows in the clause, so that lists belong to the phrase.
        tag: cuts text into words.
        words: what ends a noun phrase.
    """
    if not alone:
        text = _NEXT_EXAMPLES.sub("", text)
    if not text:
        return Right("", rest, False, tag, words)
    if text.startswith("、") or (not alone and text in words.sets["trends"]):
        return Right("", "", False, tag, words)  # the next item of a list; 比规划的3500个|增加|590个
    opening = _OPENING.match(text)
    skipped = opening.end() if opening else 0
    tokens = tag(text[skipped : skipped + 48])
    end = _noun_end(tokens, alone, words)
    if end == len(tokens) > 1 and not alone and tokens[-1][1] == "v":
        end -= 1  # the verb of the next number: 770家企业|融入6条产业链
    noun_tokens = trim(tokens[:end], words)
    consumed = skipped + len(joined(tokens[:end]))
    listed = not alone and text.rstrip().endswith(("、", "和", "及", "与"))
    if listed and 0 < len(noun_tokens) < 3:
        rest, listed = text.rstrip().rstrip("、和及与"), False  # 4所学校|被评为示范校、9所…
    starts_generic = bool(noun_tokens) and noun_tokens[0][0] in words.sets["generic"]
    divided = noun_tokens or rest.startswith(("（其中", " （其中"), consumed)
    done = "" if listed else _DIVISION.sub("", rest[consumed:]) if divided else rest[consumed:]
    return Right(_noun(noun_tokens, words), done, starts_generic, tag, words)


def subject_of(clause: str, tag: Tagger, words: NameWords) -> str:
    """The noun phrase a clause begins with; "" if it begins with a verb."""
    tokens = trim(tag(without_time(clause.strip())[:40]), words)
    return _noun(trim(tokens[: _noun_end(tokens, True, words)], words), words)


def _noun(tokens: Tokens, words: NameWords) -> str:
    """The phrase as a name, without a relative clause in front if it is long: 特色突出的|党建品牌示范校."""
    said = joined(tokens)
    if said.endswith("工作") and "的" in said:
        return _noun(tokens[: next(at for at, (word, _) in enumerate(tokens) if "的" in word)], words)
    if len(said) > _COMFORTABLE:
        cuts = [at for at in range(1, len(tokens) - 1) if tokens[at][0] == "的" and tokens[at - 1][1][0] in "va"]
        rest = joined(tokens[cuts[-1] + 1 :]) if cuts else ""
        if len(rest) > 3 and rest not in words.sets["generic"]:
            said = rest
    name = without_edition(finished(said))
    return _GROUND.sub("", name) if name.endswith("上") else name


def _noun_end(tokens: Tokens, alone: bool, words: NameWords) -> int:
    depth, clause = 0, _relative_clause(tokens, words)
    for index, (word, kind) in enumerate(tokens):
        if index < clause:
            continue
        depth += word in "“《" or (word == "（" and index > 0 and _closes_soon(tokens, index))
        depth -= word in "”》" or (word == "）" and depth > 0)
        if depth > 0 or word == "）":
            continue
        if word in "（(，" or (word == "、" and not _list_goes_on(tokens, index, words, alone)):
            return index
        if (index == 0 and word in ("和", "及", "与", "以及", "并", "、")) or word == "中":
            return index
        if (kind == "p" and word != "自") or (
            index > 0
            and (kind == "t" or (kind == "d" and len(word) > 1) or (kind == "m" and bool(_NUMERAL.match(word))))
            and not _describes(tokens, index)
        ):
            return index
        if index > 0 and word in ("再", "又") and index + 1 < len(tokens):
            return index  # 规模|再上新台阶
        if index == 1 and tokens[0][0] in words.sets["generic"] and _acts(tokens, alone, words):
            return index
        if word in words.sets["predicates"] and not _is_nominal(tokens, index, alone):
            return index
        if word == "情况" and index > 1:
            return 1 if tokens[0][0] in words.sets["generic"] else _behind_members(tokens, index)
    return len(tokens)


def _behind_members(tokens: Tokens, state: int) -> int:
    """Where what was looked at in those counted begins, as far as verbs tell: 56所民办园|办园情况."""
    start = state
    while start > 1 and (tokens[start - 1][1][0] == "v" or len(tokens[start - 1][0]) == 1):
        start -= 1
    return start if start < state else state + 1


def _relative_clause(tokens: Tokens, words: NameWords) -> int:
    """Where the noun begins behind a clause that says which ones: 3所|获得省级称号的|学校; 0 if it begins at once."""
    if not tokens or tokens[0][0] not in words.sets["predicates"]:
        return 0
    for index, (word, _) in enumerate(tokens):
        if word in "，、（":
            break
        if word == "的" and index > 1:
            return index + 1 if index + 1 < len(tokens) else 0
    return 0


def _acts(tokens: Tokens, alone: bool, words: NameWords) -> bool:
    """Whether the noun is followed by what it does or gets: 12所学校|更换课桌椅500套, 9所学校|安装报警装置."""
    word, kind = tokens[1]
    if word in words.sets["kept_verbs"] and not alone:
        return True
    return kind != "vn" and word in words.sets["light_verbs"] and len(word) > 1 and len(tokens) > 2


def _describes(tokens: Tokens, index: int) -> bool:
    """Whether the adverb opens what 的 ends: 办园条件|较为|成熟的幼儿园."""
    return [word for word, _ in tokens[index + 2 : index + 3]] == ["的"] and tokens[index + 1][1][0] in "ai"


def _closes_soon(tokens: Tokens, index: int) -> bool:
    """Whether the bracket holds a word or two and the phrase goes on behind it: 州（市）高等学校."""
    closing = [at for at in range(index + 1, min(index + 4, len(tokens))) if tokens[at][0] == "）"]
    short = index == 1 and len(tokens[0][0]) == 1  # 乡（镇）
    return bool(closing) and (short or closing[0] + 1 < len(tokens))


def _list_goes_on(tokens: Tokens, index: int, words: NameWords, alone: bool) -> bool:
    """Whether the 、 joins nouns that end in 等 or lead to a predicate, rather than beginning something new."""
    kept = words.sets["kept_verbs"]
    if tokens[index - 1][0] in kept and [word for word, _ in tokens[index + 1 : index + 2] if word in kept]:
        return index > 0  # 8所|新建、改扩建学校
    ahead = [word for word, _ in tokens[index + 1 : index + 9]]
    return alone and index > 0 and ("等" in ahead or any(word in words.sets["predicates"] for word in ahead))


def _is_nominal(tokens: Tokens, index: int, alone: bool) -> bool:
    """A verb that closes the phrase, or that 的 follows, is part of the noun phrase: 党员发展, 培训的教师."""
    word = tokens[index][0]
    if index == 0 or len(word) < 2 or word in _NEVER_NOUN:
        return False
    following = tokens[index + 1][0] if index + 1 < len(tokens) else ""
    return (following == "" and alone) or following in ("工作", "的", "、", "和", "机制", "中心", "基地", "活动")
