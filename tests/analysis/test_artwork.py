"""Drawn pictures are posts: right size and form, nothing clipped, every text readable."""

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from pressroom.analysis.artwork import FORMATS, LocalRenderer
from pressroom.analysis.drawing import draw
from pressroom.analysis.palette import TEXT_CONTRAST
from pressroom.analysis.stage import Placed, Stage
from pressroom.analysis.typeface import FontBook
from pressroom.domain.content import Artwork, VisualLayout
from pressroom.domain.platform import PLATFORMS, Platform
from pressroom.errors import BriefError, StoreError

LAYOUTS: tuple[VisualLayout, ...] = get_args(VisualLayout)
FONTS = FontBook()


def artwork(
    headline: str = "Lantern-lit evenings on the river",
    *,
    layout: str = "announcement",
    platform: str = "instagram",
    subline: str = "Every full moon, from six o'clock",
    button: str = "See the dates",
    photo: Path | None = None,
    **colours: str,
) -> Artwork:
    palette = {
        "primary": "#1d3557",
        "accent": "#e76f51",
        "background": "#f8f4ec",
        "text": "#14213d",
    }
    emphasis = colours.pop("emphasis", "primary")
    return Artwork.model_validate(
        {
            "variant": {
                "label": "A",
                "layout": layout,
                "headline": headline,
                "subline": subline,
                "button": button,
                "emphasis": emphasis,
            },
            "brand_name": "River & Sons",
            "platform": platform,
            "photo": str(photo or ""),
            **palette,
            **colours,
        }
    )


def stage_of(work: Artwork) -> Stage:
    shape = FORMATS[work.platform]
    return draw(work, (shape.width_px, shape.height_px), FONTS)


def shown(stage: Stage, *names: str) -> str:
    return " ".join(spot.line for spot in stage.placed if spot.name in names)


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hard photo: black and white in turns, so that no single ink reads on it."""
    image = Image.new("RGB", (900, 700), "white")
    pen = ImageDraw.Draw(image)
    for left in range(0, 900, 60):
        pen.rectangle((left, 0, left + 29, 700), fill="black")
    path = tmp_path_factory.mktemp("photo") / "stripes.png"
    image.save(path)
    return path


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_picture_has_the_form_its_platform_takes(tmp_path: Path, platform: Platform) -> None:
    """A wrong size is cropped, a wrong type refused, and metadata tells what it should not."""
    media, _ = LocalRenderer().render(artwork(platform=platform), tmp_path)

    with Image.open(media.path) as image:
        assert (image.format, image.mode, image.size) == (
            "JPEG",
            "RGB",
            (media.width_px, media.height_px),
        )
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    shape = FORMATS[platform]
    assert (media.width_px, media.height_px) == (shape.width_px, shape.height_px)
    assert media.path.stat().st_size == media.size_bytes <= shape.max_bytes
    assert 0.8 <= media.aspect_ratio <= 1.91


def test_the_same_artwork_gives_the_same_bytes(tmp_path: Path) -> None:
    """A run that resumes draws again, and must find the picture it had, not another one."""
    first, _ = LocalRenderer().render(artwork(), tmp_path / "one")
    again, _ = LocalRenderer().render(artwork(), tmp_path / "two")
    other, _ = LocalRenderer().render(artwork("Another headline"), tmp_path / "two")

    assert first.path.read_bytes() == again.path.read_bytes()
    assert (first.sha256, first.path.name) == (again.sha256, again.path.name)
    assert other.sha256 != first.sha256


def inside(spot: Placed, stage: Stage) -> bool:
    return (
        spot.box.left >= 0
        and spot.box.top >= 0
        and spot.box.right <= stage.image.width
        and spot.box.bottom <= stage.image.height
    )


def overlap(one: Placed, other: Placed) -> bool:
    return (
        one.box.left < other.box.right
        and other.box.left < one.box.right
        and one.box.top < other.box.bottom
        and other.box.top < one.box.bottom
    )


headlines = st.one_of(
    st.text("abc dEWgjyÄßẾ–,.%€5", min_size=1, max_size=80),
    st.sampled_from(
        [
            "W" * 80,
            "WWWWWWWWWWWWWWWW " * 4 + "WWWWWWWWWWWW",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützen jetzt im Sonderangebot",
            "25% off all kayak tours",
            "Only now: all for 49,90 €",
            "Khám phá mùa hè rực rỡ giữa phố cổ đèn lồng",
            "Ok",
        ]
    ),
)
hexes = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")


@st.composite
def works(draw_from: st.DrawFn) -> Artwork:
    """Any words in any layout and palette; `photo` stands where a photo is to go."""
    sublines = ["", "Short", "One thing; two things; three things", "m" * 140,
                "Until Friday, and for children under twelve it is free " * 2]  # fmt: skip
    names = ("primary", "accent", "background", "text")
    work = artwork(
        draw_from(headlines),
        layout=draw_from(st.sampled_from(LAYOUTS)),
        platform=draw_from(st.sampled_from(PLATFORMS)),
        subline=draw_from(st.sampled_from(sublines)),
        button=draw_from(st.sampled_from(["", "Book", "W" * 30])),
        emphasis=draw_from(st.sampled_from(["primary", "accent", "light"])),
        **{name: draw_from(hexes) for name in names},
    )
    return work.model_copy(update={"photo": draw_from(st.sampled_from(["", "photo"]))})


@settings(max_examples=40, deadline=None)
@given(work=works())
def test_every_text_is_whole_inside_and_readable(photo: Path, work: Artwork) -> None:
    """Whatever a model writes and a brand chooses: the headline is whole, nothing collides."""
    if work.photo:
        work = work.model_copy(update={"photo": str(photo)})

    stage = stage_of(work)

    assert not any("headline was shortened" in note for note in stage.notes)
    assert all(inside(spot, stage) for spot in stage.placed)
    assert not [
        (one.line, other.line)
        for index, one in enumerate(stage.placed)
        for other in stage.placed[index + 1 :]
        if one.name != other.name and overlap(one, other)
    ]
    assert min(spot.contrast for spot in stage.placed) >= TEXT_CONTRAST


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_whole_headline_is_on_the_picture(layout: str) -> None:
    """Each layout sets the words in its own way; none may lose one."""
    stage = stage_of(artwork("25% off all kayak tours", layout=layout))

    assert shown(stage, "figure", "headline") == "25% off all kayak tours"
    assert "River & Sons" in shown(stage, "brand name")


def test_the_layouts_and_emphases_differ_to_the_eye() -> None:
    """An A/B test of two pictures that look alike measures nothing."""
    pictures = {
        stage_of(artwork(layout=layout, emphasis=emphasis)).image.resize((32, 40)).tobytes()
        for layout in LAYOUTS
        for emphasis in ("primary", "accent", "light")
    }

    # A list without items is an announcement.
    assert len(pictures) == 3 * (len(LAYOUTS) - 1)


def test_a_list_numbers_its_items() -> None:
    """Items are read from the subline, whichever way they are parted."""
    for subline in ("Sun; sea; shade", "Sun | sea | shade", "• Sun • sea • shade"):
        stage = stage_of(artwork(layout="list", subline=subline))
        assert shown(stage, "item") == "Sun sea shade"
        assert shown(stage, "number") == "1 2 3"


def test_characters_without_a_glyph_are_replaced_or_left_out_with_a_note() -> None:
    """An empty box in a headline is seen by everybody but the program that drew it."""
    stage = stage_of(artwork("Hi 🎉👨‍👩‍👧 𝗳𝗿𝗼𝗺 → us", subline="", button=""))

    assert shown(stage, "headline") == "Hi from › us"
    assert any("left out: 🎉" in note for note in stage.notes)
    assert any("replaced: 𝗳" in note for note in stage.notes)


def test_a_script_that_no_font_has_leaves_the_brands_name_and_a_note() -> None:
    """A picture without a headline would say nothing; the note says which package helps."""
    stage = stage_of(artwork("夏のセール", subline="", button=""))

    assert shown(stage, "headline") == "River & Sons"
    assert any("fontpkg-noto-sans" in note for note in stage.notes)


def test_greek_cyrillic_and_vietnamese_are_drawn_from_the_packaged_fonts() -> None:
    """Be Vietnam Pro lacks Greek and Cyrillic; Noto Sans steps in without a word."""
    stage = stage_of(artwork("Καλημέρα, привет, xin chào", subline="", button=""))

    assert shown(stage, "headline") == "Καλημέρα, привет, xin chào"
    assert stage.notes == []


def test_an_unusable_photo_is_refused_by_name(tmp_path: Path) -> None:
    """A picture without the photo that was asked for must not go out instead."""
    path = tmp_path / "note.jpg"
    path.write_text("no picture")

    with pytest.raises(BriefError, match=r"note\.jpg is no JPEG"):
        LocalRenderer().render(artwork(layout="photo", photo=path), tmp_path)


def test_a_missing_photo_is_drawn_and_noted() -> None:
    """The photo layout works without a photo, and says that none was given."""
    assert any("No photo" in note for note in stage_of(artwork(layout="photo")).notes)


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """A full disk or a read-only folder ends in one line, and leaves no half file."""
    blocked = tmp_path / "file"
    blocked.write_text("")

    with pytest.raises(StoreError, match="cannot be written") as caught:
        LocalRenderer().render(artwork(), blocked / "pictures")
    assert caught.value.fix


def test_only_the_finished_picture_is_left_in_the_folder(tmp_path: Path) -> None:
    """A media host that lists the folder must never find a draft."""
    media, _ = LocalRenderer().render(artwork(), tmp_path)

    assert list(tmp_path.iterdir()) == [media.path]


def test_without_pillow_drawing_says_what_to_install(tmp_path: Path) -> None:
    """The extra is optional: the package imports without it, and drawing names the command."""
    script = (
        "import sys\n"
        "sys.modules['PIL'] = None\n"
        "from pathlib import Path\n"
        "from pressroom.analysis.artwork import LocalRenderer\n"
        "from pressroom.analysis.pictures import measure\n"
        "from pressroom.domain.content import Artwork\n"
        "from pressroom.errors import SettingsError\n"
        f"work = Artwork.model_validate_json({artwork().model_dump_json()!r})\n"
        "for act in (lambda: LocalRenderer().render(work, Path()), lambda: measure(Path('a'))):\n"
        "    try:\n"
        "        act()\n"
        "    except SettingsError as err:\n"
        "        print(err.fix)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )

    assert done.stdout.splitlines() == ['Run: pip install "pressroom[images]"'] * 2
