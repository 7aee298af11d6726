"""Colours that can be read: a brand's palette turned into grounds, inks and accents.

Contrast is that of WCAG 2.2 (success criterion 1.4.3): 4.5 is asked of every text, whatever
its size, because a picture in a feed is seen small.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.domain.content import Artwork

Rgb = tuple[int, int, int]

TEXT_CONTRAST = 4.5
"""The least contrast of a text against what is behind it."""
REPAIRED_CONTRAST = 7.0
"""What a repaired text colour is given: more than the least, which looks faint."""
SHAPE_CONTRAST = 2.0
"""The least contrast of an accent shape against its ground: seen at a glance, never read."""

WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
_NEAR_BLACK: Rgb = (18, 18, 22)
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one picture; every text colour is legible on the colour it is for."""

    ground: Rgb
    ink: Rgb
    """For text on the ground."""
    quiet: Rgb
    """For small text on the ground; softer than the ink."""
    tint: Rgb
    """For shapes that only just stand out from the ground."""
    accent: Rgb
    """For the one thing that stands out."""
    on_accent: Rgb
    """For text on the accent."""
    notes: tuple[str, ...] = ()


def parse_colour(text: str) -> Rgb:
    """The red, green and blue of `#rrggbb`."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def luminance(colour: Rgb) -> float:
    """How light a colour is to the eye, from 0.0 (black) to 1.0 (white)."""
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of two colours, from 1.0 (equal) to 21.0 (black on white)."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    """*one* with *share* (0.0 to 1.0) of *other* in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def repair(colour: Rgb, ground: Rgb, ratio: float) -> Rgb:
    """*colour* made lighter or darker, no more than needed, until it stands out from *ground*.

    Black or white always reaches 4.5, whatever the ground; a higher *ratio* gives the
    better of the two.
    """
    end = max(WHITE, BLACK, key=lambda extreme: contrast(extreme, ground))
    tries = (mix(colour, end, step / _STEPS) for step in range(_STEPS + 1))
    return next((one for one in tries if contrast(one, ground) >= ratio), end)


def legible(wanted: Sequence[Rgb], ground: Rgb) -> Rgb:
    """The first of the *wanted* colours that can be read on *ground*, or the first repaired."""
    fitting = (colour for colour in wanted if contrast(colour, ground) >= TEXT_CONTRAST)
    return next(fitting, repair(wanted[0], ground, REPAIRED_CONTRAST))


def noticeable(wanted: Sequence[Rgb], ground: Rgb) -> Rgb:
    """The first of the *wanted* colours that a shape on *ground* can have, or one repaired."""
    fitting = (colour for colour in wanted if contrast(colour, ground) >= SHAPE_CONTRAST)
    return next(fitting, repair(wanted[0], ground, SHAPE_CONTRAST))


def scheme_of(artwork: Artwork) -> Scheme:
    """The colours in which *artwork* is drawn, repaired where the palette cannot be read."""
    primary, accent = parse_colour(artwork.primary), parse_colour(artwork.accent)
    paper, text = parse_colour(artwork.background), parse_colour(artwork.text)
    emphasis = artwork.variant.emphasis
    ground = {"primary": primary, "accent": accent, "light": paper}[emphasis]
    inks = [text, primary, paper] if emphasis == "light" else [paper, text, WHITE]
    return compose_scheme(
        ground, inks, accents=[primary, paper, text] if emphasis == "accent" else [accent, paper]
    )


def compose_scheme(ground: Rgb, inks: Sequence[Rgb], accents: Sequence[Rgb]) -> Scheme:
    """A scheme on *ground* with the first of *inks* and *accents* that stand out from it."""
    ink = legible(inks, ground)
    accent = noticeable(accents, ground)
    notes = []
    if ink not in inks:
        notes.append("The text's colour was changed: the palette's cannot be read on this ground.")
    if accent not in accents:
        notes.append("The accent was changed: the palette's does not stand out from the ground.")
    return Scheme(
        ground=ground,
        ink=ink,
        quiet=legible([mix(ink, ground, 0.25), ink], ground),
        tint=mix(ground, ink, 0.10),
        accent=accent,
        on_accent=legible([*inks, WHITE, _NEAR_BLACK], accent),
        notes=tuple(notes),
    )
