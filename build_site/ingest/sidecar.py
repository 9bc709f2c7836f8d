"""Reading ``NAME.yml``, what a contributor says of the report ``NAME.*`` beside it."""

from __future__ import annotations

import difflib
import re
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from ..errors import InputError, SettingError
from ..model.source import Correction, Sidecar
from ..rules.load import convert
from .limits import SIDECAR_BYTES
from .refusal import at_file, refusal

SUFFIXES = (".yml", ".yaml")
UNKNOWN = "未知"
_DEPTH = 8
#: What contributors call the keys in Chinese, and the keys.
_CHINESE = {
    "标题": "title", "地区": "region", "行政区划代码": "region_code", "区划代码": "region_code", "年份": "year",
    "年度": "year", "类型": "kind", "类别": "kind", "种类": "kind", "发布单位": "publisher", "单位": "publisher",
    "来源": "publisher", "网址": "url", "链接": "url", "发布日期": "published", "日期": "published", "许可": "licence",
    "隐藏": "hide", "数据": "figures", "章节": "sections", "原文": "text",
}  # fmt: skip
#: Kinds of content as messages about a wrong one name them.
_KIND = re.compile(r"`([^`]+)`")
_KINDS = {
    "str": "文字",
    "array": "列表（每项前加 -）",
    "object": "“项目: 内容”",
    "int": "正整数",
    "bool": "true 或 false",
}
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_YES, _NO = ("true", "yes", "on", "是"), ("false", "no", "off", "否")


def sidecar_of(path: Path) -> Path | None:
    """The sidecar beside the report in ``path``, None if there is none."""
    found = (path.with_name(path.stem + suffix) for suffix in SUFFIXES)
    return next((sidecar for sidecar in found if sidecar.is_file()), None)


def read_sidecar(path: Path, file: str) -> Sidecar:
    """The sidecar in ``path``, called ``file`` in messages.

    Raises:
        InputError: it is too large, no YAML, says something unknown or something impossible.
    """
    try:
        node = _compose(path)
        return _checked(node) if node is not None else Sidecar()
    except InputError as error:
        raise at_file(error, file) from None


def _compose(path: Path) -> yaml.Node | None:
    if path.is_symlink() or path.stat().st_size > SIDECAR_BYTES:
        raise _wrong("太大或是符号链接", "is too large or a symbolic link")
    try:
        text = path.read_text(encoding="utf-8-sig")
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.SafeLoader)):
            raise _wrong("不能用 YAML 引用（*）", "may not use YAML aliases (*)")
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        problem = ("旁注不是 UTF-8 编码", "the sidecar is not UTF-8")
        raise refusal(problem, ("请另存为 UTF-8", "save it as UTF-8")) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise _wrong("不是有效的 YAML", "is not valid YAML", place) from None
    except (RecursionError, ValueError):
        raise _wrong("嵌套过深或含不可用的内容", "nests too deep or holds what YAML cannot") from None
    return node


def _checked(node: yaml.Node) -> Sidecar:
    """The shape first (keys and types), then what single fields may hold."""
    lines: dict[str, int] = {}
    content = _plain(node, "", lines, 0)
    _refuse_unknown(content, Sidecar, "", lines)
    for name in ("figures", "sections"):
        listed = content.get(name) if isinstance(content, dict) else None
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            _refuse_unknown(item, Correction, f"{name}[{number}].", lines)
    try:
        sidecar = convert(content, Sidecar, "")
    except SettingError as error:
        place = f"line {lines[error.place]} ({error.place})" if error.place in lines else error.place
        named = _KIND.findall(error.problem)[0]
        wanted = f"旁注这里应写{_KINDS[named]}" if named in _KINDS else f"旁注缺少 {named}"
        raise refusal((wanted, f"sidecar: {error.problem}"), ("请改正这一项", "mend this entry"), place) from None
    for key, value in asdict(sidecar).items():
        problem = _problem_of(key, value)
        if problem:
            raise refusal(problem, ("请改正这一项", "mend this entry"), f"line {lines[key]} ({key})")
    return sidecar


def _refuse_unknown(content: Any, shape: type, place: str, lines: dict[str, int]) -> None:
    known = [field.name for field in fields(shape)]
    for key in content if isinstance(content, dict) else ():
        if key in known:
            continue
        near = _CHINESE.get(key) or next(iter(difflib.get_close_matches(key.lower(), known, n=1)), "")
        if near in known:
            mend = (f"是不是 {near}？", f"did you mean {near!r}?")
        else:
            mend = (f"可写：{'、'.join(known)}", f"known keys: {', '.join(known)}")
        problem = (f"旁注里没有 {key} 这一项", f"sidecar: unknown key {key!r}")
        raise refusal(problem, mend, f"line {lines[place + key]} ({place}{key})")


def _plain(node: yaml.Node, place: str, lines: dict[str, int], depth: int) -> Any:
    """``node`` as lists, dicts and text as written (2022 and 2023-01-05 stay text); notes the line of each key."""
    if depth > _DEPTH:
        raise _wrong("嵌套过深", "nests too deep", f"line {node.start_mark.line + 1}")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, f"{place}[{n}]", lines, depth + 1) for n, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return _scalar(node, place)
    content: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        here = f"{place}.{key}" if place else key
        if key in content:
            raise _wrong(f"里 {key} 写了两次", f"gives {key!r} twice", f"line {key_node.start_mark.line + 1}")
        lines[here] = key_node.start_mark.line + 1
        content[key] = _plain(value_node, here, lines, depth + 1)
    return {key: value for key, value in content.items() if value is not None}


def _scalar(node: yaml.Node, place: str) -> Any:
    """Text as written, but for ``hide`` and ``nth``, which are no text; None for nothing."""
    if node.tag == "tag:yaml.org,2002:null":
        return None
    text = str(node.value)
    if _UNPRINTABLE.search(text):
        raise _wrong("含控制字符", "holds a control character", f"line {node.start_mark.line + 1} ({place})")
    if place == "hide" and text.lower() in _YES + _NO:
        return text.lower() in _YES
    if place.endswith("].nth") and re.fullmatch(r"[1-9][0-9]{0,5}", text):
        return int(text)
    return text


def _problem_of(key: str, value: Any) -> tuple[str, str] | None:
    """What is wrong with the value of one field, in Chinese and English."""
    if not value or value == UNKNOWN:
        return None if key != "slug" or not value else ("slug 不能是未知", "slug cannot be 未知")
    if key == "region_code" and not re.fullmatch(r"[0-9]{6}", value):
        return "区划代码应为六位数字", "region_code must have six digits"
    if key == "slug" and not re.fullmatch(r"[a-z0-9-]{1,80}", value):
        return "slug 只能用小写字母、数字和连字符", "slug may hold a-z, 0-9 and hyphens"
    if key == "redirect_from" and not all(re.fullmatch(r"[a-z0-9-]{1,80}", former) for former in value):
        return "redirect_from 里的旧网址名只能用小写字母、数字和连字符", "redirect_from may hold a-z, 0-9 and hyphens"
    if key == "year" and not re.fullmatch(r"(19|20)\d\d(-(19|20)\d\d)?(学年)?", value):
        return "年份应写作 2022、2022-2023 或 2021-2022学年", "year must read 2022, 2022-2023 or 2021-2022学年"
    if key == "year" and value[4:5] == "-" and value[5:9] <= value[:4]:
        return "年份应从早到晚", "year must run from the earlier to the later"
    if key == "published" and not _is_date(value):
        return "发布日期应写作 2023-01-05", "published must read 2023-01-05"
    if key == "url" and not _is_web_address(value):
        return "网址应以 http:// 或 https:// 开头", "url must begin with http:// or https://"
    return None


def _is_date(value: str) -> bool:
    """Whether it is a date as exact as a day, a month or a year."""
    if not re.fullmatch(r"(19|20)\d\d(-\d\d(-\d\d)?)?", value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"'`\\]", value)


def _wrong(chinese: str, english: str, place: str = "") -> InputError:
    return refusal((f"旁注{chinese}", f"the sidecar {english}"), ("请改正旁注", "mend the sidecar"), place)
