"""The settings in four layers (defaults, `sandan.toml`, `SANDAN_*`, flags); each knows which one spoke."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    NoDecode,
    SettingsConfigDict,
)

from schema import SettingsError

from .topic import NOT_TOPIC, TOPIC

CONFIG = Path("sandan.toml")
PREFIX = "SANDAN_"
SHIPPED, NONE = "shipped", "none"  # what `ner` may be beside transformers:…

# Goes into a header as it stands, within brackets.
CONTACT = re.compile(r"(mailto:)?[!-'*-?A-~]+@[!-'*-?A-~]+\.[!-'*-?A-~]+|https?://[!-'*-~]+")


def reachable(value: str) -> str:
    """Return a contact that somebody can write to, or look up."""
    if value and not CONTACT.fullmatch(value):
        raise ValueError("expected a mail address like desk@your.domain, or an https:// one")
    return value


def pairs_of(value: object) -> object:
    """Return what a variable or a flag says as a table: `PER=PS,MISC=` is PER to PS and MISC to nothing."""
    if not isinstance(value, str):
        return value
    pairs = [part.partition("=") for part in value.split(",") if part.strip()]
    if any(not equals for _, equals, _ in pairs):
        raise ValueError("expected pairs with commas between")
    return {name.strip(): label.strip() for name, _, label in pairs}


def words_of(value: object) -> object:
    """Return what a variable or a flag says as a list: `산단, 산업 단지` is two words."""
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Words = Annotated[tuple[Word, ...], NoDecode, BeforeValidator(words_of)]
Pairs = Annotated[dict[str, str], NoDecode, BeforeValidator(pairs_of)]


class Settings(BaseSettings):
    """Every setting with its default and its meaning."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True, allow_inf_nan=False)

    database: str = Field("news.db", min_length=1, description="the SQLite file")
    warc: str = Field("warc", min_length=1, description="folder of the fetched bytes")
    sites: str = Field("", description="folder of site files; empty: those that come with sandan")
    contact: Annotated[str, AfterValidator(reachable)] = Field(
        "",
        description="mail or web address in the user agent, for the papers to complain to; real ones need it",
    )
    delay: float = Field(1.0, ge=0, description="seconds between two requests to one site, at least")
    timeout: float = Field(30.0, gt=0, description="seconds to wait for an answer")
    proxy: str = Field("", pattern=r"^(https?://\S+)?$", description="http://host:port for all requests")
    max_pages: int = Field(0, ge=0, description="articles fetched a site and run at most; 0: no limit")
    max_hours: float = Field(6.0, gt=0, description="hours after which a run sends no request any more")
    max_requests_day: int = Field(2000, ge=0, description="requests to one site a day at most; 0: no limit")
    max_requests_year: int = Field(
        200_000, ge=0, description="requests to one site a year at most; 0: no limit"
    )
    queries: Words = Field(
        ("산업단지", "산단", "클러스터", "테크노파크"),
        description="words to ask of sites that can be searched, and of Naver",
    )
    list_pages: int = Field(5, ge=1, description="pages read of one list or search at most")
    naver: str = Field(
        "https://openapi.naver.com/v1/search/news.json",
        pattern=r"^https?://\S+$",
        description="Naver's news search, asked if its key is in the environment",
    )
    topic: Words = Field(
        TOPIC, description="words that make an article one of the topic; none: every article is"
    )
    topic_not: Words = Field(NOT_TOPIC, description="phrases in which such a word does not count")
    topic_times: int = Field(1, ge=1, description="times they stand in a text whose title has none, at least")
    fail_over: float = Field(0.5, ge=0, le=1, description="share of failures above which the exit code is 3")
    ner: str = Field(
        SHIPPED,
        pattern=r"^(shipped|none|transformers:\s*\S.*)$",
        description="model that finds names: shipped, none, or transformers: and a folder or name of the hub",
    )
    ner_labels: Pairs = Field(
        {}, description="meaning of a transformers model's labels, NAME=LABEL; an empty LABEL drops one"
    )


@dataclass(frozen=True, slots=True)
class Layered:
    """The settings, and the layer of each by name: `default`, the file's name, `environment` or `flag`."""

    values: Settings
    layers: Mapping[str, str]


def load_settings(flags: Mapping[str, object], *, config: Path | None = None) -> Layered:
    """Return the settings that hold here; an unknown name or a wrong value is a SettingsError."""
    file = config or CONFIG
    variables = {name.removeprefix(PREFIX).lower() for name in os.environ if name.startswith(PREFIX)}
    refuse_unknown(variables, layer="environment", prefix=PREFIX)
    written = read_file(file) if config or file.exists() else {}
    refuse_unknown(written, layer=str(file))
    refuse_unknown(flags, layer="flag")
    values: dict[str, Any] = {}
    layers = dict.fromkeys(Settings.model_fields, "default")
    for layer, said in (
        (str(file), written),
        ("environment", EnvSettingsSource(Settings)()),
        ("flag", flags),
    ):
        values.update(said)
        layers.update(dict.fromkeys(said, layer))
    try:
        return Layered(Settings(**values), layers)
    except ValidationError as error:
        raise refusal(error, layers=layers) from None


def refusal(error: ValidationError, *, layers: Mapping[str, str]) -> SettingsError:
    """Return the first wrong value as an error that names its layer: `sandan.toml: delay: …, got 'x'`."""
    first = error.errors()[0]
    name = str(first["loc"][0])
    meaning = Settings.model_fields[name].description
    return SettingsError(
        f"{layers[name]}: {name}: {first['msg'].lower()}, got {first['input']!r}; it is the {meaning}"
    )


def read_file(file: Path) -> dict[str, Any]:
    """Return what the TOML file says."""
    try:
        return tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{file}: expected a readable file, got: {error.strerror}; see --config"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: expected TOML in UTF-8, got: {error}") from None


def refuse_unknown(names: Iterable[str], *, layer: str, prefix: str = "") -> None:
    """Raise for a name that no setting has, with the list of those there are."""
    if unknown := sorted(set(names) - Settings.model_fields.keys()):
        known = ", ".join(sorted(Settings.model_fields))
        shown = f"{prefix}{unknown[0].upper()}" if prefix else unknown[0]
        raise SettingsError(f'{layer}: unknown setting "{shown}"; known: {known}')
