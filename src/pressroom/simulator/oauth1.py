"""OAuth 1.0a: whether a request was signed by who knows both secrets (RFC 5849).

What was signed names the host that the client meant. A client that is sent here by other
means than its base URL has signed one of X's hosts, so those count as well as our own.
"""

import base64
import hashlib
import hmac
import re
import time
from collections import deque
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, unquote

from pressroom.simulator.wire import Call

HOSTS = (
    "https://api.x.com",
    "https://api.twitter.com",
    "https://upload.x.com",
    "https://upload.twitter.com",
)
CLOCKS_APART = 300
"""Seconds by which a request's time may differ from this machine's: it is the client's own
clock that signs, whatever time it is in the simulated world."""
KEPT_NONCES = 10_000

_DIGESTS = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
_FIELD = re.compile(r'(\w+)="([^"]*)"')
_NEEDED = ("consumer_key", "token", "signature", "signature_method", "timestamp", "nonce")


def fields_of(header: str) -> dict[str, str]:
    """The fields of an `Authorization: OAuth …` header, decoded."""
    return {name: unquote(value) for name, value in _FIELD.findall(header)}


class Nonces:
    """The requests that were taken lately: each is good once."""

    def __init__(self) -> None:
        self._seen: deque[tuple[str, str]] = deque(maxlen=KEPT_NONCES)

    def take(self, fields: dict[str, str]) -> bool:
        """Whether this time and nonce were not used before; from now on they are."""
        used = (fields["oauth_timestamp"], fields["oauth_nonce"])
        if used in self._seen:
            return False
        self._seen.append(used)
        return True


def is_signed(call: Call, fields: dict[str, str], secrets: tuple[str, str]) -> bool:
    """Whether *call* is signed with *secrets*, the app's and the user's, and is of now."""
    if not all(fields.get(f"oauth_{name}") for name in _NEEDED):
        return False
    digest = _DIGESTS.get(fields["oauth_signature_method"])
    stamp = fields["oauth_timestamp"]
    if digest is None or not stamp.isdecimal() or abs(int(stamp) - time.time()) > CLOCKS_APART:
        return False
    key = "&".join(_encoded(secret) for secret in secrets).encode()
    return any(
        hmac.compare_digest(
            base64.b64encode(hmac.new(key, text.encode(), digest).digest()),
            fields["oauth_signature"].encode(),
        )
        for text in _base_strings(call, fields)
    )


def _base_strings(call: Call, fields: dict[str, str]) -> Iterator[str]:
    """What may have been signed: the method, an address and every parameter in order."""
    parameters = [
        *parse_qsl(call.raw_query, keep_blank_values=True),
        *call.form_pairs,
        *((n, v) for n, v in fields.items() if n not in ("oauth_signature", "realm")),
    ]
    ordered = sorted((_encoded(name), _encoded(value)) for name, value in parameters)
    joined = "&".join(f"{name}={value}" for name, value in ordered)
    prefix = f"/{call.prefix}" if call.prefix else ""
    for base in (call.base_url + prefix, *HOSTS):
        yield "&".join((call.method.upper(), _encoded(base + call.path), _encoded(joined)))


def _encoded(text: str) -> str:
    return quote(text, safe="-._~")
