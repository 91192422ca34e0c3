"""Short, stable ids made of content alone, so that doing it again makes the same rows."""

from hashlib import sha256

ID_LENGTH = 16  # hex digits, 64 bits: a clash among ten million rows has odds of one in 400,000


def make_id(*parts: str) -> str:
    """Return the id of the thing that these parts make up: the same parts, the same id, in every run."""
    return sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]
