"""A post of the publish tool that waits for a person: found, shown and decided like a run."""

import asyncio
from pathlib import Path

from pressroom import Pressroom, PublishInput, Settings
from tests.cli.desk import Desk


def asked_for(desk: Desk, text: str = "Doors open at six.") -> str:
    """The key of a post that a program asked for, and that waits."""

    async def ask() -> str:
        async with Pressroom.open(Settings.load(desk.settings, {})) as room:
            request = PublishInput(platform="x", text=text, requires_approval=True)
            return (await room.publish(request)).effect_key

    return asyncio.run(ask())


def test_it_is_listed_shown_and_sent_once_it_is_approved(desk: Desk) -> None:
    """What nobody can find, nobody approves: it would wait for ever."""
    key = asked_for(desk)

    listed = desk.type("approvals", "list")
    shown = desk.type("approvals", "show", key)
    before = desk.live()
    approved = desk.type("approvals", "approve", key, "--by", "Ana")

    assert key in listed.out
    assert "Doors open at six." in shown.out
    assert before == []
    assert (approved.code, desk.live()) == (0, ["x"])
    assert key not in desk.type("approvals", "list").out


def test_all_that_waits_can_be_paged_through(desk: Desk) -> None:
    """However many there are, none is out of reach, and what is cut off is said."""
    keys = [asked_for(desk, f"Doors open at {hour}.") for hour in ("six", "seven", "eight")]

    first = desk.type("approvals", "list", "--limit", "2")
    last = desk.type("approvals", "list", "--limit", "2", "--page", "2", "--json")
    whole = desk.type("approvals", "list", "--json")

    assert [key in first.out for key in keys] == [True, True, False]
    assert "2 of 3. The next: pressroom approvals list --limit 2 --page 2" in first.err
    assert [item["thread_id"] for item in last.json] == [keys[2]]
    assert [item["thread_id"] for item in whole.json] == keys
    assert whole.json[0]["title"] == "Doors open at six."
    assert "once approved" in first.out
    assert desk.type("approvals", "list", "--page", "2").code == 2


def test_an_edited_one_goes_out_in_the_new_words(desk: Desk) -> None:
    """The old revision is withdrawn and the new one is what is reported."""
    edited = desk.type("approvals", "edit", asked_for(desk), "--text", "x=At seven.", "--by", "Ana")

    assert (edited.code, desk.live()) == (0, ["x"])
    assert "published" in edited.out


def test_a_rejected_one_is_not_sent(desk: Desk) -> None:
    """A no is a no, and is reported as one."""
    key = asked_for(desk)
    rejected = desk.type("approvals", "reject", key, "--reason", "no", "--by", "Ana")

    assert (rejected.code, desk.live()) == (0, [])
    assert key not in desk.type("approvals", "list").out


def test_an_entry_that_changed_after_its_run_is_said(desk: Desk, brief: Path) -> None:
    """The person believes that the new text is out; it went nowhere."""
    text = brief.read_text(encoding="utf-8") + "external_id: e1\n"
    brief.write_text(text, encoding="utf-8")
    first = desk.type("run", "content", "--input", brief, "--offline")
    brief.write_text(text.replace("all day", "until noon"), encoding="utf-8")

    again = desk.type("run", "content", "--input", brief, "--offline", "--review")

    assert "run before" not in first.err
    assert "with another message" in again.err
    assert "started without --review" in again.err
    assert desk.live() == ["facebook", "x"]
