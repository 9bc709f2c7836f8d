"""What tests of single parts share."""

from __future__ import annotations

import pytest

from ..joined import JoinedSite, joined_site


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory) -> JoinedSite:
    return joined_site(tmp_path_factory)
