"""Pictures are made to fit a platform without losing a part of them."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageColor, ImageDraw

from pressroom.analysis.pictures import measure, refit
from pressroom.errors import BriefError, StoreError
from tests.analysis.photos import gradient, located, save

SIZES = {"max_bytes": 8_000_000, "max_width_px": 1440, "min_width_px": 320}


def test_refitting_leaves_place_and_camera_behind(tmp_path: Path) -> None:
    """A photo says where it was taken; a post must not."""
    image = gradient()
    media = measure(save(tmp_path, image, exif=located(image), comment=b"secret"))

    made, notes = refit(media, folder=tmp_path / "out", **SIZES)

    with Image.open(made.path) as opened:
        assert not opened.getexif()
        assert not {"exif", "comment", "icc_profile", "xmp"} & set(opened.info)
    assert b"Camera" not in made.path.read_bytes()
    assert any("Metadata" in note for note in notes)


def test_refitting_turns_a_photo_upright(tmp_path: Path) -> None:
    """Without its note the photo would lie on its side."""
    image = gradient()
    media = measure(save(tmp_path, image, exif=located(image, orientation=6)))

    made, _ = refit(media, folder=tmp_path, **{**SIZES, "min_width_px": 1})

    with Image.open(made.path) as opened:
        assert opened.size == (300, 400)
        # Orientation 6 turns clockwise: what was at the lower left is now at the upper left.
        red, green, _ = opened.getpixel((4, 4))  # type: ignore[misc]  # an RGB pixel
    assert red < 30
    assert green > 200


@pytest.mark.parametrize(
    ("size", "limits"),
    [
        ((3000, 2000), {"max_width_px": 1440}),
        ((200, 100), {"min_width_px": 320}),
        ((500, 2000), {"min_ratio": 0.8}),
        ((2000, 200), {"max_ratio": 1.91}),
        ((1, 3000), {"min_ratio": 0.8, "max_ratio": 1.91}),
        ((3000, 1), {"min_ratio": 0.8, "max_ratio": 1.91, "max_width_px": 1440}),
        ((1081, 1350), {"min_ratio": 0.8, "max_ratio": 0.8}),
    ],
)
def test_a_refitted_picture_keeps_to_every_limit(
    tmp_path: Path, size: tuple[int, int], limits: dict[str, float]
) -> None:
    """One pixel outside a limit is a refused post."""
    bounds = {"max_width_px": 4000, "min_width_px": 1, "min_ratio": 0.0, "max_ratio": 99.0}
    bounds |= limits
    media = measure(save(tmp_path, gradient(*size), "a.png"))

    made, notes = refit(media, folder=tmp_path, max_bytes=8_000_000, **bounds)  # type: ignore[arg-type]

    assert bounds["min_width_px"] <= made.width_px <= bounds["max_width_px"]
    assert bounds["min_ratio"] <= made.aspect_ratio <= bounds["max_ratio"]
    assert made == measure(made.path)
    assert notes


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.integers(1, 700), st.integers(1, 700), st.sampled_from([200, 320, 640]))
def test_any_size_comes_within_instagrams_limits(
    tmp_path: Path, width: int, height: int, most: int
) -> None:
    """Whole pixels meet ratio and width at once, whatever the picture was."""
    media = measure(save(tmp_path, gradient(width, height), "a.png"))

    made, _ = refit(
        media, folder=tmp_path, max_bytes=8_000_000, max_width_px=most, min_width_px=100,
        min_ratio=0.8, max_ratio=1.91,
    )  # fmt: skip

    assert 100 <= made.width_px <= most
    assert 0.8 <= made.aspect_ratio <= 1.91


def test_nothing_is_cropped(tmp_path: Path) -> None:
    """What lies at the edge of a photo may be the point of it: bars are added instead."""
    image = Image.new("RGB", (300, 1200), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 299, 9), fill="red")
    pen.rectangle((0, 1190, 299, 1199), fill="blue")
    media = measure(save(tmp_path, image, "a.png"))

    made, notes = refit(media, folder=tmp_path, **SIZES, min_ratio=0.8, background="#00ff00")

    with Image.open(made.path) as opened:
        middle = opened.width // 2
        top, foot = opened.getpixel((middle, 2)), opened.getpixel((middle, opened.height - 3))
        side = opened.getpixel((5, opened.height // 2))
    assert (near(top, "red"), near(foot, "blue"), near(side, "lime")) == (True, True, True)
    assert any("Bars were added at the sides" in note for note in notes)


def near(pixel: object, colour: str) -> bool:
    """Whether JPEG could have made *pixel* out of *colour*."""
    assert isinstance(pixel, tuple)
    wanted = ImageColor.getrgb(colour)
    return all(abs(one - other) < 60 for one, other in zip(pixel, wanted, strict=True))


def test_clear_parts_become_white(tmp_path: Path) -> None:
    """JPEG has no transparency; black in its place would swallow dark logos."""
    image = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((100, 100, 300, 300), fill=(200, 0, 0, 255))

    made, notes = refit(measure(save(tmp_path, image, "a.png")), folder=tmp_path, **SIZES)

    with Image.open(made.path) as opened:
        assert min(opened.getpixel((10, 10))) > 250  # type: ignore[type-var]  # an RGB pixel
    assert "Converted from PNG to JPEG." in notes


def test_bytes_are_brought_under_the_limit(tmp_path: Path) -> None:
    """Noise is the worst case: quality goes first, then size, and both are noted."""
    noise = Image.frombytes("RGB", (600, 600), hashlib.shake_256(b"seed").digest(600 * 600 * 3))
    media = measure(save(tmp_path, noise, "a.png"))

    made, notes = refit(
        media, folder=tmp_path, max_bytes=60_000, max_width_px=1440, min_width_px=64
    )

    assert made.size_bytes <= 60_000
    assert any("size limit" in note for note in notes)
    with pytest.raises(BriefError, match="cannot be brought under"):
        refit(media, folder=tmp_path, max_bytes=700, max_width_px=1440, min_width_px=320)


def test_the_same_picture_and_limits_give_the_same_bytes(tmp_path: Path) -> None:
    """A run that resumes must arrive at the file it had before."""
    media = measure(save(tmp_path, gradient(900, 200), "a.png"))

    one, _ = refit(media, folder=tmp_path / "1", **SIZES, max_ratio=1.91)
    two, _ = refit(media, folder=tmp_path / "2", **SIZES, max_ratio=1.91)

    assert one.path.read_bytes() == two.path.read_bytes()
    assert (one.path.name, one.sha256) == (two.path.name, two.sha256)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_rgb(tmp_path: Path, mode: str) -> None:
    """Scans, print files and old GIFs come in many kinds; a platform takes one."""
    if mode == "I;16":
        image = Image.new(mode, (400, 300), 32768)
    else:
        image = Image.new("L", (400, 300), 128).convert(mode)
    name = {"CMYK": "a.jpg", "P": "a.gif"}.get(mode, "a.png")

    made, _ = refit(measure(save(tmp_path, image, name)), folder=tmp_path, **SIZES)

    with Image.open(made.path) as opened:
        assert opened.mode == "RGB"
        mean = opened.convert("L").resize((1, 1)).getpixel((0, 0))
    assert abs(mean - 128) < 14  # type: ignore[operator]  # a grey pixel


def swapped_profile() -> bytes:
    """An RGB profile whose red is sRGB's green and the other way round."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # In the table of tags, four letters are followed by where the value lies and how long it is.
    red, green = (slice(data.index(tag) + 4, data.index(tag) + 12) for tag in (b"rXYZ", b"gXYZ"))
    swapped = bytearray(data)
    swapped[red], swapped[green] = data[green], data[red]
    return bytes(swapped)


def test_a_colour_profile_is_turned_into_srgb(tmp_path: Path) -> None:
    """Without the conversion a photo from a wide-gamut phone changes its colours."""
    image = Image.new("RGB", (400, 300), (255, 0, 0))
    media = measure(save(tmp_path, image, icc_profile=swapped_profile()))

    made, _ = refit(media, folder=tmp_path, **SIZES)

    with Image.open(made.path) as opened:
        assert "icc_profile" not in opened.info
        red, green, _ = opened.getpixel((9, 9))  # type: ignore[misc]  # an RGB pixel
    assert green > 240
    assert red < 15


def test_a_broken_colour_profile_is_left_aside(tmp_path: Path) -> None:
    """A profile that says nothing is no reason to refuse a good photo."""
    image = Image.new("RGB", (400, 300), (200, 0, 0))
    media = measure(save(tmp_path, image, icc_profile=b"no profile at all"))

    made, _ = refit(media, folder=tmp_path, **SIZES)

    assert made.width_px == 400


def test_a_picture_that_changed_since_it_was_measured_is_refused(tmp_path: Path) -> None:
    """What was approved is what goes out."""
    path = save(tmp_path, gradient())
    media = measure(path)
    save(tmp_path, gradient(401, 300))

    with pytest.raises(BriefError, match="has changed"):
        refit(media, folder=tmp_path / "out", **SIZES)


def test_alt_text_and_disclosure_go_with_the_picture(tmp_path: Path) -> None:
    """A converted picture is still the same picture to those who cannot see it."""
    media = measure(save(tmp_path, gradient()), alt_text="A boat", ai_generated=True)

    made, _ = refit(media, folder=tmp_path / "out", **SIZES)

    assert (made.alt_text, made.ai_generated) == ("A boat", True)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """A full disk ends in one line, not in half a picture."""
    media = measure(save(tmp_path, gradient()))

    with pytest.raises(StoreError, match="cannot be written"):
        refit(media, folder=media.path / "inside", **SIZES)


def test_limits_that_contradict_each_other_are_our_bug(tmp_path: Path) -> None:
    """They come from data of ours, so no person is told to change their brief."""
    media = measure(save(tmp_path, gradient()))

    with pytest.raises(ValueError, match="contradict"):
        refit(media, folder=tmp_path, max_bytes=1000, max_width_px=10, min_width_px=20)
