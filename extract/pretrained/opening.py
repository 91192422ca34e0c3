"""The library's ways to a model's parts, and what it says where there is none, in a line."""

from collections.abc import Callable
from typing import TypeVar

from safetensors import SafetensorError
from transformers.utils import cached_file

from schema import SettingsError

T = TypeVar("T")
WRONG = (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, SafetensorError)
LONGEST = 200


def opened(name: str, open_part: Callable[[], T], *, hint: str = "") -> T:
    """Return the part; the library's complaint as a SettingsError with what to do."""
    try:
        return open_part()
    except WRONG as error:
        raise SettingsError(
            f"ner: {name}: expected the folder or the hub's name of a token-classification model, "
            f"got: {_line(error)}; give a folder with config.json, weights and tokenizer, "
            f"or a name while the hub can be reached{hint}"
        ) from error


def file_of(name: str, file: str) -> str | None:
    """Return the path of a model's file; None where it has no such file."""
    try:
        return str(cached_file(name, file))
    except OSError:
        return None


def _line(error: BaseException) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
