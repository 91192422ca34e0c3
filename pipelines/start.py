"""The way into the command `sandan`: Ctrl-C is one line from the first moment."""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command; its libraries take a second to load, and an interrupt then is told like any other."""
    try:
        from .cli import main as run
    except KeyboardInterrupt:
        sys.stderr.write("sandan: interrupted before it began\n")
        sys.exit(130)
    run()
