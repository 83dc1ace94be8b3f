"""Profiles: sets of severities for one kind of text. They are files in `rules/profiles`, one for each."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint_reports.cache import kept
from lint_reports.configuration.layers import Layer
from lint_reports.language import Say
from lint_reports.rulelang.builtin import builtin_rules

_KEYS = ("rules", "select", "ignore", "severity", "fail-on")


class Profile(NamedTuple):
    """One profile.

    Attributes:
        names: how it may be called: in Chinese, in English.
        title: what it is for, in a few words.
        layer: what it says, as a configuration says it.
    """

    names: Sequence[str]
    title: Say
    layer: Layer


def profiles() -> Mapping[str, Profile]:
    """The profiles that come with the program, by their English names."""
    folder = os.path.join(builtin_rules(), "profiles")
    found = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): _profile(os.path.join(folder, name)) for name in found}


def profile_names() -> Mapping[str, str]:
    """What a profile may be called, and how its file is called."""
    return {name: english for english, profile in profiles().items() for name in profile.names}


def _profile(file: str) -> Profile:
    with open(file, "rb") as stream:
        content = stream.read()

    def make() -> Any:
        # Imported here: what is kept need not be read.
        from lint_reports.configuration.fields import EVERYWHERE
        from lint_reports.configuration.reading import read_values
        from lint_reports.rulelang.fields import say
        from lint_reports.rulelang.schema import Field, ListOf, Text

        own: dict[str, Field] = {"names": ListOf(Text()), "title": say("what it is for")}
        return read_values(content, file, toml=False, fields=own | {key: EVERYWHERE[key] for key in _KEYS})

    values, places = kept("profile", content, make)
    said = {key: value for key, value in values.items() if key in _KEYS}
    title = Say(values["title"]["zh"], values["title"]["en"])
    return Profile(values["names"], title, Layer(file, os.path.dirname(file), said, places))
