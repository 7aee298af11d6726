"""One frozen `Settings`, and where each of its values came from.

Only `Settings.load` reads anything. From strongest to weakest: explicit arguments, the
environment (`PRESSROOM_FACEBOOK__PAGE_TOKEN`), `.env` beside the settings file, the
settings file, the Gemini key under its makers' names, the profile, the defaults.
"""

import re
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from pressroom.errors import SettingsError
from pressroom.settings_sources import PREFIX, Sources, variable_of

Profile = Literal["development", "staging", "production"]

MASK = "********"

_PROFILES: dict[str, dict[str, Any]] = {
    "development": {"review": False},
    "staging": {"review": True},
    "production": {"review": True},
}


def _check_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("is no web address; write it like https://example.org")
    return url.rstrip("/")


def _clean_secret(value: object) -> object:
    """The secret without the line end that copying brings along; empty means none."""
    text = value.get_secret_value() if isinstance(value, SecretStr) else value
    if not isinstance(text, str):
        return value
    text = text.strip()
    if re.search(r"\s", text):
        raise ValueError("has a space inside; copy the bare token, without `Bearer`")
    return text or None


def _split_list(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


Url = Annotated[str, AfterValidator(_check_url)]
Secret = Annotated[SecretStr | None, BeforeValidator(_clean_secret)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class FacebookSettings(_Section):
    """The Facebook page."""

    page_id: str = ""
    page_token: Secret = None
    app_secret: Secret = None
    verify_token: Secret = None
    """What Meta says to prove that it may subscribe our webhook address: any word you choose."""
    base_url: Url = "https://graph.facebook.com"
    version: str = Field(default="v25.0", pattern=r"^v\d+\.\d+$")
    publish_mode: Literal["draft", "direct"] = "draft"
    """`draft` makes an unpublished post and then turns it live, so that a lost answer can be
    settled by reading one id; `direct` posts in one call."""

    @property
    def enabled(self) -> bool:
        """Whether there is a page to publish to."""
        return bool(self.page_id and self.page_token)


class InstagramSettings(_Section):
    """The professional Instagram account."""

    user_id: str = ""
    token: Secret = None
    app_secret: Secret = None
    verify_token: Secret = None
    """The same for a webhook address of Instagram's own; without it Facebook's counts there too."""
    base_url: Url = "https://graph.facebook.com"
    version: str = Field(default="v25.0", pattern=r"^v\d+\.\d+$")

    @property
    def enabled(self) -> bool:
        """Whether there is an account to publish to."""
        return bool(self.user_id and self.token)


class TwitterSettings(_Section):
    """The account on X."""

    user_id: str = ""
    access_token: Secret = None
    refresh_token: Secret = None
    client_id: str | None = None
    base_url: Url = "https://api.x.com"

    @property
    def enabled(self) -> bool:
        """Whether there is an account to publish to."""
        return bool(self.user_id and self.access_token)


class GeminiSettings(_Section):
    """The language model; without a key everything still works, by rules and templates."""

    api_key: Secret = None
    enabled: bool = True
    """False switches the model off even where there is a key."""
    model: str = Field(default="gemini-3.8-flash", min_length=1)
    base_url: Url | None = None
    timeout_seconds: float = Field(default=30.0, gt=0, le=600)
    max_attempts: int = Field(default=3, ge=1, le=10)
    requests_per_minute: int = Field(default=60, ge=1)

    @property
    def is_on(self) -> bool:
        """Whether Gemini is asked at all."""
        return self.enabled and self.api_key is not None


class MediaSettings(_Section):
    """Pictures: where they are kept, and under which address platforms can fetch them."""

    folder: Path = Path(".pressroom/media")
    public_base_url: Url | None = None


class LedgerSettings(_Section):
    """How long the ledger of outward effects waits for what."""

    lease_seconds: float = Field(default=60.0, gt=0)
    call_deadline_seconds: float = Field(default=20.0, gt=0)
    settle_window_seconds: float = Field(default=180.0, ge=0)
    """How long after a lost call a platform may still carry it out."""
    absent_reads: int = Field(default=2, ge=1)
    absent_gap_seconds: float = Field(default=60.0, ge=0)
    late_grace_hours: float = Field(default=6.0, ge=0)
    """Later than this after its time, a post goes to a person and not out."""
    max_attempts: int = Field(default=5, ge=1)

    @model_validator(mode="after")
    def _lease_outlives_the_call(self) -> Self:
        if self.lease_seconds < 2 * self.call_deadline_seconds:
            raise ValueError(
                "lease_seconds must be at least twice call_deadline_seconds, "
                "or two workers could send the same post"
            )
        return self


class LimitSettings(_Section):
    """How often we publish, answer and hide on each platform, by account."""

    facebook_posts_per_hour: int = Field(default=25, ge=1)
    instagram_posts_per_day: int = Field(default=50, ge=1)
    x_posts_per_15_minutes: int = Field(default=100, ge=1)
    facebook_replies_per_hour: int = Field(default=200, ge=1)
    instagram_replies_per_hour: int = Field(default=100, ge=1)
    x_replies_per_hour: int = Field(default=200, ge=1)
    """X counts answers with posts: 100 of both in 15 minutes."""
    hides_per_hour: int = Field(default=180, ge=1)
    """On each platform; X takes 50 in 15 minutes."""


class ListeningSettings(_Section):
    """How we hear of comments: webhooks where there are any, and listings for all they miss."""

    poll_minutes: float = Field(default=5.0, ge=0)
    """How often new comments and mentions are asked for; 0 never asks."""
    full_hours: float = Field(default=12.0, ge=0)
    """How often everything is listed whole, which shows edits and deletions; 0 never does.
    X demands that what was deleted there is deleted here within 24 hours."""
    follow_days: float = Field(default=14.0, gt=0)
    """How long after its publication the comments under a post are listed."""
    keep_days: float = Field(default=30.0, gt=0)
    """How long deliveries that were worked off, and finished comment runs, are kept."""
    max_delivery_bytes: int = Field(default=2_000_000, ge=10_000)
    """A webhook's body longer than this is refused."""

    @model_validator(mode="after")
    def _keep_what_is_compared(self) -> Self:
        """Deliveries tell a copy, and what webhooks missed, for as long as posts are followed."""
        if self.keep_days < self.follow_days:
            raise ValueError(
                f"keep_days ({self.keep_days:g}) is shorter than follow_days"
                f" ({self.follow_days:g}): make it at least that"
            )
        return self


class CacheSettings(_Section):
    """Answers kept to spare calls; losing them costs time and nothing else."""

    folder: Path = Path(".pressroom/cache")
    gemini_ttl_hours: float = Field(default=24.0, ge=0)


class Settings(BaseSettings):
    """Everything pressroom is told from outside. `Settings(...)` takes only what it is given."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="forbid",
        env_prefix=PREFIX,
        env_nested_delimiter="__",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    profile: Profile = "development"
    home: Path = Path(".pressroom")
    """The folder in which pressroom keeps what it makes."""
    database_url: str = Field(default="", repr=False)
    """Default: `pressroom.db` in `home`, with SQLite."""
    checkpoints: Path = Path(".pressroom/checkpoints.db")
    brand_file: Path = Path("brand.yaml")
    feeds: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split_list)] = ()
    """RSS or Atom feeds, as addresses or files, that trends are read from."""
    review: bool = False
    """Whether every run waits for a person's approval before anything is published."""

    facebook: FacebookSettings = FacebookSettings()
    instagram: InstagramSettings = InstagramSettings()
    twitter: TwitterSettings = TwitterSettings()
    gemini: GeminiSettings = GeminiSettings()
    media: MediaSettings = MediaSettings()
    ledger: LedgerSettings = LedgerSettings()
    limits: LimitSettings = LimitSettings()
    listening: ListeningSettings = ListeningSettings()
    cache: CacheSettings = CacheSettings()

    _origins: dict[str, str] = PrivateAttr(default_factory=dict)
    _file: Path | None = PrivateAttr(default=None)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is the library's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only the arguments: the environment is read by `load` and nowhere else."""
        return (init_settings,)

    @model_validator(mode="before")
    @classmethod
    def _fill_from_profile_and_home(cls, given: Any) -> Any:
        filled = {**_PROFILES.get(str(given.get("profile", "development")), {}), **given}
        home = Path(str(filled.get("home") or ".pressroom"))
        filled.setdefault("home", home)
        filled.setdefault("checkpoints", home / "checkpoints.db")
        if not filled.get("database_url"):
            filled["database_url"] = f"sqlite:///{home / 'pressroom.db'}"
        for section in ("media", "cache"):
            value = filled.get(section, {})
            if isinstance(value, Mapping):
                filled[section] = {"folder": home / section, **value}
        return filled

    @model_validator(mode="after")
    def _production_is_real(self) -> Self:
        if self.profile == "production":
            for key, value in self.values():
                if key.endswith(".base_url") and value is not None:
                    _refuse_unreal_address(key, str(value))
        return self

    @classmethod
    def load(cls, file: Path | None, environ: Mapping[str, str], **explicit: Any) -> "Settings":
        """The settings from *file*, `.env` beside it, *environ* and *explicit* arguments.

        Raises:
            SettingsError: One is wrong; it names the source, the key and the fix.
        """
        sources = Sources(cls, known_keys(), file, environ, explicit)
        try:
            settings = cls(**sources.values)
        except ValidationError as err:
            raise sources.explain(err.errors(include_url=False)[0]) from None
        if settings.profile == "production" and "database_url" not in sources.origins:
            raise SettingsError(
                "database_url is not set, and the production profile has no default for it.",
                field="database_url",
                fix=f"Set it in {file or 'a settings file'} or as {variable_of('database_url')}.",
            )
        settings._origins.update(sources.origins)
        settings._file = file
        return settings

    @property
    def file(self) -> Path | None:
        """The settings file they were loaded from, if any."""
        return self._file

    def values(self) -> Iterator[tuple[str, Any]]:
        """Each setting as its dotted key and its value, secrets still wrapped."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, _Section):
                for inner in type(value).model_fields:
                    yield f"{name}.{inner}", getattr(value, inner)
            else:
                yield name, value

    def masked(self) -> dict[str, Any]:
        """Each setting as plain JSON under its dotted key, secrets as asterisks."""
        return {key: _plain(key, value) for key, value in self.values()}

    def origins(self) -> dict[str, str]:
        """Where each setting came from, under the same keys as `masked`."""
        usual = _PROFILES[self.profile]
        profile = f"profile {self.profile}"
        return {
            key: self._origins.get(key) or (profile if key in usual else "default")
            for key, _ in self.values()
        }


def known_keys() -> tuple[str, ...]:
    """Every setting's dotted key."""
    return tuple(key for key, _ in Settings().values())


def _refuse_unreal_address(key: str, url: str) -> None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        local = ip_address(host).is_loopback
    except ValueError:
        local = host == "localhost" or host.endswith(".localhost")
    if local:
        raise ValueError(f"{key} points to this machine, which the production profile forbids")
    if parts.scheme != "https":
        raise ValueError(f"{key} must begin with https:// in the production profile")


def _plain(key: str, value: Any) -> Any:
    if isinstance(value, SecretStr):
        return MASK
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(key, item) for item in value]
    if isinstance(value, str):
        return _without_secrets(value)
    return value


def _without_secrets(text: str) -> str:
    """*text*, an address perhaps, without the password and the keys that may stand in it."""
    # Greedy up to the last @ of the authority: a password may hold one that is not encoded.
    bare = re.sub(r"(://[^:/@?#]*):[^/?#]*@", rf"\1:{MASK}@", text)
    return re.sub(
        r"(?i)([?&][^=&#]*(?:passw|pwd|secret|token|key)[^=&#]*)=[^&#]*", rf"\1={MASK}", bare
    )
