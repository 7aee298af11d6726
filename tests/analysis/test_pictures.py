"""Pictures are measured as facts, and cleaned of what they would tell."""

import hashlib
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo

from pressroom.analysis.pictures import MAX_FILE_BYTES, clean, measure
from pressroom.errors import BriefError
from tests.analysis.photos import gradient, located, save


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
