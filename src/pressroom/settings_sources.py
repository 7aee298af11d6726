"""What `Settings` is told by a file, by `.env` beside it and by variables, each with its source."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any

from dotenv import dotenv_values
from pydantic import BaseModel
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, EnvSettingsSource, TomlConfigSettingsSource

from pressroom.errors import SettingsError

PREFIX = "PRESSROOM_"
SETTINGS_VARIABLE = "PRESSROOM_SETTINGS"
"""Names the settings file; the command line reads it, `Settings` has no such field."""
TEST_PREFIX = "PRESSROOM_TEST_"
"""Variables of our own tests."""
PROGRAM_VARIABLE = "PRESSROOM_PROGRAM"
"""How the person started us (`./run`), for the commands that are printed to type next."""
GEMINI_VARIABLES = ("GOOGLE_API_KEY", "GEMINI_API_KEY")

_PATHS = ("home", "checkpoints", "brand_file", "media.folder", "cache.folder")


def variable_of(key: str) -> str:
    """The environment variable that sets *key*."""
    return PREFIX + key.upper().replace(".", "__")


class _GivenEnvironment(EnvSettingsSource):
    """The library's reading of variables, over a mapping that was handed in."""

    def __init__(self, model: type[BaseSettings], environ: Mapping[str, str]) -> None:
        self._given = {name.lower(): value for name, value in environ.items()}
        super().__init__(model)

    def _load_env_vars(self) -> Mapping[str, str | None]:
        return self._given


Layer = tuple[str, dict[str, Any]]


class Sources:
    """Everything one `load` was given, read but not yet checked."""

    def __init__(
        self,
        model: type[BaseSettings],
        keys: Sequence[str],
        file: Path | None,
        environ: Mapping[str, str],
        explicit: dict[str, Any],
    ) -> None:
        self._model = model
        self._keys = keys
        self._file = file
        self.origins: dict[str, str] = {}
        """Where each given value came from, under its dotted key."""
        self.values: dict[str, Any] = {}
        """All given values, the strongest source winning."""
        for origin, given in self._read(environ, explicit):
            self._lay_over(origin, given)

    def _read(self, environ: Mapping[str, str], explicit: dict[str, Any]) -> list[Layer]:
        """What each source gives, the weakest first."""
        beside = self._file.parent / ".env" if self._file else None
        hidden = _read_dotenv(beside) if beside and beside.is_file() else {}
        # A key meant for any program is weaker than one written for pressroom.
        general = [
            (f"environment {name}", {"gemini": {"api_key": key}})
            for name in reversed(GEMINI_VARIABLES)
            if (key := environ.get(name) or hidden.get(name))
        ]
        layers: list[Layer] = [*general]
        if self._file:
            usual = {"home": ".pressroom", "brand_file": "brand.yaml"}
            layers.append(("default", _anchor(usual, self._file.parent)))
            layers.append((str(self._file), self._read_file(self._file)))
            layers.append((str(beside), self._read_variables(hidden, str(beside))))
        layers.append(("environment", self._read_variables(environ, "the environment")))
        layers.append(("explicit", explicit))
        return layers

    def _read_file(self, file: Path) -> dict[str, Any]:
        if not file.is_file():
            raise SettingsError(
                f"settings file {file} does not exist.", fix="Write one with `pressroom init`."
            )
        try:
            written = dict(TomlConfigSettingsSource(self._model, file).toml_data)
        except TOMLDecodeError as err:
            fix = "Correct that line."
            raise SettingsError(f"{file} is no valid TOML: {err}.", fix=fix) from err
        except UnicodeDecodeError as err:
            raise SettingsError(f"{file} is not UTF-8 text.", fix="Save it as UTF-8.") from err
        except OSError as err:
            fix = "Check its permissions."
            raise SettingsError(f"{file} cannot be read: {err.strerror}.", fix=fix) from err
        return _anchor(written, file.parent)

    def _read_variables(self, environ: Mapping[str, str], where: str) -> dict[str, Any]:
        names = [variable_of(key) for key in self._keys]
        ours = [
            name
            for name in environ
            if name.upper().startswith(PREFIX) and not name.upper().startswith(TEST_PREFIX)
        ]
        for name in ours:
            if name.upper() not in names and name.upper() not in (
                SETTINGS_VARIABLE,
                PROGRAM_VARIABLE,
            ):
                near = get_close_matches(name.upper(), names, n=1)
                hint = f"Did you mean {near[0]}?" if near else "Remove it."
                raise SettingsError(f"{name} in {where} is no setting.", field=name, fix=hint)
        return dict(_GivenEnvironment(self._model, {name: environ[name] for name in ours})())

    def _lay_over(self, origin: str, given: Mapping[str, Any]) -> None:
        for name, value in given.items():
            plain = dict(value) if isinstance(value, BaseModel) else value
            under = self.values.get(name, {})
            if isinstance(plain, Mapping) and isinstance(under, Mapping):
                self.values[name] = {**under, **plain}
                for inner in plain:
                    self._remember(origin, f"{name}.{inner}")
            else:
                self.values[name] = plain
                self._remember(origin, name)

    def _remember(self, origin: str, key: str) -> None:
        precise = f"environment {variable_of(key)}" if origin == "environment" else origin
        self.origins[key] = precise

    def explain(self, error: ErrorDetails) -> SettingsError:
        """What a person is told about *error*: source, key, what is wrong, what to do."""
        key = ".".join(str(part) for part in error["loc"])
        where = self.origins.get(key) or (str(self._file) if self._file else "the settings")
        if error["type"] == "extra_forbidden":
            near = get_close_matches(key, [*self._keys, *self._model.model_fields], n=1)
            hint = f"Did you mean {near[0]}?" if near else "Remove it."
            return SettingsError(f"{key} in {where} is no setting.", field=key, fix=hint)
        message = error["msg"].removeprefix("Value error, ")
        subject = f"{key} in {where}" if key else where
        return SettingsError(f"{subject}: {message}.", field=key, fix="Correct it.")


def _read_dotenv(file: Path) -> dict[str, str]:
    pairs = dotenv_values(file, interpolate=False)
    return {name: value for name, value in pairs.items() if value is not None}


def _anchor(written: dict[str, Any], folder: Path) -> dict[str, Any]:
    """*written* with relative places counted from the settings file's folder."""
    placed = {k: dict(v) if isinstance(v, dict) else v for k, v in written.items()}
    base = folder.resolve()
    for key in _PATHS:
        section, _, inner = key.rpartition(".")
        holder = placed.get(section) if section else placed
        if isinstance(holder, dict) and isinstance(holder.get(inner), str):
            holder[inner] = base / Path(holder[inner]).expanduser()
    url = placed.get("database_url")
    if isinstance(url, str) and (match := re.match(r"(sqlite(?:\+\w+)?:///)(?![/:?]|$)(.+)", url)):
        placed["database_url"] = f"{match[1]}{base / match[2]}"
    return placed
