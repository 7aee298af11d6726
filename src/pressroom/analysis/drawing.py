"""Artwork drawn: the stage set in the brand's colours, the words cleaned, the layout filled."""

from pathlib import Path

from PIL import Image

from pressroom.analysis.elements import Words
from pressroom.analysis.encoding import upright_rgb
from pressroom.analysis.layouts import draw as fill
from pressroom.analysis.opening import open_picture
from pressroom.analysis.palette import scheme_of
from pressroom.analysis.stage import Stage
from pressroom.analysis.typeface import FontBook
from pressroom.domain.content import Artwork


def draw(artwork: Artwork, size: tuple[int, int], fonts: FontBook) -> Stage:
    """The stage with *artwork* drawn on it in *size*, and notes on what was changed.

    Raises:
        BriefError: The photo cannot be used.
    """
    scheme = scheme_of(artwork)
    stage = Stage(Image.new("RGB", size, scheme.ground), scheme, fonts, notes=list(scheme.notes))
    photo = upright_rgb(open_picture(Path(artwork.photo)).image) if artwork.photo else None
    words = _clean_words(artwork, fonts, stage.notes)
    fill(artwork.variant.layout, stage, words, photo)
    return stage


def _clean_words(artwork: Artwork, fonts: FontBook, notes: list[str]) -> Words:
    variant = artwork.variant
    clean = {}
    for part, text in (
        ("headline", variant.headline),
        ("subline", variant.subline),
        ("button", variant.button),
        ("brand name", artwork.brand_name),
    ):
        clean[part], changes = fonts.clean(text, part)
        notes += changes
    if not clean["headline"]:
        notes.append(
            "The headline has no character that the installed fonts can draw: the brand's name "
            "stands in its place. Install a fontpkg-noto-sans-* package for its script."
        )
        clean["headline"] = clean["brand name"]
    return Words(clean["headline"], clean["subline"], clean["button"], clean["brand name"])
