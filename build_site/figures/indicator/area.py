"""Areas with the building on the right: 新建5000平方米教学楼, 新增1800平方米的功能用房."""

from __future__ import annotations

from .naming import Naming
from .tidy import finished

_ASIDE = "约近超过余了 "
#: Nouns that are areas by themselves.
_GROUNDS = ("面积", "地", "绿化", "操场")


def area_name(index: int, naming: Naming) -> str:
    """The verb in front of an area with what was built behind it; "" if a noun stands in front."""
    verb = naming.left_text(index).strip().rstrip(_ASIDE)
    noun = naming.right(index).noun
    if not noun or not naming.is_one_of(verb, "kept_verbs"):
        return ""
    return finished(verb + noun + ("" if noun.endswith(_GROUNDS) else "面积"))
