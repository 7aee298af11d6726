"""A client for addresses that people name: it reaches the public internet and nothing else."""

import asyncio
import ipaddress
import socket
from datetime import timedelta

import httpx

from pressroom.platforms.http import trusted

USER_AGENT = "pressroom (feed reader)"


class AddressRefused(httpx.ConnectError):
    """The address is not one on the public internet."""


class _PublicOnly(httpx.AsyncBaseTransport):
    """Resolves each host once, refuses it unless every address is public, connects to what it saw.

    Checking a name and then connecting by name would look it up twice, and the second answer
    may be another one. Every hop of a redirect comes through here as well.
    """

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        address = await _public_address(host, port, request)
        # The Host header is already set from the name; TLS is to check the name as well.
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=address)
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        await self._inner.aclose()


async def _public_address(host: str, port: int, request: httpx.Request) -> str:
    if port not in (80, 443):
        raise AddressRefused(f"port {port} is not one of the web's", request=request)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as err:
        raise httpx.ConnectError(f"{host} has no address", request=request) from err
    addresses = [ipaddress.ip_address(str(one[4][0]).partition("%")[0]) for one in found]
    if not addresses or not all(map(_is_public, addresses)):
        raise AddressRefused(f"{host} is not on the public internet", request=request)
    return str(addresses[0])


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None) or address
    return bool(inner.is_global and not inner.is_multicast)


def open_web(
    *, allow_private: bool = False, timeout: timedelta = timedelta(seconds=10)
) -> httpx.AsyncClient:
    """A client for reading pages and feeds; close it when done.

    It follows at most three redirects, uses no proxy and no credentials of the machine's, and
    refuses addresses that are not public (`AddressRefused`), unless *allow_private* is set:
    for feeds of one's own network, and for tests.
    """
    inner = httpx.AsyncHTTPTransport(retries=0, trust_env=False, verify=trusted())
    return httpx.AsyncClient(
        transport=inner if allow_private else _PublicOnly(inner),
        follow_redirects=True,
        max_redirects=3,
        timeout=timeout.total_seconds(),
        trust_env=False,
        headers={"user-agent": USER_AGENT},
    )
