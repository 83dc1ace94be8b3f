"""What a document or a file name may contain, made harmless for where it is written."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from lint_reports.patterns import lazy

# What a terminal would obey instead of showing: control characters, and marks that turn the direction of writing.
_UNSHOWN = lazy("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# What XML 1.0 and HTML cannot write at all, not even as a reference.
_UNWRITABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufdd0-\ufdef]")


def printable(text: str) -> str:
    """A text that is safe to print: nothing in it is obeyed by a terminal, and tabs take one column."""
    return text if text.isprintable() else _UNSHOWN.sub(_visible, text)  # few texts are searched


def _visible(found: re.Match[str]) -> str:
    return " " if found.group() == "\t" else "\ufffd"


def writable(text: str) -> str:
    """A text without the characters that XML and HTML do not allow; each is replaced, so that offsets hold."""
    return _UNWRITABLE.sub("\ufffd", text)


class Path(NamedTuple):
    """How a file is named to other programs.

    Attributes:
        name: with slashes; relative to the current folder where it lies inside it.
        inside: whether it does, so that `name` is the path in a repository checked from its root.
    """

    name: str
    inside: bool


def path_of(name: str) -> Path:
    """The path of a file for programs that look for it in a repository: `./a.txt` is `a.txt`."""
    path = os.path.normpath(name) if name else name
    if os.path.isabs(path):
        here = os.getcwd()
        inside = path.startswith(os.path.join(here, ""))
        path = os.path.relpath(path, here) if inside else path
    else:
        inside = not path.startswith(os.pardir)
    return Path(path.replace(os.sep, "/"), inside)
