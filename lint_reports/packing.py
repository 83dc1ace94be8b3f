"""What came of a file as bytes, and back: plain data that `marshal` stores, small where there is nothing to say.

The name of the file is left out, so that the same content is known under every name.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Sequence
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
from lint_reports.text import Position

_FORMAT = 4
"""Of `marshal`, so that another Python reads the same; it knows what it cannot read."""
_SETS = 1024
_SEVERITIES = {int(severity): severity for severity in Severity}
_CONFIDENCES = {str(confidence): confidence for confidence in Confidence}
Plain = Any


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
        return marshal.dumps((*_plain(outcome._replace(name="", not_applicable=()))[1:], silent), _FORMAT)

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
        outcome = Checked(name, *fields)
        return outcome._replace(
            findings=tuple(_finding(*finding) for finding in fields[0]),
            not_applicable=self._silent(silent),
            problems=tuple(Say(*problem) for problem in outcome.problems),
        )

    def _named(self, numbers: bytes) -> tuple[str, ...]:
        return tuple(map(self._rules.__getitem__, memoryview(numbers).cast("H")))


def _plain(value: Plain) -> Plain:
    """Only what `marshal` stores: tuples, texts and numbers that are nothing more."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, str):
        return str(value)
    return int(value) if isinstance(value, Severity) else value


def _finding(*plain: Plain) -> LocatedFinding:
    rule, severity, confidence, message, place, related, fix, basis, section = plain
    return LocatedFinding(
        rule,
        _SEVERITIES[severity],
        _CONFIDENCES[confidence],
        message,
        _place(place),
        tuple(LocatedLabel(_place(at), text) for at, text in related),
        _fix(*fix) if fix else None,
        _basis(basis),
        section,
    )


@lru_cache(_SETS)
def _basis(plain: tuple[tuple[str, str, str], ...]) -> tuple[Basis, ...]:
    return tuple(Basis(*one) for one in plain)


def _fix(edits: Plain, safety: str) -> LocatedFix:
    return LocatedFix(tuple(LocatedEdit(_place(at), text) for at, text in edits), Safety(safety))


def _place(plain: Plain) -> Place:
    start, end, start_byte, end_byte, text, excerpt = plain
    return Place(Position(*start), Position(*end), start_byte, end_byte, text, Excerpt(*excerpt))
