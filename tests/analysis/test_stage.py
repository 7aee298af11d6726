"""What is written on a picture can be read on what is already there."""

import pytest
from PIL import Image

from pressroom.analysis.palette import BLACK, TEXT_CONTRAST, WHITE, Rgb, Scheme
from pressroom.analysis.stage import Box, Stage, Style
from pressroom.analysis.text_layout import Room
from pressroom.analysis.typeface import FontBook

SCHEME = Scheme(ground=WHITE, ink=BLACK, quiet=BLACK, tint=WHITE, accent=BLACK, on_accent=WHITE)
FONTS = FontBook()


def stage(ground: Rgb = WHITE) -> Stage:
    return Stage(Image.new("RGB", (1080, 1080), ground), SCHEME, FONTS)


@pytest.mark.parametrize("ground", [(255, 255, 255), (0, 0, 0), (120, 120, 120), (231, 111, 81)])
def test_an_ink_that_cannot_be_read_gives_way(ground: Rgb) -> None:
    """What lies behind is known only once it is drawn, so the last word is spoken there."""
    canvas = stage(ground)
    text = canvas.set_text("headline", "Hello", Style(700, (60,), 1.2), Room(900, 100))

    canvas.write(text, canvas.safe, ground, top=100)

    assert canvas.placed[0].contrast >= TEXT_CONTRAST
    assert len(canvas.image.getcolors(10_000) or []) > 1


def test_a_text_is_placed_where_its_pixels_are() -> None:
    """The check that nothing collides or leaves the picture rests on these boxes."""
    canvas = stage()
    text = canvas.set_text("headline", "ẤgĝÅ Ỵ", Style(800, (90,), 1.2), Room(900, 200))

    canvas.write(text, canvas.safe, BLACK, top=300)

    box = canvas.placed[0].box
    drawn = canvas.image.convert("L").point(lambda value: 255 - value).getbbox()
    assert drawn is not None
    assert (box.left, box.top) <= drawn[:2]
    assert drawn[2] <= box.right
    assert drawn[3] <= box.bottom
    assert box.height - (drawn[3] - drawn[1]) <= 3


def test_text_from_right_to_left_ends_at_the_right() -> None:
    """Hebrew and Arabic begin at the right edge; the rest of the page stays as it is."""
    canvas = stage()
    style, room, box = Style(700, (60,), 1.2), Room(900, 100), Box(100, 0, 900, 200)
    # No packaged font has these letters: only their direction matters here.
    text = canvas.set_text("headline", "שלום", style, room)

    canvas.write(text, box, BLACK, top=10)

    assert text.is_leftward
    assert abs(canvas.placed[0].box.right - box.right) < 12


def test_shapes_have_smooth_edges() -> None:
    """Staircases at the edge of a circle are the first thing that looks cheap."""
    canvas = stage()

    canvas.disc((540, 540), 300, BLACK)

    assert len(canvas.image.getcolors(10_000) or []) > 3
    assert canvas.image.getpixel((540, 540)) == BLACK
    assert canvas.image.getpixel((230, 230)) == WHITE
