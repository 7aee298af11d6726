"""What waits for a person's decision, as lists show it."""

from pydantic import AwareDatetime, BaseModel, ConfigDict

from pressroom.domain.platform import Platform


class Waiting(BaseModel):
    """The posts of one run that nobody has decided about, or one post without a run."""

    model_config = ConfigDict(frozen=True)

    thread_id: str
    """What a decision names: the run's thread, or the key of a post that belongs to no run."""
    title: str
    platforms: tuple[Platform, ...]
    waiting_since: AwareDatetime
    publish_at: AwareDatetime
    """When the first of them is to go out; past where it goes out as soon as it is approved."""
    effect_keys: tuple[str, ...]
