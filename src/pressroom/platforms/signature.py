"""Whether a delivery is Meta's: its signature over the bytes as they came.

Meta signs the raw body with the app's secret and escapes what is not ASCII, so what counts is
the bytes received, never JSON that was read and written again.
"""

import hashlib
import hmac
from collections.abc import Iterable

from pydantic import SecretStr

SIGNATURE_HEADER = "X-Hub-Signature-256"
_PREFIX = b"sha256="


def is_signed(body: bytes, signature: str | bytes | None, secrets: Iterable[SecretStr]) -> bool:
    """Whether *signature*, the header's value, is that of *body* under one of *secrets*.

    Several, because Instagram's own login has an app secret of its own. The comparison takes
    as long whatever is wrong, and no header makes it raise.
    """
    given = signature.encode("utf-8", "replace") if isinstance(signature, str) else signature
    if given is None:
        return False
    matches = [
        hmac.compare_digest(given, _PREFIX + _digest(secret, body).encode()) for secret in secrets
    ]
    return any(matches)


def is_token(given: str | None, token: SecretStr | None) -> bool:
    """Whether *given* is the verify token; without one nobody is let in."""
    if given is None or token is None:
        return False
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.get_secret_value().encode())


def _digest(secret: SecretStr, body: bytes) -> str:
    return hmac.new(secret.get_secret_value().encode(), body, hashlib.sha256).hexdigest()
