"""What is said on standard error."""

from __future__ import annotations

import sys
from contextlib import suppress


def tell(text: str) -> None:
    """Writes to standard error, what a file name may contain made visible; if nobody listens, the exit code must do."""
    shown = "".join(ascii(char)[1:-1] if _steers(char) else char for char in text)
    with suppress(OSError, ValueError):
        print(shown, file=sys.stderr, flush=True)


def _steers(char: str) -> bool:
    """Whether a character would steer the terminal instead of showing on it."""
    control = char < " " or "\x7f" <= char <= "\x9f"
    return (control and char != "\n") or "\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069"
