"""`lint-reports rules`: lists rules, runs their examples, prints the schema of rule files."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from lint_reports.cli.adding import add_common
from lint_reports.cli.configuring import own_packs
from lint_reports.cli.parsing import parser
from lint_reports.errors import ExitCode
from lint_reports.kinds import KINDS
from lint_reports.language import Lang, Say
from lint_reports.rulelang.loading import load_packs
from lint_reports.rulelang.spec import Pack, RuleSpec
from lint_reports.rules import load_specs
from lint_reports.samples import Result, try_rules


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Runs `rules list`, `rules test` or `rules schema`."""
    about = Say(
        "列出规则，运行规则自带的例子，输出规则文件的 JSON Schema。",
        "List rules, run their examples, print the schema.",
    )
    made = parser("rules", about, lang)
    commands = made.add_subparsers(dest="command", required=True, metavar="list | test | schema")

    def add(name: str, zh: str, en: str) -> ArgumentParser:
        part: ArgumentParser = commands.add_parser(name, help=Say(zh, en).text(lang), add_help=False)
        add_common(part, lang)
        return part

    listing = add("list", "列出全部规则", "list all rules")
    listing.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    listing.add_argument("--rules", action="append", default=[], metavar="PATH", help=_EXTRA.text(lang))
    test = add("test", "运行规则自带的例子", "run the examples of rules")
    test.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS.text(lang))
    add("schema", "输出规则文件的 JSON Schema", "print the schema of rule files")
    options = made.parse_args(arguments)
    return _COMMANDS[options.command](options, options.lang)


_EXTRA = Say("另加的规则文件或文件夹", "further rule files or folders")
_PATHS = Say("规则文件或文件夹；不写则为自带的规则", "rule files or folders; the shipped ones if left out")


def _list(options: Namespace, lang: Lang) -> int:
    packs = load_specs(own_packs(options.rules))
    if options.format == "json":
        print(json.dumps([_described(rule) for pack in packs for rule in pack.rules], ensure_ascii=False, indent=1))
        return ExitCode.CLEAN
    if options.format == "markdown":
        from lint_reports.cli.page import page  # only for this format

        print("\n".join(page(packs, lang)))
        return ExitCode.CLEAN
    for pack in packs:
        print(f"{pack.name}  {pack.title.text(lang)}")
        for rule in pack.rules:
            off = "" if rule.enabled else Say("（默认关）", " (off)").text(lang)
            print(f"  {rule.severity.label:<8} {rule.id:<36} {rule.title.text(lang)}{off}")
    return ExitCode.CLEAN


def _described(rule: RuleSpec) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "kind": rule.kind,
        "severity": rule.severity.label,
        "confidence": str(rule.confidence),
        "title": rule.title._asdict(),
        "why": rule.why._asdict() if rule.why else None,
        "message": rule.message._asdict(),
        "basis": [basis._asdict() for basis in rule.basis],
        "fix": rule.fix["safety"] if rule.fix else None,
        "enabled": rule.enabled,
        "tags": list(rule.tags),
        "examples": len(rule.examples),
    }


def _test(options: Namespace, lang: Lang) -> int:
    packs = load_packs(options.paths, KINDS, trusted=False) if options.paths else load_specs()
    results = list(try_rules(_rules(packs)))
    for result in results:
        for surprise in result.surprises:
            place = surprise.place
            print(f"{place.file}:{place.line}:{place.column}: {surprise.rule} {surprise.say.text(lang)}")
    print(_coverage(results, lang))
    return ExitCode.FINDINGS if any(result.surprises for result in results) else ExitCode.CLEAN


def _rules(packs: Iterable[Pack]) -> list[RuleSpec]:
    return [rule for pack in packs for rule in pack.rules]


def _coverage(results: Sequence[Result], lang: Lang) -> str:
    samples = sum(result.samples for result in results)
    wrong = sum(len(result.surprises) for result in results)
    silent = [result.rule for result in results if not result.fired]
    lines = [
        Say(
            f"{len(results)} 条规则，{samples} 个例子，{wrong} 个与标注不符。",
            f"{_number(len(results), 'rule')}, {_number(samples, 'example')}, {wrong} not as marked.",
        ).text(lang)
    ]
    if silent:
        names = Say("、", ", ").text(lang).join(silent)
        lines.append(Say(f"从未报过的规则：{names}", f"rules that never fired: {names}").text(lang))
    return "\n".join(lines)


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _schema(_options: Namespace, _lang: Lang) -> int:
    from lint_reports.rulelang.jsonschema import rule_schema  # only for this command

    print(json.dumps(rule_schema(KINDS), ensure_ascii=False, indent=1))
    return ExitCode.CLEAN


_COMMANDS: Mapping[str, Callable[[Namespace, Lang], int]] = {"list": _list, "test": _test, "schema": _schema}
