"""The name left of the number: 学前毛入园率达到【92%】, 发放助学金【114万元】."""

from __future__ import annotations

import re

from ...rules.indicators import NameWords
from ..words import Tagger, Token, Tokens, joined
from .asides import without_asides
from .tidy import finished, trim, without_time

#: A name left of its number grows no longer than this if it can be cut at a list sign.
_COMFORTABLE = 18
#: Up to this length 和 and 与 join parts of one thing (改善与提升) rather than things.
_LONG = 24
#: Parts of speech after which a verb opens a new phrase.
_BEFORE_VERB = ("d", "nt", "t", "x")
#: Of words in no list, only organisations and prepositions say where a name begins.
_TELLING_KINDS = ("nt", "p")
#: The marker of a point at the start of its sentence: 3.争创, （二）推进, 一是.
_MARKER = re.compile(
    r"\s*(?:[（(]?[\d一二三四五六七八九十*×xX○□_]{1,3}[)）、.．]+(?!\d(?!\d{3}年))|[一二三四五六七八九十]+(?:是|要))\s*"
)
#: The whole of which a rate says how many do something: 随迁子女在公办学校|就读比例.
_RATES = ("率", "比例", "占比", "比重", "满意度")
#: 民办学校 are a kind of school, no organisation.
_OWNERS = ("民办", "公办")
#: What stands between two things: 普高与职高|招生比.
_BETWEEN = ("比", "差距", "差异")
_PROGRAMMES = ("项目", "工程", "计划", "行动", "资金", "经费")
#: What is measured of the examples themselves, and what does not say what they are examples of.
_OF_EACH = (*_RATES, "度", "面积", "产量", "产值", "份额", "规模", "数量", "总量")
_VAGUE = frozenset(("方面", "领域", "地区", "工作", "形式", "环节"))
#: What stands behind examples names what was counted if it is as long as this.
_HEAD = 3
#: A list of qualities longer than this is no part of a name.
_QUALITIES = 8
#: What a project takes: 校园网络建设|投入.
_SPENT_ON = ("建设", "购置", "配备", "安装", "改造", "支持")
_SPENT = ("投入", "投资", "资金", "经费", "支出")
#: People, and verbs that say which ones.
_PEOPLE = ("师", "生", "长", "人", "员", "干部", "职工", "者", "幼儿")
_HAVE = frozenset(("获得", "荣获", "取得", "参加", "参与", "拥有", "通过", "承担"))
_NOUNS = ("n", "vn", "j", "b", "nz")
_PLACE_ENDS = tuple("区市县省州镇乡")


def left_name(text: str, tag: Tagger, words: NameWords, *, whole: bool = False) -> str:
    """The name in the stretch ``text`` in front of a number; "" if it holds none.

    A long list of nouns is cut to its last ones, unless ``whole`` is asked for.
    """
    text = text[-48:].lstrip(" 、，")
    marker = _MARKER.match(text)
    text = text[marker.end() :] if marker else text
    text = without_asides(text.removeprefix("其中"))  # lest 其中小学 be read as 其|中小学
    tokens = trim(tag(without_time(text)), words)
    tokens = tokens if text.startswith("占") and not text.startswith("占地") else _phrase(tokens, words)
    if not whole:
        if "、" in text and "的" in text:
            tokens = _without_qualities(tokens, words)
        tokens = _without_examples(tokens, words) if "等" in text else tokens
        tokens = _shortened(tokens) if len(text) > _COMFORTABLE else tokens
    return without_time(finished(joined(tokens)))


def _without_examples(tokens: Tokens, words: NameWords) -> Tokens:
    """``tokens`` without the names of examples: 建成东湖小学、西湖中学等|中小学项目; a rate may be theirs alone."""
    at = next((index for index in range(len(tokens) - 2, 0, -1) if tokens[index][0] == "等"), 0)
    head = tokens[at + 1 :]
    said = joined(head)
    quoted = said.count("“") != said.count("”") or said.count("《") != said.count("》")
    if not at or quoted or said.endswith(_OF_EACH) or head[0][0] in _VAGUE or head[0][1][0] not in "anvjrb":
        return tokens
    if len(said) < _HEAD or said in words.sets["generic"] or said in words.sets["dependent"]:
        return tokens
    verbs = 0
    while tokens[verbs][0] in words.sets["kept_verbs"] or (tokens[verbs][1][0] == "v" and len(tokens[verbs][0]) > 1):
        verbs += 1
    return (*tokens[: min(verbs, at)], *head)


def _without_qualities(tokens: Tokens, words: NameWords) -> Tokens:
    """``tokens`` without a list of what those counted are like: 撤并规模小、条件差的|农村小学."""
    at = next((index for index in range(len(tokens) - 2, 0, -1) if tokens[index][0] == "的"), 0)
    qualities, head = joined(tokens[:at]), joined(tokens[at + 1 :])
    if "、" not in qualities or len(qualities) <= _QUALITIES or len(head) < _HEAD or head in words.sets["generic"]:
        return tokens
    verbs = 1 if tokens[0][0] in words.sets["kept_verbs"] else 0
    return (*tokens[:verbs], *tokens[at + 1 :])


def _phrase(tokens: Tokens, words: NameWords) -> Tokens:
    """The last noun phrase of ``tokens`` (trimmed), with the verb in front of it if that verb belongs to the name."""
    start, subject, last = 0, 0, len(tokens) - 1
    of_rate = last > 0 and tokens[last][0].endswith(_RATES)
    quoted = 0
    for index, (word, kind) in enumerate(tokens[:-1] if last > 0 else ()):
        quoted += word in "“《（"
        quoted -= word in "”》）"
        if quoted > 0 or word not in words.lists and kind not in _TELLING_KINDS:
            continue
        if _is_left_out(tokens, index, words):
            keeps = of_rate and kind == "p" and index > start
            start, subject = (start, subject) if keeps else (index + 1, start)
        elif word in words.sets["kept_verbs"] and (index == start or _opens_phrase(tokens, index, words)):
            start = index
    return trim(_with_verb(tokens, subject, start, words), words) if start else tokens


def _opens_phrase(tokens: Tokens, index: int, words: NameWords) -> bool:
    """Whether the verb opens a phrase inside the stretch: 去年|新增."""
    before = tokens[index - 1]
    return (before[1] in _BEFORE_VERB or _is_place(before)) and not _joins_verbs(tokens, index, words)


def _joins_verbs(tokens: Tokens, index: int, words: NameWords) -> bool:
    """Whether the word is the second of two verbs: 新建、|改扩建."""
    return index > 1 and tokens[index - 1][0] in "、和及" and tokens[index - 2][0] in words.sets["kept_verbs"]


def _with_verb(tokens: Tokens, subject: int, start: int, words: NameWords) -> Tokens:
    """The tokens from ``start`` on, with what they need from those in front: 涉及|学校, 培训产业|完成|产值."""
    rest = tokens[start:]
    said = joined(rest)
    if said in words.sets["sums"] and subject < start - 1:
        return (*tokens[subject : start - 1], *rest)
    verb = tokens[start - 1][0]
    says_more = len(verb) > 1 and not verb.endswith("有") and verb in words.sets["light_verbs"]
    return tokens[start - 1 :] if says_more and said in words.sets["generic"] else rest


def _is_left_out(tokens: Tokens, index: int, words: NameWords) -> bool:
    """Whether a name begins behind this word: a light verb, a preposition, an organisation."""
    word, kind = tokens[index]
    if word == "有" and index and tokens[index - 1][0].endswith("均"):
        return False  # 人均有粮
    if word in words.sets["light_verbs"]:
        return not (_is_noun_here(tokens, index) or _says_who(tokens, index))
    if word in words.sets["bodies"]:
        return True
    if word == "了" and index and tokens[index - 1][1][0] == "v":  # 付清了|欠款, but 获得了称号的教师
        kept = (
            tokens[index - 1][0] in words.sets["kept_verbs"] or joined(tokens[index + 1 :]) in words.sets["dependent"]
        )
        return not kept and not any(later == "的" for later, _ in tokens[index + 1 :])
    if kind == "nt" and not word.startswith(_OWNERS) and not word.endswith("教学"):
        # who acts, unless nothing but a verb says what is counted: 民办学校|占
        return any(later[0] in "njb" or later == "vn" for _, later in tokens[index + 1 :])
    if kind != "p" and word not in words.sets["coverbs"]:
        return False
    # A preposition inside a relative clause opens no name: 与发展不相适应的专业.
    # Nor does the 与 in the name of a programme: 薄弱环节改善|与能力提升|项目.
    programme = tokens[-1][0].endswith(_PROGRAMMES) and tokens[index - 1][1].startswith("v")
    joins = word == "与" and index > 0 and (programme or tokens[-1][0].endswith(_BETWEEN))
    opens_object = word in words.sets["coverbs"] or (word != "自" and not joins)
    return opens_object and not any(later == "的" for later, _ in tokens[index + 1 :])


def _says_who(tokens: Tokens, index: int) -> bool:
    """Whether the verb opens a clause that says which people are counted: 获得市级荣誉|的|教师."""
    who = tokens[-1][0].endswith(_PEOPLE) and (not index or tokens[index - 1][0] in "、，")
    return who and tokens[index][0] in _HAVE and any(word == "的" for word, _ in tokens[index + 1 :])


def _is_place(token: Token) -> bool:
    return token[1] == "ns" and token[0].endswith(_PLACE_ENDS)


def _is_noun_here(tokens: Tokens, index: int) -> bool:
    """A light verb between two nouns is part of a compound: 家庭教育指导, 风险排查 机制, 网络建设|投入."""
    if 0 < index == len(tokens) - 2 and tokens[-1][0] in _SPENT and tokens[index][0] in _SPENT_ON:
        return True
    if 0 < index == len(tokens) - 2 and tokens[-1][0] in _RATES and tokens[index - 1][1] in _NOUNS:
        return True  # 教室|配备|比例
    return index > 0 and tokens[index - 1][1] in _NOUNS and tokens[index][1] == "vn"


def _shortened(tokens: Tokens) -> Tokens:
    """``tokens`` from the first list sign on that makes them comfortable; all of them if none does."""
    length = len(joined(tokens))
    if length <= _COMFORTABLE:
        return tokens
    signs = "、" if length <= _LONG else "、和及与"
    for index, (word, _) in enumerate(tokens):
        length -= len(word)
        if word in signs and 2 <= length <= _COMFORTABLE and tokens[index - 1][0] not in "本省市初高":  # 本、专科
            return tokens[index + 1 :]
    return tokens
