"""Faces that draw every character they are given, from the fonts that packages bring.

Text is set in Be Vietnam Pro; what it lacks is taken from Noto Sans, then from any other
`fontpkg-*` family that is installed (`fontpkg-noto-sans-arabic`, `-thai` …). What none of
them has is replaced or left out, with a note, before anything is drawn.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import fontpkg
from fontpkg.errors import FontpkgError
from PIL import Image, ImageDraw, ImageFont, features

from pressroom.analysis.glyphs import covered
from pressroom.analysis.palette import Rgb

FIRST_CHOICE = "be-vietnam-pro"
SECOND_CHOICE = "noto-sans"

_JOINERS = frozenset("\u200c\u200d")
_LOOKALIKES = {"→": "›", "←": "‹", "⇒": "›", "✓": "·", "✔": "·", "★": "*", "■": "·", "●": "•"}
"""Plain characters in place of some that few text fonts have."""


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    font: ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Face:
    """One weight in one size, with the fonts that step in for missing characters."""

    fonts: tuple[tuple[ImageFont.FreeTypeFont, frozenset[int]], ...]
    size_px: int

    @cached_property
    def cap_px(self) -> int:
        """Height of a plain capital above the baseline."""
        return int(-self.fonts[0][0].getbbox("H", anchor="ls")[1])

    def width(self, text: str) -> float:
        """How far *text* reaches on the line."""
        return float(sum(run.font.getlength(run.text) for run in self._runs(text)))

    def bounds(self, text: str) -> tuple[int, int, int, int]:
        """What *text* covers: left, top, right, bottom, from its left end on the baseline."""
        boxes, x = [], 0.0
        for run in self._visual_runs(text):
            left, top, right, bottom = run.font.getbbox(run.text, anchor="ls")
            boxes.append((x + left, top, x + right, bottom))
            x += run.font.getlength(run.text)
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return math.floor(min(lefts)), int(min(tops)), math.ceil(max(rights)), int(max(bottoms))

    def draw(self, image: Image.Image, at: tuple[float, float], text: str, colour: Rgb) -> None:
        """Draw one line with its left end and its baseline at *at*."""
        pen = ImageDraw.Draw(image)
        x, baseline = at
        for run in self._visual_runs(text):
            pen.text((x, baseline), run.text, fill=colour, font=run.font, anchor="ls")
            x += run.font.getlength(run.text)

    def _visual_runs(self, text: str) -> list[_Run]:
        """The runs from left to right; a space between two directions stands alone."""
        runs = list(self._runs(text))
        if not reads_leftwards(text):
            return runs
        apart = [
            _Run(part, run.font)
            for run in runs
            for part in re.split(r"(^ +|(?<! ) +$)", run.text)
            if part
        ]
        return apart[::-1]

    def _runs(self, text: str) -> Iterator[_Run]:
        start, current = 0, self._font_of(text[:1])
        for index, character in enumerate(text):
            follows = character == " " or character in _JOINERS or unicodedata.combining(character)
            font = current if follows else self._font_of(character)
            if font is not current:
                yield _Run(text[start:index], current)
                start, current = index, font
        if text[start:]:
            yield _Run(text[start:], current)

    def _font_of(self, character: str) -> ImageFont.FreeTypeFont:
        point = ord(character) if character else 0
        return next((font for font, points in self.fonts if point in points), self.fonts[0][0])


@dataclass
class FontBook:
    """The installed fonts; keeps what it has read."""

    _faces: dict[tuple[int, int], Face] = field(default_factory=dict)
    _coverage: dict[Path, frozenset[int]] = field(default_factory=dict)

    def face(self, weight: int, size_px: int) -> Face:
        """The face of a weight (100 to 900) in a size."""
        key = (weight, size_px)
        if key not in self._faces:
            pairs = [
                (_load(path, weight, size_px), self._covered(path)) for path in self._paths(weight)
            ]
            self._faces[key] = Face(tuple(pairs), size_px)
        return self._faces[key]

    def clean(self, text: str, part: str) -> tuple[str, list[str]]:
        """*text* with only characters that can be drawn, and notes on what was changed.

        *part* names the text in the notes (`headline`).
        """
        kept, replaced, dropped = "", "", ""
        for character in unicodedata.normalize("NFC", text):
            if character.isspace():
                kept += " "
            elif self._draws(character) or _joins(character, kept):
                kept += character
            elif stand_in := self._stand_in(character):
                kept, replaced = kept + stand_in, replaced + character
            elif not _is_invisible(character):
                dropped += character
        clean = " ".join(kept.split())
        return clean, [*_notes(part, replaced, dropped), *self._script_notes(part, clean)]

    def _draws(self, character: str) -> bool:
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}:
            return character == "\u00ad"
        return any(ord(character) in self._covered(path) for path in self._paths(400))

    def _stand_in(self, character: str) -> str:
        plain = _LOOKALIKES.get(character) or unicodedata.normalize("NFKC", character)
        return plain if plain != character and all(map(self._draws, plain)) else ""

    def _script_notes(self, part: str, text: str) -> list[str]:
        if features.check("raqm") or not any(map(_needs_shaping, text)):
            return []
        return [f"The {part} needs text shaping that this Pillow lacks (Raqm); check how it reads."]

    def _covered(self, path: Path) -> frozenset[int]:
        if path not in self._coverage:
            self._coverage[path] = covered(path)
        return self._coverage[path]

    def _paths(self, weight: int) -> list[Path]:
        return [fontpkg.path(slug, weight, nearest=True) for slug in self._families]

    @cached_property
    def _families(self) -> list[str]:
        installed = fontpkg.families()
        if FIRST_CHOICE not in installed or SECOND_CHOICE not in installed:
            raise FontpkgError(f"{FIRST_CHOICE} or {SECOND_CHOICE} is not installed")
        others = sorted(set(installed) - {FIRST_CHOICE, SECOND_CHOICE})
        return [FIRST_CHOICE, SECOND_CHOICE, *others]


def reads_leftwards(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    directions = map(unicodedata.bidirectional, text)
    return next((one != "L" for one in directions if one in {"L", "R", "AL"}), False)


def _load(path: Path, weight: int, size_px: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(path, size_px)
    if "[" in path.name:  # the naming of variable fonts: Family[axis,axis].ttf
        axes = font.get_variation_axes()
        wanted = [weight if one["name"] == b"Weight" else one["default"] or 0 for one in axes]
        font.set_variation_by_axes([float(value) for value in wanted])
    return font


def _joins(character: str, before: str) -> bool:
    """Whether it is a joiner inside a script whose letters change shape with it."""
    return character in _JOINERS and bool(before) and _needs_shaping(before[-1])


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Mn", "Me"}


def _needs_shaping(character: str) -> bool:
    return unicodedata.bidirectional(character) in {"R", "AL"} or (
        "\u0900" <= character <= "\u0dff" or "\u1780" <= character <= "\u17ff"
    )


def _notes(part: str, replaced: str, dropped: str) -> list[str]:
    notes = []
    if replaced:
        notes.append(f"The {part} had characters no font here has; replaced: {_listed(replaced)}.")
    if dropped:
        notes.append(f"The {part} had characters no font here has; left out: {_listed(dropped)}.")
    return notes


def _listed(characters: str) -> str:
    distinct = list(dict.fromkeys(characters))
    shown = " ".join(distinct[:8])
    return f"{shown} and {len(distinct) - 8} more" if len(distinct) > 8 else shown
