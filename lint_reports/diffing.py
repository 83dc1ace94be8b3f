"""What a change does to a file, as a unified diff: for people, and for `patch` and `git apply`."""

from __future__ import annotations

from collections.abc import Iterator

from lint_reports.patterns import lazy

# U+2028 and the like are characters, not line ends; `str.splitlines` takes them for such.
_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_STEERING = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_COLORS = {"---": "1", "+++": "1", "@": "36", "-": "31", "+": "32"}


def unified(name: str, old: str, new: str, *, for_terminal: bool = False, color: bool = False) -> Iterator[str]:
    """The lines of a diff with three lines of context; nothing if the texts are the same.

    Args:
        name: how the file is called.
        old: its text before.
        new: its text after.
        for_terminal: make visible what a terminal would obey; `patch` could not read that.
        color: with colour codes.
    """
    from difflib import unified_diff  # only for --diff

    header = _visible(name)
    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), header, header):
        shown = _visible(line) if for_terminal else line
        body = shown.rstrip("\r\n")
        end = shown[len(body) :]
        yield (_painted(body) if color else body) + (end or "\n\\ No newline at end of file\n")


def _visible(text: str) -> str:
    return _STEERING.sub(_escaped, text)


def _escaped(found: object) -> str:
    return ascii(found[0])[1:-1]  # type: ignore[index]


def _painted(line: str) -> str:
    code = next((code for start, code in _COLORS.items() if line.startswith(start)), None)
    return line if code is None else f"\x1b[{code}m{line}\x1b[0m"
