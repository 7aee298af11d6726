"""The brand, read from its file (`brand.yaml`)."""

from pathlib import Path

from pydantic import ValidationError

from pressroom.domain.brand import Brand
from pressroom.errors import SettingsError
from pressroom.tools.complaints import complain
from pressroom.tools.documents import one_line, parse_json, parse_yaml, read_text


def read_brand(path: Path) -> Brand:
    """The brand described in the YAML or JSON file at *path*.

    Raises:
        SettingsError: One line that names file and field, and says what to do.
    """
    name = one_line(path.name or path)
    text = read_text(path, SettingsError)
    parse = parse_json if path.suffix.lower() == ".json" else parse_yaml
    data = parse(text, name, SettingsError)
    if not isinstance(data, dict):
        raise SettingsError(
            f"{name} holds no fields, only {one_line(repr(data), 40)}.",
            field="file",
            fix="Write lines like `name: Our Brand`.",
        )
    try:
        return Brand.model_validate(data)
    except ValidationError as err:
        raise complain(err, Brand).as_error(SettingsError, name) from err
