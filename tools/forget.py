"""Forgetting somebody, or one comment: everywhere that we keep anything, and the proof of it.

Of a forgotten comment its id and the time stay, so that no late webhook and no listing brings
it back; of a person a hash. On the platform itself nothing is deleted: that is the writer's
own to do.
"""

import asyncio
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from pressroom.domain.comment import Comment, CommentChange, CommentRef, parse_ref
from pressroom.errors import InputError
from pressroom.storage.comment_changes import apply_changes
from pressroom.storage.comments import get_comments
from pressroom.storage.dialects import session_now
from pressroom.storage.forgetting import (
    count_open,
    due_to_forget,
    empty_records,
    finish_forgetting,
    heard_words,
    refs_of,
)
from pressroom.storage.forgotten import (
    note_threads,
    noted_threads,
    remember_forgotten,
    strike_threads,
)
from pressroom.storage.runs import get_run
from pressroom.tools.ports import Ports
from pressroom.tools.prove_forgotten import Remains, list_files, prove

SHORTEST = 6
"""Shorter texts (`ok`, `Ann`) stand everywhere and prove nothing: they are not searched for."""
SHORTEST_ID = 8
RESTARTABLE = ("comments",)
"""Graphs whose runs may begin again from their input at any time: what they do is keyed by the
comment. A content run that did would make another post."""


class ForgetInput(BaseModel):
    """Who or what is to be forgotten, as `PLATFORM:ID`; exactly one of the two."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    user: str = ""
    """The author's id on the platform; on Instagram and X also `@handle`."""
    comment: str = ""


class ForgetReport(BaseModel):
    """What was removed, where it was searched for, and what is left."""

    model_config = ConfigDict(frozen=True)

    comments: tuple[CommentRef, ...]
    removed: dict[str, int]
    """Store → rows, values, threads that were emptied or deleted."""
    searched: tuple[str, ...]
    """Where the words and names were looked for afterwards."""
    remains: tuple[Remains, ...] = ()
    """Where they still stand: nothing, where all went well."""
    notes: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether nothing that was the person's is left here."""
        return not self.remains

    @property
    def is_pending(self) -> bool:
        """Whether what is left goes by itself, and nothing else is."""
        return bool(self.remains) and all(remains.goes_by_itself for remains in self.remains)


async def forget(
    request: ForgetInput, ports: Ports, *, places: Sequence[Path], leave_out: Collection[Path] = ()
) -> ForgetReport:
    """Delete what we keep of a person or a comment, and search every store for what it said.

    *places* are the folders and files that are searched besides tables, cache and checkpoints;
    *leave_out* are files in them that are not ours.

    Raises:
        InputError: It names nobody, or nothing that is on record.
        StoreError: A store cannot be searched or written; what was done until then is kept.
    """
    refs, user = await _named(request, ports)
    async with ports.store.read() as session:
        comments = list((await get_comments(session, refs)).values())
        waiting = [_comment_in(body) for body in await heard_words(session, refs)]
    known = [*comments, *(comment for comment in waiting if comment)]
    removed = await ports.store.transact(lambda session: _empty(session, refs, user, known))
    copies, busy = await _forget_copies(ports, _words(known), refs)
    await _compact(ports)
    async with ports.store.read() as session:
        still_open = await count_open(session, refs)
    proof = await prove(
        ports,
        _words(known),
        names=_names(refs),
        files=await asyncio.to_thread(list_files, places, leave_out),
        under_way=busy,
        answering=bool(still_open),
    )
    return ForgetReport(
        comments=tuple(refs),
        removed={name: count for name, count in {**removed, **copies}.items() if count},
        searched=proof.searched,
        remains=proof.remains,
        notes=(*proof.notes, *_short(known)),
    )


async def forget_copies(
    ports: Ports, refs: Iterable[CommentRef], comments: Sequence[Comment]
) -> None:
    """Take what is said in *comments*, which are gone, out of cache and checkpoints.

    Raises:
        StoreError: One of them cannot be used.
    """
    await _forget_copies(ports, _words(comments), list(refs))


async def forget_due(ports: Ports) -> int:
    """How many removed comments were emptied once more, after answers and runs were over."""
    async with ports.store.read() as session:
        refs = await due_to_forget(session)
        noted = await noted_threads(session)
    if refs:
        await _forget_copies(ports, [], refs)
        await ports.store.transact(lambda session: finish_forgetting(session, refs))
    if noted and ports.threads is not None:
        over, _ = await _sort(ports, noted)
        await ports.threads.delete(over)
        await ports.store.transact(lambda session: strike_threads(session, over))
    return len(refs)


async def _named(request: ForgetInput, ports: Ports) -> tuple[list[CommentRef], CommentRef | None]:
    """The comments that are meant, and the account where a person is."""
    if bool(request.user) == bool(request.comment):
        raise InputError(
            "name either a user or a comment.", field="user", fix="Use one of --user and --comment."
        )
    field = "user" if request.user else "comment"
    try:
        named = parse_ref(request.user or request.comment)
    except ValueError as err:
        raise InputError(f"{err}.", field=field, fix="Write PLATFORM:ID.") from err
    if field == "comment":
        return [named], None
    async with ports.store.read() as session:
        return await refs_of(session, named.platform, named.comment_id), named


async def _empty(
    session: AsyncSession,
    refs: Sequence[CommentRef],
    user: CommentRef | None,
    known: Sequence[Comment],
) -> dict[str, int]:
    """What was emptied in the tables; the comments are gone for good from now on."""
    now = await session_now(session)
    done = await empty_records(session, refs)
    removals = [
        CommentChange(verb="remove", platform=r.platform, comment_id=r.comment_id, at=now)
        for r in refs
    ]
    await apply_changes(session, removals)
    done["comments"] = len(known)
    if user is not None:
        ids = {user.comment_id, *(comment.author_id for comment in known)} - {""}
        for own_id in ids:
            await remember_forgotten(session, user.platform, own_id)
    return done


async def _forget_copies(
    ports: Ports, words: Sequence[str], refs: Sequence[CommentRef]
) -> tuple[dict[str, int], list[str]]:
    """What was deleted from cache and checkpoints, and which threads are needed by their runs."""
    # Also by name: what a model answered to a comment need not hold any of its words.
    done = {"cache": await ports.cache.forget([*words, *_names(refs)])}
    if ports.threads is None:
        return done, []
    # A short id, as a file may have, stands in every checkpoint.
    ids = [ref.comment_id for ref in refs if len(ref.comment_id) >= SHORTEST_ID]
    holding = await ports.threads.holding([*words, *ids])
    doomed, busy = await _sort(ports, holding)
    await ports.threads.delete(doomed)
    if busy:
        await ports.store.transact(lambda session: note_threads(session, busy))
    return {**done, "checkpoints": len(doomed)}, busy


async def _sort(ports: Ports, threads: Sequence[str]) -> tuple[list[str], list[str]]:
    """Which threads may be deleted, and which are needed by runs that are under way."""
    doomed: list[str] = []
    busy: list[str] = []
    async with ports.store.read() as session:
        for thread in threads:
            run = await get_run(session, thread)
            over = run is None or run.status in ("done", "failed") or run.graph in RESTARTABLE
            (doomed if over else busy).append(thread)
    return doomed, busy


async def _compact(ports: Ports) -> None:
    """Take what was deleted out of every file that held it."""
    await ports.cache.compact()
    if ports.threads is not None:
        await ports.threads.compact()
    await ports.store.compact()


def _names(refs: Iterable[CommentRef]) -> list[str]:
    """What a kept answer of the model names the comments by: in quotes, so that no id is a part
    of another."""
    return [f'"{ref}"' for ref in refs]


def _words(comments: Iterable[Comment]) -> list[str]:
    """What a search can tell a comment and its writer by."""
    told = [
        word
        for comment in comments
        # Of what is attached only its description is the writer's, the kind is anybody's.
        for word in (
            comment.message,
            comment.author_name,
            comment.author_id,
            comment.attachment.partition(": ")[2],
        )
    ]
    return sorted({word for word in told if len(word) >= SHORTEST})


def _short(comments: Sequence[Comment]) -> list[str]:
    short = sum(0 < len(comment.message) < SHORTEST for comment in comments)
    if not short:
        return []
    return [f"{short} of the comments are too short to be searched for; their rows are emptied."]


def _comment_in(body: str) -> Comment | None:
    try:
        return CommentChange.model_validate_json(body).comment
    except ValidationError:
        return None
