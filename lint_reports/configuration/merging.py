"""Several sources of settings, made one: what wins over what, and where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from lint_reports.configuration.layers import Layer, Origin, shown
from lint_reports.finding import Severity
from lint_reports.settings import Settings

DEFAULTS: Mapping[str, Any] = {
    "severity": "warning",
    "fail-on": "warning",
    "lang": "zh",
    "gitignore": True,
    "strict-excuses": False,
}


_OPTIONS = {"packs": "--rules", "lang": "--lang/LINT_REPORTS_LANG"}
"""Where an option of the command line is not called as the key is, or may also stand in the environment."""


class Item(NamedTuple):
    """One value of a setting.

    Attributes:
        name: of a rule; empty where a setting has one value, or a list of them.
        value: what it is.
        origin: where it comes from.
    """

    name: str
    value: Any
    origin: Origin


class Source(NamedTuple):
    """What one place says: a profile, a file, an override in it, or the command line.

    Attributes:
        values: what it says, by key; `None` for what it leaves open.
        origin: where the value under some keys stands.
        folder: where its paths begin; empty where they are taken as they are written.
    """

    values: Mapping[str, Any]
    origin: Callable[..., Origin]
    folder: str = ""


Effective = Mapping[str, tuple[Item, ...]]
"""What holds for a file, by key: no item for what is left open."""


def sources(layers: Sequence[Layer], overrides: Sequence[tuple[int, int]], asked: Mapping[str, Any]) -> list[Source]:
    """What speaks for a file, the weakest first: a profile, the files with their overrides, the command line.

    Args:
        layers: the configuration files, the outermost first.
        overrides: those that hold for the file: the number of the configuration file, and that in it.
        asked: what the command line says.
    """
    found = []
    for at, layer in enumerate(layers):
        found.append(source_of(layer))
        found += [_override(layer, number) for where, number in overrides if where == at]
    found.append(Source(asked, _option))
    return [*_profile(found), *found]


def source_of(layer: Layer) -> Source:
    """A file as a source, without its overrides."""
    return Source(layer.values, layer.origin, layer.folder)


def _override(layer: Layer, number: int) -> Source:
    def origin(*path: str | int) -> Origin:
        return layer.origin("overrides", number, *path)

    return Source(layer.values["overrides"][number], origin, layer.folder)


def _option(key: str, *_rest: object) -> Origin:
    return Origin(_OPTIONS.get(key, f"--{key}"))


def _profile(said: Sequence[Source]) -> list[Source]:
    """The profile that the last of some sources names one: the weakest of all."""
    named = [source.values["profile"] for source in said if source.values.get("profile")]
    if not named:
        return []
    from lint_reports.configuration.profiles import profiles  # only where one is named

    return [source_of(profiles()[named[-1]].layer)]


def merge(sources: Iterable[Source]) -> Effective:
    """What holds when some sources are put together.

    Args:
        sources: the weakest first.
    """
    merged: dict[str, tuple[Item, ...]] = {key: (Item("", value, Origin("")),) for key, value in DEFAULTS.items()}
    for source in sources:
        if source.values.get("select") is not None:
            merged.pop("ignore", None)  # the choice begins anew
        for key, value in source.values.items():
            if value is not None and key in _MERGE:
                merged[key] = _MERGE[key](merged.get(key, ()), key, value, source)
    return merged


def _replaced(_before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    return (Item("", value, source.origin(key)),)


def _replaced_list(_before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    return tuple(Item("", one, source.origin(key, number)) for number, one in enumerate(value))


def _added(before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    return before + _replaced_list((), key, value, source)


def _added_paths(before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    items = _replaced_list((), key, value, source)
    return before + tuple(item._replace(value=_path(source.folder, item.value)) for item in items)


def _replaced_path(_before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    return (Item("", _path(source.folder, value), source.origin(key)),)


def _path(folder: str, path: str) -> str:
    return path if not folder else shown(os.path.normpath(os.path.join(folder, os.path.expanduser(path))))


def _added_rules(before: tuple[Item, ...], key: str, value: Any, source: Source) -> tuple[Item, ...]:
    """Rules by name. Of those in one place, the exact name counts more than a pattern, and that more than a pack."""
    items = [Item(name, said, source.origin(key, name)) for name, said in value.items()]
    items.sort(key=_exactness)
    fresh = {item.name for item in items}
    kept = [item for item in before if item.name not in fresh]
    known = {item.name: item.value for item in before}
    return (*kept, *(item._replace(value=_completed(item.value, known.get(item.name))) for item in items))


def _completed(said: Mapping[str, Any], before: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """What is said of a rule, and what was said of it before."""
    before = before or {}
    return {
        "severity": said["severity"] or before.get("severity"),
        "options": {**(before.get("options") or {}), **(said["options"] or {})},
    }


def _exactness(item: Item) -> int:
    if any(char in item.name for char in "*?["):
        return 1
    return 2 if "/" in item.name else 0


_MERGE: Mapping[str, Callable[[tuple[Item, ...], str, Any, Source], tuple[Item, ...]]] = {
    "profile": _replaced,
    "severity": _replaced,
    "fail-on": _replaced,
    "lang": _replaced,
    "encoding": _replaced,
    "gitignore": _replaced,
    "strict-excuses": _replaced,
    "baseline": _replaced_path,
    "select": _replaced_list,
    "ignore": _added,
    "rules": _added_rules,
    "packs": _added_paths,
    "packages": _added,
    "exclude": _added,
}
"""How a value meets the one that was there before. Keys that are not here concern one file only."""


def settings_of(effective: Effective, packages: Sequence[str]) -> Settings:
    """The settings of a file.

    Args:
        effective: what holds for it.
        packages: the folders of its installed packs.
    """

    def one(key: str) -> Any:
        items = effective.get(key, ())
        return items[0].value if items else None

    rules = effective.get("rules", ())
    return Settings(
        rule_files=each_once((*packages, *_values(effective, "packs"))),
        select=_values(effective, "select"),
        ignore=_values(effective, "ignore"),
        levels=tuple((item.name, _level(item.value["severity"])) for item in rules if item.value["severity"]),
        thresholds=tuple(
            (item.name, option, number) for item in rules for option, number in item.value["options"].items()
        ),
        least=Severity[one("severity").upper()],
        fail_on=_level(one("fail-on")),
        lang=one("lang"),
        encoding=one("encoding"),
        baseline=one("baseline"),
        strict_excuses=one("strict-excuses"),
    )


def each_once(paths: Iterable[str]) -> tuple[str, ...]:
    """Some paths without those that mean the same as one before."""
    return tuple({os.path.abspath(path): path for path in reversed(list(paths))}.values())[::-1]


def _values(effective: Effective, key: str) -> tuple[str, ...]:
    return tuple(item.value for item in effective.get(key, ()))


def _level(word: str) -> Severity | None:
    return Severity.__members__.get(word.upper())  # None for off and never
