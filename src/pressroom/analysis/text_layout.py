"""Text set into a box: as large as fits, in lines of about equal length, never clipped."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[str, int], float]
"""The width in pixels of a text set in a size in pixels."""

_SOFT_HYPHEN = "\u00ad"
_BALANCE_STEPS = 9
_BREAK_AFTER = re.compile(r"(?<=[-–—/\u00ad])(?=\w)|(?<=[\u3040-\u30ff\u3400-\u9fff])(?=\S)")
"""Where a line may break without a space: after a dash or a slash, and between ideographs."""
_SYLLABLE = re.compile(
    r"(?:sch|[cpst]h|qu|[b-df-hj-np-tv-zßñç])(?=[aeiouyäöüáàâãéèêëíìîïóòôõúùûåæøœ])"
)
_WORTH_A_HYPHEN = 1.4
"""A long word is divided if the whole text can be this much larger for it."""
_MOST_PARTS = 2
"""Above the floor a word is divided once at most; a smaller size is better than two hyphens."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as it is set: its lines and their size."""

    lines: tuple[str, ...]
    size_px: int
    leading: float
    """Distance between baselines, as a multiple of the size."""
    is_cut: bool = False
    """Words were left out: even the smallest size was too large for the box."""
    is_split: bool = False
    """A word was divided: alone it was wider than the box."""

    @property
    def height_px(self) -> int:
        """The height of all lines together."""
        return round(len(self.lines) * self.size_px * self.leading)


@dataclass(frozen=True, slots=True)
class Room:
    """The room a text may take."""

    width_px: int
    height_px: int
    max_lines: int = 12


def fit(text: str, room: Room, sizes: Sequence[int], leading: float, measure: Measure) -> Fitted:
    """*text* in the largest of *sizes* (largest first) that fits *room*, its lines balanced.

    A word wider than the room is divided where that makes the text much larger. The last
    size is the floor: a text still too tall ends in an ellipsis. An empty text has no lines.
    """
    pieces = _pieces(text)
    if not pieces:
        return Fitted((), sizes[-1], leading)
    whole = _fit_whole(pieces, room, sizes, leading, measure)
    if room.max_lines > 1 and (whole is None or whole.size_px < sizes[0]):
        divided = _fit_divided(pieces, room, sizes, leading, measure)
        if divided and (whole is None or divided.size_px >= _WORTH_A_HYPHEN * whole.size_px):
            return divided
    return whole or _cut(pieces, room, sizes[-1], leading, _at(measure, sizes[-1]))


def _at(measure: Measure, size: int) -> Callable[[str], float]:
    return lambda text: measure(text, size)


def _max_lines(room: Room, size: int, leading: float) -> int:
    return max(min(room.max_lines, int(room.height_px / (size * leading))), 1)


def _pieces(text: str) -> list[str]:
    """The text cut where lines may break; a piece that ends a word ends in a space."""
    pieces = []
    for word in text.split():
        parts = _BREAK_AFTER.split(word)
        pieces += [*parts[:-1], f"{parts[-1]} "]
    return pieces


def _shown(line: str) -> str:
    """A line as it is drawn: soft hyphens are seen only at its end."""
    body = line.strip()
    ends_soft = body.endswith(_SOFT_HYPHEN)
    return body.replace(_SOFT_HYPHEN, "") + ("-" if ends_soft else "")


def _wrap(
    pieces: Sequence[str], width: float, width_of: Callable[[str], float]
) -> list[str] | None:
    """Lines filled one after the other; None where a piece alone is wider than *width*."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and width_of(_shown(lines[-1] + piece)) > width:
            lines.append("")
        lines[-1] += piece
        if width_of(_shown(lines[-1])) > width:
            return None
    return lines


def _balance(
    pieces: Sequence[str], lines: list[str], width: int, width_of: Callable[[str], float]
) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that holds them."""
    narrow, wide = width / len(lines) / 2, float(width)
    for _ in range(_BALANCE_STEPS):
        middle = (narrow + wide) / 2
        tried = _wrap(pieces, middle, width_of)
        if tried is not None and len(tried) <= len(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return tuple(_shown(line) for line in lines)


def _fit_whole(
    pieces: Sequence[str], room: Room, sizes: Sequence[int], leading: float, measure: Measure
) -> Fitted | None:
    """The largest size that fits with every word whole."""
    for size in sizes:
        width_of = _at(measure, size)
        lines = _wrap(pieces, room.width_px, width_of)
        if lines is not None and len(lines) <= _max_lines(room, size, leading):
            return Fitted(_balance(pieces, lines, room.width_px, width_of), size, leading)
    return None


def _fit_divided(
    pieces: Sequence[str], room: Room, sizes: Sequence[int], leading: float, measure: Measure
) -> Fitted | None:
    """The largest size that fits once words wider than the room are divided."""
    for size in sizes:
        width_of = _at(measure, size)
        parts = [_divide(piece, room.width_px, width_of) for piece in pieces]
        if size > sizes[-1] and max(map(len, parts)) > _MOST_PARTS:
            continue
        whole = [part for divided in parts for part in divided]
        lines = _wrap(whole, room.width_px, width_of)
        if lines is not None and len(lines) <= _max_lines(room, size, leading):
            shown = tuple(map(_shown, lines))
            return Fitted(shown, size, leading, is_split=len(whole) > len(pieces))
    return None


def _cut(
    pieces: Sequence[str], room: Room, size: int, leading: float, width_of: Callable[[str], float]
) -> Fitted:
    """As many whole lines as the room holds, the last one ending in an ellipsis."""
    most = _max_lines(room, size, leading)
    if room.max_lines > 1:
        pieces = [part for piece in pieces for part in _divide(piece, room.width_px, width_of)]
    lines: list[str] = []
    rest = list(pieces)
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and width_of(_shown("".join(rest[: taken + 1]))) <= room.width_px:
            taken += 1
        lines.append(_shown("".join(rest[:taken])))
        rest = rest[taken:]
    last = _shorten(_shown("".join(rest)), room.width_px, width_of)
    return Fitted((*lines, last), size, leading, is_cut=True)


def _divide(piece: str, width: float, width_of: Callable[[str], float]) -> list[str]:
    """A piece in parts that are no wider than *width*, divided with hyphens."""
    parts = []
    while len(piece.strip()) > 1 and width_of(_shown(piece)) > width:
        most = 1
        while width_of(_shown(piece[: most + 1] + _SOFT_HYPHEN)) <= width:
            most += 1
        at = _division(piece, most)
        parts.append(piece[:at] + _SOFT_HYPHEN)
        piece = piece[at:]
    return [*parts, piece]


def _division(word: str, most: int) -> int:
    """Where to divide a word within its first *most* letters: where a syllable seems to begin.

    That is before a consonant and a vowel in most languages; with none in the last half,
    the last place that fits.
    """
    starts = (found.start() for found in _SYLLABLE.finditer(word.lower()))
    nearest = max((at for at in starts if at <= min(most, len(word.strip()) - 3)), default=0)
    return nearest if nearest > most // 2 else most


def _shorten(line: str, width: float, width_of: Callable[[str], float]) -> str:
    words = line.rstrip(" ,;:.-–—")
    while words and width_of(f"{words}…") > width:
        words = words[:-1].rstrip(" ,;:.-–—")
    return f"{words}…"
