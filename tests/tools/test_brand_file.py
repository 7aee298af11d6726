"""The brand file is read whole or refused with one line."""

from pathlib import Path

import pytest

from pressroom.errors import SettingsError
from pressroom.tools.brand_file import read_brand


def test_a_brand_file_gives_the_brand(tmp_path: Path) -> None:
    """Colours, voice and facts come from one file that people can edit."""
    path = tmp_path / "brand.yaml"
    path.write_text(
        'name: River & Sons\npalette: {primary: "#123456"}\nhashtags: ["#river"]\n'
        "timezone: Asia/Ho_Chi_Minh\nlanguage: no\nhandles: {x: riversons}\n"
    )

    brand = read_brand(path)

    assert (brand.name, brand.palette.primary, brand.hashtags) == (
        "River & Sons",
        "#123456",
        ("river",),
    )
    assert (brand.language, brand.timezone) == ("no", "Asia/Ho_Chi_Minh")


@pytest.mark.parametrize(
    ("text", "field", "says"),
    [
        ("voice: calm", "name", "name is missing"),
        ("name: R\npallete: {}", "pallete", "Did you mean 'palette'?"),
        ("name: R\npalette: {primry: '#123456'}", "palette.primry", "Did you mean 'primary'?"),
        ("name: R\npalette:\n  primary: #123456", "palette.primary", "in quotes"),
        ("name: R\npalette: {primary: blue}", "palette.primary", '"#rrggbb"'),
        ("name: R\ntimezone: Mars", "timezone", "Europe/Paris"),
        ("name: R\nlanguage: English", "language", "pt-BR"),
        ("name: R\nfacts: one", "facts", "must be a list"),
        ("- a", "file", "holds no fields"),
        ("", "file", "is empty"),
    ],
)
def test_a_wrong_brand_file_is_told_in_one_line(
    tmp_path: Path, text: str, field: str, says: str
) -> None:
    """A colour without quotes is a comment in YAML: silently, the brand would lose it."""
    path = tmp_path / "brand.yaml"
    path.write_text(text)

    with pytest.raises(SettingsError) as caught:
        read_brand(path)

    assert caught.value.field == field
    assert says in str(caught.value)
    assert "brand.yaml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_brand_file_is_named(tmp_path: Path) -> None:
    """The path that was looked at is what the reader needs."""
    with pytest.raises(SettingsError, match=r"brand\.yaml does not exist"):
        read_brand(tmp_path / "brand.yaml")
