"""An answer or a hiding that a tool was asked for and that waits for a person."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressroom import HideInput, Pressroom, ReplyInput, Settings
from pressroom.cli import run
from pressroom.errors import InputError
from pressroom.tools.decide import DecisionInput
from tests.cli.desk import Typed
from tests.newsroom import Newsroom, open_newsroom


@dataclass(frozen=True)
class Desk:
    """A newsroom and the commands that are typed there."""

    newsroom: Newsroom
    settings: Path
    capsys: pytest.CaptureFixture[str]

    def type(self, *arguments: str) -> Typed:
        """Type a command here, in this process."""
        self.capsys.readouterr()
        code = run([*arguments, "--settings", str(self.settings)])
        return Typed(code, *self.capsys.readouterr())


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    with open_newsroom(tmp_path / "home", clock=None) as newsroom:
        yield Desk(newsroom, newsroom.settings_file(), capsys)


def with_room(desk: Desk, work: Callable[[Pressroom], Awaitable[Any]]) -> Any:
    """What *work* gives with the desk's pressroom open."""

    async def doing() -> Any:
        async with Pressroom.open(Settings.load(desk.settings, {})) as room:
            return await work(room)

    return asyncio.run(doing())


def asked_for(desk: Desk, comment: str, text: str = "We open at six.") -> str:
    """The key of an answer that a program asked for, and that waits."""
    request = ReplyInput(platform="facebook", comment_id=comment, text=text, requires_approval=True)
    result = with_room(desk, lambda room: room.reply(request))
    assert result.status == "ready"
    return str(result.effect_key)


@pytest.fixture
def comment(desk: Desk) -> str:
    desk.newsroom.post("facebook")
    return desk.newsroom.comment("facebook")


def test_it_is_listed_shown_and_sent_once_it_is_approved(desk: Desk, comment: str) -> None:
    """What nobody can find, nobody approves: it would wait for ever."""
    key = asked_for(desk, comment)

    listed = desk.type("approvals", "list")
    shown = desk.type("approvals", "show", key)
    before = desk.newsroom.answers()
    approved = desk.type("approvals", "approve", key, "--by", "Ana")
    again = desk.type("approvals", "approve", key, "--by", "Ana")

    assert key in listed.out
    assert "We open at six." in listed.out
    assert f"answer to comment {comment}" in shown.out
    assert "  | We open at six." in shown.out
    assert before == []
    assert (approved.code, again.code) == (0, 0)
    assert [answer["text"] for answer in desk.newsroom.answers()] == ["We open at six."]
    assert "sent" in approved.out
    assert key not in desk.type("approvals", "list").out


def test_other_words_go_out_in_their_place(desk: Desk, comment: str) -> None:
    key = asked_for(desk, comment)

    edited = desk.type("approvals", "edit", key, "--text", "facebook=At seven!", "--by", "Ana")

    assert edited.code == 0
    assert [answer["text"] for answer in desk.newsroom.answers()] == ["At seven!"]


def test_words_that_the_platform_refuses_are_refused_here(desk: Desk, comment: str) -> None:
    key = asked_for(desk, comment)

    edited = desk.type("approvals", "edit", key, "--text", f"facebook={'long ' * 2000}")
    elsewhere = desk.type("approvals", "edit", key, "--text", "x=At seven!")

    assert (edited.code, elsewhere.code) == (2, 2)
    assert "breaks a rule" in edited.err
    assert "no post for x" in elsewhere.err
    assert desk.newsroom.answers() == []


def test_a_no_is_a_no(desk: Desk, comment: str) -> None:
    key = asked_for(desk, comment)

    rejected = desk.type("approvals", "reject", key, "--reason", "We close early", "--by", "Ana")
    late = desk.type("approvals", "approve", key, "--by", "Bea")

    assert rejected.code == 0
    assert late.code == 2
    assert "rejected by Ana" in late.err
    assert desk.newsroom.answers() == []


def test_a_hiding_waits_in_the_same_place(desk: Desk, comment: str) -> None:
    request = HideInput(platform="facebook", comment_id=comment, requires_approval=True)
    key = with_room(desk, lambda room: room.hide(request)).effect_key

    listed = desk.type("approvals", "list")
    no_words = desk.type("approvals", "edit", key, "--text", "facebook=Hidden!")
    before = desk.newsroom.hidden()
    approved = desk.type("approvals", "approve", key, "--by", "Ana")

    assert f"Hide {comment}" in listed.out
    assert no_words.code == 2
    assert before == []
    assert approved.code == 0
    assert desk.newsroom.hidden() == [comment]


def test_words_that_were_replaced_meanwhile_are_not_what_is_approved(
    desk: Desk, comment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people look at once: one edits, the other approves what they no longer see."""
    from pressroom.tools import decide

    key = asked_for(desk, comment)
    waiting_effects = decide.waiting_effects

    async def decided(room: Pressroom) -> str:
        async def seen_too_early(thread_id: str, ports: Any) -> Any:
            found = await waiting_effects(thread_id, ports)
            monkeypatch.setattr(decide, "waiting_effects", waiting_effects)
            edit = {"thread_id": key, "decision": "edit", "by": "Ana", "texts": {"facebook": "No"}}
            await room.decide(DecisionInput.model_validate(edit))
            return found

        monkeypatch.setattr(decide, "waiting_effects", seen_too_early)
        with pytest.raises(InputError) as refused:
            await room.decide(DecisionInput(thread_id=key, decision="approve", by="Bea"))
        await room.sweep()
        return str(refused.value)

    assert "says something else by now" in with_room(desk, decided)
    assert [answer["text"] for answer in desk.newsroom.answers()] == ["No"]
