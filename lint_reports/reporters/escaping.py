"""What a document or a file name may contain, made harmless for where it is written."""

import os
from typing import NamedTuple

from lint_reports.patterns import lazy

# What a terminal would obey instead of showing: control characters, and marks that turn the direction of writing.
_UNSHOWN = {
    **{
        code: "\ufffd"
        for first, last in ((0, 0x1F), (0x7F, 0x9F), (0x200E, 0x200F), (0x2028, 0x202E), (0x2066, 0x2069))
        for code in range(first, last + 1)
    },
    ord("\t"): " ",
}
# What XML 1.0 and HTML cannot write at all, not even as a reference.
_UNWRITABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\ufdd0-\ufdef]")


def printable(text: str) -> str:
    """A text that is safe to print: nothing in it is obeyed by a terminal, and tabs take one column."""
    return text if text.isprintable() else text.translate(_UNSHOWN)


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
        here = os.path.join(os.getcwd(), "")
        inside = path.startswith(here)
        path = path.removeprefix(here)
    else:
        inside = not path.startswith(os.pardir)
    return Path(path.replace(os.sep, "/"), inside)
