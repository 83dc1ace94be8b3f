"""Rules as plain data: what a run needs of them, and nothing else.

A plan is made from rule files once and kept in the cache; reasons and examples stay in the rule files.
"""

import marshal
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.language import Lang, Say

if TYPE_CHECKING:
    from lint_reports.rulelang.spec import RuleSpec  # a plan from the cache needs none

Plain = Any
_FORMAT = 2
"""Of `marshal`: the last that says the same of equal values, however often they are referred to."""


class Entry(NamedTuple):
    """A rule of a plan: what decides whether it runs, and the rest packed, which few documents need of most rules.

    Attributes:
        id, kind, severity, enabled: as in `Rule`.
        always: it has something to say of every document.
        literals: what else one of must stand in a document, on lines of their own.
        rest: what `rule_of` unpacks.
    """

    id: str
    kind: str
    severity: int
    enabled: bool
    always: bool
    literals: str
    rest: bytes | memoryview


Plan = tuple[Entry, ...]
"""Some rules, in the order of their ids. As tuples and no more, `marshal` can store them."""


class Rule(NamedTuple):
    """One rule, as the engine runs it. The fields say what those of `RuleSpec` say."""

    id: str
    kind: str
    severity: Severity
    enabled: bool
    confidence: Confidence
    message: Say
    basis: tuple[Basis, ...]
    scope: Mapping[str, Plain]
    applies: Plain
    at: str
    related: tuple[tuple[str, Say], ...]
    fix: Mapping[str, str | None] | None
    options: Mapping[str, Plain]
    trusted: bool
    title: Say = Say("", "")


def make_plan(specs: Iterable["RuleSpec"]) -> Plan:
    """The plan of some rules."""
    return tuple(_entry(spec) for spec in sorted(specs, key=lambda spec: spec.id))


def _entry(spec: "RuleSpec") -> Entry:
    rule = Rule(
        spec.id,
        spec.kind,
        spec.severity,
        spec.enabled,
        spec.confidence,
        spec.message,
        spec.basis,
        spec.scope,
        spec.applies,
        spec.at,
        spec.related,
        spec.fix,
        spec.options,
        spec.trusted,
        spec.title,
    )
    return entry_of(rule, spec.triggers)


def entry_of(rule: Rule, triggers: tuple[str, ...] | None) -> Entry:
    """A rule as a plan has it.

    Args:
        rule: the rule.
        triggers: strings one of which must stand in a document for the rule to find anything; `None` if it may always.
    """
    always = triggers is None or "" in triggers
    literals = "\n".join(filter(None, triggers or ()))
    return Entry(rule.id, rule.kind, int(rule.severity), rule.enabled, always, literals, _packed(rule))


def _packed(rule: Rule) -> bytes:
    return marshal.dumps(_copied(tuple(rule[_HEAD:])), _FORMAT)


_HEAD = 4
"""How many fields of `Rule` stand in an `Entry` as they are."""


def _copied(value: Plain) -> Plain:
    """Only what `marshal` stores: no mapping but `dict`, no sequence but `tuple`, no enumeration but its value."""
    if isinstance(value, Mapping):
        return {_copied(key): _copied(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_copied(item) for item in value)
    return str(value) if isinstance(value, str) else value


def titles_of(plan: Plan, lang: Lang) -> Mapping[str, str]:
    """What each rule of a plan is called, by its id."""
    return {rule.id: rule.title.text(lang) for rule in map(rule_of, plan)}


def patterns_of(plan: Plan) -> Iterator[str]:
    """The sources of all patterns in the rules that come with the program."""
    for rule in map(rule_of, plan):
        if rule.trusted:
            yield from _sources(rule.options)


def _sources(value: Plain) -> Iterator[str]:
    if isinstance(value, Mapping):
        if "source" in value and "literals" in value:  # what `rulelang.patterns.read_pattern` makes
            yield value["source"]
        value = tuple(value.values())
    if isinstance(value, tuple):
        for item in value:
            yield from _sources(item)


def data_of(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The data files that rules have read, with their digests."""
    for rule in map(rule_of, plan):
        yield from _data(tuple(rule.options.values()))


def _data(values: tuple[Plain, ...]) -> Iterator[tuple[str, bytes]]:
    for value in values:
        if isinstance(value, Mapping):
            if isinstance(value.get("digest"), bytes):  # what `rulelang.data.read_terms` makes
                yield value["file"], value["digest"]
            yield from _data(tuple(value.values()))
        elif isinstance(value, tuple):
            yield from _data(value)


def rule_of(entry: Entry) -> Rule:
    """One rule of a plan."""
    rest = marshal.loads(entry.rest)  # noqa: S302 - what `_packed` made
    confidence, message, basis, scope, applies, at, related, fix, options, trusted, title = rest
    return Rule(
        entry.id,
        entry.kind,
        Severity(entry.severity),
        entry.enabled,
        Confidence(confidence),
        Say(*message),
        tuple([Basis(*one) for one in basis]),
        scope,
        applies,
        at,
        tuple([(name, Say(*say)) for name, say in related]),
        fix,
        options,
        trusted,
        Say(*title),
    )


def with_options(entry: Entry, options: Mapping[str, Plain]) -> Entry:
    """The same rule with other options."""
    return entry._replace(rest=_packed(rule_of(entry)._replace(options=options)))
