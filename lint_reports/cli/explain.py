"""`lint-reports explain RULE`: why a rule is there, on what grounds, good and bad, how to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_reports.cli.configuring import own_packs
from lint_reports.cli.describing import fix_of, grounds_of, marked
from lint_reports.cli.parsing import parser
from lint_reports.errors import ExitCode, UsageError
from lint_reports.finding import Severity
from lint_reports.language import Lang, Say
from lint_reports.notices import NOTICES, Notice
from lint_reports.rulelang.schema import nearest
from lint_reports.rulelang.spec import RuleSpec
from lint_reports.rules import load_specs


def run(arguments: Sequence[str], lang: Lang) -> int:
    """Prints the page of each rule."""
    made = parser("explain", Say("解释一条或几条规则。", "Explain one or more rules."), lang)
    made.add_argument("names", nargs="+", metavar="RULE", help=Say("规则名，例如 outline/gap", "a rule id").text(lang))
    extra = Say("另加的规则文件或文件夹", "further rule files or folders").text(lang)
    made.add_argument("--rules", action="append", default=[], metavar="PATH", help=extra)
    options = made.parse_args(arguments)
    rules = {rule.id: rule for pack in load_specs(own_packs(options.rules)) for rule in pack.rules}
    for name in options.names:
        if name not in rules and name not in NOTICES:
            raise UsageError(_no_such_rule(name, [*rules, *NOTICES]))
    for number, name in enumerate(options.names):
        page = _page(rules[name], options.lang) if name in rules else _notice_page(name, NOTICES[name], options.lang)
        print(("\n" if number else "") + "\n".join(page))
    return ExitCode.CLEAN


def _no_such_rule(name: str, rules: Sequence[str]) -> Say:
    near = nearest(name, rules)
    zh, en = (f"是否想写“{near}”？", f"; did you mean “{near}”?") if near else ("", ";")
    return Say(
        f"没有规则“{name}”。{zh}全部规则见 lint-reports rules list。",
        f"no rule “{name}”{en} `lint-reports rules list` shows them all",
    )


def _page(rule: RuleSpec, lang: Lang) -> Iterator[str]:
    off = "" if rule.enabled else Say("，默认关", ", off by default").text(lang)
    severity = Say(f"（{rule.severity.label}{off}）", f" ({rule.severity.label}{off})").text(lang)
    yield f"{rule.id}  {rule.title.text(lang)}{severity}"
    if rule.why:
        yield f"\n{rule.why.text(lang)}"
    grounds = grounds_of(rule)
    yield "\n" + Say(f"依据：{grounds.zh}", f"Basis: {grounds.en}").text(lang)
    yield Say("提示：", "Message: ").text(lang) + rule.message.text(lang)
    yield Say("修改：", "Fix: ").text(lang) + fix_of(rule).text(lang)
    for bad, head in ((True, Say("误例：", "Bad:")), (False, Say("正例：", "Good:"))):
        yield "\n" + head.text(lang)
        for number, example in enumerate(one for one in rule.examples if one.bad is bad):
            yield from ["    ──"] * bool(number)
            yield from (f"    {line}" for line in marked(example).splitlines())


def _notice_page(name: str, notice: Notice, lang: Lang) -> Iterator[str]:
    """The page of one of the rules on excuses, which stand in no rule file."""
    severity = Severity.WARNING.label
    yield f"{name}  {notice.title.text(lang)}" + Say(f"（{severity}）", f" ({severity})").text(lang)
    yield f"\n{notice.why.text(lang)}"
    yield "\n" + Say("修改：", "Fix: ").text(lang) + notice.fix.text(lang)
    for head, sample in ((Say("误例：", "Bad:"), notice.bad), (Say("正例：", "Good:"), notice.good)):
        yield "\n" + head.text(lang)
        yield from (f"    {line}" for line in sample.splitlines())
