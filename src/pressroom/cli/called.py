"""How the person started pressroom here: every command that is named is named that way."""

import os
import re

COMMANDS = (
    "demo", "init", "doctor", "run", "approvals", "inbox", "crisis", "sweep", "work", "webhooks",
    "posts", "runs", "effects", "insights", "forget", "eval", "config", "db", "graphs", "simulator",
    "media", "version",
)  # fmt: skip

_NAMED = re.compile(rf"\bpressroom (?=(?:{'|'.join(COMMANDS)})\b)")


def program() -> str:
    """What the person typed to get here: `pressroom`, or the script that stands for it."""
    return os.environ.get("PRESSROOM_PROGRAM", "pressroom")


def as_called(text: str) -> str:
    """*text* with the commands in it as they work from here.

    What lies below the command line cannot know: its hints say `pressroom doctor`.
    """
    name = f"{program()} "
    return text if name == "pressroom " else _NAMED.sub(lambda _: name, text)
