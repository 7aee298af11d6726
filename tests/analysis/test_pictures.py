"""Pictures are measured as facts and made to fit without losing a part of them."""

import hashlib
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageChops, ImageCms, ImageColor, ImageDraw, ImageOps
from PIL.PngImagePlugin import PngInfo

from pressroom.analysis.pictures import MAX_FILE_BYTES, clean, measure, refit
from pressroom.errors import BriefError, StoreError

SIZES = {"max_bytes": 8_000_000, "max_width_px": 1440, "min_width_px": 320}


def gradient(width: int = 400, height: int = 300) -> Image.Image:
    """Red grows to the right and green downwards, so that every corner is known by its colour."""
    row = Image.linear_gradient("L")
    red, green = row.rotate(90).resize((width, height)), row.resize((width, height))
    return Image.merge("RGB", (red, green, Image.new("L", (width, height), 90)))


def save(folder: Path, image: Image.Image, name: str = "a.jpg", **options: object) -> Path:
    path = folder / name
    image.save(path, **options)  # type: ignore[arg-type]  # whatever Pillow's writer takes
    return path


def located(image: Image.Image, orientation: int = 1) -> Image.Exif:
    exif = image.getexif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (21.0, 1.0, 42.0)
    return exif


@pytest.mark.parametrize(
    ("form", "media_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("GIF", "image/gif"), ("WEBP", "image/webp")],
)
def test_a_picture_is_known_by_its_content(tmp_path: Path, form: str, media_type: str) -> None:
    """People rename files; platforms look inside."""
    path = save(tmp_path, gradient(), "wrong.txt", format=form)

    media = measure(path, alt_text="A gradient", ai_generated=True)

    assert (media.media_type, media.width_px, media.height_px) == (media_type, 400, 300)
    assert media.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert media.size_bytes == path.stat().st_size
    assert (media.alt_text, media.ai_generated) == ("A gradient", True)


def test_a_turned_photo_is_measured_as_people_see_it(tmp_path: Path) -> None:
    """Phones store photos lying, with a note how to turn them; what is seen is what counts."""
    image = gradient()

    media = measure(save(tmp_path, image, exif=located(image, orientation=6)))

    assert (media.width_px, media.height_px) == (300, 400)


def png_claiming(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        )

    header = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def as_bytes(form: str) -> bytes:
    out = BytesIO()
    gradient().save(out, form)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"just words", "is no JPEG, PNG, GIF or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no JPEG, PNG, GIF or WebP"),
        (b"", "is empty"),
        (as_bytes("JPEG")[:900], "is damaged or cut off"),
        (as_bytes("PNG")[:200], "is damaged or cut off"),
        (as_bytes("WEBP")[:60], "is damaged or cut off"),
        (as_bytes("GIF")[:40], "is damaged or cut off"),
        (png_claiming(10_000, 9_000), "more than 80 megapixels"),
        (png_claiming(50_000, 50_000), "more than 80 megapixels"),
    ],
)
def test_an_unusable_picture_is_named_with_the_reason(
    tmp_path: Path, data: bytes, says: str
) -> None:
    """One line says which file and why: nobody should have to open it to find out."""
    path = tmp_path / "boat.jpg"
    path.write_bytes(data)

    with pytest.raises(BriefError) as caught:
        measure(path)

    assert f"{path} " in str(caught.value)
    assert says in str(caught.value)
    assert caught.value.field == "media"
    assert "\n" not in str(caught.value)


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    """A folder, a gap and a device are told apart; a device is never read."""
    cases = {tmp_path: "is a folder", tmp_path / "gone.png": "does not exist",
             Path(os.devnull): "is no regular file", Path("a\0b"): "does not exist",
             Path("x" * 300): "cannot be read"}  # fmt: skip
    for path, says in cases.items():
        with pytest.raises(BriefError, match=says):
            measure(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    """A film given by mistake must not fill the memory."""
    path = tmp_path / "film.jpg"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)

    with pytest.raises(BriefError, match="larger than 64 MB"):
        measure(path)


def test_an_animation_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    """Most places show its first frame only, which is seldom what was meant."""
    frames = [gradient(), gradient().rotate(90)]
    path = save(tmp_path, frames[0], "a.gif", save_all=True, append_images=frames[1:])

    with pytest.raises(BriefError, match="is animated"):
        measure(path)
    assert measure(path, allow_animated=True).media_type == "image/gif"


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    data=st.data(),
    form=st.sampled_from(["JPEG", "PNG", "GIF", "WEBP"]),
    cut=st.integers(0, 4000),
)
def test_any_damage_gives_a_picture_or_one_clear_line(
    tmp_path: Path, data: st.DataObject, form: str, cut: int
) -> None:
    """A file that was damaged anywhere never ends in a traceback."""
    damaged = bytearray(as_bytes(form)[: cut + 20])
    for _ in range(data.draw(st.integers(0, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged"
    path.write_bytes(bytes(damaged))

    try:
        told = ""
        media = measure(path)
    except BriefError as err:
        told = str(err)
    else:
        assert media.width_px > 0

    assert "\n" not in told


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


FORMS = ["JPEG", "PNG", "WEBP", "GIF"]


def telling(folder: Path, form: str, orientation: int = 1) -> Path:
    """A picture that says where it was taken, in all the ways that its format has."""
    image = gradient().quantize() if form == "GIF" else gradient()
    options: dict[str, object] = {"format": form, "comment": b"at home"}
    if form == "PNG":
        notes = PngInfo()
        notes.add_text("Comment", "at home")
        notes.add_itxt("XML:com.adobe.xmp", "<x>at home</x>")
        options["pnginfo"] = notes
    if form in {"JPEG", "WEBP"}:
        options["xmp"] = b"<x>at home</x>"
    if form != "GIF":
        options["exif"] = located(image, orientation)
        options["icc_profile"] = PROFILE
    path = save(folder, image, f"a.{form.lower()}", **options)
    if form != "WEBP":
        path.write_bytes(path.read_bytes() + b"a film made at home")
    return path


PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@pytest.mark.parametrize("form", FORMS)
def test_a_clean_picture_tells_nothing_but_itself(tmp_path: Path, form: str) -> None:
    """Place and camera are nobody's business; pixels and colours stay to the bit."""
    own = measure(telling(tmp_path, form), alt_text="A gradient", ai_generated=True)
    before = own.path.read_bytes()

    made = clean(own, tmp_path / "media")

    assert b"at home" in before
    assert b"at home" not in made.path.read_bytes()
    with Image.open(made.path) as shown, Image.open(own.path) as first:
        assert not shown.getexif()
        assert shown.convert("RGB").tobytes() == first.convert("RGB").tobytes()
        assert shown.info.get("icc_profile") == first.info.get("icc_profile")
    again = measure(made.path, alt_text="A gradient", ai_generated=True)
    assert made == again
    assert clean(made, tmp_path / "media") == made
    assert own.path.read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_a_picture_without_metadata_is_left_alone(tmp_path: Path, form: str) -> None:
    """No second copy, no loss: the file itself is used."""
    image = gradient().quantize() if form == "GIF" else gradient()
    own = measure(save(tmp_path, image, "plain.bin", format=form))

    assert clean(own, tmp_path / "media") == own
    assert not (tmp_path / "media").exists()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_turned_photo_is_clean_and_upright(tmp_path: Path, form: str) -> None:
    """Without its note a photo that lies would be shown lying."""
    own = measure(telling(tmp_path, form, orientation=6))

    made = clean(own, tmp_path / "media")

    with Image.open(own.path) as first, Image.open(made.path) as shown:
        upright = ImageOps.exif_transpose(first).convert("RGB")
        assert shown.size == upright.size == (made.width_px, made.height_px) == (300, 400)
        difference = ImageChops.difference(upright, shown.convert("RGB"))
        assert max(high for _, high in difference.getextrema()) <= 24
        assert not shown.getexif()
    assert b"at home" not in made.path.read_bytes()


def test_a_progressive_photo_keeps_all_its_scans(tmp_path: Path) -> None:
    """Such a file has marks between its pixels; cutting at the first would leave half of it."""
    image = Image.effect_noise((200, 150), 90).convert("RGB")
    path = save(tmp_path, image, progressive=True, exif=located(image))

    made = clean(measure(path), tmp_path / "media")

    with Image.open(path) as first, Image.open(made.path) as shown:
        assert shown.tobytes() == first.tobytes()
        assert not shown.getexif()


def test_a_picture_that_changed_since_is_not_cleaned(tmp_path: Path) -> None:
    """What was checked is what goes out."""
    own = measure(telling(tmp_path, "JPEG"))
    save(tmp_path, gradient().rotate(180), own.path.name, format="JPEG")

    with pytest.raises(BriefError, match="has changed"):
        clean(own, tmp_path / "media")
