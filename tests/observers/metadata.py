"""What the metadata stage makes of a case.

Parts: 原文 is the source; 文件名 its path (report.txt unless said); 旁注 the sidecar and 属性 the file's own
properties, a line ``field: value`` each. Expected: 元数据 (lines ``field: value``; only the fields named are
looked at; ``origin.title`` is where a title comes from) and 提示 (codes of the warnings, sorted).
"""

from __future__ import annotations

from dataclasses import replace

from build_site.clean import clean
from build_site.metadata import describe
from build_site.model.document import Metadata
from build_site.model.source import FileProperties, Sidecar
from build_site.outline import find_outline
from build_site.rules import Rules

from .clean import source_of


def observe(parts: dict[str, str], rules: Rules) -> dict[str, str]:
    """The parts of a case as the metadata stage has them."""
    source = replace(
        source_of(parts["原文"], parts.get("文件名", "report.txt").strip()),
        sidecar=Sidecar(**_fields(parts.get("旁注", ""))),
        properties=FileProperties(**_fields(parts.get("属性", ""))),
    )
    cleaned, _ = clean(source, rules)
    outline, _ = find_outline(cleaned, rules)
    metadata, doubts = describe(cleaned, outline, rules)
    observed = {}
    if "元数据" in parts:
        observed["元数据"] = "\n".join(f"{name}: {_value(metadata, name)}" for name in _fields(parts["元数据"]))
    if "提示" in parts:
        observed["提示"] = "\n".join(sorted({doubt.code for doubt in doubts}))
    return observed


def _fields(part: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in part.splitlines() if line.strip())
    return {name.strip(): value.strip() for name, _, value in pairs}


def _value(metadata: Metadata, name: str) -> str:
    kind, _, field = name.partition(".")
    if kind == "origin":
        return dict(metadata.origins).get(field, "")
    return str(getattr(metadata, name))
