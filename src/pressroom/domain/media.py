"""A picture as a fact: what it is, how large, where it lies."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

MediaType = Literal["image/jpeg", "image/png", "image/gif", "image/webp"]


class MediaFile(BaseModel):
    """One image on disk, measured. Records keep this; bytes never enter a graph's state."""

    model_config = ConfigDict(frozen=True)

    path: Path
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: MediaType
    width_px: int = Field(gt=0)
    height_px: int = Field(gt=0)
    size_bytes: int = Field(gt=0)
    alt_text: str = ""
    ai_generated: bool = False
    """True where a generative model drew it: platforms ask that this be disclosed."""

    @property
    def aspect_ratio(self) -> float:
        """Width divided by height."""
        return self.width_px / self.height_px
