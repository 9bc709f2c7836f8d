"""Reading a YAML rule file into a frozen dataclass, with errors a contributor can act on."""

from __future__ import annotations

import difflib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec
import yaml

from ..errors import SettingError

Shape = TypeVar("Shape")


def read_rules(path: Path, shape: type[Shape]) -> Shape:
    """The contents of the YAML file at ``path`` as an instance of the dataclass ``shape``.

    Lists become tuples and mappings dicts, as the field types say. Unknown keys are refused with the
    nearest known one named.

    Raises:
        SettingError: the file is missing, is not YAML, has an unknown key or a value of the wrong type.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except OSError as error:
        raise SettingError(path.name, f"cannot be read ({error.strerror})", "restore the file") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        raise SettingError(path.name, "is not valid YAML", "mend the line named", place) from None
    return convert(content, shape, path.name)


def convert(content: Any, shape: type[Shape], file: str) -> Shape:
    """``content``, as YAML gave it, as an instance of ``shape``; errors name ``file`` and the key."""
    _refuse_unknown_keys(content, shape, file, "")
    try:
        return msgspec.convert(content, type=shape, strict=True)
    except msgspec.ValidationError as error:
        problem, _, place = str(error).partition(" - at ")
        raise SettingError(file, problem, "give a value of that kind", place.strip("`$.")) from None


def _refuse_unknown_keys(content: Any, shape: Any, file: str, place: str) -> None:
    if is_dataclass(shape) and isinstance(content, dict):
        assert isinstance(shape, type)
        known = {field.name for field in fields(shape)}
        hints = get_type_hints(shape)
        for key, value in content.items():
            here = f"{place}.{key}" if place else str(key)
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                mend = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(sorted(known))}"
                raise SettingError(file, f"unknown key {str(key)!r}", mend, here)
            _refuse_unknown_keys(value, hints[key], file, here)
        return
    inner = [argument for argument in get_args(shape) if argument is not Ellipsis]
    if isinstance(content, list) and inner:
        for number, item in enumerate(content):
            _refuse_unknown_keys(item, inner[0], file, f"{place}[{number}]")
    elif isinstance(content, dict) and len(inner) == 2:
        for key, item in content.items():
            _refuse_unknown_keys(item, inner[1], file, f"{place}.{key}")
