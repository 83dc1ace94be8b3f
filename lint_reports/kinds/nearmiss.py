"""Kind `nearmiss`: what is nearly one of the names that are known, and is none of them."""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence

from lint_reports.analysis.alignment import LEAST, pieces
from lint_reports.kinds.vetoes import VETO
from lint_reports.language import Say
from lint_reports.rulelang.data import read_terms
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_word
from lint_reports.rulelang.schema import Choice, Field, ListOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

FIELDS: Mapping[str, Field] = {
    "where": Choice(("text", "title"), "names anywhere in the text, or the whole of what stands in 《》"),
    "names": ListOf(Text("", read_word), "the right names, as the folded text has them", single=True),
    "file": Text("a data file with right names, one a line, beside the rule file: data/names.txt", read_terms),
    "known": ListOf(Text("", read_word), "other right wordings that are near to a name", single=True),
    "prefix": Text("what a name may begin with or not", read_word),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("where",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`right` is the name that was probably meant."""
    offer(wanted, (), ("right",))
    names = names_of(options)
    if not names:
        raise Wrong(wanted.rule, Say("应有 names 或 file。", "names or file is needed"))
    short = next((name for name in names if len(name) < LEAST), None)
    if short is not None and options["where"] == "text":
        zh = f"“{short}”太短：在正文里找的名称至少 {LEAST} 字。"
        raise Wrong(
            wanted.rule, Say(zh, f"“{short}” is too short; names looked for in the text have {LEAST} characters")
        )
    return {**options, "index": _index(names, options["prefix"] or "") if options["where"] == "title" else None}


def _index(names: Sequence[str], prefix: str) -> bytes:
    """By each piece of a name, without the prefix: the names that have it, and at which offset. Packed: few need it."""
    by_piece: dict[str, list[tuple[str, int]]] = {}
    for name in dict.fromkeys(name.removeprefix(prefix) for name in names):
        for offset, piece in pieces(name) if len(name) >= LEAST else ():
            by_piece.setdefault(piece, []).append((name, offset))
    return marshal.dumps(by_piece)


def names_of(options: Mapping[str, Plain]) -> tuple[str, ...]:
    """All right names of a rule."""
    return (*(options["names"] or ()), *(options["file"]["terms"] if options["file"] else ()))


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...]:
    """The mark before a title, or parts of the names: one of them is always whole."""
    if options["where"] == "title":
        return ("《",)
    return tuple(sorted({piece for name in names_of(options) for _, piece in pieces(name)}))
