"""Stability: real pictures of the asked size, and refusals in both envelopes."""

import base64
from typing import Any

import httpx
import pytest

from pressroom.simulator.images import draw, inspect

KEY = {"Authorization": "Bearer sim-stability-key"}
V1 = "/v1/generation/stable-diffusion-xl-1024-v1-0/text-to-image"
CORE = "/v2beta/stable-image/generate/core"
GOOD: dict[str, Any] = {"text_prompts": [{"text": "A lighthouse"}], "width": 1152, "height": 896}


def test_v1_gives_artifacts_of_the_asked_size(client: httpx.Client) -> None:
    """Base64 pictures with their seeds."""
    artifacts = client.post(V1, headers=KEY, json={**GOOD, "samples": 2}).json()["artifacts"]

    pictures = [inspect(base64.b64decode(artifact["base64"])) for artifact in artifacts]
    assert [(p.mime, p.width, p.height) for p in pictures if p] == [("image/png", 1152, 896)] * 2
    assert [artifact["finishReason"] for artifact in artifacts] == ["SUCCESS"] * 2


def test_v1_gives_bytes_when_asked(client: httpx.Client) -> None:
    """Accept: image/png answers with the picture itself."""
    answer = client.post(V1, headers={**KEY, "Accept": "image/png"}, json=GOOD)

    assert inspect(answer.content) is not None
    assert answer.headers["finish-reason"] == "SUCCESS"


def test_v1_starts_from_a_picture(client: httpx.Client) -> None:
    """Image to image keeps the size of the first picture."""
    files = {"init_image": ("a.png", draw(512, 640, "a"), "image/png")}
    data = {"text_prompts[0][text]": "A dog with a cape", "image_strength": "0.35"}

    answer = client.post(V1.replace("text-to", "image-to"), headers=KEY, data=data, files=files)

    picture = inspect(base64.b64decode(answer.json()["artifacts"][0]["base64"]))
    assert picture is not None
    assert (picture.width, picture.height) == (512, 640)


@pytest.mark.parametrize(
    ("output", "mime"), [("png", "image/png"), ("jpeg", "image/jpeg"), ("webp", "image/webp")]
)
def test_core_gives_the_asked_format(client: httpx.Client, output: str, mime: str) -> None:
    """A JPEG in 4:5 fits Instagram directly."""
    fields = {
        "prompt": (None, "Lighthouse"),
        "aspect_ratio": (None, "4:5"),
        "output_format": (None, output),
    }

    answer = client.post(CORE, headers={**KEY, "Accept": "image/*"}, files=fields)

    picture = inspect(answer.content)
    assert picture is not None
    assert (picture.mime, answer.headers["content-type"]) == (mime, mime)
    assert picture.width < picture.height


V1_ERRORS: list[tuple[dict[str, Any], int, str]] = [
    ({"width": 512, "height": 512}, 400, "invalid_sdxl_v1_dimensions"),
    ({"text_prompts": []}, 400, "bad_request"),
    ({"text_prompts": [{"text": "x" * 2001}]}, 400, "invalid_prompts"),
    ({"samples": 11}, 400, "bad_request"),
    ({"steps": 5}, 400, "bad_request"),
    ({"style_preset": "baroque"}, 400, "bad_request"),
    ({"cfg_scale": 36}, 400, "bad_request"),
    ({"colour": "red"}, 400, "bad_request"),
]


@pytest.mark.parametrize(("change", "status", "name"), V1_ERRORS)
def test_v1_refuses_what_cannot_be(
    client: httpx.Client, change: dict[str, Any], status: int, name: str
) -> None:
    """One message in v1."""
    answer = client.post(V1, headers=KEY, json={**GOOD, **change})

    assert (answer.status_code, answer.json()["name"]) == (status, name)
    assert answer.json()["message"]


CORE_ERRORS = [
    ({}, 400, "bad_request"),
    ({"prompt": "x", "aspect_ratio": "7:1"}, 400, "bad_request"),
    ({"prompt": "x", "output_format": "gif"}, 400, "bad_request"),
    ({"prompt": "漢字漢字"}, 422, "invalid_language"),
]


@pytest.mark.parametrize(("fields", "status", "name"), CORE_ERRORS)
def test_core_refuses_what_cannot_be(
    client: httpx.Client, fields: dict[str, str], status: int, name: str
) -> None:
    """A list of messages in v2beta."""
    parts = {key: (None, value) for key, value in {**fields, "none": ""}.items()}

    answer = client.post(CORE, headers=KEY, files=parts)

    assert (answer.status_code, answer.json()["name"]) == (status, name)
    assert isinstance(answer.json()["errors"], list)


def test_a_key_and_an_engine_are_needed(client: httpx.Client) -> None:
    """401 and 404 have their own texts."""
    nobody = client.post(V1, json=GOOD)
    nowhere = client.post("/v1/generation/fake/text-to-image", headers=KEY, json=GOOD)

    assert nobody.json()["message"] == "missing authorization header"
    assert nowhere.json()["message"] == "The specified engine (ID fake) was not found."


def test_a_filtered_picture_is_200(client: httpx.Client) -> None:
    """The one answer that looks good and must not be used."""
    client.post(
        "/_sim/faults", json={"platform": "stability", "action": "content_filtered", "times": 2}
    )

    old = client.post(V1, headers=KEY, json=GOOD)
    new = client.post(CORE, headers={**KEY, "Accept": "image/*"}, files={"prompt": (None, "x")})

    assert old.json()["artifacts"][0]["finishReason"] == "CONTENT_FILTERED"
    assert new.headers["finish-reason"] == "CONTENT_FILTERED"
