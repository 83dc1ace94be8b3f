"""Which rules a run uses: the shipped packs, the user's own, and what is selected of them."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from lint_reports.cache import cached_plan
from lint_reports.errors import UsageError
from lint_reports.finding import Severity
from lint_reports.language import Say
from lint_reports.plan import Plan, Rule, make_plan
from lint_reports.rulelang.builtin import builtin_packs

if TYPE_CHECKING:
    from lint_reports.rulelang.spec import Pack  # a run whose rules come from the cache loads no rule language


def load_plan(extra: Sequence[str] = ()) -> Plan:
    """The shipped rules and those in further files and folders, as a plan.

    Raises:
        RuleFileError: if a rule file has mistakes.
    """
    shipped = builtin_packs()
    files = [*shipped, *_files(extra)]
    return cached_plan(
        files, len(shipped), lambda: make_plan(rule for pack in load_specs(extra) for rule in pack.rules)
    )


def load_specs(extra: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The same rules with everything that their files say of them. Reads YAML.

    Raises:
        RuleFileError: if a rule file has mistakes.
    """
    # Imported here: a run whose rules come from the cache reads no rule files.
    from lint_reports.kinds import KINDS
    from lint_reports.rulelang.loading import check_unique, load_packs

    packs = load_packs(builtin_packs(), KINDS, trusted=True) + load_packs(extra, KINDS, trusted=False)
    check_unique(packs)
    return packs


def _files(paths: Sequence[str]) -> list[str]:
    if not paths:
        return []
    from lint_reports.rulelang.loading import rule_files  # 15 ms, and only for rules of one's own

    return [file for path in paths for file in rule_files(path)]


def choose(plan: Plan, select: Sequence[str], ignore: Sequence[str], least: Severity) -> Plan:
    """The rules to run.

    Args:
        plan: all rules.
        select: ids, packs or patterns (`outline/*`); nothing selects all that are on. A rule that is off by default
            runs only if it is selected by its id.
        ignore: the same, for what not to run.
        least: rules of a lower severity run only if they are selected by their id.

    Raises:
        UsageError: if one of them names no rule.
    """
    rules = [Rule(*plain) for plain in plan]
    names = [rule.id for rule in rules]
    for pattern in (*select, *ignore):
        if not any(_matches(name, pattern) for name in names):
            raise _no_such_rule(pattern, names)
    return tuple(
        plain
        for plain, rule in zip(plan, rules, strict=True)
        if ((rule.enabled and rule.severity >= least) or rule.id in select)
        and (not select or any(_matches(rule.id, pattern) for pattern in select))
        and not any(_matches(rule.id, pattern) for pattern in ignore)
    )


def _matches(rule: str, pattern: str) -> bool:
    return rule == pattern or rule.partition("/")[0] == pattern or fnmatchcase(rule, pattern)


def _no_such_rule(pattern: str, names: Sequence[str]) -> UsageError:
    from lint_reports.rulelang.schema import nearest  # only for this mistake

    near = nearest(pattern, [*sorted({name.partition("/")[0] for name in names}), *names])
    zh, en = (f"是否想写“{near}”？", f"; did you mean “{near}”?") if near else ("", ";")
    say = Say(
        f"没有规则或规则包“{pattern}”。{zh}全部规则见 lint-reports rules list。",
        f"no rule or pack “{pattern}”{en} `lint-reports rules list` shows them all",
    )
    return UsageError(say)
