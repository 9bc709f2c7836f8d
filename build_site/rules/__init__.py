"""Everything a reader of Chinese could add to, as data: one YAML file a subject, validated on load.

Each subject has a module here with a frozen dataclass that gives the file's shape; `load_rules` reads them all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .cues import CueRules
from .indicators import IndicatorRules
from .litter import LitterRules
from .load import read_rules
from .markers import MarkerRules
from .masks import MaskRules
from .metadata import MetadataRules
from .quantities import QuantityRules
from .synonyms import SynonymRules
from .themes import ThemeRules
from .units import UnitRules
from .words import WordRules

RULES_FOLDER = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Rules:
    """All rules of one build, immutable; compared by identity, so that stages may cache what they compile.

    Attributes:
        digest: hash over the rule files, part of every cache key.
    """

    digest: str
    litter: LitterRules
    masks: MaskRules
    metadata: MetadataRules
    markers: MarkerRules
    quantities: QuantityRules
    units: UnitRules
    indicators: IndicatorRules
    themes: ThemeRules
    words: WordRules
    cues: CueRules
    synonyms: SynonymRules


def load_rules(folder: Path = RULES_FOLDER) -> Rules:
    """Read and validate every rule file in ``folder``.

    Raises:
        SettingError: a file is missing, is not YAML, or says something its shape does not allow.
    """
    return Rules(
        digest=digest_of(folder),
        litter=read_rules(folder / "litter.yml", LitterRules),
        masks=read_rules(folder / "masks.yml", MaskRules),
        metadata=read_rules(folder / "metadata.yml", MetadataRules),
        markers=read_rules(folder / "markers.yml", MarkerRules),
        quantities=read_rules(folder / "quantities.yml", QuantityRules),
        units=read_rules(folder / "units.yml", UnitRules),
        indicators=read_rules(folder / "indicators.yml", IndicatorRules),
        themes=read_rules(folder / "themes.yml", ThemeRules),
        words=read_rules(folder / "words.yml", WordRules),
        cues=read_rules(folder / "cues.yml", CueRules),
        synonyms=read_rules(folder / "synonyms.yml", SynonymRules),
    )


def digest_of(folder: Path) -> str:
    """SHA-256 over names and bytes of the YAML files in ``folder``."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*.yml")):
        total.update(path.name.encode())
        total.update(path.read_bytes())
    return total.hexdigest()
