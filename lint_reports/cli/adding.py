"""What options a command has, and what they are where none is given.

`argparse` reads options, and takes 4 ms to load and to be told of them. Most runs name files and write out their
few options, which takes a tenth of that to read.
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


class _Plain:
    """Is told of options as a parser of `argparse` is, and reads arguments that are written in the plainest way.

    Attributes:
        values: what each option is; if it is not given, its default.
    """

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self._flags: dict[str, str] = {}
        self._valued: dict[str, tuple[str, Sequence[str] | None]] = {}

    def add_argument_group(self, _title: str) -> _Plain:
        """What is told of the options of a group."""
        return self

    def add_argument(
        self,
        *names: str,
        action: str = "store",
        default: object = None,
        choices: Sequence[str] | None = None,
        **more: object,
    ) -> None:
        """An option."""
        name = next((name for name in names if name.startswith("--")), None)
        if name is None or action == "help":
            return
        key = name.removeprefix("--").replace("-", "_")
        self.values[key] = False if action == "store_true" else default
        if action == "store_true":
            self._flags |= dict.fromkeys(names, key)
        elif action == "store" and "type" not in more:
            self._valued |= dict.fromkeys(names, (key, choices))

    def read(self, arguments: Sequence[str]) -> bool:
        """Whether arguments are that plain: paths, and whole options with values that they take."""
        paths: list[str] = []
        waiting = iter(arguments)
        for argument in waiting:
            if argument in self._flags:
                self.values[self._flags[argument]] = True
            elif argument in self._valued:
                key, choices = self._valued[argument]
                value = next(waiting, "-")
                if value.startswith("-") or (choices and value not in choices):
                    return False
                self.values[key] = value
            elif argument.startswith("-"):
                return False
            else:
                paths.append(argument)
        self.values["paths"] = paths
        return bool(paths)


def plain(arguments: Sequence[str], adders: Iterable[AddOptions], lang: Lang) -> Namespace | None:
    """What a parser with some options makes of arguments written in the plainest way; `None` if they are not, or wrong.

    Args:
        arguments: paths and options.
        adders: what adds the options.
        lang: the language of messages.
    """
    reader: Any = _Plain()
    for add_options in (add_common, *adders):
        add_options(reader, lang)
    return cast("Namespace", SimpleNamespace(**reader.values)) if reader.read(arguments) else None
