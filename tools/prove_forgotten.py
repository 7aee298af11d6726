"""The proof that something is forgotten: each table, store and file is searched for it."""

import asyncio
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from pressroom.storage.search import Hit, count_text_columns, search_tables
from pressroom.storage.spellings import spellings
from pressroom.storage.tables import metadata
from pressroom.tools.ports import Ports

_PIECE = 40
"""Characters: a long text may be spread over pages of a file, a piece of it rarely is."""
_BLOCK = 1 << 20


class Remains(BaseModel):
    """A place in which something still stands, and how often."""

    model_config = ConfigDict(frozen=True)

    place: str
    count: int
    why: str = ""
    goes_by_itself: bool = False
    """True where it is needed for a while and removed afterwards without being asked again."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was searched, and what was found."""

    searched: tuple[str, ...]
    remains: tuple[Remains, ...]
    notes: tuple[str, ...]


async def prove(
    ports: Ports,
    texts: Sequence[str],
    *,
    names: Sequence[str],
    files: Sequence[Path],
    under_way: Sequence[str],
    answering: bool,
) -> Proof:
    """Where *texts* still stand: in any table, the cache, the checkpoints, any of *files*.

    The cache is searched for *names* as well, by which the model's answers tell whom they are for.
    *under_way* are threads whose runs are not over; *answering*, an answer is being sent, and
    what was planned for it is still needed.
    """
    tables = metadata().sorted_tables
    shared = await _shared(ports, texts)
    own = [text for text in texts if text not in shared]
    async with ports.store.read() as session:
        hits = await search_tables(session, tables, own)
    remains = [_in_table(hit, answering=answering) for hit in hits]
    searched = [f"{len(tables)} tables ({count_text_columns(tables)} columns)", "the cache"]
    in_cache = await ports.cache.forget([*own, *names])
    if in_cache:
        remains.append(Remains(place="the cache", count=in_cache, why="it was written meanwhile"))
    if ports.threads is not None:
        searched.append("the checkpoints of all runs")
        holding = await ports.threads.holding(own)
        remains += [_in_thread(thread, under_way=thread in under_way) for thread in holding]
    in_files = await asyncio.to_thread(_search_files, files, own)
    folders = sorted({str(file.parent) for file in files})
    searched.append(f"{in_files.count} files in {', '.join(folders)}")
    if not remains:  # else they are what the stores above are made of
        remains += in_files.remains
    notes = [f"Other people wrote {len(shared)} of these texts too; theirs stay."]
    return Proof(tuple(searched), tuple(remains), tuple(notes if shared else ()))


def _in_table(hit: Hit, *, answering: bool) -> Remains:
    needed = answering and hit.table in ("effects", "effect_attempts")
    why = "an answer is being sent; they go when it is settled" if needed else ""
    place = f"{hit.table}.{hit.column}"
    return Remains(place=place, count=hit.rows, why=why, goes_by_itself=needed)


def _in_thread(thread: str, *, under_way: bool) -> Remains:
    why = "the run is under way; its checkpoints go when it is over" if under_way else ""
    return Remains(place=f"run {thread}", count=1, why=why, goes_by_itself=under_way)


async def _shared(ports: Ports, texts: Sequence[str]) -> set[str]:
    """Those of *texts* that stand in comments of others: they prove nothing, wherever they are."""
    comments = [table for table in metadata().sorted_tables if table.name == "comments"]
    shared: set[str] = set()
    async with ports.store.read() as session:
        if await search_tables(session, comments, texts):
            for text in texts:
                if await search_tables(session, comments, [text]):
                    shared.add(text)
    return shared


@dataclass(frozen=True, slots=True)
class _Files:
    count: int
    remains: tuple[Remains, ...]


def list_files(places: Sequence[Path], leave_out: Collection[Path] = ()) -> list[Path]:
    """Every file in *places*, each once, but for those of *leave_out*."""
    not_ours = {path.resolve() for path in leave_out}
    found = dict.fromkeys(file for place in places for file in _files(place))
    return [file for file in found if file.resolve() not in not_ours]


def _search_files(files: Sequence[Path], texts: Sequence[str]) -> _Files:
    pieces = [
        spelling.encode("utf-8", "replace")
        for text in texts
        for piece in _pieces(text)
        for spelling in spellings(piece)
    ]
    count, remains = 0, []
    for path in files:
        try:
            found = _holds(path, pieces)
        except FileNotFoundError:  # a journal that was folded in meanwhile
            continue
        except OSError as err:
            remains.append(Remains(place=str(path), count=0, why=f"cannot be read: {err.strerror}"))
            continue
        count += 1
        if found:
            remains.append(Remains(place=str(path), count=found))
    return _Files(count, tuple(remains))


def _pieces(text: str) -> Iterator[str]:
    if len(text) <= _PIECE:
        yield text
        return
    for start in (0, (len(text) - _PIECE) // 2, len(text) - _PIECE):
        yield text[start : start + _PIECE]


def _files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    for path in sorted(place.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _holds(path: Path, pieces: Sequence[bytes]) -> int:
    """How many of *pieces* are in the file."""
    longest = max((len(piece) for piece in pieces), default=1)
    found: set[bytes] = set()
    tail = b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            seen = tail + block
            found |= {piece for piece in pieces if piece in seen}
            tail = seen[-longest:]
    return len(found)
