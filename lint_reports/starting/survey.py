"""A look at the documents of a folder: how many there are, what they are written in, where they come from."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_reports.analysis import analyse
from lint_reports.discovery import find_files
from lint_reports.errors import InputError
from lint_reports.facts import Role
from lint_reports.gitignore import Gitignore
from lint_reports.readers import read
from lint_reports.readers.encoding import MAX_BYTES
from lint_reports.text import HAN

_MOST_READ = 200
_LEAST_HAN = 50
_HAN = re.compile(HAN)
_TRADITIONAL = 10.0
"""Per cent of the characters of a text that only Traditional script has; Simplified texts have a few in names."""
_FOR_DEVELOPERS = re.compile(r"(?i)(?:README|CHANGELOG|CONTRIBUTING|LICEN[CS]E|SECURITY|CODE_OF_CONDUCT)\b.*")


class Survey(NamedTuple):
    """What was seen in a folder.

    Attributes:
        endings: how many documents there are, by their endings, the most frequent first.
        read: how many of them were read: all, or some from everywhere.
        encodings: how many of these are in which encoding.
        unreadable: how many of these could not be read.
        chinese: how many of these are in Chinese.
        traditional: how many of the Chinese ones are in Traditional script.
        web: how many of the Chinese ones have what web pages leave: labels with dates and sources, navigation.
        others: patterns for what is no report: texts for developers, folders without a Chinese document.
    """

    endings: tuple[tuple[str, int], ...]
    read: int
    encodings: tuple[tuple[str, int], ...]
    unreadable: int
    chinese: int
    traditional: int
    web: int
    others: tuple[str, ...]


class _Seen(NamedTuple):
    """What one document is like."""

    path: str
    encoding: str | None = None
    chinese: bool = False
    traditional: bool = False
    web: bool = False


def survey(folder: str) -> Survey:
    """Looks at the documents that `check` would find in a folder."""
    files = [os.path.relpath(path, folder) for path in find_files([folder], (), [Gitignore()])]
    developers = sorted({name for name in files if _FOR_DEVELOPERS.fullmatch(name)})
    files = [name for name in files if name not in developers]
    seen = [_look(folder, name) for name in _some(files)]
    chinese = [one for one in seen if one.chinese]
    return Survey(
        endings=_counted(os.path.splitext(name)[1].lower() for name in files),
        read=len(seen),
        encodings=_counted(one.encoding for one in seen if one.encoding),
        unreadable=sum(one.encoding is None for one in seen),
        chinese=len(chinese),
        traditional=sum(one.traditional for one in chinese),
        web=sum(one.web for one in chinese),
        others=(*(f"/{name}" for name in developers), *_foreign(files, seen)),
    )


def _some(files: Sequence[str]) -> Sequence[str]:
    """Not too many of some files, from everywhere among them."""
    step = max(1, -(-len(files) // _MOST_READ))
    return files[::step]


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _look(folder: str, name: str) -> _Seen:
    try:
        with open(os.path.join(folder, name), "rb") as file:
            document = read(file.read(MAX_BYTES + 1), name)
    except (OSError, InputError):
        return _Seen(name)
    han, characters = len(_HAN.findall(document.text)), len("".join(document.text.split()))
    if han < _LEAST_HAN or 3 * han < characters:
        return _Seen(name, document.encoding)
    analysis = analyse(document)
    script = analysis.script
    return _Seen(
        name,
        document.encoding,
        chinese=True,
        traditional=script is not None and script.share >= _TRADITIONAL,
        web=any(role in (Role.CHROME, Role.METADATA) for role in analysis.parts.of_block),
    )


def _foreign(files: Sequence[str], seen: Sequence[_Seen]) -> list[str]:
    """Top folders all of whose documents were read, and none is in Chinese."""
    all_in, read_in = (Counter(_top(name) for name in names) for names in (files, [one.path for one in seen]))
    chinese = {_top(one.path) for one in seen if one.chinese or one.encoding is None}
    return [f"/{top}/" for top in sorted(all_in) if top and read_in[top] == all_in[top] and top not in chinese]


def _top(name: str) -> str:
    first, separator, _ = name.replace(os.sep, "/").partition("/")
    return first if separator else ""
