"""Pictures at a public address: only pictures, whole, by name, and nothing beside them."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from pressroom.errors import SettingsError
from pressroom.platforms.media_host import FolderMediaHost, media_app, name_of


async def get(folder: Path, path: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=media_app(folder))
    async with httpx.AsyncClient(transport=transport, base_url="http://media.test") as client:
        return await client.get(path)


async def test_a_picture_is_hosted_under_its_content(
    media_host: FolderMediaHost, pictures: Any
) -> None:
    """The same picture always has the same address, and a server shows it there."""
    media = pictures()

    url = await media_host.host(media)

    assert url == await media_host.host(media) == media_host.url_of(media)
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(url)
    assert answer.content == media.path.read_bytes()
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_without_a_public_address_the_setting_is_named(pictures: Any, tmp_path: Path) -> None:
    """One clear line for the operator, before anything is copied."""
    host = FolderMediaHost(tmp_path / "public", "")

    with pytest.raises(SettingsError) as caught:
        await host.host(pictures())

    assert caught.value.field == "media.public_base_url"
    assert not (tmp_path / "public").exists()


async def test_a_folder_that_cannot_be_written_is_said(pictures: Any, tmp_path: Path) -> None:
    """A file stands where the folder should be: one line, no half copy."""
    (tmp_path / "public").write_text("in the way")
    host = FolderMediaHost(tmp_path / "public", "https://media.test")

    with pytest.raises(SettingsError) as caught:
        await host.host(pictures())

    assert caught.value.field == "media.folder"


async def test_a_copy_is_whole_or_absent(pictures: Any, tmp_path: Path) -> None:
    """A source that vanishes leaves nothing behind in the public folder."""
    media = pictures()
    media.path.unlink()
    folder = tmp_path / "public"

    with pytest.raises(SettingsError):
        await FolderMediaHost(folder, "https://media.test").host(media)

    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "path",
    ["/", "/secret.txt", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/a/b.jpg",
     "/" + "0" * 64 + ".txt", "/" + "0" * 64 + ".jpg", "/" + "A" * 64 + ".jpg", "/.part-x"],
)  # fmt: skip
async def test_nothing_else_is_shown(tmp_path: Path, path: str) -> None:
    """No listing, no way out of the folder, no file of another kind."""
    folder = tmp_path / "public"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "secret.txt").write_text("secret")
    (folder / ("0" * 64 + ".txt")).write_text("secret")
    (folder / ".part-x").write_text("secret")

    answer = await get(folder, path)

    assert answer.status_code == 404
    assert "secret" not in answer.text


async def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A symbolic link with a picture's name shows nothing."""
    folder = tmp_path / "public"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / ("0" * 64 + ".jpg")).symlink_to(tmp_path / "secret")

    assert (await get(folder, "/" + "0" * 64 + ".jpg")).status_code == 404


async def test_only_reading_is_allowed(tmp_path: Path, pictures: Any) -> None:
    """Nobody can put or delete anything over this server."""
    transport = httpx.ASGITransport(app=media_app(tmp_path))
    async with httpx.AsyncClient(transport=transport, base_url="http://media.test") as client:
        answer = await client.put("/" + name_of(pictures()), content=b"x")

    assert answer.status_code == 405


async def test_a_picture_that_changed_after_it_was_planned_is_not_hosted(
    pictures: Any, tmp_path: Path
) -> None:
    """A person approved another one."""
    media = pictures()
    media.path.write_bytes(b"another picture")
    host = FolderMediaHost(tmp_path / "public", "https://media.test")

    with pytest.raises(SettingsError, match="changed"):
        await host.host(media)

    assert list((tmp_path / "public").iterdir()) == []


async def test_a_wrong_file_under_a_pictures_name_is_replaced(
    pictures: Any, tmp_path: Path
) -> None:
    """Cut off by a crash, or put there by somebody: Instagram would publish it."""
    media, folder = pictures(), tmp_path / "public"
    folder.mkdir()
    (folder / name_of(media)).write_bytes(b"something else")

    await FolderMediaHost(folder, "https://media.test").host(media)

    assert (folder / name_of(media)).read_bytes() == media.path.read_bytes()
