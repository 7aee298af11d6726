"""What graphs and tools are handed at run time: one frozen set of ports, nothing global."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx

from pressroom.analysis.near_copies import NearCopies
from pressroom.clock import Clock
from pressroom.domain.brand import Brand
from pressroom.domain.platform import Platform
from pressroom.domain.ports import (
    Cache,
    Channel,
    CommentSource,
    Ids,
    Limiter,
    Model,
    Rate,
    Renderer,
    Threads,
)
from pressroom.errors import SettingsError
from pressroom.storage.ledger import Ledger
from pressroom.storage.store import Store


@dataclass(frozen=True, slots=True)
class Ports:
    """The live parts a run works with; a host that embeds a graph may pass its own.

    They come in through LangGraph's runtime context and are never written to a checkpoint.
    """

    store: Store
    ledger: Ledger
    channels: Mapping[Platform, Channel]
    model: Model | None
    """None means that the fallbacks answer."""
    renderer: Renderer
    limiter: Limiter
    cache: Cache
    clock: Clock
    ids: Ids
    brand_or_why: Brand | SettingsError
    """The brand, or why there is none: what was done can be read without one."""
    web: httpx.AsyncClient
    """For feeds; the platforms' clients are their channels' own."""
    media_folder: Path
    sources: Mapping[Platform, CommentSource] = field(default_factory=dict)
    """Where comments are read, by platform."""
    copies: NearCopies = field(default_factory=NearCopies)
    """The texts of comments seen lately, to know one that many send."""
    threads: Threads | None = None
    """The checkpoints of graph runs, where what is forgotten has to be deleted too."""
    feeds: tuple[str, ...] = ()
    publish_rates: Mapping[Platform, tuple[Rate, ...]] = field(default_factory=dict)
    """How many posts each account may publish in a window; without rates none is counted."""
    reply_rates: Mapping[Platform, tuple[Rate, ...]] = field(default_factory=dict)
    """How many comments each account may answer in a window, in public or in private."""
    hide_rates: Mapping[Platform, tuple[Rate, ...]] = field(default_factory=dict)
    """How many comments each account may hide in a window."""
    keep: timedelta = timedelta(days=30)
    """How long what was worked off is kept: deliveries, and the runs that read comments."""
    review: bool = False
    """True holds whatever a tool is asked to publish or answer until a person approves it."""

    @property
    def brand(self) -> Brand:
        """The brand that speaks.

        Raises:
            SettingsError: There is none that can be used, and this needs one.
        """
        if isinstance(self.brand_or_why, SettingsError):
            raise self.brand_or_why
        return self.brand_or_why

    def channel(self, platform: Platform) -> Channel:
        """The channel of *platform*.

        Raises:
            SettingsError: No account is set up there.
        """
        if platform in self.channels:
            return self.channels[platform]
        section = "twitter" if platform == "x" else platform
        raise SettingsError(
            f"no account is set up for {platform}.",
            field=section,
            fix=f"Fill in [{section}] in the settings file, or leave {platform} out of the brief.",
        )
