"""Pictures drawn here, without any service: a variant in the brand's colours, ready to post."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pressroom.analysis.pictures import missing_extra
from pressroom.domain.content import Artwork
from pressroom.domain.media import MediaFile
from pressroom.domain.platform import TITLES, Platform
from pressroom.errors import BriefError

if TYPE_CHECKING:
    from pressroom.analysis.typeface import FontBook


@dataclass(frozen=True, slots=True)
class Format:
    """What a platform shows at its best: pixels and the largest file."""

    width_px: int
    height_px: int
    max_bytes: int


FORMATS: dict[Platform, Format] = {
    # A photo posted to a Page is shown as uploaded; 4:5 is the tallest shape that the feed does
    # not crop, so it has the most room on a phone. 1200x630 is the shape of link previews,
    # which are not uploaded. Above 4 MB Facebook advises against (photos reference, 2026-11).
    "facebook": Format(1080, 1350, 4_000_000),
    # 4:5 is the tallest ratio that the publishing API takes; at most 8 MiB and 1440 wide.
    "instagram": Format(1080, 1350, 8_000_000),
    # 16:9 is shown whole in the timeline; an image may have 5 MB.
    "x": Format(1600, 900, 5_000_000),
}


class LocalRenderer:
    """Draws artwork with Pillow and packaged fonts; the `images` extra brings both."""

    def __init__(self) -> None:
        self._fonts: FontBook | None = None

    def render(self, artwork: Artwork, folder: Path) -> tuple[MediaFile, list[str]]:
        """Draw *artwork* into *folder* as a JPEG in its platform's format.

        The notes say what was changed so that everything fits and can be read. The same
        artwork gives the same bytes wherever the same fonts and Pillow are installed. It
        computes for up to a second: call it in a thread.

        Raises:
            SettingsError: Pillow or the fonts are not installed.
            BriefError: The artwork's photo cannot be used.
            StoreError: The folder cannot be written to.
        """
        try:
            # Both come with an extra and are missing at most until something is drawn.
            from pressroom.analysis.drawing import draw  # noqa: PLC0415
            from pressroom.analysis.encoding import encode_jpeg, keep_picture  # noqa: PLC0415
            from pressroom.analysis.typeface import FontBook  # noqa: PLC0415

            self._fonts = self._fonts or FontBook()
        except ModuleNotFoundError as err:
            raise missing_extra(err) from err
        shape = FORMATS[artwork.platform]
        size = (shape.width_px, shape.height_px)
        stage = draw(artwork, size, self._fonts)
        encoded = encode_jpeg(stage.image, shape.max_bytes)
        if encoded is None:
            raise BriefError(
                f"The picture for {TITLES[artwork.platform]} is larger than "
                f"{shape.max_bytes:,} bytes even at the lowest quality.",
                field="photo",
                fix="Use a photo with less grain.",
            )
        data, _ = encoded
        stem = f"{artwork.platform}-{artwork.variant.label.lower()}"
        return keep_picture(data, size, folder, stem), list(dict.fromkeys(stage.notes))
