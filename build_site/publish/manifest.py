"""What the site in place was made from, so that the next build renders only what changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ..config import MARKER


@dataclass(frozen=True, slots=True)
class Manifest:
    """The makings of a site.

    Attributes:
        base: hash over theme, settings, assets and code: what every page depends on.
        pages: Markdown path -> hash of the page.
        reports: report id -> key of its artefact.
    """

    base: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """Names exactly this manifest; stands in the marker file of the site made from it."""
        import hashlib

        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()


def load_manifest(file: Path, site: Path, base: str) -> Manifest:
    """The manifest of the site in place, or an empty one if it is not the site this manifest tells of."""
    try:
        manifest = msgspec.json.decode(file.read_bytes(), type=Manifest)
        stamp = (site / MARKER).read_text(encoding="utf-8")
    except (OSError, msgspec.MsgspecError):
        return Manifest(base)
    return manifest if manifest.base == base and manifest.stamp == stamp else Manifest(base)


def save_manifest(file: Path, manifest: Manifest) -> None:
    """Keep the manifest for the next build."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.encode(manifest, order="deterministic"))
