"""What options a command has, and what they are where none is given.

`argparse` reads options, and takes 4 ms to load and to be told of them. Most runs name files and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Protocol, cast

from lint_reports.errors import UsageError
from lint_reports.language import Lang, Say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace  # see above


def add_common(made: ArgumentParser, lang: Lang) -> None:
    """Adds the options that all commands and their parts have."""
    common = made.add_argument_group(Say("通用", "common").text(lang))
    common.add_argument("-h", "--help", action="help", help=Say("帮助", "show this help").text(lang))
    common.add_argument(
        "--lang", choices=("zh", "en"), default=lang, help=Say("提示所用的语言", "language of messages").text(lang)
    )


class Add(Protocol):
    """Adds one option; what is not its names and its help goes to `argparse` as it is."""

    def __call__(self, *names: str, zh: str, en: str, **options: object) -> None:
        """Adds it, with its help in both languages."""


AddOptions = Callable[["ArgumentParser", Lang], None]
"""What adds some options to a command."""


def adding(made: ArgumentParser, lang: Lang, title: Say | None = None) -> Add:
    """What adds options to a command, under a heading of their own in its help if a title is given."""
    place = made.add_argument_group(title.text(lang)) if title else made

    def add(*names: str, zh: str, en: str, **options: object) -> None:
        place.add_argument(*names, help=Say(zh, en).text(lang), **options)  # type: ignore[arg-type]

    return add


def positive(value: str) -> int:
    """A whole number of at least 1, for the type of an option."""
    if not (value.isascii() and value.isdecimal() and int(value)):
        from argparse import ArgumentTypeError  # loaded by now: it is what asks

        raise ArgumentTypeError(f"{value!r} is no whole number of at least 1")
    return int(value)


def split(values: Sequence[str] | None) -> list[str]:
    """Values that may be given several times, or several at once with commas."""
    parts = [part.strip() for value in values or () for part in value.split(",")]
    if values and not any(parts):
        raise UsageError(
            Say(
                "规则名是空的。全部规则见 lint-reports rules list。",
                "no rule is named; `lint-reports rules list` shows them all",
            )
        )
    return [part for part in parts if part]


class _Unasked:
    """Is told of options as a parser of `argparse` is, and notes what each of them is if it is not given."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}

    def add_argument_group(self, _title: str) -> _Unasked:
        """What is told of the options of a group."""
        return self

    def add_argument(self, *names: str, action: str = "store", default: object = None, **_options: object) -> None:
        """An option."""
        name = next((name for name in names if name.startswith("--")), None)
        if name is not None and action != "help":
            value = False if action == "store_true" else default
            self.values[name.removeprefix("--").replace("-", "_")] = value


def only_paths(paths: Sequence[str], adders: Iterable[AddOptions], lang: Lang) -> Namespace | None:
    """What a parser with some options makes of arguments that are paths; `None` if they are more than that.

    Args:
        paths: the arguments.
        adders: what adds the options.
        lang: the language of messages.
    """
    if not paths or any(path.startswith("-") for path in paths):
        return None
    unasked: Any = _Unasked()
    for add_options in (add_common, *adders):
        add_options(unasked, lang)
    return cast("Namespace", SimpleNamespace(**unasked.values, paths=list(paths)))
