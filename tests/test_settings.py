"""Settings: what wins over what, what is refused, and what is never shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pressroom.errors import SettingsError
from pressroom.settings import (
    MASK,
    FacebookSettings,
    LedgerSettings,
    Settings,
    known_keys,
)
from pressroom.settings_sources import variable_of


def write(folder: Path, text: str) -> Path:
    file = folder / "pressroom.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_environment_beats_dotenv_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    """People set the same thing in several places; the nearest one must count."""
    file = write(tmp_path, '[gemini]\nmodel = "from-file"\n[twitter]\nuser_id = "file"\n')
    (tmp_path / ".env").write_text(
        "PRESSROOM_GEMINI__MODEL=from-dotenv\nPRESSROOM_TWITTER__USER_ID=dotenv\n"
    )

    settings = Settings.load(file, {"PRESSROOM_GEMINI__MODEL": "from-environment"})

    assert settings.gemini.model == "from-environment"
    assert settings.twitter.user_id == "dotenv"
    assert settings.facebook.version == FacebookSettings().version


def test_an_explicit_argument_beats_the_environment() -> None:
    """A host that embeds pressroom has the last word."""
    settings = Settings.load(None, {"PRESSROOM_REVIEW": "true"}, review=False)

    assert settings.review is False


def test_each_value_tells_where_it_came_from(tmp_path: Path) -> None:
    """Without the origin nobody can find the setting that is wrong."""
    file = write(tmp_path, '[facebook]\npage_id = "1"\n')

    settings = Settings.load(
        file, {"PRESSROOM_FACEBOOK__PAGE_TOKEN": "t", "GEMINI_API_KEY": "k"}, profile="staging"
    )

    origins = settings.origins()
    assert origins["facebook.page_id"] == str(file)
    assert origins["facebook.page_token"] == "environment PRESSROOM_FACEBOOK__PAGE_TOKEN"
    assert origins["gemini.api_key"] == "environment GEMINI_API_KEY"
    assert origins["profile"] == "explicit"
    assert origins["review"] == "profile staging"
    assert origins["gemini.model"] == "default"
    assert set(origins) == set(known_keys()) == set(settings.masked())


def test_the_process_environment_is_not_read_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that reads the environment surprises the host that embeds it."""
    monkeypatch.setenv("PRESSROOM_REVIEW", "true")
    monkeypatch.setenv("REVIEW", "true")

    assert Settings().review is False
    assert Settings.load(None, {}).review is False


def test_googles_own_variable_names_are_understood_in_order() -> None:
    """The key is where Google's own tools look for it."""
    both = {"GOOGLE_API_KEY": "first", "GEMINI_API_KEY": "second"}

    settings = Settings.load(None, both)

    assert settings.gemini.api_key is not None
    assert settings.gemini.api_key.get_secret_value() == "first"
    assert settings.gemini.is_on


def test_a_key_written_for_pressroom_beats_a_general_one(tmp_path: Path) -> None:
    """A settings file for the simulator must not send someone's real key to it."""
    file = write(tmp_path, '[gemini]\napi_key = "simulator"\n')

    settings = Settings.load(file, {"GOOGLE_API_KEY": "real"})

    assert settings.gemini.api_key is not None
    assert settings.gemini.api_key.get_secret_value() == "simulator"


def test_everything_lies_in_home_unless_told_otherwise(tmp_path: Path) -> None:
    """One folder to back up, and one to delete."""
    settings = Settings(home=tmp_path, media={"folder": tmp_path / "elsewhere"})

    assert settings.database_url == f"sqlite:///{tmp_path / 'pressroom.db'}"
    assert settings.checkpoints == tmp_path / "checkpoints.db"
    assert settings.cache.folder == tmp_path / "cache"
    assert settings.media.folder == tmp_path / "elsewhere"


def test_places_in_a_file_are_counted_from_its_folder(tmp_path: Path) -> None:
    """The same file must mean the same wherever the command is typed."""
    file = write(tmp_path, 'database_url = "sqlite:///my.db"\n[media]\nfolder = "pictures"\n')

    settings = Settings.load(file, {})

    assert settings.home == tmp_path / ".pressroom"
    assert settings.brand_file == tmp_path / "brand.yaml"
    assert settings.database_url == f"sqlite:///{tmp_path / 'my.db'}"
    assert settings.media.folder == tmp_path / "pictures"


@pytest.mark.parametrize(
    ("text", "named", "fix"),
    [
        ("[facebook]\npage_tokn = 'x'\n", "facebook.page_tokn", "facebook.page_token"),
        ("[facebok]\npage_id = 'x'\n", "facebok", "facebook"),
        ("[ledger]\nlease_seconds = 'soon'\n", "ledger.lease_seconds", "number"),
        ("[twitter]\nbase_url = 'api.x.com'\n", "twitter.base_url", "https://"),
        ("[instagram]\ntoken = 'Bearer abc'\n", "instagram.token", "Bearer"),
        ("[facebook]\nversion = '25'\n", "facebook.version", "pattern"),
        ("profile = 'prod'\n", "profile", "production"),
        ("profile = ['x']\n", "profile", "development"),
        ("home = 3\n", "home", "path"),
        ("[facebook\n", "pressroom.toml", "line"),
        ("facebook = 3\n", "facebook", "dictionary"),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(
    tmp_path: Path, text: str, named: str, fix: str
) -> None:
    """The message names the file, the key and what to do, and stays one line."""
    file = write(tmp_path, text)

    with pytest.raises(SettingsError) as caught:
        Settings.load(file, {})

    message = str(caught.value)
    assert named in message
    assert fix in message
    assert str(file) in message
    assert "\n" not in message


def test_a_misspelt_variable_is_refused_with_the_right_name() -> None:
    """A setting that is silently not set is found when it is too late."""
    with pytest.raises(SettingsError, match="PRESSROOM_FACEBOOK__PAGE_TOKEN"):
        Settings.load(None, {"PRESSROOM_FACEBOK__PAGE_TOKEN": "x"})


def test_a_missing_settings_file_says_how_to_write_one(tmp_path: Path) -> None:
    """`pressroom init` is the way out, so the message says so."""
    with pytest.raises(SettingsError, match="pressroom init"):
        Settings.load(tmp_path / "none.toml", {})


@given(secret=st.text("0123456789ABCDEF", min_size=12, max_size=60))
def test_no_secret_is_ever_shown(secret: str) -> None:
    """A token in a log or a bug report is a token that must be revoked."""
    settings = Settings(
        database_url=f"postgresql://me:{secret}@db/x",
        facebook={"page_id": "p", "page_token": secret, "app_secret": secret},
        gemini={"api_key": secret},
    )

    masked = settings.masked()

    assert masked["facebook.page_token"] == masked["gemini.api_key"] == MASK
    assert secret not in repr(settings) + str(settings) + str(masked)
    assert secret not in str(settings.model_dump(exclude={"database_url"}))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:p@s3cr3t@db/x",
        "postgresql://me:s3cr3t@db/x?application_name=a",
        "postgresql://db/x?user=me&password=s3cr3t",
    ],
)
def test_a_password_anywhere_in_an_address_is_masked(url: str) -> None:
    """`config show` goes into tickets, however the address was written."""
    shown = Settings(database_url=url, feeds=("https://me:s3cr3t@news.example/feed?apikey=s3cr3t",))

    assert "s3cr3t" not in str(shown.masked())
    assert "news.example/feed" in str(shown.masked())


def test_a_wrong_secret_is_not_repeated_in_the_error() -> None:
    """Error messages are copied into tickets."""
    with pytest.raises(SettingsError) as caught:
        Settings.load(None, {variable_of("facebook.page_token"): "Bearer s3cr3t"})

    assert "s3cr3t" not in str(caught.value)


def test_a_token_copied_with_its_line_end_works() -> None:
    """Copying from a terminal brings the line end along."""
    settings = Settings.load(None, {variable_of("facebook.page_token"): " token\n"})

    assert settings.facebook.page_token is not None
    assert settings.facebook.page_token.get_secret_value() == "token"


def test_a_platform_is_enabled_by_its_credentials() -> None:
    """Half a pair of credentials publishes nothing."""
    assert not Settings(facebook={"page_id": "1"}).facebook.enabled
    assert not Settings(facebook={"page_id": "1", "page_token": ""}).facebook.enabled
    assert Settings(facebook={"page_id": "1", "page_token": "t"}).facebook.enabled
    assert Settings(instagram={"user_id": "1", "token": "t"}).instagram.enabled
    assert Settings(twitter={"user_id": "1", "access_token": "t"}).twitter.enabled


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {
            "PRESSROOM_DATABASE_URL": "sqlite:///x",
            "PRESSROOM_TWITTER__BASE_URL": "http://api.x.com",
        },
        {
            "PRESSROOM_DATABASE_URL": "sqlite:///x",
            "PRESSROOM_FACEBOOK__BASE_URL": "https://127.0.0.1:8700",
        },
        {
            "PRESSROOM_DATABASE_URL": "sqlite:///x",
            "PRESSROOM_GEMINI__BASE_URL": "https://localhost",
        },
    ],
)
def test_production_takes_neither_a_default_database_nor_a_simulator(
    variables: dict[str, str],
) -> None:
    """What looks like production but is not would publish into nowhere."""
    with pytest.raises(SettingsError):
        Settings.load(None, {"PRESSROOM_PROFILE": "production", **variables})


def test_production_and_staging_wait_for_a_person_by_default() -> None:
    """Only on a developer's machine do posts go out without anyone's yes."""
    real = {"PRESSROOM_DATABASE_URL": "postgresql://db/pressroom"}

    assert Settings.load(None, {"PRESSROOM_PROFILE": "production", **real}).review
    assert Settings.load(None, {"PRESSROOM_PROFILE": "staging"}).review
    assert not Settings.load(None, {}).review


def test_a_lease_shorter_than_its_call_is_refused() -> None:
    """A second worker would send again while the first one's call is still on its way."""
    with pytest.raises(ValidationError, match="twice"):
        LedgerSettings(lease_seconds=30, call_deadline_seconds=20)


def test_settings_cannot_be_changed_once_made() -> None:
    """What was checked stays what it is."""
    settings = Settings()

    with pytest.raises(ValidationError):
        settings.review = True  # type: ignore[misc] # that it is refused is the point


def test_lists_in_variables_are_separated_by_commas() -> None:
    """Nobody writes JSON into a variable."""
    settings = Settings.load(None, {"PRESSROOM_FEEDS": "https://a.example/feed, news.xml"})

    assert settings.feeds == ("https://a.example/feed", "news.xml")
