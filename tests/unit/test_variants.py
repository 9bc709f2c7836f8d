"""Traditional characters are matched as simplified ones without moving an offset."""

from __future__ import annotations

from build_site.variants import simplify


def test_traditional_text_reads_as_simplified() -> None:
    assert simplify("學前教育毛入園率達92%，雙減政策落實") == "学前教育毛入园率达92%，双减政策落实"


def test_length_is_kept_for_every_character() -> None:
    text = "".join(chr(code) for code in range(0x20, 0x30000) if not 0xD800 <= code < 0xE000)
    assert len(simplify(text)) == len(text)


def test_simplified_text_is_returned_as_it_is() -> None:
    text = "2022年全区新增学前学位990个。" * 10
    assert simplify(text) is text
