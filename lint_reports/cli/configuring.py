"""The options that say where settings come from, and the configuration that the options of a command make."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from lint_reports.cli.adding import adding, split
from lint_reports.cli.telling import tell
from lint_reports.configuration import Asked, Configuration
from lint_reports.discovery import SUFFIXES, Sieve, find_files
from lint_reports.errors import UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace  # most runs need none of it

    from lint_reports.rulelang.located import Scalar  # nor this


def add_options(made: ArgumentParser, lang: Lang) -> None:
    """Adds which configuration holds, and which files are left out."""
    add = adding(made, lang)
    add_sources(made, lang)
    add(
        "--no-exclude",
        action="store_true",
        zh="配置中 exclude 排除的文件也检查",
        en="check also what the configuration excludes",
    )
    add(
        "--no-gitignore",
        action="store_true",
        zh="文件夹中被 git 忽略的文件也检查",
        en="check also files in folders that git ignores",
    )


def add_sources(made: ArgumentParser, lang: Lang) -> None:
    """Adds which configuration holds."""
    add = adding(made, lang)
    add(
        "--profile",
        metavar="NAME",
        zh="方案：公文（默认）、网页、出版",
        en="a set of severities: official (the default), web, publication",
    )
    add("--config", metavar="FILE", zh="只用这个配置文件", en="use this configuration file and no other")
    add("--no-config", action="store_true", zh="不用配置文件", en="use no configuration file")


def configured(options: Namespace, arguments: Sequence[str], linters: Linters) -> Configuration:
    """The configuration of a run.

    Args:
        options: what was given to a command with the options of `check`, or some of them.
        arguments: the same before it was read; the language may be a default or asked for.
        linters: where rules come from.

    Raises:
        UserError: if a configuration or an option has mistakes.
    """
    if options.config is not None and options.no_config:
        raise UsageError(
            Say("--config 和 --no-config 不能同时使用。", "--config and --no-config cannot stand together")
        )
    asked = Asked(_asked(options, arguments), options.config, options.no_config)
    first = _first(options)
    configuration = Configuration(asked, linters, first)
    linters.chosen(configuration.settings(first))  # its mistakes are told before anything is written
    return configuration


def own_packs(named: Sequence[str]) -> tuple[str, ...]:
    """The rule files that are named, and those of the configuration of the working folder.

    Raises:
        UserError: if it has mistakes.
    """
    from lint_reports.configuration.merging import each_once  # only for commands on rules

    return each_once((*Configuration(Asked(), Linters()).settings("").rule_files, *named))


def _first(options: Namespace) -> str:
    """The path whose configuration decides the language."""
    paths: list[str] = getattr(options, "paths", None) or ["."]
    first = str(getattr(options, "stdin_name", ".")) if paths[0] == "-" else paths[0]
    return os.path.join(first, "") if os.path.isdir(first) else first


def _asked(options: Namespace, arguments: Sequence[str]) -> dict[str, Any]:
    given = {
        "profile": _profile(options.profile) if options.profile else None,
        "severity": getattr(options, "severity", None),
        "fail-on": getattr(options, "fail_on", None),
        "select": tuple(split(getattr(options, "select", None))) or None,
        "ignore": tuple(split(getattr(options, "ignore", None))) or None,
        "packs": tuple(getattr(options, "rules", None) or ()) or None,
        "encoding": _encoding(getattr(options, "encoding", None)),
        "baseline": getattr(options, "baseline", None),
        "strict-excuses": getattr(options, "strict_excuses", False) or None,
        "lang": options.lang if _asks_for_language(arguments) else None,
    }
    return {key: value for key, value in given.items() if value is not None}


def _asks_for_language(arguments: Sequence[str]) -> bool:
    return bool(os.environ.get("LINT_REPORTS_LANG")) or any(
        argument.partition("=")[0] == "--lang" for argument in arguments
    )


def _profile(name: str) -> str:
    from lint_reports.configuration.fields import EVERYWHERE  # only where one is named

    return _as_field(EVERYWHERE["profile"].read, name)


def _encoding(name: str | None) -> str | None:
    if name is None:
        return None
    from lint_reports.configuration.fields import read_encoding  # only where one is named

    return _as_field(read_encoding, name)


def _as_field(read: Callable[[Scalar], str], text: str) -> str:
    """What an option says, read as the field of a configuration that says the same."""
    from lint_reports.rulelang.located import Place, Scalar, Wrong

    try:
        return read(Scalar(Place("", 0, 0), text, plain=True))
    except Wrong as wrong:
        raise UsageError(wrong.say) from None


def chosen_files(paths: Sequence[str], configuration: Configuration, options: Namespace) -> Iterator[str]:
    """The files that some paths mean, without what is excluded, and in folders without what git ignores.

    Raises:
        UsageError: at once, if a path does not exist.
    """
    named: list[Sieve] = [] if options.no_exclude else [configuration]
    excluded = bool(named and paths) and all(is_excluded(path, configuration) for path in paths)
    if excluded:
        _tell_excluded(configuration.lang)
    walked: list[Sieve] = []
    if configuration.gitignore and not options.no_gitignore and any(map(os.path.isdir, paths)):
        from lint_reports.gitignore import Gitignore  # only where folders are walked

        walked.append(Gitignore())
    found = find_files(paths, named, walked)
    first = next(found, None)
    if first is None:
        if not excluded and any(map(os.path.isdir, paths)):
            _tell_nothing(paths, configuration.lang)
        return iter(())
    return chain((first,), found)


def is_excluded(path: str, configuration: Configuration) -> bool:
    """Whether a file or folder is excluded by the configuration."""
    whole = os.path.normpath(path)
    judge = configuration.within(os.path.dirname(whole))
    return judge is not None and judge(os.path.basename(whole), os.path.isdir(whole))


def _tell_nothing(paths: Sequence[str], lang: Lang) -> None:
    """A folder full of Word files would pass for a clean one, too."""
    zh = f"{'、'.join(paths)} 中没有可检查的 {'、'.join(SUFFIXES)} 文件；Word、PDF、网页文件请先另存为文本。"
    en = f"nothing to check in {', '.join(paths)}: no {', '.join(SUFFIXES)} files; save Word, PDF, HTML as text first"
    tell(f"lint-reports: {Say(zh, en).text(lang)}")


def _tell_excluded(lang: Lang) -> None:
    """Silence would pass for a clean run. Where a hook names the files of a commit, nobody sees this."""
    say = Say(
        "lint-reports: 给出的都被配置中的 exclude 排除，什么也没有检查；要检查请加 --no-exclude。",
        "lint-reports: all that is named is excluded by the configuration, and nothing is checked; try --no-exclude",
    )
    tell(say.text(lang))
