"""The table of a font's characters is read as the font means it."""

from pathlib import Path

import fontpkg
import pytest
from PIL import ImageFont

from pressroom.analysis.glyphs import covered


@pytest.mark.parametrize("family", ["be-vietnam-pro", "noto-sans"])
def test_a_covered_character_is_drawn_and_another_is_not(family: str) -> None:
    """Compared with what FreeType draws: an uncovered character gives the empty box."""
    path = fontpkg.path(family, 400)
    known = covered(path)
    font = ImageFont.truetype(path, 40, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask("\U0010fffd"))

    ranges = [range(0x21, 0x250), range(0x370, 0x500), range(0x1EA0, 0x1EFA), [0x2192, 0x3042]]
    # A space is drawn as nothing, and so is the box of one of these fonts.
    sample = [point for points in ranges for point in points if not chr(point).isspace()]
    boxed = {point for point in sample if bytes(font.getmask(chr(point))) == box}

    assert boxed == {point for point in sample if point not in known}


def test_vietnamese_is_covered_and_emoji_are_not() -> None:
    """The headline font was chosen for its full Vietnamese."""
    points = covered(fontpkg.path("be-vietnam-pro", 800))

    assert set(map(ord, "ẤẾỘỮđơưỹ₫")) <= points
    assert ord("🎉") not in points


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    """A damaged font must not pass for one without characters."""
    path = tmp_path / "a.ttf"
    path.write_bytes(b"\x00\x01\x00\x00\x00\x09 cut off")

    with pytest.raises(ValueError, match=r"a\.ttf"):
        covered(path)
