"""Kind `script`: Simplified and Traditional characters, and characters that stand for others."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds.vetoes import VETO
from lint_reports.language import Say
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Scalar, Wrong
from lint_reports.rulelang.patterns import refuse_unfolded
from lint_reports.rulelang.schema import Choice, Field, ListOf, MapOf, Plain, Text
from lint_reports.rulelang.spec import Wanted, offer

_JUDGED = ("words", "characters")
_FIELDS_OF: Mapping[str, tuple[str, ...]] = {
    "foreign": (),
    "unconverted": _JUDGED,
    "overconverted": _JUDGED,
    "variants": ("variants",),
    "spelling": ("spellings",),
    "compatibility": ("spellings",),
}
"""The fields that go with each fault; it needs one of them, but for `compatibility`."""
_ALL = (*_JUDGED, "variants", "spellings")


def _word(scalar: Scalar) -> str:
    refuse_unfolded(scalar)
    return scalar.text


FIELDS: Mapping[str, Field] = {
    "fault": Choice(tuple(_FIELDS_OF), "what is wrong with a character"),
    "words": ListOf(Text("", _word), "words that the dictionaries judge, as the folded text has them", single=True),
    "characters": Text("characters that the dictionaries judge wherever they stand, as the document has them"),
    "variants": ListOf(ListOf(Text(), least=2), "ways of writing one thing, as documents have them"),
    "spellings": MapOf(Text("what it should be"), "wrong characters or words, as documents have them"),
    "unless": VETO,
}
REQUIRED: tuple[str, ...] = ("fault",)
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """`usual` is a place of the variant that is used most; `right` is what should stand there, `count` how often."""
    offer(wanted, ("usual",), ("right", "context", "count", "usual_count"))
    fault, known = options["fault"], _FIELDS_OF[options["fault"]]
    for name in _ALL:
        if options[name] is not None and name not in known:
            zh, en = f"fault 为 {fault} 时没有字段 {name}。", f"a rule whose fault is {fault} has no field {name}"
            raise Wrong(wanted.place_of(name), Say(zh, en))
    if known and fault != "compatibility" and not any(options[name] for name in known):
        zh = f"fault 为 {fault} 时要有 {' 或 '.join(known)}。"
        raise Wrong(wanted.place_of("fault"), Say(zh, f"a rule whose fault is {fault} has {' or '.join(known)}"))
    return options


def triggers(_options: Mapping[str, Plain]) -> None:
    """Unknown: what is judged in Traditional texts stands in all others, too, and the check looks for it itself."""
    return
