"""The one place that makes an HTTP client, and what every client of a platform must be like.

A host may pass its own `httpx.AsyncClient` to a channel instead. It must have the platform's
`base_url`, must not retry, and should not follow redirects: a request that is sent again
behind our back is how a post goes out twice.
"""

import ssl
from datetime import timedelta
from functools import cache

import certifi
import httpx

from pressroom.errors import SettingsError

READ_TIMEOUT = timedelta(seconds=15)
CONNECT_TIMEOUT = timedelta(seconds=5)
USER_AGENT = "pressroom"


def open_client(
    *,
    base_url: str,
    timeout: timedelta = READ_TIMEOUT,
    connect_timeout: timedelta = CONNECT_TIMEOUT,
    max_connections: int = 8,
    transport: httpx.AsyncBaseTransport | None = None,
) -> httpx.AsyncClient:
    """A client for one platform: no retries, no redirects, nothing from the environment.

    *timeout* bounds each wait for the platform, *connect_timeout* the wait for a connection;
    together they are the deadline of a whole exchange. With *transport* (a test's, a proxy's)
    the client opens no connection of its own. The caller closes it.
    """
    seconds = timeout.total_seconds()
    # Plain http (a simulator on this machine) has no certificate to check, and reading the
    # authorities takes longer than the rest of the opening.
    is_plain = base_url.lower().startswith("http://")
    limits = httpx.Limits(max_connections=max_connections, max_keepalive_connections=2)
    return httpx.AsyncClient(
        base_url=base_url,
        timeout=httpx.Timeout(seconds, connect=connect_timeout.total_seconds(), pool=seconds),
        limits=limits,
        transport=transport
        or httpx.AsyncHTTPTransport(
            retries=0, verify=False if is_plain else trusted(), trust_env=False, limits=limits
        ),
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
    )


@cache
def trusted() -> ssl.SSLContext:
    """The certificate authorities that we trust, read once: it takes a tenth of a second."""
    return ssl.create_default_context(cafile=certifi.where())


def base_url_of(client: httpx.AsyncClient) -> str:
    """The platform's address that *client* speaks to, without a slash at the end.

    Raises:
        SettingsError: The client has none.
    """
    if not client.base_url.host:
        raise SettingsError(
            "The HTTP client for a platform has no base URL.",
            field="client",
            fix="Make it with open_client(base_url=...) or give yours a base_url.",
        )
    return str(client.base_url).rstrip("/")


def deadline_of(client: httpx.AsyncClient) -> timedelta:
    """How long a whole exchange over *client* may take: its connect and read timeouts together."""
    connect = client.timeout.connect or CONNECT_TIMEOUT.total_seconds()
    read = client.timeout.read or READ_TIMEOUT.total_seconds()
    return timedelta(seconds=connect + read)
