"""Whether a delivery is Meta's, and nobody else's."""

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from pressroom.platforms.signature import is_signed, is_token
from pressroom.simulator.webhooks import escape, sign

SECRET = SecretStr("APPSECRET")
BODY = escape({"message": "café 😊 a/b"})
SIGNATURE = sign(BODY, "APPSECRET")["X-Hub-Signature-256"]


def test_a_signed_body_is_metas_under_any_of_the_secrets() -> None:
    """Facebook and Instagram may each have an app of its own behind the same address."""
    other = SecretStr("INSTAGRAM")

    assert is_signed(BODY, SIGNATURE, [SECRET])
    assert is_signed(BODY, SIGNATURE.encode(), [other, SECRET])
    assert not is_signed(BODY, SIGNATURE, [other])
    assert not is_signed(BODY, SIGNATURE, [])


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "sha256=",
        SIGNATURE[:-1],
        SIGNATURE.upper(),
        SIGNATURE.removeprefix("sha256="),
        SIGNATURE.replace("sha256", "sha1"),
        sign(BODY, "APPSECRET")["X-Hub-Signature"],
        "sha256=" + "0" * 64,
        "sha256=é\ud800😊" + "0" * 60,
        b"sha256=\xff\xfe",
    ],
)
def test_any_other_header_is_refused_and_none_raises(header: str | bytes | None) -> None:
    """What a stranger may send is anything at all."""
    assert not is_signed(BODY, header, [SECRET])


def test_a_changed_body_is_refused() -> None:
    """One byte, or JSON that means the same in other bytes: neither is what was signed."""
    assert not is_signed(BODY + b" ", SIGNATURE, [SECRET])
    assert not is_signed(json.dumps(json.loads(BODY)).encode(), SIGNATURE, [SECRET])


def test_the_vector_of_the_contracts_is_met(contracts: Path) -> None:
    """An independent vector: the simulator meets it too, without sharing a line."""
    vector = json.loads((contracts / "webhook_samples.json").read_text())["signature_vector"]

    assert is_signed(
        vector["raw_body"].encode(),
        vector["x_hub_signature_256"],
        [SecretStr(vector["app_secret"])],
    )


def test_without_a_verify_token_nobody_is_let_in() -> None:
    """An empty setting must not match an empty query."""
    assert is_token("letmein", SecretStr("letmein"))
    assert not is_token("letmein", None)
    assert not is_token(None, SecretStr("letmein"))
    assert not is_token("", SecretStr("letmein"))
    assert not is_token("létmein\ud800", SecretStr("letmein"))
