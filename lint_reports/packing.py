"""What came of a file as bytes, and back: plain data that `marshal` stores, small where there is nothing to say.

The name of the file is left out, so that the same content is known under every name.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from lint_reports.finding import Basis, Confidence, Safety, Severity
from lint_reports.language import Say
from lint_reports.located import (
    Checked,
    Excerpt,
    Located,
    LocatedEdit,
    LocatedFinding,
    LocatedFix,
    LocatedLabel,
    Place,
)
from lint_reports.report import Failure
from lint_reports.text import Position, maker

_FORMAT = 4
"""Of `marshal`, so that another Python reads the same; it knows what it cannot read."""
_SETS = 1024
_SEVERITIES = {int(severity): severity for severity in Severity}
_CONFIDENCES = {str(confidence): confidence for confidence in Confidence}
_SAFETIES = {str(safety): safety for safety in Safety}
Plain = Any
_make_finding, _make_place, _make_position = maker(LocatedFinding), maker(Place), maker(Position)
_make_excerpt = maker(Excerpt)


class Packer:
    """Packs and unpacks outcomes of one set of rules.

    Args:
        rules: the ids of all rules that ran. Numbers stand for them in what is packed.
    """

    def __init__(self, rules: Sequence[str]) -> None:
        self._rules = tuple(rules)
        self._numbers = {rule: number for number, rule in enumerate(self._rules)}
        self._silent = lru_cache(_SETS)(self._named)  # documents of one kind mostly leave the same rules silent

    def pack(self, outcome: Located) -> bytes:
        """The outcome as bytes, all but the name."""
        if isinstance(outcome, Failure):
            return marshal.dumps(tuple(outcome.reason), _FORMAT)
        silent = array("H", [self._numbers[rule] for rule in outcome.not_applicable]).tobytes()
        if outcome == Checked(outcome.name, (), not_applicable=outcome.not_applicable):
            return marshal.dumps(silent, _FORMAT)
        return marshal.dumps((*_plain(outcome), silent), _FORMAT)

    def unpack(self, content: bytes, name: str) -> Located:
        """The outcome of a file of this name.

        Args:
            content: what `pack` made, unharmed: `marshal` does not bear anything else.
            name: how the file is called.
        """
        plain = marshal.loads(content)  # noqa: S302 - made by `pack`; whoever keeps it sees to that
        if isinstance(plain, bytes):
            return Checked(name, (), not_applicable=self._silent(plain))
        if len(plain) == len(Say._fields):
            return Failure(name, Say(*plain))
        *fields, silent = plain
        return _checked(name, self._silent(silent), *fields)

    def _named(self, numbers: bytes) -> tuple[str, ...]:
        return tuple(map(self._rules.__getitem__, memoryview(numbers).cast("H")))


def packed(outcome: Located) -> bytes:
    """An outcome as bytes, for another process of the same run: no rules need to be known to read it."""
    if isinstance(outcome, Failure):
        return marshal.dumps((outcome.name, *outcome.reason), _FORMAT)
    return marshal.dumps((outcome.name, outcome.not_applicable, *_plain(outcome)), _FORMAT)


def unpacked(content: bytes) -> Located:
    """The outcome that `packed` has made bytes of."""
    name, *fields = marshal.loads(content)  # noqa: S302 - made by another process of ours
    return Failure(name, Say(*fields)) if len(fields) == len(Say._fields) else _checked(name, *fields)


def _plain(checked: Checked) -> tuple[Plain, ...]:
    """What is said of a file but its name and the silent rules, as plain data; each place stands once."""
    numbers: dict[Place, int] = {}

    def number(at: Place) -> int:
        return numbers.setdefault(at, len(numbers))

    findings = tuple([_plain_finding(finding, number) for finding in checked.findings])
    return (
        tuple([_plain_place(at) for at in numbers]),
        findings,
        checked.suppressed,
        tuple([tuple(problem) for problem in checked.problems]),
        checked.source,
        checked.fixed,
        checked.baselined,
    )


def _plain_finding(finding: LocatedFinding, number: Callable[[Place], int]) -> Plain:
    fix: Plain = None
    if finding.fix is not None:
        fix = tuple([(number(edit.place), edit.text) for edit in finding.fix.edits]), str(finding.fix.safety)
    return (
        finding.rule,
        int(finding.severity),
        str(finding.confidence),
        finding.message,
        number(finding.place),
        tuple([(number(label.place), label.message) for label in finding.related]),
        fix,
        tuple([tuple(basis) for basis in finding.basis]),
        finding.section,
    )


def _plain_place(at: Place) -> Plain:
    start, end, start_byte, end_byte, text, excerpt = at
    return tuple(start), tuple(end), start_byte, end_byte, text, tuple(excerpt)


def _checked(name: str, silent: tuple[str, ...], *plain: Plain) -> Checked:
    places, findings, suppressed, problems, source, fixed, baselined = plain
    known = [_place(place) for place in places]
    return Checked(
        name,
        tuple([_finding(known, finding) for finding in findings]),
        suppressed,
        silent,
        tuple([Say(*problem) for problem in problems]),
        source,
        fixed,
        baselined,
    )


def _finding(places: Sequence[Place], plain: Plain) -> LocatedFinding:
    rule, severity, confidence, message, at, related, fix, basis, section = plain
    return _make_finding(
        (
            rule,
            _SEVERITIES[severity],
            _CONFIDENCES[confidence],
            message,
            places[at],
            related and tuple([LocatedLabel(places[number], text) for number, text in related]),
            fix and _fix(places, *fix),
            _basis(basis),
            section,
        ),
    )


@lru_cache(_SETS)
def _basis(plain: tuple[tuple[str, str, str], ...]) -> tuple[Basis, ...]:
    return tuple(Basis(*one) for one in plain)


def _fix(places: Sequence[Place], edits: Plain, safety: str) -> LocatedFix:
    return LocatedFix(tuple([LocatedEdit(places[number], text) for number, text in edits]), _SAFETIES[safety])


def _place(plain: Plain) -> Place:
    start, end, start_byte, end_byte, text, excerpt = plain
    return _make_place((_make_position(start), _make_position(end), start_byte, end_byte, text, _make_excerpt(excerpt)))
