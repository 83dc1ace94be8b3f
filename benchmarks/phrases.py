"""Phrases put together from `phrases.yaml`."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.figures import FIGURES

_SLOT = re.compile(r"\{([^}]+)\}")
_RANGE = re.compile(r"(\d+)-(\d+)")


@cache
def phrases() -> dict[str, Any]:
    """The file, once read."""
    text = Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return read


class Speaker:
    """Says things about one place by chance, and no entry again before all of its name have been said.

    Args:
        chance: what decides.
        names: what stands for itself, as `place`.
        entries: what may be said, by name.
    """

    def __init__(self, chance: random.Random, names: Mapping[str, str], entries: Mapping[str, Sequence[str]]) -> None:
        self._chance = chance
        self._names = names
        self._entries = entries
        self._left: dict[str, list[str]] = {}

    def of(self, name: str) -> str:
        """One of the entries of a name, with its slots filled."""
        left = self._left.get(name)
        if not left:
            left = self._left[name] = list(self._entries[name])
            self._chance.shuffle(left)
        return self.say(left.pop())

    def say(self, pattern: str) -> str:
        """A pattern with its slots filled."""
        return _SLOT.sub(self._fill, pattern)

    def _fill(self, slot: re.Match[str]) -> str:
        name = slot[1]
        if name in self._names:
            return self._names[name]
        if name in FIGURES:
            return FIGURES[name](self._chance)
        if span := _RANGE.fullmatch(name):
            return str(self._chance.randint(int(span[1]), int(span[2])))
        return self.of(name)
