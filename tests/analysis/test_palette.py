"""Colours can be read whatever palette a brand has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.analysis.palette import (
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    Rgb,
    contrast,
    repair,
    scheme_of,
)
from pressroom.domain.content import Artwork, VisualVariant

colours = st.tuples(*[st.integers(0, 255)] * 3)
hexes = colours.map(lambda rgb: "#{:02x}{:02x}{:02x}".format(*rgb))


def artwork(primary: str, accent: str, background: str, text: str, emphasis: str) -> Artwork:
    variant = VisualVariant.model_validate(
        {"label": "A", "layout": "announcement", "headline": "h", "emphasis": emphasis}
    )
    return Artwork(
        variant=variant,
        brand_name="b",
        primary=primary,
        accent=accent,
        background=background,
        text=text,
        platform="x",
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [((0, 0, 0), (255, 255, 255), 21.0), ((255, 0, 0), (255, 0, 0), 1.0)],
)
def test_contrast_is_that_of_wcag(one: Rgb, other: Rgb, expected: float) -> None:
    """The limits come from WCAG, so the measure must be its measure."""
    assert contrast(one, other) == pytest.approx(expected)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


@given(hexes, hexes, hexes, hexes, st.sampled_from(["primary", "accent", "light"]))
def test_every_palette_gives_colours_that_can_be_read(
    primary: str, accent: str, background: str, text: str, emphasis: str
) -> None:
    """A brand with four greys still gets a picture that people can read."""
    scheme = scheme_of(artwork(primary, accent, background, text, emphasis))

    assert contrast(scheme.ink, scheme.ground) >= TEXT_CONTRAST
    assert contrast(scheme.quiet, scheme.ground) >= TEXT_CONTRAST
    assert contrast(scheme.on_accent, scheme.accent) >= TEXT_CONTRAST
    assert contrast(scheme.accent, scheme.ground) >= SHAPE_CONTRAST


def test_a_good_palette_is_used_as_it_is() -> None:
    """Repair is for palettes that need it; a brand's own colours are its face."""
    scheme = scheme_of(artwork("#1d3557", "#e76f51", "#f8f4ec", "#14213d", "primary"))

    assert (scheme.ground, scheme.ink) == ((0x1D, 0x35, 0x57), (0xF8, 0xF4, 0xEC))
    assert scheme.accent == (0xE7, 0x6F, 0x51)
    assert scheme.notes == ()


def test_a_repaired_palette_is_noted() -> None:
    """A designer who sees another colour than the brand's must learn why."""
    scheme = scheme_of(artwork("#777777", "#787878", "#808080", "#888888", "primary"))

    assert len(scheme.notes) == 2


@given(colours, colours)
def test_repair_never_makes_a_colour_harder_to_read(colour: Rgb, ground: Rgb) -> None:
    """The repaired colour reaches 4.5 on any ground: black or white always does."""
    assert contrast(repair(colour, ground, TEXT_CONTRAST), ground) >= TEXT_CONTRAST
