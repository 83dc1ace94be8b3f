"""What all checks share: the shape of a check, the scope of a rule, and the names that a rule may use."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from lint_reports.analysis import Analysis
from lint_reports.facts import Genre, Mask, Role
from lint_reports.finding import Match

Plain = Any
"""Plain data, as it comes from a rule file or from the cache."""


Hit = tuple[int, int, int]
"""Where a trigger of a rule stands: the number of the trigger, its start and its end in the folded text."""


class Undetermined(Exception):  # noqa: N818 - no error: the document lacks a fact that the rule needs
    """The document does not say what the rule needs to know; the rule is counted as not applicable."""


class Check(Protocol):
    """A rule, ready to look at documents."""

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterable[Match]:
        """What is wrong in a document.

        Args:
            analysis: the facts of the document.
            hits: where the triggers of the rule stand in the folded text, by their starts; empty if it has none.

        Raises:
            Undetermined: if the document lacks a fact that the rule needs.
        """


class Build(Protocol):
    """Makes the check of a rule."""

    def __call__(self, options: Mapping[str, Plain], scope: "Scope", *, trusted: bool) -> Check:
        """The check of a rule.

        Args:
            options: what the rule says, in the fields of its kind.
            scope: where it looks.
            trusted: whether it comes with the program.
        """


class Names(dict[str, Any]):
    """What the names of an expression stand for: those that are bound, then the facts of the document."""

    def __init__(self, analysis: Analysis, bound: Mapping[str, Any]) -> None:
        super().__init__(bound)
        self._analysis = analysis

    def __missing__(self, name: str) -> Any:
        value = self[name] = getattr(self._analysis, name)
        return value


class Scope(NamedTuple):
    """Where a rule looks; `None` does not limit."""

    roles: frozenset[str]
    tenses: frozenset[str] | None
    layouts: frozenset[str] | None
    blocks: frozenset[str] | None
    genres: frozenset[str] | None
    lifted: frozenset[Mask]

    def covers(self, analysis: Analysis, block: int) -> bool:
        """Whether the rule looks at a block."""
        return block in self.blocks_of(analysis)

    def blocks_of(self, analysis: Analysis) -> Mapping[int, None]:
        """All blocks of a document that the rule looks at, in order; quick to look one up in."""
        key = self[:4]  # rules differ more in what they lift, and in their kinds of documents
        blocks: Mapping[int, None] | None = analysis.scratch.get(key)
        if blocks is None:
            blocks = analysis.scratch[key] = dict.fromkeys(self._covered(analysis))
        return blocks

    def _covered(self, analysis: Analysis) -> list[int]:
        roles, tenses, layouts, kinds = self[:4]
        covered = [block for block, role in enumerate(analysis.parts.of_block) if role in roles]
        if kinds is not None:
            blocks = analysis.document.blocks
            covered = [block for block in covered if blocks[block].kind in kinds]
        if layouts is not None:
            layout_of = analysis.layouts
            covered = [block for block in covered if layout_of[block] in layouts]
        if tenses is not None:
            tense_of = analysis.tenses
            covered = [block for block in covered if tense_of[block] in tenses]
        return covered

    def covers_document(self, genre: Genre) -> bool:
        """Whether the rule looks at documents of a kind."""
        return self.genres is None or genre in self.genres


def scope_of(plain: Mapping[str, Plain]) -> Scope:
    """The scope that a rule file describes."""
    return Scope(
        roles=frozenset(plain["in"] or (Role.BODY,)),
        tenses=_set(plain["tense"]),
        layouts=_set(plain["layout"]),
        blocks=_set(plain["block"]),
        genres=_set(plain["genre"]),
        lifted=frozenset(Mask(name) for name in plain["lift"] or ()),
    )


def _set(names: Iterable[str] | None) -> frozenset[str] | None:
    return None if names is None else frozenset(names)
