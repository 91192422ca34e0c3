"""The options that commands share, and the settings they lead to."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from crawler import SITES, Site, load_sites
from schema import SettingsError

from .settings import Settings, load_settings
from .terminal import start_logging

Command = Callable[..., int]


def with_logging(command: Command) -> Command:
    """Give a command -v and -q, and start to log as they say."""

    @click.option("-v", "--verbose", count=True, help="Tell more; twice: also what libraries tell.")
    @click.option("-q", "--quiet", is_flag=True, help="Tell errors alone.")
    @wraps(command)
    def logged(verbose: int, quiet: bool, **own: Any) -> int:
        start_logging(-1 if quiet else verbose)
        return command(**own)

    return logged


def with_settings(command: Command) -> Command:
    """Give a command the shared options, and as its first argument the settings with their layers."""

    @click.option("--db", "database", metavar="FILE", help="The database; the setting `database`.")
    @click.option("--sites", metavar="FOLDER", help="The folder of site files; the setting `sites`.")
    @click.option("--set", "others", metavar="NAME=VALUE", multiple=True, help="Any setting; repeatable.")
    @click.option("--config", type=click.Path(path_type=Path), help="A file instead of ./sandan.toml.")
    @with_logging
    @wraps(command)
    def layered(others: tuple[str, ...], config: Path | None, **own: Any) -> int:
        named = {name: own.pop(name) for name in ("database", "sites")}
        flags = dict(map(pair_of, others)) | {
            name: value for name, value in named.items() if value is not None
        }
        return command(load_settings(flags, config=config), **own)

    return layered


def pair_of(text: str) -> tuple[str, str]:
    """Return `delay=2` as name and value."""
    name, equals, value = text.partition("=")
    if not equals:
        raise SettingsError(f"flag: expected --set NAME=VALUE, got {text!r}; write --set delay=2")
    return name.strip(), value.strip()


def sites_of(settings: Settings) -> tuple[Site, ...]:
    """Return the sites that the settings name."""
    return load_sites(Path(settings.sites) if settings.sites else SITES)
