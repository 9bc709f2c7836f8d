"""The administrative divisions of China (GB/T 2260): names, codes and what lies in what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: Provinces, prefectures and counties end in these; what is left is the short name (江苏, 苏州).
_SUFFIX = re.compile(
    r"(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|(?:[\u4e00-\u9fff]{1,3}族){0,4}自治[州县旗]|地区|林区|特区|省|市|盟)$"
)


@dataclass(frozen=True, slots=True)
class Division:
    """One division.

    Attributes:
        code: six digits.
        name: in full (河西区).
        former: whether it has been renamed or abolished.
    """

    code: str
    name: str
    former: bool = False

    @property
    def level(self) -> int:
        """1 province, 2 prefecture, 3 county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    def lies_in(self, other: Division) -> bool:
        """Whether it is a part of ``other``."""
        return self.level > other.level and self.code.startswith(other.code[: 2 * other.level])


@dataclass(frozen=True)
class Divisions:
    """All divisions, by code and by name; ``short`` has provinces and prefectures by their short names.

    ``sizes`` has the lengths, longest first, of the names that begin with two given characters.
    """

    by_code: dict[str, Division]
    by_name: dict[str, tuple[Division, ...]]
    short: dict[str, tuple[Division, ...]]
    sizes: dict[str, tuple[int, ...]]

    def full_name(self, division: Division) -> str:
        """The name with those of what it lies in, the province first: 江苏省苏州市吴中区."""
        code = division.code
        above = [self.by_code.get(code[:2] + "0000"), self.by_code.get(code[:4] + "00")]
        return "".join(part.name for part in above if part and division.lies_in(part)) + division.name


@cache
def divisions() -> Divisions:
    """The table, read once."""
    found: list[Division] = []
    for line in files(__package__).joinpath("gb2260.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, name, *former = line.split("\t")
            found.append(Division(code, name, bool(former)))
    by_name: dict[str, tuple[Division, ...]] = {}
    short: dict[str, tuple[Division, ...]] = {}
    for division in found:
        by_name[division.name] = (*by_name.get(division.name, ()), division)
        name = _SUFFIX.sub("", division.name)
        if division.level < 3 and len(name) >= 2 and name != division.name:
            short[name] = (*short.get(name, ()), division)
    # A former division of the same code would hide the one that bears the code now.
    by_code = {division.code: division for division in sorted(found, key=lambda one: not one.former)}
    names = sorted({*by_name, *short}, key=len, reverse=True)
    sizes: dict[str, tuple[int, ...]] = {}
    for name in names:
        sizes[name[:2]] = tuple(dict.fromkeys((*sizes.get(name[:2], ()), len(name))))
    return Divisions(by_code, by_name, short, sizes)
