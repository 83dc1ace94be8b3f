"""What a check finds (`Match`) and what is reported of it (`Finding`)."""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

from lint_reports.text import Span


class Severity(IntEnum):
    """How sure and how bad. The order is that of `--severity` and `--fail-on`."""

    INFO = 1
    """Style, or right in some houses; shown only when asked for."""
    WARNING = 2
    """Very probably wrong, or against a binding clause on style."""
    ERROR = 3
    """A careful reader would call it wrong without outside facts."""

    __hash__ = int.__hash__  # that of `Enum` is Python, and many things are looked up by a severity

    @property
    def label(self) -> str:
        """The name used in rule files, options and reports."""
        return self.name.lower()


class Confidence(StrEnum):
    """How sure the rule is of a single finding."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Safety(StrEnum):
    """Whether a fix may be applied without somebody reading it."""

    SAFE = "safe"
    """The meaning cannot change and there is only one way to mend it."""
    UNSAFE = "unsafe"
    """A proposal: a figure, a date, a name or the wording may change."""


class Edit(NamedTuple):
    """Put `text` in the place of a span of `Document.text`; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that belong together: all of them or none."""

    edits: tuple[Edit, ...]
    safety: Safety


class Label(NamedTuple):
    """A place, and what is to be said of it."""

    span: Span
    message: str


class Basis(NamedTuple):
    """What a rule rests on; its strength limits what the message may claim.

    Attributes:
        source: a standard or regulation, or 逻辑, 语法, 词典, 惯例.
        clause: the clause, or empty.
        strength: 应, 宜, 可, 惯例 or 逻辑.
    """

    source: str
    clause: str
    strength: str


class Match(NamedTuple):
    """What a check finds, before the engine dresses it with the words of its rule.

    Attributes:
        places: spans of `Document.text` by the names that the rule uses; `match` is always among them.
        values: what names in messages stand for, where that is not simply the text at a place of that name.
        also: the places of further faults that are mended together with this one and not reported by themselves.
        fix: how the check itself would mend it, for rules that leave it to the check.
    """

    places: Mapping[str, Span]
    values: Mapping[str, str]
    also: tuple[Mapping[str, Span], ...] = ()
    fix: Fix | None = None


class Finding(NamedTuple):
    """One reported fault, complete at birth. Spans are of `Document.text`.

    Attributes:
        section: the headings it stands under, outermost first: their labels and titles in the folded view, so that
            the place can be recognised after lines have moved.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    span: Span
    related: tuple[Label, ...]
    fix: Fix | None
    basis: tuple[Basis, ...]
    section: tuple[str, ...] = ()
