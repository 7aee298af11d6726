"""Pictures with and without Pillow."""

import subprocess
import sys
from pathlib import Path

import pytest

import pressroom
from pressroom.simulator.images import draw, inspect

WITHOUT_PILLOW = """
import sys
sys.modules["PIL"] = None
from pressroom.simulator.images import draw, inspect
picture = inspect(draw(40, 30, "x"))
print(picture.mime, picture.width, picture.height)
jpeg = inspect(open(sys.argv[1], "rb").read())
print(jpeg.mime, jpeg.width, jpeg.height)
try:
    draw(4, 4, "x", "image/jpeg")
except RuntimeError as error:
    print(error)
"""


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg", "image/webp"])
def test_a_drawn_picture_is_what_it_says(mime: str) -> None:
    """Exact size and format; the same words give the same picture."""
    content = draw(320, 200, "words", mime)
    picture = inspect(content)

    assert picture is not None
    assert (picture.mime, picture.width, picture.height) == (mime, 320, 200)
    assert content == draw(320, 200, "words", mime)


@pytest.mark.parametrize("content", [b"", b"text", draw(64, 64, "x")[:60]])
def test_what_is_no_picture_is_seen(content: bytes) -> None:
    """Broken files must not pass the platforms' checks."""
    assert inspect(content) is None


def test_without_pillow_it_says_what_is_missing(tmp_path: Path) -> None:
    """The server extra alone still draws PNG and reads sizes; more needs the images extra."""
    path = tmp_path / "a.jpg"
    path.write_bytes(draw(120, 80, "x", "image/jpeg"))
    source = str(Path(pressroom.__file__).parents[1])

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PILLOW, str(path)],
        env={"PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=True,
    )

    lines = done.stdout.splitlines()
    assert lines[:2] == ["image/png 40 30", "image/jpeg 120 80"]
    assert "pressroom[images]" in lines[2]
