"""How a post does: the platforms' figures in one shape, where missing is not zero."""

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from pressroom.domain.platform import Platform


class Insights(BaseModel):
    """One reading of a post's figures; `None` means that the platform did not say."""

    model_config = ConfigDict(frozen=True)

    platform: Platform
    platform_post_id: str
    fetched_at: AwareDatetime
    likes: int | None = Field(default=None, ge=0)
    """All reactions, where a platform has several."""
    comments: int | None = Field(default=None, ge=0)
    shares: int | None = Field(default=None, ge=0)
    """Shares, reposts and quotes."""
    saves: int | None = Field(default=None, ge=0)
    views: int | None = Field(default=None, ge=0)
    reach: int | None = Field(default=None, ge=0)
    clicks: int | None = Field(default=None, ge=0)
    missing: tuple[str, ...] = ()
    """Metrics that were asked for and refused or absent, by the platform's own name."""

    @property
    def interactions(self) -> int | None:
        """Likes, comments, shares and saves together; none where none of them is known."""
        known = [n for n in (self.likes, self.comments, self.shares, self.saves) if n is not None]
        return sum(known) if known else None

    @property
    def engagement_rate(self) -> float | None:
        """Interactions per hundred views (or people reached), in percent."""
        audience = self.views or self.reach
        if self.interactions is None or not audience:
            return None
        return 100.0 * self.interactions / audience
