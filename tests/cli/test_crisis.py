"""`pressroom crisis`: a freeze by hand, and the look at what it held."""

import asyncio

from pressroom import Pressroom, PublishInput, Settings
from tests.cli.desk import Desk


def asked_for(desk: Desk, text: str) -> str:
    """The key of a post that a program asks for."""

    async def ask() -> str:
        async with Pressroom.open(Settings.load(desk.settings, {})) as room:
            return (await room.publish(PublishInput(platform="x", text=text))).effect_key

    return asyncio.run(ask())


def test_what_is_held_goes_out_after_a_look(desk: Desk) -> None:
    """Frozen, shown, refused while the freeze is on, lifted, released, live."""
    frozen = desk.type(
        "crisis", "freeze", "--topic", "travel cup", "--reason", "glass", "--by", "Ana"
    )
    key = asked_for(desk, "Win a travel cup!")
    asked_for(desk, "Good morning!")
    before = desk.live()
    held = desk.type("crisis", "held")
    looked = desk.type("crisis", "look", key)
    mark = looked.err.split("--seen ")[1].split()[0]
    too_early = desk.type("crisis", "release", key, "--seen", mark)
    desk.type("crisis", "thaw", "1", "--by", "Bea")
    wrong = desk.type("crisis", "release", key, "--seen", "0" * 12)
    desk.type("sweep")
    between = desk.live()
    released = desk.type("crisis", "release", key, "--seen", mark, "--by", "Bea")
    desk.type("sweep")

    assert frozen.code == 0
    assert "Freeze 1 is on: every platform; about travel cup." in frozen.out
    assert before == between == ["x"]
    assert key in held.out
    assert "  | Win a travel cup!" in looked.out
    assert (too_early.code, wrong.code) == (2, 2)
    assert "freeze 1 is on" in too_early.err
    assert "says something else" in wrong.err
    assert released.code == 0
    assert desk.live() == ["x", "x"]
    assert "lifted by Bea" in desk.type("crisis", "freezes").out


def test_what_is_withdrawn_stays_unsaid(desk: Desk) -> None:
    desk.type("crisis", "freeze", "--by", "Ana")
    key = asked_for(desk, "Party on!")
    mark = desk.type("crisis", "look", key).err.split("--seen ")[1].split()[0]

    desk.type("crisis", "withdraw", key, "--seen", mark, "--reason", "not now")
    desk.type("crisis", "thaw", "1")
    desk.type("sweep")

    assert desk.live() == []
    assert key not in desk.type("crisis", "held").out


def test_bad_input_is_one_clear_line(desk: Desk) -> None:
    for arguments, said in (
        (("freeze", "--platform", "myspace"), "--platform"),
        (("freeze", "--topic", "!?"), "--topic"),
        (("thaw", "99"), "no freeze 99"),
        (("look", "publish:nothing"), "no effect"),
        (("release", "publish:nothing", "--seen", "abc"), "no effect"),
    ):
        typed = desk.type("crisis", *arguments)
        assert typed.code == 2, arguments
        assert said in typed.err
