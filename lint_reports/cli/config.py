"""`lint-reports config`: what holds for a file and why, whether configurations are right, and their schema."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence

from lint_reports.cli.adding import add_common
from lint_reports.cli.configuring import add_sources, configured, is_excluded
from lint_reports.cli.parsing import parser
from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.folders import TOML, YAML
from lint_reports.errors import ConfigError, ExitCode, UsageError, UserError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Runs `config show`, `config check` or `config schema`."""
    about = Say(
        "显示对文件起作用的设置，检查配置文件，输出配置文件的 JSON Schema。",
        "Show what holds for a file, check configuration files, print their JSON Schema.",
    )
    made = parser("config", about, lang)
    commands = made.add_subparsers(dest="command", required=True, metavar="show | check | schema")

    def add(name: str, zh: str, en: str) -> ArgumentParser:
        part: ArgumentParser = commands.add_parser(name, help=Say(zh, en).text(lang), add_help=False)
        add_common(part, lang)
        return part

    _add_show(add("show", "显示对一个文件起作用的设置", "show what holds for a file"), lang)
    check = add("check", "检查配置文件", "check configuration files")
    check.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=_CHECKED.text(lang))
    add("schema", "输出配置文件的 JSON Schema", "print the schema of configuration files")
    options = made.parse_args(arguments)
    return _COMMANDS[options.command](options, arguments)


_CHECKED = Say("配置文件，或其下都要检查的文件夹；不写则为当前文件夹", "configuration files, or folders that have some")


def _add_show(made: ArgumentParser, lang: Lang) -> None:
    made.add_argument("path", metavar="FILE", help=Say("文件，可以还不存在", "a file, which need not exist").text(lang))
    origin = Say("逐项写明来自哪个文件的哪一行", "say of each value where it comes from").text(lang)
    made.add_argument("--origin", action="store_true", help=origin)
    made.add_argument("--format", choices=("text", "json"), default="text", help=Say("格式", "format").text(lang))
    add_sources(made, lang)


def _show(options: Namespace, arguments: Sequence[str]) -> int:
    from lint_reports.configuration.showing import as_data, as_text  # only for this command

    options.paths = [options.path]
    configuration = configured(options, arguments, Linters())
    effective, files = configuration.effective(options.path), configuration.files(options.path)
    excluded = is_excluded(options.path, configuration)
    if options.format == "json":
        told = {"path": options.path, "files": files, "excluded": excluded, "settings": as_data(effective)}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return ExitCode.CLEAN
    lang = configuration.lang
    print(f"# {options.path}")
    print(f"# {_sources(files).text(lang)}")
    if excluded:
        print(f"# {Say('这个文件被 exclude 排除，不检查', 'this file is excluded and not checked').text(lang)}")
    print(as_text(effective, lang, origins=options.origin))
    return ExitCode.CLEAN


def _sources(files: Sequence[str]) -> Say:
    if not files:
        return Say("没有配置文件", "no configuration file")
    return Say(f"配置文件：{'、'.join(files)}", f"configuration files: {', '.join(files)}")


def _check(options: Namespace, _arguments: Sequence[str]) -> int:
    """All mistakes in all files; those that several files have in common are told once."""
    wrong: dict[str, None] = {}
    files = list(_found(options.paths))
    linters = Linters()
    for file in files:
        try:
            Configuration(Asked(), linters, file).verify(file)
        except UserError as error:
            wrong[error.message(options.lang)] = None
    if wrong:
        raise ConfigError(Say(*["\n".join(wrong)] * 2))
    print(
        Say(f"{len(files)} 个配置文件，没有错误。", f"configuration files without mistakes: {len(files)}").text(
            options.lang
        )
    )
    return ExitCode.CLEAN


def _found(paths: Sequence[str]) -> Iterator[str]:
    """The configuration files among some paths and in folders, sorted."""
    for path in paths:
        if not os.path.lexists(path):
            raise UsageError(Say(f"没有这个文件或文件夹：{path}。", f"no such file or folder: {path}"))
        if not os.path.isdir(path):
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
            yield from (os.path.normpath(os.path.join(folder, name)) for name in (YAML, TOML) if name in names)


def _schema(_options: Namespace, _arguments: Sequence[str]) -> int:
    from lint_reports.configuration.jsonschema import config_schema  # only for this command

    print(json.dumps(config_schema(), ensure_ascii=False, indent=1))
    return ExitCode.CLEAN


_COMMANDS: Mapping[str, Callable[[Namespace, Sequence[str]], int]] = {
    "show": _show,
    "check": _check,
    "schema": _schema,
}
