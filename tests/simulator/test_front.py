"""One port for all platforms: prefixes, unknown paths, and the command that starts it."""

import httpx
import pytest

PREFIXED = [
    ("/facebook/v25.0/me", {"Authorization": "Bearer sim-page-token"}),
    ("/instagram/v25.0/17841400000000001", {"Authorization": "Bearer sim-page-token"}),
    ("/x/2/users/me", {"Authorization": "Bearer sim-x-token"}),
    ("/gemini/v1beta/models", {"x-goog-api-key": "sim-gemini-key"}),
    ("/stability/v1/user/balance", {"Authorization": "Bearer sim-stability-key"}),
]


@pytest.mark.parametrize(("path", "headers"), PREFIXED)
def test_each_platform_can_have_a_base_of_its_own(
    client: httpx.Client, path: str, headers: dict[str, str]
) -> None:
    """Settings keep one base URL per platform, as in real life."""
    plain = "/" + path.split("/", 2)[2]

    assert client.get(path, headers=headers).status_code == 200
    assert client.get(plain, headers=headers).status_code == 200


def test_the_next_page_stays_below_its_prefix(client: httpx.Client, token: dict[str, str]) -> None:
    """A client follows `next` as it comes."""
    base = "/facebook/v25.0/106728097004746"
    for text in ("a", "b"):
        client.post(f"{base}/feed", params=token, data={"message": text}).raise_for_status()

    first = client.get(f"{base}/feed", params={**token, "limit": "1"}).json()
    second = client.get(first["paging"]["next"])

    assert "/facebook/v25.0/" in first["paging"]["next"]
    assert len(second.json()["data"]) == 1


UNKNOWN = [
    ("/v25.0/1", {"Authorization": "Bearer sim-page-token"}, 400),
    ("/v99.0/me", {"Authorization": "Bearer sim-page-token"}, 400),
    ("/2/nothing", {"Authorization": "Bearer sim-x-token"}, 404),
    ("/v1beta/models/x:dance", {"x-goog-api-key": "sim-gemini-key"}, 404),
    ("/v1/nothing", {"Authorization": "Bearer sim-stability-key"}, 404),
    ("/_sim/nothing", {}, 404),
]


@pytest.mark.parametrize(("path", "headers", "status"), UNKNOWN)
def test_an_unknown_path_is_refused_by_its_platform(
    client: httpx.Client, path: str, headers: dict[str, str], status: int
) -> None:
    """A wrong path gives the platform's own refusal, as JSON."""
    answer = client.get(path, headers=headers)

    assert answer.status_code == status
    assert answer.json()


def test_it_answers_on_this_machine_only(server: object, client: httpx.Client) -> None:
    """A simulator with known tokens must not be open to a network."""
    assert client.base_url.host == "127.0.0.1"
    assert client.get("/_sim/accounts").json()["page_token"] == "sim-page-token"
