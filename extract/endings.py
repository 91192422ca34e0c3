"""What a word ends in: `ending_of`."""

from collections.abc import Collection


def ending_of(text: str, endings: Collection[str]) -> str | None:
    """Return the longest of these endings that the text has, itself too: 테크 of 다성테크."""
    for start in range(len(text)):
        if text[start:] in endings:
            return text[start:]
    return None
