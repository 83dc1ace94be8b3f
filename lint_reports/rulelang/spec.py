"""What a rule file says, after reading: every value checked, every name known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from lint_reports.document import Media
from lint_reports.finding import Basis, Confidence, Severity
from lint_reports.language import Say
from lint_reports.rulelang.located import Place
from lint_reports.rulelang.schema import Field, Plain, unknown
from lint_reports.text import Span


class Example(NamedTuple):
    """A sample that is a test.

    Attributes:
        place: where it stands in the rule file.
        text: the sample document, without the marks.
        bad: the rule must report it; otherwise it must be silent.
        spans: of a bad sample, the places that must be reported, in order.
        fixed: what the fix of the rule makes of it, if the file says so.
        media: how the sample is read.
    """

    place: Place
    text: str
    bad: bool
    spans: tuple[Span, ...]
    fixed: str | None
    media: Media


class RuleSpec(NamedTuple):
    """One rule.

    Attributes:
        id: pack and name. kind: which check decides. place: where it stands.
        basis: what it rests on.
        scope: where it looks; `None` for each part it does not limit.
        applies: the tree of an expression that must hold for the document, or `None`.
        at: the name of the place to report. related: further places, each with what to say of it.
        fix: `replace`, `insert` or `delete`, with what, and how safe; or `None`.
        options: what the kind adds. triggers: strings of which one must stand in the document; `None` if unknown.
        trusted: it comes with the program.
    """

    id: str
    kind: str
    place: Place
    severity: Severity
    confidence: Confidence
    title: Say
    why: Say | None
    message: Say
    basis: tuple[Basis, ...]
    scope: Mapping[str, Plain]
    applies: Plain
    at: str
    related: tuple[tuple[str, Say], ...]
    fix: Mapping[str, Plain] | None
    enabled: bool
    tags: tuple[str, ...]
    examples: tuple[Example, ...]
    options: Mapping[str, Plain]
    triggers: tuple[str, ...] | None
    trusted: bool

    @property
    def pack(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]


class Pack(NamedTuple):
    """The rules of one file."""

    name: str
    title: Say
    place: Place
    rules: tuple[RuleSpec, ...]


class Named(NamedTuple):
    """A name that a rule uses, and where it uses it; `exact` if its characters stand there side by side."""

    name: str
    place: Place
    exact: bool = True


class Wanted(NamedTuple):
    """What a rule uses, and where.

    Attributes:
        places: the names in `at`, `related` and `fix`.
        values: the names in its messages and its fix.
        rule: where the rule begins.
        fields: where the value of each of its fields begins.
    """

    places: tuple[Named, ...]
    values: tuple[Named, ...]
    rule: Place
    fields: Mapping[str, Place]

    def place_of(self, field: str) -> Place:
        """Where the value of a field begins, or the rule if it has none."""
        return self.fields.get(field, self.rule)


class Kind(Protocol):
    """A kind of rule, as far as reading rule files is concerned. Each module in `checks/` is one."""

    @property
    def FIELDS(self) -> Mapping[str, Field]:  # noqa: N802 - a constant of a module
        """The fields that it adds to those of every rule."""

    @property
    def REQUIRED(self) -> tuple[str, ...]:  # noqa: N802 - a constant of a module
        """Those of its fields that must be given."""

    @property
    def SCOPED(self) -> tuple[str, ...]:  # noqa: N802 - a constant of a module
        """The parts of `scope` that it heeds; any other is a mistake."""

    def settle(self, options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
        """Checks what single fields cannot: that they fit together, and that the names a rule uses exist.

        Returns:
            The options as the check needs them. Raises `Wrong`.
        """

    def triggers(self, options: Mapping[str, Plain]) -> tuple[str, ...] | None:
        """Strings of which one must stand in the folded text for the rule to find anything; `None` if unknown.

        With an empty string among them the rule looks at every document, and still learns where the others stand.
        """


def offer(wanted: Wanted, places: Iterable[str], values: Iterable[str] = ()) -> None:
    """Raises `Wrong` if a rule uses a name that its kind does not offer.

    Args:
        wanted: the names it uses.
        places: those with a place.
        values: further ones, for messages only.
    """
    known = ("match", *places)
    for named in wanted.places:
        if named.name not in known:
            raise unknown(named.place, named.name, known, Say("位置", "place"))
    said = (*known, *values)
    for named in wanted.values:
        if named.name not in said:
            raise unknown(named.place, named.name, said, Say("占位名", "name"))
