"""`lint-reports baseline`: keeps the file of known findings, which do not fail a check while new ones do."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_reports.baseline import Entries, Key, Ledger, State, combined, size
from lint_reports.baseline_file import read_entries, written
from lint_reports.cli import configuring, options as main_options
from lint_reports.cli.adding import add_common, adding
from lint_reports.cli.configuring import configured
from lint_reports.cli.excusing import add_strictness, policies, relative, today, without_side_excuses
from lint_reports.cli.output import writing
from lint_reports.cli.parsing import parser
from lint_reports.cli.running import add_processes, begun, use_cache
from lint_reports.configuration import Configuration
from lint_reports.errors import ExitCode, UsageError
from lint_reports.language import Lang, Say
from lint_reports.linter import Linters
from lint_reports.nearest import BASELINE, Nearest, inside, repository_of
from lint_reports.notices import NOTICES, Policy
from lint_reports.report import Failure
from lint_reports.rulelang.loading import Mistakes
from lint_reports.rulelang.located import LINE_END, Wrong

_MOST_LISTED = 20


class _Run(NamedTuple):
    """What a run has shown.

    Attributes:
        file: the baseline.
        before: what it knew; nothing if there is none yet.
        state: how that and what there is agree.
        failed: the files that could not be checked, with the reason.
    """

    file: str
    before: Entries
    state: State
    failed: Sequence[Failure]


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Runs `baseline create`, `update`, `prune` or `show`."""
    about = Say(
        "维护基线：已有的问题记入文件，检查时不再报出；新出现的照常报出。",
        "Keep a baseline: known findings are written to a file and no longer reported; new ones are.",
    )
    made = parser("baseline", about, lang)
    commands = made.add_subparsers(dest="command", required=True, metavar=" | ".join(_COMMANDS))
    for name, (say, _) in _COMMANDS.items():
        part: ArgumentParser = commands.add_parser(name, help=say.text(lang), add_help=False, allow_abbrev=False)
        add_common(part, lang)
        _add_options(part, name, lang)
    options = made.parse_args(arguments)
    use_cache(options)
    return _COMMANDS[options.command][1](options, arguments)


def _add_options(part: ArgumentParser, name: str, lang: Lang) -> None:
    add = adding(part, lang)
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        zh="文件或文件夹（默认为当前文件夹）",
        en="files or folders (default: this one)",
    )
    add(
        "--baseline",
        metavar="FILE",
        zh=f"基线文件（默认用配置所写的，或最近的 {BASELINE}，新建时放在仓库根目录）",
        en=f"the file (default: that of the configuration, or the nearest {BASELINE}; a new one goes to the "
        "root of the repository)",
    )
    if name == "update":
        add("--allow-growth", action="store_true", zh="允许总数增加", en="let the total grow")
    main_options.add_encoding(part, lang)
    main_options.add_choice(part, lang)
    configuring.add_options(part, lang)
    add_strictness(part, lang)
    add_processes(part, lang)
    part.set_defaults(stdin_name="<stdin>", output=None, format="text", changed_since=None, changed_lines=False)
    part.set_defaults(timings=False)


def opened(file: str) -> Ledger:
    """The entries of a baseline, for a run to use up.

    Raises:
        RuleFileError: if the file has mistakes.
        UsageError: if it cannot be read.
    """
    folder = os.path.dirname(os.path.abspath(file))
    return Ledger(_read(file), lambda path: not os.path.lexists(os.path.join(folder, path)))


def _read(file: str) -> Entries:
    try:
        with open(file, encoding="utf-8-sig", newline="") as stream:
            source = stream.read()
    except FileNotFoundError:
        zh = f"没有基线文件 {file}。请检查路径，或用 lint-reports baseline create 生成。"
        raise UsageError(
            Say(zh, f"no baseline {file}; check the path, or make one with `lint-reports baseline create`")
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            Say(f"读不了基线文件 {file}：{reason}。", f"cannot read the baseline {file}: {reason}")
        ) from None
    try:
        return read_entries(source, file)
    except Wrong as wrong:
        mistakes = Mistakes()
        mistakes.add(wrong, LINE_END.split(source))
        mistakes.throw()
        raise


def _create(options: Namespace, arguments: Sequence[str]) -> int:
    configuration, linters = _configured(options, arguments)
    file = _file_of(options, configuration) or os.path.join(repository_of(options.paths[0]), BASELINE)
    if os.path.lexists(file):
        zh = f"{file} 已经存在。要重新记录请用 lint-reports baseline update，或先删去它。"
        raise UsageError(Say(zh, f"{file} exists; use `lint-reports baseline update`, or delete it first"))
    found = _measured(file, {}, options, configuration, linters)
    _write(file, found.state.new)
    _tell(
        Say(
            f"已写入 {file}：{_counted(found.state.new).zh}。",
            f"{file} written: {_counted(found.state.new).en}.",
        ),
        configuration.lang,
    )
    return _code(found, configuration.lang)


def _update(options: Namespace, arguments: Sequence[str]) -> int:
    found, lang = _existing(options, arguments)
    state = found.state
    after = combined(state.standing, state.untouched, state.new)
    if size(after) > size(found.before) and not options.allow_growth:
        for say in _listed(state.new):
            _tell(say, lang)
        _tell(
            Say(
                f"{found.file} 未改动：总数会从 {size(found.before)} 处增至 {size(after)} 处。"
                "请先改好新出现的问题，或用 --allow-growth 接受。",
                f"{found.file} is unchanged: the total would grow from {size(found.before)} to {size(after)}. "
                "Mend what is new, or accept it with --allow-growth.",
            ),
            lang,
        )
        return ExitCode.FINDINGS
    _rewrite(found, after)
    new = size(state.new)
    zh = f"{found.file} 现有 {size(after)} 处（原 {size(found.before)} 处）：新增 {new} 处，改好 {state.fixed} 处。"
    total = _number(size(after), "finding")
    en = f"{found.file} has {total}, {size(found.before)} before: {new} new, {state.fixed} mended."
    _tell(Say(zh, en), lang)
    return _code(found, lang)


def _prune(options: Namespace, arguments: Sequence[str]) -> int:
    found, lang = _existing(options, arguments)
    after = combined(found.state.standing, found.state.untouched)
    _rewrite(found, after)
    zh = f"{found.file} 现有 {size(after)} 处：删去已改好的 {found.state.fixed} 处。"
    en = f"{found.file} has {_number(size(after), 'finding')}; dropped as mended: {found.state.fixed}."
    _tell(Say(zh, en), lang)
    return _code(found, lang)


def _show(options: Namespace, arguments: Sequence[str]) -> int:
    if not options.paths:
        options.paths = ["."]
        configuration, _ = _configured(options, arguments)
        file = _existing_file(options, configuration)
        return _overview(file, _read(file), configuration.lang)
    found, lang = _existing(options, arguments)
    _overview(found.file, found.before, lang)
    for say in _listed(found.state.new):
        _tell(say, lang)
    new, known = size(found.state.new), size(found.state.standing)
    fixed = found.state.fixed
    zh = f"与现状相比：仍在 {known} 处，改好 {fixed} 处（可用 prune 删去），新出现 {new} 处（检查时会报出）。"
    en = f"Now: {known} still there, {fixed} mended (`prune` drops them), {new} new (reported by `check`)."
    _tell(Say(zh, en), lang)
    return _code(found, lang)


_COMMANDS: Mapping[str, tuple[Say, Callable[[Namespace, Sequence[str]], int]]] = {
    "create": (Say("把现有问题记入新的基线", "write the findings there are to a new baseline"), _create),
    "update": (
        Say("按现状重记；总数会增加时须加 --allow-growth", "write it anew; to let the total grow, add --allow-growth"),
        _update,
    ),
    "prune": (Say("删去已改好的，不增加任何一处", "drop what is mended, add nothing"), _prune),
    "show": (
        Say("列出各规则、各文件的数量；给出路径时与现状相比", "how much it knows; with paths, against what there is"),
        _show,
    ),
}


def _configured(options: Namespace, arguments: Sequence[str]) -> tuple[Configuration, Linters]:
    options.paths = options.paths or ["."]
    if "-" in options.paths:
        raise UsageError(Say("基线只记文件，不能用 -。", "a baseline is of files; - cannot be used"))
    linters = Linters(today())
    return configured(options, arguments, linters), linters


def _file_of(options: Namespace, configuration: Configuration) -> str | None:
    path: str = options.paths[0]
    return configuration.settings(path).baseline or Nearest(BASELINE).above(inside(path))


def _existing_file(options: Namespace, configuration: Configuration) -> str:
    file = _file_of(options, configuration)
    if file is None:
        zh = f"没有找到 {BASELINE}。用 lint-reports baseline create 生成，或用 --baseline 指明。"
        raise UsageError(
            Say(zh, f"no {BASELINE} found; make one with `lint-reports baseline create`, or name it with --baseline")
        )
    return file


def _existing(options: Namespace, arguments: Sequence[str]) -> tuple[_Run, Lang]:
    configuration, linters = _configured(options, arguments)
    file = _existing_file(options, configuration)
    return _measured(file, _read(file), options, configuration, linters), configuration.lang


def _measured(file: str, before: Entries, options: Namespace, configuration: Configuration, linters: Linters) -> _Run:
    """Checks the paths, and compares what there is with what a baseline knew."""
    folder = os.path.dirname(os.path.abspath(file))
    ledger = Ledger(before, lambda path: not os.path.lexists(os.path.join(folder, path)))
    policy_of = policies(configuration, linters)
    checked: dict[str, Policy] = {}
    failed: list[Failure] = []
    run = begun(configuration, linters, options)
    for outcome in without_side_excuses(run.outcomes, configuration, linters, options.paths):
        if isinstance(outcome, Failure):
            failed.append(outcome)
            continue
        path = relative(outcome.name, folder)
        ledger.match(path, outcome.findings)
        if not outcome.problems:
            checked[path] = policy_of(outcome.name)
    return _Run(file, before, ledger.state(lambda key: _is_mended(key, checked)), failed)


def _is_mended(key: Key, checked: Mapping[str, Policy]) -> bool:
    """Whether what is no longer found is mended: its rule was run on its file, or is none any more."""
    policy = checked.get(key.path)
    if policy is None:
        return False
    if key.rule in NOTICES:
        return key.rule in policy.notices
    return key.rule in policy.ran or key.rule not in policy.known


def _rewrite(found: _Run, after: Entries) -> None:
    if after != found.before:
        _write(found.file, after)


def _write(file: str, entries: Entries) -> None:
    with writing(file) as (write, _):
        write(written(entries))


def _overview(file: str, entries: Entries, lang: Lang) -> int:
    """Prints how much a baseline knows, of which rules and in which files."""
    counted = _counted(entries)
    _tell(Say(f"{file}：{counted.zh}。", f"{file}: {counted.en}."), lang)
    for title, count in (
        (Say("规则：", "Rules:"), _by(entries, lambda key: key.rule)),
        (Say("文件：", "Files:"), _by(entries, lambda key: key.path)),
    ):
        if count:
            _tell(title, lang)
        for line in _ranked(count, lang):
            print(line)
    return ExitCode.CLEAN


def _ranked(count: Mapping[str, int], lang: Lang) -> Iterator[str]:
    """The largest numbers first; a long list ends with how many are left out."""
    ranked = sorted(count.items(), key=lambda item: (-item[1], item[0]))
    for name, number in ranked[:_MOST_LISTED]:
        yield f"{number:6} {_printable(name)}"
    left = len(ranked) - _MOST_LISTED
    if left > 0:
        yield Say(f"       ……另有 {left} 项", f"       … and {left} more").text(lang)


def _by(entries: Entries, what: Callable[[Key], str]) -> Mapping[str, int]:
    count: Counter[str] = Counter()
    for key, number in entries.items():
        count[what(key)] += number
    return count


def _counted(entries: Entries) -> Say:
    files, rules = len({key.path for key in entries}), len({key.rule for key in entries})
    return Say(
        f"{size(entries)} 处已知问题（{files} 个文件，{rules} 条规则）",
        f"{_number(size(entries), 'known finding')} ({_number(files, 'file')}, {_number(rules, 'rule')})",
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _listed(new: Entries) -> Iterator[Say]:
    for key, count in sorted(new.items())[:_MOST_LISTED]:
        text = f"“{key.before}⟦{key.text}⟧{key.after}”" + (f" ×{count}" if count > 1 else "")
        yield Say(f"新：{key.path} {key.rule} {text}", f"new: {key.path} {key.rule} {text}")
    left = len(new) - _MOST_LISTED
    if left > 0:
        yield Say(f"新：……另有 {left} 项", f"new: … and {left} more")


def _code(found: _Run, lang: Lang) -> int:
    """2 if files could not be checked, which is said; else 0."""
    for failure in found.failed:
        reason = failure.reason
        zh = f"{failure.name}：未检查，它的问题按原样保留。{reason.zh}"
        print(
            _printable(Say(zh, f"{failure.name}: not checked, what was known of it is kept. {reason.en}").text(lang)),
            file=sys.stderr,
        )
    return ExitCode.USAGE if found.failed else ExitCode.CLEAN


def _tell(say: Say, lang: Lang) -> None:
    print(_printable(say.text(lang)))


def _printable(text: str) -> str:
    """A text that a terminal does not obey; names of files may contain anything."""
    return "".join(char if char.isprintable() or char == " " else "\ufffd" for char in text)
