"""Which rules a run uses: the shipped packs, the user's own, and what the settings make of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from lint_reports.cache import cached_plan
from lint_reports.errors import UsageError
from lint_reports.finding import Severity
from lint_reports.language import Lang, Say
from lint_reports.notices import KIND, Policy, notice_plan
from lint_reports.plan import Entry, Plan, make_plan, rule_of, with_options
from lint_reports.rulelang.builtin import builtin_packs
from lint_reports.settings import Settings

if TYPE_CHECKING:
    from lint_reports.rulelang.spec import Pack  # a run whose rules come from the cache loads no rule language


def load_plan(extra: Sequence[str] = ()) -> Plan:
    """The shipped rules, those in further files and folders, and those on excuses, as a plan.

    Raises:
        RuleFileError: if a rule file has mistakes.
    """
    shipped = builtin_packs()
    files = [*shipped, *_files(extra)]
    plan = cached_plan(
        files, len(shipped), lambda: make_plan(rule for pack in load_specs(extra) for rule in pack.rules)
    )
    return tuple(sorted((*plan, *notice_plan())))


def policy_of(plan: Plan, today: str = "", *, strict: bool = False) -> Policy:
    """How excuses are judged.

    Args:
        plan: all rules, also those that are not run.
        today: the day that expiries are compared with, as `YYYY-MM-DD`; empty if nothing expires.
        strict: an excuse must give a reason.
    """
    return Policy(known={rule.id: rule.enabled for rule in plan if rule.kind != KIND}, today=today, strict=strict)


def policy_for(policy: Policy, chosen: Plan, lang: Lang) -> Policy:
    """The policy for a run of some rules, which say what is run and which notices are wanted."""
    return policy._replace(
        ran=frozenset(rule.id for rule in chosen if rule.kind != KIND),
        notices={rule.id: Severity(rule.severity) for rule in chosen if rule.kind == KIND},
        lang=lang,
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


class NoSuchRuleError(UsageError):
    """A name in the settings that no rule has.

    Args:
        name: the id, pack or pattern.
        rules: the ids of all rules.
    """

    def __init__(self, name: str, rules: Sequence[str]) -> None:
        from lint_reports.rulelang.schema import nearest  # only for this mistake

        near = nearest(name, [*sorted({rule.partition("/")[0] for rule in rules}), *rules])
        zh, en = (f"是否想写“{near}”？", f"; did you mean “{near}”?") if near else ("", ";")
        say = Say(
            f"没有规则或规则包“{name}”。{zh}全部规则见 lint-reports rules list。",
            f"no rule or pack “{name}”{en} `lint-reports rules list` shows them all",
        )
        super().__init__(say)
        self.name = name


class NoSuchNumberError(UsageError):
    """A number for a rule that it does not have, or that is out of bounds."""

    def __init__(self, rule: str, option: str, say: Say) -> None:
        super().__init__(Say(f"规则 {rule} 的选项 {option}：{say.zh}", f"option {option} of rule {rule}: {say.en}"))
        self.rule = rule
        self.option = option


def choose(plan: Plan, settings: Settings) -> Plan:
    """The rules to run, with the severities and numbers that the settings give them.

    A rule that is off runs only if it is selected by its id; one that is off by default also if its id is given a
    severity.

    Args:
        plan: all rules.
        settings: `select`, `ignore`, `levels`, `thresholds` and `least` are heeded.

    Raises:
        NoSuchRuleError: if one of them names no rule.
        NoSuchNumberError: if a rule has no such number.
    """
    names = [rule.id for rule in plan]
    _check_names(settings, names)
    exact = {name: (at, name, level) for at, (name, level) in enumerate(settings.levels)}
    patterns = [level for name, level in exact.items() if _is_pattern(name)]
    rules = (_leveled(rule, exact, patterns) for rule in plan) if exact else plan
    chosen = (rule for rule in rules if _is_chosen(rule, settings))
    changed = {rule for rule, _, _ in settings.thresholds}
    return tuple(_with_numbers(rule, settings) if rule.id in changed else rule for rule in chosen)


def _check_names(settings: Settings, names: Sequence[str]) -> None:
    known = {*names, *(name.partition("/")[0] for name in names)}
    for pattern in (*settings.select, *settings.ignore, *(name for name, _ in settings.levels)):
        if pattern not in known and not any(matches(name, pattern) for name in names):
            raise NoSuchRuleError(pattern, names)
    for rule, _, _ in settings.thresholds:
        if rule not in names:
            raise NoSuchRuleError(rule, names)


def matches(rule: str, pattern: str) -> bool:
    """Whether a rule is meant by an id, the name of a pack or a pattern such as `outline/*`."""
    if rule == pattern or rule.partition("/")[0] == pattern:
        return True
    return _is_pattern(pattern) and fnmatchcase(rule, pattern)


def _is_pattern(name: str) -> bool:
    return "*" in name or "?" in name or "[" in name


_Level = tuple[int, str, Severity | None]
"""The number of a level among those of the settings, the rules it is for, and what it is."""


def _leveled(rule: Entry, exact: Mapping[str, _Level], patterns: Sequence[_Level]) -> Entry:
    """The rule with the last level that fits it."""
    named = [exact[name] for name in (rule.id, rule.id.partition("/")[0]) if name in exact]
    fitting = named + [level for level in patterns if fnmatchcase(rule.id, level[1])]
    if not fitting:
        return rule
    _, name, level = max(fitting, key=_number)
    if level is None:
        return rule._replace(enabled=False)
    return rule._replace(severity=int(level), enabled=rule.enabled or name == rule.id)


def _number(level: _Level) -> int:
    return level[0]


def _is_chosen(rule: Entry, settings: Settings) -> bool:
    if rule.id not in settings.select and not (rule.enabled and rule.severity >= settings.least):
        return False
    if settings.select and not any(matches(rule.id, pattern) for pattern in settings.select):
        return False
    return not any(matches(rule.id, pattern) for pattern in settings.ignore)


def _with_numbers(rule: Entry, settings: Settings) -> Entry:
    """The rule with other thresholds.

    Only numbers that its file gives can be changed: of those that are left out, a kind may make something else than of
    any number.
    """
    from lint_reports.kinds import KINDS  # 15 ms, and only for numbers of one's own

    fields = KINDS[rule.kind].FIELDS if rule.kind in KINDS else {}  # those on excuses are of no kind
    options = rule_of(rule).options
    known = [name for name in fields if type(options.get(name)) is int]
    numbers = {option: number for name, option, number in settings.thresholds if name == rule.id}
    for option, number in numbers.items():
        if option not in known:
            raise NoSuchNumberError(rule.id, option, _known(known))
        bounds = fields[option].schema()
        if not bounds["minimum"] <= number <= bounds["maximum"]:
            least, most = bounds["minimum"], bounds["maximum"]
            say = Say(f"应在 {least} 到 {most} 之间。", f"must be from {least} to {most}")
            raise NoSuchNumberError(rule.id, option, say)
    return with_options(rule, {**options, **numbers})


def _known(names: Sequence[str]) -> Say:
    if not names:
        return Say("这条规则没有可调的数值。", "this rule has no number that can be changed")
    return Say(f"没有这个数值，可调的有：{'、'.join(names)}。", f"unknown; it has: {', '.join(names)}")
