"""Patterns for paths mean what git means by them."""

from __future__ import annotations

import pytest

from lint_reports.globs import decide, read_glob


def said(patterns: str, path: str) -> bool | None:
    return decide([glob for line in patterns.split() if (glob := read_glob(line))], path)


CASES = {
    "a name, anywhere": ("a.txt", "x/a.txt", True),
    "another name": ("a.txt", "x/b.txt", None),
    "a star stays in its folder": ("x/*.txt", "x/y/a.txt", None),
    "two stars do not": ("x/**/*.txt", "x/y/a.txt", True),
    "from here only": ("/a.txt", "x/a.txt", None),
    "a folder": ("x/", "x/", True),
    "a file called like a folder": ("x/", "x", None),
    "what is in a folder is not asked": ("x/", "x/a.txt", None),
    "all in a folder": ("x/**", "x/a.txt", True),
    "given back": ("*.txt !a.txt", "a.txt", False),
    "the last one counts": ("*.txt !a.txt a.*", "a.txt", True),
    "Chinese": ("草稿/*.md", "草稿/一.md", True),
    "nothing said": ("", "a.txt", None),
}


@pytest.mark.parametrize("patterns, path, wanted", CASES.values(), ids=CASES)
def test_what_patterns_say_of_a_path(patterns, path, wanted) -> None:
    assert said(patterns, path) is wanted


@pytest.mark.parametrize("line", ["", "   ", "# a.txt"])
def test_a_line_without_a_pattern(line) -> None:
    assert read_glob(line) is None


def test_what_is_no_pattern() -> None:
    with pytest.raises(ValueError, match="pattern"):
        read_glob("!")
