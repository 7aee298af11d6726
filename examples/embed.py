"""Embed pressroom in a script: one brief in, posts on three platforms out.

Run it with the settings file of your pressroom (`pressroom init` writes one):

    python examples/embed.py pressroom.toml
"""

import asyncio
import os
import sys
from pathlib import Path

from pressroom import Brief, ContentResult, Pressroom, Settings


async def announce(settings: Settings) -> ContentResult:
    """Publish one announcement and tell what came of it."""
    brief = Brief(
        title="Night market",
        message="Our night market opens on Friday at six: 40 stalls, live music, free entry.",
        platforms=("facebook", "instagram", "x"),
        publish_now=True,
    )
    async with Pressroom.open(settings) as room:
        return await room.content.run(brief)


def main() -> None:
    """Run the example with the settings file named on the command line."""
    settings = Settings.load(Path(sys.argv[1]), os.environ)
    result = asyncio.run(announce(settings))
    print(result.status)
    for effect in result.effects:
        print(f"{effect.platform}: {effect.status} {effect.permalink}")
    for step, made in result.provenance.items():
        print(f"{step}: {made.made_by} ({made.why})")


if __name__ == "__main__":
    main()
