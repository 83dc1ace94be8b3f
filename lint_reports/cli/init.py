"""`lint-reports init`: looks around, and writes a first configuration and a hook. Nothing is replaced unasked."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_reports.cli.output import writing
from lint_reports.cli.parsing import parser
from lint_reports.configuration.folders import TOML, YAML, Folders
from lint_reports.configuration.profiles import profile_names, profiles
from lint_reports.discovery import SUFFIXES
from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say
from lint_reports.nearest import root_of
from lint_reports.rulelang.located import Place
from lint_reports.rulelang.schema import unknown
from lint_reports.starting.hook import add_hook, entry, has_hook
from lint_reports.starting.starter import proposed_profile, starter
from lint_reports.starting.survey import Survey, survey

HOOKS = ".pre-commit-config.yaml"


class _File(NamedTuple):
    """A file to be written, and what is done."""

    path: str
    text: str
    done: Say


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Writes the files, or shows them."""
    options = _options(arguments, lang)
    lang = options.lang
    if not os.path.isdir(options.folder):
        raise UsageError(Say(f"没有文件夹 {options.folder}。", f"no such folder: {options.folder}"))
    if not options.force:
        _refuse_second(options.folder)
    seen = survey(options.folder)
    for say in _told(seen):
        print(say.text(lang))
    files = [_configuration(options, seen), *([] if options.no_hook else _hook(options.folder, lang))]
    for file in files:
        if options.dry_run:
            print(f"\n--- {file.path}\n{file.text}", end="")
            continue
        with writing(file.path) as (write, _):
            write(file.text)
        print(file.done.text(lang))
    print("\n" + _NEXT.text(lang).replace("FOLDER", _shown(options.folder)))
    return ExitCode.CLEAN


def _options(arguments: Sequence[str], lang: Lang) -> Namespace:
    about = Say(
        "看过文件夹里的文件后，写一份初始配置 lint-reports.yaml，并在 .pre-commit-config.yaml 里加上钩子。",
        "Looks at the documents of a folder, writes a first lint-reports.yaml, and adds a hook to "
        ".pre-commit-config.yaml.",
    )
    made = parser("init", about, lang)

    def add(*names: str, zh: str, en: str, **options: object) -> None:
        made.add_argument(*names, help=Say(zh, en).text(lang), **options)  # type: ignore[arg-type]

    add(
        "folder",
        nargs="?",
        default=".",
        metavar="FOLDER",
        zh="文件夹，默认为当前文件夹",
        en="the current one if left out",
    )
    add("--profile", metavar="NAME", zh="用这个方案，而不是建议的", en="this profile instead of the proposed one")
    add("--no-hook", action="store_true", zh="不加钩子", en="add no hook")
    add("--dry-run", action="store_true", zh="只显示要写什么，不写", en="show what would be written, and write nothing")
    add("--force", action="store_true", zh="已有配置也重写", en="write a new configuration even if there is one")
    return made.parse_args(arguments)


def _refuse_second(folder: str) -> None:
    """Raises `UsageError` if there is a configuration."""
    yaml = os.path.join(folder, YAML)
    there = yaml if os.path.lexists(yaml) else None
    here = os.path.abspath(folder)
    if there is None and any(layer.folder == here for layer in Folders().layers(here)):
        there = os.path.join(folder, TOML)
    if there is not None:
        zh = f"已有配置 {there}，没有改动。要重写请加 --force；只想看看会写什么，请加 --dry-run --force。"
        raise UsageError(Say(zh, f"{there} is there already and stays as it is; --force writes a new one"))


def _configuration(options: Namespace, seen: Survey) -> _File:
    names = profile_names()
    if options.profile is not None and options.profile not in names:
        raise UsageError(unknown(Place("", 0, 0), options.profile, names, Say("方案", "profile")).say)
    english = names[options.profile] if options.profile else proposed_profile(seen)
    profile = profiles()[english]
    called = Say(profile.names[0], profile.names[-1])
    path = os.path.normpath(os.path.join(options.folder, YAML))
    done = Say(f"写好 {path}：方案为“{called.zh}”。", f"wrote {path} with the profile “{called.en}”")
    reason = profile.title if options.profile else _reason(seen)
    return _File(path, starter(seen, called, reason, options.lang), done)


def _reason(seen: Survey) -> Say:
    if proposed_profile(seen) == "web":
        zh = f"看过的 {seen.chinese} 个中文文件里，{seen.web} 个带有网页的来源、发布日期或导航文字。"
        return Say(zh, f"Of {seen.chinese} Chinese documents, {seen.web} have labels or navigation of web pages.")
    return Say(
        "公文即默认的级别，从网页取下的文本宜用“网页”。", "official is the default; web suits text from web pages."
    )


def _hook(folder: str, lang: Lang) -> Iterator[_File]:
    """The configuration of pre-commit with our hook; nothing if it has it, or there is no repository."""
    root = root_of(os.path.abspath(folder))
    if root is None:
        print(Say("不是 git 仓库，没有加钩子。", "this is no git repository; no hook was added").text(lang))
        return
    path = os.path.relpath(os.path.join(root, HOOKS))
    text = _text(path)
    if has_hook(text):
        print(Say(f"{path} 里已有钩子，没有改动。", f"{path} has the hook already and stays as it is").text(lang))
        return
    below = os.path.relpath(os.path.abspath(folder), root).replace(os.sep, "/")
    endings = "|".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    lines = entry(("" if below == "." else f"^{re.escape(below)}/.*") + rf"\.({endings})$")
    added = add_hook(text, lines)
    if added is None:
        zh = f"{path} 的写法无法自动添加，请自己在 repos 下加上："
        print(Say(zh, f"{path} cannot be added to; put this below repos:").text(lang), *lines, sep="\n")
        return
    yield _File(path, added, Say(f"写好 {path}：加了一个钩子。", f"wrote {path} with one more hook"))


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        zh = f"{path} 读不了，什么也没有写；可加 --no-hook。"
        raise UsageError(Say(zh, f"{path} cannot be read, nothing was written; try --no-hook: {error}")) from None


def _told(seen: Survey) -> Iterator[Say]:
    total = sum(number for _, number in seen.endings)
    if not total:
        yield Say("这里没有 .txt、.md 文件。", "there are no .txt or .md files here")
        return
    endings = "，".join(f"{ending} {number}" for ending, number in seen.endings)
    yield Say(f"共 {total} 个文件：{endings}。", f"{total} documents: {endings.replace('，', ', ')}")
    encodings = "，".join(f"{name} {number}" for name, number in seen.encodings)
    zh = f"看了 {seen.read} 个：中文 {seen.chinese}，其中繁体 {seen.traditional}、带网页残留 {seen.web}"
    yield Say(
        f"{zh}；编码 {encodings}。",
        f"{seen.read} were read: {seen.chinese} in Chinese, of these {seen.traditional} in Traditional script and "
        f"{seen.web} with leftovers of web pages; encodings: {encodings.replace('，', ', ')}",
    )
    if seen.unreadable:
        zh = f"{seen.unreadable} 个读不了：用 lint-reports check 检查时会逐个说明。"
        yield Say(zh, f"{seen.unreadable} could not be read; `lint-reports check` says why")


def _shown(folder: str) -> str:
    return "." if os.path.normpath(folder) == "." else folder


_NEXT = Say(
    "接下来：\n"
    "  lint-reports check FOLDER --statistics  # 看看有多少问题，哪些规则不合适\n"
    "  lint-reports baseline create FOLDER  # 已有的问题先记下，以后只报新出现的\n"
    "  pre-commit install  # 让钩子在每次提交时运行",
    "Next:\n"
    "  lint-reports check FOLDER --statistics  # see how much there is, and which rules do not suit\n"
    "  lint-reports baseline create FOLDER  # keep what there is for later, and report only what is new\n"
    "  pre-commit install  # have the hook run at every commit",
)
