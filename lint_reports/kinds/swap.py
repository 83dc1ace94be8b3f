"""Kind `swap`: wrong wordings and what they should be, many in one rule."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds.slips import LEAST, SLIPS, packed, seams
from lint_reports.language import Say
from lint_reports.rulelang.data import read_terms
from lint_reports.rulelang.fields import SCOPE
from lint_reports.rulelang.located import Wrong
from lint_reports.rulelang.patterns import read_ending, read_pattern, read_word
from lint_reports.rulelang.schema import Choice, Field, ListOf, MapOf, Plain, Record, Text, TextOr
from lint_reports.rulelang.spec import Wanted, offer

_ENTRY = Record(
    {
        "to": Text("the right wording"),
        "inside": ListOf(Text(), "longer words that contain the wrong one and are right", single=True),
        "not_before": Text("a pattern that must not follow", read_pattern),
        "not_after": Text("a pattern that must not stand right before", read_ending),
        "before": Text("a pattern that must follow", read_pattern),
        "after": Text("a pattern that must stand right before", read_ending),
    },
    ("to",),
)


FIELDS: Mapping[str, Field] = {
    "words": MapOf(
        TextOr(Text(), _ENTRY, "to"), "wrong wording: right wording, as the folded text has them", read_word
    ),
    "inside": ListOf(Text(), "longer words in which none of the wrong wordings is wrong", single=True),
    "terms": Text("a data file of fixed terms, beside the rule file", read_terms),
    "slips": ListOf(Choice(tuple(SLIPS)), "with terms: which slips in them are wrong wordings", single=True),
    "legitimate": Text("with terms: a data file of words that are right although they look like a slip", read_terms),
}
REQUIRED: tuple[str, ...] = ()
SCOPED: tuple[str, ...] = tuple(SCOPE.fields)


def settle(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """A message may quote the right wording."""
    offer(wanted, (), ("right",))
    if options["words"] is None and options["terms"] is None:
        raise Wrong(wanted.rule, Say("缺少字段 words 或 terms。", "the field words or terms is missing"))
    for wrong, entry in (options["words"] or {}).items():
        if entry["to"] == wrong:
            zh, en = f"“{wrong}”与它的正确写法相同。", f"“{wrong}” is its own right wording"
            raise Wrong(wanted.place_of("words"), Say(zh, en))
    return {**options, "words": options["words"] or {}, **_of_terms(options, wanted)}


def _of_terms(options: Mapping[str, Plain], wanted: Wanted) -> Mapping[str, Plain]:
    """The wrong forms of the terms instead of the terms; what was read from files is kept for the cache."""
    terms, right, slips = options["terms"], options["legitimate"], options["slips"]
    if terms is None:
        odd = "slips" if slips else "legitimate"
        if slips or right:
            raise Wrong(wanted.place_of(odd), Say(f"{odd} 要与 terms 合用。", f"{odd} is of no use without terms"))
        return {}
    short = next((term for term in terms["terms"] if len(term) < LEAST), None)
    if short:
        zh = f"词表 {terms['file']} 中的“{short}”过短：至少 {LEAST} 字，否则漏字后认不出来。"
        en = f"“{short}” in {terms['file']} is too short: at least {LEAST} characters, or a slip in it cannot be told"
        raise Wrong(wanted.place_of("terms"), Say(zh, en))
    return {
        "terms": {**terms, "terms": None},
        "legitimate": right and {**right, "terms": None},
        "slips": packed(terms["terms"], slips or tuple(SLIPS), right["terms"] if right else ()),
    }


def triggers(options: Mapping[str, Plain]) -> tuple[str, ...]:
    """The wrong wordings themselves; of terms the seams of their wrong forms, and every document for their ends."""
    return (*options["words"], *([*seams(options["slips"]), ""] if options["slips"] else []))
