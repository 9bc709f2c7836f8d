"""The list of divisions: complete, nested, and with the names of former ones."""

from __future__ import annotations

import pytest

from build_site.metadata.divisions import divisions


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("120103", "天津市河西区"),
        ("320506", "江苏省苏州市吴中区"),
        ("330113", "浙江省杭州市临平区"),
        ("429004", "湖北省仙桃市"),
        ("500101", "重庆市万州区"),
        ("650000", "新疆维吾尔自治区"),
    ],
)
def test_full_name_has_the_province_first(code: str, name: str) -> None:
    table = divisions()
    assert table.full_name(table.by_code[code]) == name


def test_codes_are_six_digits_and_every_county_has_its_province() -> None:
    table = divisions()
    assert len(table.by_code) > 3200
    for code in table.by_code:
        assert len(code) == 6
        assert code.isdigit()
        assert code[:2] + "0000" in table.by_code


def test_a_code_in_use_means_the_division_that_bears_it_now() -> None:
    table = divisions()
    current = [one for options in table.by_name.values() for one in options if not one.former]
    assert all(table.by_code[division.code] == division for division in current)
