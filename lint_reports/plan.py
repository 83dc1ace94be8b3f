"""Rules as plain data: what a run needs of them, and nothing else.

A plan is made from rule files once and kept in the cache; reasons and examples stay in the rule files.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.language import Lang, Say

if TYPE_CHECKING:
    from lint_reports.rulelang.spec import RuleSpec  # a plan from the cache needs none

Plain = Any


class Rule(NamedTuple):
    """One rule, as the engine runs it. The fields say what those of `RuleSpec` say."""

    id: str
    kind: str
    severity: Severity
    confidence: Confidence
    message: Say
    basis: tuple[Basis, ...]
    scope: Mapping[str, Plain]
    applies: Plain
    at: str
    related: tuple[tuple[str, Say], ...]
    fix: Mapping[str, str | None] | None
    enabled: bool
    options: Mapping[str, Plain]
    triggers: tuple[str, ...] | None
    trusted: bool
    title: Say = Say("", "")


Plan = tuple[tuple[Plain, ...], ...]
"""The rules as tuples of plain data, in the order of their ids."""


def make_plan(specs: Iterable[RuleSpec]) -> Plan:
    """The plan of some rules."""
    return tuple(_plain(spec) for spec in sorted(specs, key=lambda spec: spec.id))


def _plain(spec: RuleSpec) -> tuple[Plain, ...]:
    return (
        spec.id,
        spec.kind,
        int(spec.severity),
        str(spec.confidence),
        tuple(spec.message),
        tuple(tuple(basis) for basis in spec.basis),
        _copied(spec.scope),
        _copied(spec.applies),
        spec.at,
        tuple((name, tuple(say)) for name, say in spec.related),
        _copied(spec.fix),
        spec.enabled,
        _copied(spec.options),
        spec.triggers,
        spec.trusted,
        tuple(spec.title),
    )


def _copied(value: Plain) -> Plain:
    """Only what `marshal` stores: no mapping but `dict`, no sequence but `tuple`, no enumeration but its value."""
    if isinstance(value, Mapping):
        return {_copied(key): _copied(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return tuple(_copied(item) for item in value)
    return str(value) if isinstance(value, str) else value


def titles_of(plan: Plan, lang: Lang) -> Mapping[str, str]:
    """What each rule of a plan is called, by its id."""
    return {rule.id: Say(*rule.title).text(lang) for rule in (Rule(*plain) for plain in plan)}


def patterns_of(plan: Plan) -> Iterator[str]:
    """The sources of all patterns in the rules that come with the program."""
    for plain in plan:
        if Rule(*plain).trusted:
            yield from _sources(rule_of(plain).options)


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
    for plain in plan:
        yield from _data(tuple(rule_of(plain).options.values()))


def _data(values: tuple[Plain, ...]) -> Iterator[tuple[str, bytes]]:
    for value in values:
        if isinstance(value, Mapping):
            if isinstance(value.get("digest"), bytes):  # what `rulelang.data.read_terms` makes
                yield value["file"], value["digest"]
            yield from _data(tuple(value.values()))
        elif isinstance(value, tuple):
            yield from _data(value)


def packed(plan: Plan) -> Plan:
    """The same plan, its options as bytes that `rule_of` unpacks: of few rules does a document need any."""
    options = Rule._fields.index("options")
    return tuple((*plain[:options], marshal.dumps(plain[options]), *plain[options + 1 :]) for plain in plan)


def rule_of(plain: tuple[Plain, ...]) -> Rule:
    """One rule of a plan."""
    rule = Rule(*plain)
    if isinstance(rule.options, bytes):
        rule = rule._replace(options=marshal.loads(rule.options))  # noqa: S302 - what `packed` made
    return rule._replace(
        severity=Severity(plain[2]),
        confidence=Confidence(plain[3]),
        message=Say(*plain[4]),
        basis=tuple(Basis(*basis) for basis in plain[5]),
        related=tuple((name, Say(*say)) for name, say in plain[9]),
        title=Say(*rule.title),
    )
