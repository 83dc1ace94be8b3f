"""Patterns for paths, as git reads them in `.gitignore`.

The library `pathspec` turns them into regular expressions. These are plain data that can be kept, so that most runs
need not load it (60 ms).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

Glob = tuple[str, bool]
"""A regular expression for paths, and whether it takes what it matches, or, after `!`, gives it back."""


def read_glob(line: str) -> Glob | None:
    """One pattern; `None` for a comment or an empty line.

    Raises:
        ValueError: if it is no pattern.
    """
    from pathspec import GitIgnoreSpec  # 60 ms, and only for patterns that are not kept

    for pattern in GitIgnoreSpec.from_lines([line]).patterns:
        if pattern.regex is not None and pattern.include is not None:
            return str(pattern.regex.pattern), pattern.include
    return None


def decide(globs: Sequence[Glob], path: str) -> bool | None:
    """What the patterns say of a path: the last one that matches counts; `None` if none does.

    What a pattern takes with a folder is not asked of the files in it, but of the folder.

    Args:
        globs: the patterns, in the order of their file.
        path: from the folder of that file, with `/`; the path of a folder ends in one.
    """
    for source, taken in reversed(globs):
        found = _compiled(source).match(path)
        if found and _is_itself(found):
            return taken
    return None


_compiled = cache(re.compile)


def _is_itself(found: re.Match[str]) -> bool:
    """Whether the path is matched, and not one of the folders that it stands in: these, `pathspec` marks."""
    return "ps_d" not in found.re.groupindex or found["ps_d"] is None or found.end("ps_d") == len(found.string)
