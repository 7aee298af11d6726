"""What a simulated world starts from: accounts with their tokens, windows, limits and the seed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path


@dataclass(frozen=True)
class Accounts:
    """The accounts that exist; their tokens are no secrets, they open nothing but a simulator."""

    app_id: str = "900000000000001"
    app_secret: str = "sim-app-secret"  # noqa: S105 - a made-up secret of a made-up app
    user_id: str = "10200000000000001"
    user_name: str = "Sim Editor"
    user_token: str = "sim-user-token"  # noqa: S105
    page_id: str = "106728097004746"
    page_name: str = "Sim Brand"
    page_token: str = "sim-page-token"  # noqa: S105
    page_scopes: tuple[str, ...] = (
        "pages_show_list",
        "pages_manage_posts",
        "pages_read_engagement",
        "pages_manage_engagement",
        "pages_read_user_content",
        "pages_manage_metadata",
        "pages_messaging",
        "read_insights",
        "instagram_basic",
        "instagram_content_publish",
        "instagram_manage_comments",
        "instagram_manage_insights",
    )
    instagram_id: str = "17841400000000001"
    instagram_username: str = "sim_brand"
    instagram_token: str = "sim-instagram-token"  # noqa: S105
    """Also opens the Instagram edges; the Page's token does so as well."""
    x_user_id: str = "2244994945"
    x_username: str = "sim_brand"
    x_name: str = "Sim Brand"
    x_access_token: str = "sim-x-token"  # noqa: S105
    """An OAuth 2.0 user token: may write."""
    x_bearer_token: str = "sim-x-bearer"  # noqa: S105
    """An app-only token: may only read."""
    x_refresh_token: str = "sim-x-refresh"  # noqa: S105
    x_client_id: str = "sim-x-client"
    x_consumer_key: str = "sim-x-consumer-key"
    x_consumer_secret: str = "sim-x-consumer-secret"  # noqa: S105
    x_oauth1_token: str = "sim-x-oauth1-token"  # noqa: S105
    x_oauth1_secret: str = "sim-x-oauth1-secret"  # noqa: S105
    gemini_key: str = "sim-gemini-key"
    stability_key: str = "sim-stability-key"


@dataclass(frozen=True)
class SimulatorConfig:
    """Everything a simulator is built from; the defaults give a lively and fair world."""

    seed: int = 7
    host: str = "127.0.0.1"
    port: int = 0
    """0 takes any free port."""
    speed: float = 1.0
    """Simulated seconds that pass in one real second."""
    start_at: datetime | None = None
    """Where simulated time starts; None is the computer's own time."""
    frozen: bool = False
    """Time stands still until the control endpoint moves it."""
    state_file: Path | None = None
    accounts: Accounts = field(default_factory=Accounts)
    audience: int = 4000
    """Followers of each account; growth is measured by it."""
    crowd_comments: bool = True
    """Whether people comment by themselves as time passes."""
    list_lag: timedelta = timedelta(0)
    """How late lists show what was just published."""
    facebook_duplicate_window: timedelta = timedelta(hours=1)
    x_duplicate_window: timedelta = timedelta(hours=24)
    instagram_posts_per_day: int = 50
    instagram_containers_per_day: int = 400
    instagram_max_hashtags: int = 30
    instagram_processing: timedelta = timedelta(0)
    """How long a container stays IN_PROGRESS."""
    instagram_container_life: timedelta = timedelta(hours=24)
    graph_calls_per_hour: int = 4800
    x_self_serve: bool = True
    """Whether replies go only to authors who mentioned or quoted the account."""
    x_credits: float | None = None
    """Dollars left on X; None is as many as needed."""
    x_limit_scale: float = 1.0
    """Multiplies X's documented limits, so that a test can reach them."""
    trust_outside_urls: bool = False
    """Take picture addresses outside this machine on trust instead of downloading them."""
    gemini_requests_per_minute: int | None = None
    verify_app_secret_proof: bool = True
    verify_oauth1_signature: bool = True
    """False takes requests that were signed at another time, or with secrets nobody has."""
    kept_requests: int = 2000
    """How many requests the log keeps."""
